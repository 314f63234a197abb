import JSON

/// The `filter` parameter: `and(a[eq]:1,or(b[gt]:2,c[is]:NULL))` (rest-core 6.1, 6.2).
///
/// Its quirks are those of the real parser: parentheses count wherever they stand, quotes and brackets are toggles
/// without escapes, and text that as a whole looks like a group is read as one.
enum FilterGrammar {
    private static let comparators = [
        "eq", "neq", "in", "containsAny", "is", "gt", "gte", "lt", "lte", "startsWith", "endsWith", "like", "ilike",
    ]

    /// How deep groups may nest. A real server knows no limit of its own; ours keeps a request from exhausting the
    /// stack.
    private static let maximumDepth = 250

    /// The filter in GraphQL's form; fields and values are checked later.
    ///
    /// - Parameter hasEndsWith: whether the release knows `endsWith`.
    /// - Throws: ``RESTError`` in the contract's words.
    static func parse(_ text: String, hasEndsWith: Bool = true) throws -> JSONObject {
        try checkBalance(text)
        try checkDepth(text)
        let parser = Parser(comparators: comparators.filter { hasEndsWith || $0 != "endsWith" })
        return try parser.group(Group(text) ?? Group(name: "and", inside: text[...]))
    }

    private static func checkBalance(_ text: String) throws {
        let open = text.utf8.count { $0 == UInt8(ascii: "(") }
        let close = text.utf8.count { $0 == UInt8(ascii: ")") }
        guard open != close else { return }
        let missing = abs(open - close)
        let what = open > close ? "close" : "open"
        throw error(
            "'filter' invalid. \(missing) \(what) bracket\(missing > 1 ? "s are" : " is") missing in the query")
    }

    private static func checkDepth(_ text: String) throws {
        var depth = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
            guard depth <= maximumDepth else {
                throw error("'filter' invalid. Groups can not be nested deeper than \(maximumDepth)")
            }
        }
    }

    fileprivate static func error(_ message: String) -> RESTError { RESTError(message) }
}

/// `or(…)`, `and(…)` or `not(…)`.
private struct Group {
    let name: String
    let inside: Substring

    init(name: String, inside: Substring) {
        self.name = name
        self.inside = inside
    }

    /// The group that `text` as a whole is: `^(or|and|not)\((.+)\)$`.
    init?(_ text: some StringProtocol) {
        let text = Substring(text)
        guard text.hasSuffix(")"), !text.contains(where: \.isNewline),
            let name = ["or", "and", "not"].first(where: { text.hasPrefix($0 + "(") })
        else { return nil }
        let inside = text.dropFirst(name.count + 1).dropLast()
        guard !inside.isEmpty else { return nil }
        self.init(name: name, inside: inside)
    }
}

private struct Parser {
    let comparators: [String]

    func group(_ group: Group) throws -> JSONObject {
        let items = Parser.split(group.inside)
        let parts = try items.map { item in JSONValue.object(try self.item(item)) }
        guard group.name == "not" else { return JSONObject([(group.name, .array(parts))]) }
        guard parts.count == 1 else {
            throw FilterGrammar.error(
                "'filter' invalid. 'not' conjunction should contain only 1 condition. eg: not(field[eq]:1)")
        }
        return JSONObject([("not", parts[0])])
    }

    private func item(_ item: String) throws -> JSONObject {
        if let group = Group(item) { return try self.group(group) }
        return try condition(item)
    }

    /// The items of a group. A comma separates where it stands in no brackets, quotes or inner parentheses; what
    /// follows after the group's own end is glued to the last item.
    private static func split(_ inside: Substring) -> [String] {
        var items: [String] = []
        var current = ""
        var depth = 1
        var isInBrackets = false
        var isInDoubleQuotes = false
        var isInSingleQuotes = false
        for character in inside {
            switch character {
            case "(":
                depth += 1
                if depth == 1 { continue }
            case ")":
                depth -= 1
                if depth == 0 { continue }
            case "[": isInBrackets = true
            case "]": isInBrackets = false
            case "\"": isInDoubleQuotes.toggle()
            case "'": isInSingleQuotes.toggle()
            case "," where depth == 1 && !isInBrackets && !isInDoubleQuotes && !isInSingleQuotes:
                items.append(current)
                current = ""
                continue
            default: break
            }
            // Text outside the group's parentheses is dropped.
            if depth > 0 { current.append(character) }
        }
        items.append(current)
        return items
    }

    /// `path[comparator]:value`, matched as `^(.+)\[(.+)\]:(.+)$`.
    private func condition(_ item: String) throws -> JSONObject {
        guard let open = item.firstIndex(of: "["), open != item.startIndex,
            let close = item[open...].firstIndex(of: "]"), item.index(after: open) != close,
            let colon = item[close...].firstIndex(of: ":"), item.contains("]:"),
            item.index(after: colon) != item.endIndex, !item.contains(where: \.isNewline)
        else { throw FilterGrammar.error("'filter' invalid for '\(item)'. eg: price[gte]:10") }
        let comparator = String(item[item.index(after: open)..<close])
        guard comparators.contains(comparator) else {
            throw FilterGrammar.error(
                "'filter' invalid for '\(item)', comparator \(comparator) not in \(comparators.joined(separator: ", "))"
            )
        }
        let path = item[..<open].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let value = try operand(item[item.index(after: colon)...], comparator)
        return .nested(path, .object(JSONObject([(comparator, value)])))
    }

    private func operand(_ text: Substring, _ comparator: String) throws -> JSONValue {
        switch comparator {
        case "is": return .string(String(text))
        case "in", "containsAny":
            guard text.hasPrefix("["), text.hasSuffix("]"), text.count > 1 else {
                throw FilterGrammar.error(
                    "'filter' invalid for '\(comparator)' operator. Received '\(text)' but array value expected "
                        + "eg: 'field[\(comparator)]:[value_1,value_2]'")
            }
            let items = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
            return .array(items.map { .string(Parser.unquoted($0)) })
        default: return .string(Parser.unquoted(text))
        }
    }

    /// Without the outermost pair of quotes, whose kinds may differ.
    private static func unquoted(_ text: Substring) -> String {
        let isQuoted = text.count > 1 && "\"'".contains(text.first ?? " ") && "\"'".contains(text.last ?? " ")
        return String(isQuoted ? text.dropFirst().dropLast() : text)
    }
}
