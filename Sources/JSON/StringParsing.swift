extension JSONParser {
    /// A string literal as it stands in the text.
    struct StringToken {
        /// What is between the quotation marks.
        let bytes: UnsafeBufferPointer<UInt8>
        let hasEscapes: Bool
        let isPlainASCII: Bool
    }

    @inline(__always)
    mutating func parseString() throws(ParsingFailure) -> String {
        text(of: try scanString())
    }

    /// Steps over a string literal, checking it; `position` must be at its quotation mark.
    @inline(__always)
    mutating func scanString() throws(ParsingFailure) -> StringToken {
        position += 1
        let first = position
        var nonASCII: UInt64 = 0
        // A whole block is read only where that many bytes are left.
        while end - position >= ByteBlock.width {
            let block = ByteBlock(position)
            let special = block.special
            if special != 0 {
                nonASCII |= block.nonASCII & ByteBlock.below(special)
                position += ByteBlock.firstIndex(in: special)
                break
            }
            nonASCII |= block.nonASCII
            position += ByteBlock.width
        }
        while position < end, !position.pointee.isSpecialInString {
            nonASCII |= UInt64(position.pointee & 0x80)
            position += 1
        }
        if position < end, position.pointee == UInt8(ascii: "\"") {
            let bytes = UnsafeBufferPointer(start: first, count: position - first)
            position += 1
            return StringToken(bytes: bytes, hasEscapes: false, isPlainASCII: nonASCII == 0)
        }
        return try scanEscapedString(from: first)
    }

    /// Goes on with a literal that began at `first` and has an escape, or an error, at `position`.
    private mutating func scanEscapedString(from first: UnsafePointer<UInt8>) throws(ParsingFailure) -> StringToken {
        while position < end {
            switch position.pointee {
            case UInt8(ascii: "\""):
                let bytes = UnsafeBufferPointer(start: first, count: position - first)
                position += 1
                return StringToken(bytes: bytes, hasEscapes: true, isPlainASCII: false)
            case UInt8(ascii: "\\"):
                position += 1
                try scanEscape()
            case 0..<0x20:
                throw failure(.controlCharacter)
            default:
                position += 1
            }
        }
        throw failure(.unterminatedString)
    }

    /// Steps over what follows a backslash.
    private mutating func scanEscape() throws(ParsingFailure) {
        guard position < end else { throw failure(.unexpectedToken) }
        switch position.pointee {
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard position < end, position.pointee.hexadecimalValue != nil else {
                    throw failure(.badUnicodeEscape)
                }
                position += 1
            }
        case let letter where StringEscape.character(for: letter) != nil:
            position += 1
        case 0xC4...:
            // V8 looks up escapes by Latin-1 letter; one beyond, from U+0100, is a bad token to it.
            throw failure(.unexpectedToken)
        default:
            throw failure(.badEscape)
        }
    }

    @inline(__always)
    func text(of token: StringToken) -> String {
        if token.hasEscapes {
            return unescapedText(of: token.bytes)
        }
        return String(decoding: token.bytes, as: UTF8.self)
    }

    /// An escape of half a surrogate pair reads as U+FFFD, as a Swift string has no other way to hold it.
    private func unescapedText(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        // No escape is shorter than the UTF-8 of what it stands for, so the text fits in as many bytes.
        String(unsafeUninitializedCapacity: bytes.count) { output in
            var written = 0
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                offset += 1
                guard byte == UInt8(ascii: "\\") else {
                    output[written] = byte
                    written += 1
                    continue
                }
                let letter = bytes[offset]
                offset += 1
                if let character = StringEscape.character(for: letter) {
                    output[written] = character
                    written += 1
                    continue
                }
                let (scalar, length) = StringEscape.scalar(of: bytes[offset...])
                offset += length
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    output[written] = unit
                    written += 1
                }
            }
            return written
        }
    }
}

/// The escapes of JSON strings.
enum StringEscape {
    /// What a backslash and a letter stand for; `nil` for `u` and for letters that escape nothing.
    @inline(__always)
    static func character(for letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The scalar of a `\u` escape and the number of bytes it takes, those of a second escape that completes a
    /// surrogate pair included.
    ///
    /// - Parameter bytes: what follows the `u`: four hexadecimal digits at least.
    static func scalar(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (scalar: Unicode.Scalar, length: Int) {
        let unit = codeUnit(bytes)
        if UTF16.isLeadSurrogate(unit) {
            let rest = bytes.dropFirst(4)
            if rest.count >= 6, rest.starts(with: "\\u".utf8) {
                let second = codeUnit(rest.dropFirst(2))
                if UTF16.isTrailSurrogate(second) {
                    return (UTF16.decode(UTF16.EncodedScalar([unit, second])), 10)
                }
            }
        }
        return (Unicode.Scalar(unit) ?? "\u{FFFD}", 4)
    }

    private static func codeUnit(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
        digits.prefix(4).reduce(0) { $0 << 4 | UInt16($1.hexadecimalValue ?? 0) }
    }
}

extension UInt8 {
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
