/// An escape sequence in a string: what it stands for and how many bytes it takes.
struct StringEscape {
    let scalar: Unicode.Scalar
    let length: Int
}

extension Lexer {
    /// - Parameter offset: that of a backslash inside a string.
    func escape(at offset: Int) throws(SyntaxFailure) -> StringEscape {
        switch byte(at: offset + 1) {
        case UInt8(ascii: "\""): return StringEscape(scalar: "\"", length: 2)
        case UInt8(ascii: "\\"): return StringEscape(scalar: "\\", length: 2)
        case UInt8(ascii: "/"): return StringEscape(scalar: "/", length: 2)
        case UInt8(ascii: "b"): return StringEscape(scalar: "\u{8}", length: 2)
        case UInt8(ascii: "f"): return StringEscape(scalar: "\u{C}", length: 2)
        case UInt8(ascii: "n"): return StringEscape(scalar: "\n", length: 2)
        case UInt8(ascii: "r"): return StringEscape(scalar: "\r", length: 2)
        case UInt8(ascii: "t"): return StringEscape(scalar: "\t", length: 2)
        case UInt8(ascii: "u") where byte(at: offset + 2) == UInt8(ascii: "{"):
            return try variableWidthEscape(at: offset)
        case UInt8(ascii: "u"):
            return try fixedWidthEscape(at: offset)
        default:
            let sequence = characters(from: offset, count: 2)
            throw SyntaxFailure(message: "Invalid character escape sequence: \"\(sequence)\".", offset: offset)
        }
    }

    /// `\u{10FFFF}`: at most eight digits, and a Unicode scalar value.
    private func variableWidthEscape(at offset: Int) throws(SyntaxFailure) -> StringEscape {
        var value: UInt32 = 0
        var length = 3
        while length < 12, let byte = byte(at: offset + length) {
            length += 1
            if byte == UInt8(ascii: "}") {
                guard length > 4, let scalar = Unicode.Scalar(value) else { break }
                return StringEscape(scalar: scalar, length: length)
            }
            guard let digit = byte.hexadecimalValue else { break }
            value = value << 4 | digit
        }
        throw invalidUnicodeEscape(at: offset, length: length)
    }

    /// `\uXXXX`, or two of them that make a surrogate pair.
    private func fixedWidthEscape(at offset: Int) throws(SyntaxFailure) -> StringEscape {
        guard let code = hexadecimal(at: offset + 2) else {
            throw invalidUnicodeEscape(at: offset, length: 6)
        }
        if let scalar = Unicode.Scalar(code) {
            return StringEscape(scalar: scalar, length: 6)
        }
        if code < 0xDC00, byte(at: offset + 6) == UInt8(ascii: "\\"), byte(at: offset + 7) == UInt8(ascii: "u"),
            let trail = hexadecimal(at: offset + 8), (0xDC00..<0xE000).contains(trail),
            let scalar = Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (trail - 0xDC00))
        {
            return StringEscape(scalar: scalar, length: 12)
        }
        throw invalidUnicodeEscape(at: offset, length: 6)
    }

    private func hexadecimal(at offset: Int) -> UInt32? {
        var value: UInt32 = 0
        for index in offset..<offset + 4 {
            guard let digit = byte(at: index)?.hexadecimalValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private func invalidUnicodeEscape(at offset: Int, length: Int) -> SyntaxFailure {
        let sequence = characters(from: offset, count: length)
        return SyntaxFailure(message: "Invalid Unicode escape sequence: \"\(sequence)\".", offset: offset)
    }

    private func characters(from offset: Int, count length: Int) -> String {
        // A character has at most four bytes.
        let rest = text(from: offset, to: min(count, offset + 4 * length))
        return String(String.UnicodeScalarView(rest.unicodeScalars.prefix(length)))
    }
}
