extension ValueNode: CustomStringConvertible {
    /// The value as source text, as graphql-js prints it.
    package var description: String {
        switch kind {
        case .variable(let name): "$" + name
        case .int(let digits), .float(let digits): digits
        case .string(let text, isBlock: true): BlockString.literal(text)
        case .string(let text, isBlock: false): StringLiteral.quoted(text)
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        case .enumValue(let name): name
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .object(let fields):
            "{" + fields.map { "\($0.name.text): \($0.value)" }.joined(separator: ", ") + "}"
        }
    }
}

enum StringLiteral {
    /// A StringValue in quotation marks, with control characters escaped (spec 2.9.4).
    static func quoted(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\u{8}": literal += "\\b"
            case "\t": literal += "\\t"
            case "\n": literal += "\\n"
            case "\u{C}": literal += "\\f"
            case "\r": literal += "\\r"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default:
                literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
