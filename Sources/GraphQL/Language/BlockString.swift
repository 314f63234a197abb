/// The text of block strings (spec 2.9.4, "BlockStringValue").
enum BlockString {
    /// Takes away the common indentation and the blank lines at both ends.
    static func value(of lines: [[UInt8]]) -> String {
        let indents = lines.map { line in line.prefix { isBlank($0) }.count }
        let filled = lines.indices.filter { indents[$0] < lines[$0].count }
        guard let first = filled.first, let last = filled.last else { return "" }
        let common = filled.filter { $0 > 0 }.map { indents[$0] }.min() ?? 0
        let dedented = lines.indices[first...last].map { $0 == 0 ? lines[$0][...] : lines[$0].dropFirst(common) }
        return String(decoding: Array(dedented.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Whether a block string can say exactly this text.
    static func canExpress(_ text: String) -> Bool {
        if text.isEmpty { return true }
        var isEmptyLine = true
        var hasIndent = false
        var hasCommonIndent = true
        var hasSeenLine = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                if isEmptyLine && !hasSeenLine { return false }
                hasSeenLine = true
                isEmptyLine = true
                hasIndent = false
            case UInt8(ascii: "\t"), UInt8(ascii: " "):
                hasIndent = hasIndent || isEmptyLine
            case 0...0x0F:
                return false
            default:
                hasCommonIndent = hasCommonIndent && hasIndent
                isEmptyLine = false
            }
        }
        return !isEmptyLine && !(hasCommonIndent && hasSeenLine)
    }

    /// The literal, with quotation marks on lines of their own where that reads better.
    static func literal(_ text: String) -> String {
        let escaped = text.replacing("\"\"\"", with: "\\\"\"\"")
        let lines = escaped.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        let isSingleLine = lines.count == 1
        let isIndented = lines.count > 1 && lines.dropFirst().allSatisfy { $0.first.map(isBlank) ?? true }
        let endsInTripleQuote = escaped.hasSuffix("\\\"\"\"")
        let needsNewLine = text.hasSuffix("\"") && !endsInTripleQuote || text.hasSuffix("\\")
        let isSpread =
            !isSingleLine || text.utf16.count > 70 || needsNewLine || isIndented || endsInTripleQuote
        let keepsFirstLine = isSingleLine && text.first.map(isBlank) ?? false
        let before = isSpread && !keepsFirstLine || isIndented ? "\n" : ""
        return "\"\"\"\(before)\(escaped)\(isSpread || needsNewLine ? "\n" : "")\"\"\""
    }

    private static func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t"
    }
}
