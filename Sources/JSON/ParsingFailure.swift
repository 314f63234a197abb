/// What stopped the parser and where; made into a `JSONParsingError` only when it reaches the caller.
struct ParsingFailure: Error {
    enum Reason {
        case invalidUTF8
        case tooDeep
        /// A token that cannot stand here, or the end of the text.
        case unexpectedToken
        case expectedPropertyNameOrBrace
        case expectedPropertyName
        case expectedColon
        case expectedCommaOrBrace
        case expectedCommaOrBracket
        case trailingText
        case unterminatedString
        case controlCharacter
        case badEscape
        case badUnicodeEscape
        case noNumberAfterMinus
        case unterminatedFraction
        case missingExponent
    }

    let reason: Reason
    /// In bytes from the start of the text.
    let offset: Int
}

extension ParsingFailure {
    /// - Parameter source: the whole text that was parsed.
    func error(in source: UnsafeBufferPointer<UInt8>) -> JSONParsingError {
        JSONParsingError(message: message(in: source), offset: offset)
    }

    private func message(in source: UnsafeBufferPointer<UInt8>) -> String {
        if reason == .unexpectedToken {
            return unexpectedTokenMessage(in: source)
        }
        let position = Self.utf16Length(of: source[..<offset])
        return "\(summary) at position \(position)"
    }

    private var summary: String {
        switch reason {
        case .invalidUTF8: "Invalid UTF-8 sequence in JSON"
        case .tooDeep: "Nesting deeper than \(JSONValue.maximumDepth) levels in JSON"
        case .unexpectedToken: "Unexpected token in JSON"
        case .expectedPropertyNameOrBrace: "Expected property name or '}' in JSON"
        case .expectedPropertyName: "Expected double-quoted property name in JSON"
        case .expectedColon: "Expected ':' after property name in JSON"
        case .expectedCommaOrBrace: "Expected ',' or '}' after property value in JSON"
        case .expectedCommaOrBracket: "Expected ',' or ']' after array element in JSON"
        case .trailingText: "Unexpected non-whitespace character after JSON"
        case .unterminatedString: "Unterminated string in JSON"
        case .controlCharacter: "Bad control character in string literal in JSON"
        case .badEscape: "Bad escaped character in JSON"
        case .badUnicodeEscape: "Bad Unicode escape in JSON"
        case .noNumberAfterMinus: "No number after minus sign in JSON"
        case .unterminatedFraction: "Unterminated fractional number in JSON"
        case .missingExponent: "Exponent part is missing a number in JSON"
        }
    }

    private func unexpectedTokenMessage(in source: UnsafeBufferPointer<UInt8>) -> String {
        if Self.specialTexts.contains(where: { source.elementsEqual($0.utf8) }) {
            return "\"\(String(decoding: source, as: UTF8.self))\" is not valid JSON"
        }
        guard offset < source.count else {
            return "Unexpected end of JSON input"
        }
        switch source[offset] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return "Unexpected number in JSON at position \(Self.utf16Length(of: source[..<offset]))"
        case UInt8(ascii: "\""):
            return "Unexpected string in JSON at position \(Self.utf16Length(of: source[..<offset]))"
        default:
            return badTokenMessage(in: source)
        }
    }

    /// JavaScript values that someone turned into text, which V8 reports as a whole.
    private static let specialTexts = ["[object Object]", "NaN", "Infinity", "undefined"]

    /// Quotes the token and, when the text is long, ten UTF-16 code units on either side of it.
    ///
    /// V8 cuts between code units, so half of a surrogate pair may be left, which reads as U+FFFD.
    private func badTokenMessage(in source: UnsafeBufferPointer<UInt8>) -> String {
        let context = 10
        // So many bytes hold more code units than the context, wherever they are cut.
        let reach = 64
        let before = Array(String(decoding: source[max(0, offset - reach)..<offset], as: UTF8.self).utf16)
        let after = Array(String(decoding: source[offset...].prefix(reach), as: UTF8.self).utf16)
        let token = String(decoding: after.prefix(1), as: UTF16.self)
        guard before.count + after.count > 2 * context else {
            return "Unexpected token '\(token)', \"\(String(decoding: source, as: UTF8.self))\" is not valid JSON"
        }
        let isNearStart = before.count < context
        let isNearEnd = !isNearStart && after.count <= context
        let excerpt = String(decoding: before.suffix(context) + after.prefix(context), as: UTF16.self)
        let (opening, closing) = (isNearStart ? "\"" : "...\"", isNearEnd ? "\"" : "\"...")
        return "Unexpected token '\(token)', \(opening)\(excerpt)\(closing) is not valid JSON"
    }

    private static func utf16Length(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        // Continuation bytes add nothing, and the sequences of four bytes stand for a surrogate pair.
        text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 < 0xF0 ? 1 : 2) }
    }
}
