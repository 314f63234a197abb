import JSON

/// One run of `ConsolePrint`: keeps how far the lines being written are indented.
struct ConsolePrinter {
    private(set) var indentation = 0

    mutating func text(of value: JSONValue, depth: Int) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int, .double, .bigInteger: JavaScriptNumber.text(of: value.doubleValue ?? .nan)
        case .string(let string): ConsoleString.text(of: string, indentation: indentation)
        case .array(let elements): text(of: elements, depth: depth)
        case .object(let object): text(of: object, depth: depth)
        }
    }

    private mutating func text(of elements: [JSONValue], depth: Int) -> String {
        if elements.isEmpty { return "[]" }
        if depth > ConsolePrint.deepestLevel { return "[Array]" }
        var entries = elements.prefix(ConsolePrint.longestArray).map { indented(text: $0, depth: depth + 1) }
        let hidden = elements.count - entries.count
        if hidden > 0 {
            entries.append("... \(hidden) more item\(hidden > 1 ? "s" : "")")
        }
        guard entries.count > 6 else { return joined(entries, "[", "]") }
        let rows = ConsoleColumns(entries, of: elements, indentation: indentation).rows
        return rows.count == entries.count ? joined(rows, "[", "]") : lines(rows, "[", "]")
    }

    private mutating func text(of object: JSONObject, depth: Int) -> String {
        if object.isEmpty { return "{}" }
        if depth > ConsolePrint.deepestLevel { return "[Object]" }
        let entries = Self.ordered(object).map { member in
            "\(Self.name(of: member.key)): \(indented(text: member.value, depth: depth + 1))"
        }
        return joined(entries, "{", "}")
    }

    private mutating func indented(text value: JSONValue, depth: Int) -> String {
        indentation += 2
        defer { indentation -= 2 }
        return text(of: value, depth: depth)
    }

    /// On one line if that fits and no entry has several. (Node's `compact` of 3 allows this for the three innermost
    /// levels; no more are ever printed.)
    private func joined(_ entries: [String], _ open: String, _ close: String) -> String {
        let start = entries.count + indentation + open.utf16.count + 10
        var length = entries.count + start
        if length + entries.count <= ConsolePrint.breakLength {
            for entry in entries where length <= ConsolePrint.breakLength {
                length += entry.utf16.count
            }
            if length <= ConsolePrint.breakLength, !entries.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) {
                return "\(open) \(entries.joined(separator: ", ")) \(close)"
            }
        }
        return lines(entries, open, close)
    }

    private func lines(_ entries: [String], _ open: String, _ close: String) -> String {
        let newLine = "\n" + String(repeating: " ", count: indentation)
        return "\(open)\(newLine)  \(entries.joined(separator: ",\(newLine)  "))\(newLine)\(close)"
    }

    private static func name(of key: String) -> String {
        if key == "__proto__" { return "['__proto__']" }
        let isPlain = key.utf8.enumerated().allSatisfy { position, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): position > 0
            default: false
            }
        }
        return isPlain && !key.isEmpty ? key : ConsoleString.quoted(key)
    }

    /// JavaScript keeps keys that are array indices first, in ascending order.
    private static func ordered(_ object: JSONObject) -> [JSONObject.Member] {
        let indices = object.members.compactMap { member in
            UInt32(member.key).flatMap { $0 < .max && String($0) == member.key ? ($0, member) : nil }
        }
        if indices.isEmpty { return object.members }
        let taken = Set(indices.map(\.1.key))
        return indices.sorted { $0.0 < $1.0 }.map(\.1) + object.members.filter { !taken.contains($0.key) }
    }
}
