import JSON

/// Values as error messages show them: what `inspect` of graphql-js gives.
package enum Inspection {
    private static let longestList = 10
    private static let largestDepth = 2

    package static func text(of value: JSONValue) -> String {
        text(of: value, depth: 0)
    }

    private static func text(of value: JSONValue, depth: Int) -> String {
        switch value {
        case .array(let elements):
            if elements.isEmpty { return "[]" }
            if depth > largestDepth { return "[Array]" }
            var items = elements.prefix(longestList).map { text(of: $0, depth: depth + 1) }
            switch elements.count - longestList {
            case ...0: break
            case 1: items.append("... 1 more item")
            case let rest: items.append("... \(rest) more items")
            }
            return "[" + items.joined(separator: ", ") + "]"
        case .object(let object):
            if object.isEmpty { return "{}" }
            if depth > largestDepth { return "[Object]" }
            let members = object.members.map { "\($0.key): \(text(of: $0.value, depth: depth + 1))" }
            return "{ " + members.joined(separator: ", ") + " }"
        default:
            return value.serializedText
        }
    }
}
