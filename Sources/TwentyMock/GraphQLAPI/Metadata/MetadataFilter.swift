import GraphQL
import JSON

/// `ObjectFilter`, `FieldFilter` and `IndexFilter` (metadata 15.2): conditions on the keys of a node.
struct MetadataFilter {
    private let filter: JSONObject

    /// - Parameter filter: coerced.
    init(_ filter: JSONObject) { self.filter = filter }

    func apply(to nodes: [MetadataNode]) -> [MetadataNode] {
        filter.members.isEmpty ? nodes : nodes.filter { Self.matches($0.json, filter) }
    }

    private static func matches(_ json: JSONObject, _ filter: JSONObject) -> Bool {
        filter.members.allSatisfy { member in
            let inner = member.value.arrayValue?.compactMap(\.objectValue) ?? []
            switch member.key {
            case "and": return inner.allSatisfy { matches(json, $0) }
            case "or": return inner.isEmpty || inner.contains { matches(json, $0) }
            default:
                let value = json[member.key] ?? .null
                return member.value.objectValue?.members.allSatisfy { holds($0.key, value, $0.value) } ?? true
            }
        }
    }

    private static func holds(_ comparison: String, _ value: JSONValue, _ operand: JSONValue) -> Bool {
        let text = value.stringValue?.lowercased() ?? ""
        let other = operand.stringValue?.lowercased() ?? ""
        let list = operand.arrayValue?.compactMap { $0.stringValue?.lowercased() } ?? []
        switch comparison {
        case "is": return value == operand
        case "isNot": return value != operand
        case "eq": return text == other
        case "neq": return text != other
        case "gt": return text > other
        case "gte": return text >= other
        case "lt": return text < other
        case "lte": return text <= other
        case "in": return list.contains(text)
        case "notIn": return !list.contains(text)
        case "like", "iLike": return isLike(text, other)
        case "notLike", "notILike": return !isLike(text, other)
        default: return true
        }
    }

    /// SQL's LIKE. Going back to the last `%` only keeps it from taking longer than the product of the lengths.
    private static func isLike(_ text: String, _ pattern: String) -> Bool {
        let (text, pattern) = (Array(text.utf8), Array(pattern.utf8))
        let (any, one) = (UInt8(ascii: "%"), UInt8(ascii: "_"))
        var (position, place) = (0, 0)
        var retry: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == any {
                place += 1
                retry = (place, position)
            } else if place < pattern.count, pattern[place] == one || pattern[place] == text[position] {
                (position, place) = (position + 1, place + 1)
            } else if let last = retry {
                retry = (last.place, last.position + 1)
                (position, place) = (last.position + 1, last.place)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == any }
    }
}
