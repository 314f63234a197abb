/// Splits a document into tokens (spec 2.1).
struct Lexer {
    // Invariant: `base` to `base + count` is valid UTF-8, readable and unchanged while the lexer lives. Nothing is read
    // at `base + count` or beyond.
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    func byte(at offset: Int) -> UInt8? {
        offset < count ? base[offset] : nil
    }

    /// The next token at or after an offset that is not inside a token.
    func token(from offset: Int) throws(SyntaxFailure) -> Token {
        var position = offset
        while position < count {
            let byte = base[position]
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
            case UInt8(ascii: "#"):
                repeat { position += 1 } while position < count && !base[position].isLineTerminator
            case 0xEF where isByteOrderMark(at: position):
                position += 3
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                return name(at: position)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                return try number(at: position)
            case UInt8(ascii: "\""):
                return try anyString(at: position)
            default:
                return try punctuator(at: position)
            }
        }
        return Token(kind: .endOfFile, start: count, end: count)
    }

    @inline(__always)
    private func name(at start: Int) -> Token {
        var end = start + 1
        while end < count, base[end].isNameContinue {
            end += 1
        }
        return Token(kind: .name, start: start, end: end)
    }

    @inline(__always)
    private func punctuator(at start: Int) throws(SyntaxFailure) -> Token {
        let kind: Token.Kind
        switch base[start] {
        case UInt8(ascii: "{"): kind = .leftBrace
        case UInt8(ascii: "}"): kind = .rightBrace
        case UInt8(ascii: "("): kind = .leftParenthesis
        case UInt8(ascii: ")"): kind = .rightParenthesis
        case UInt8(ascii: ":"): kind = .colon
        case UInt8(ascii: "$"): kind = .dollar
        case UInt8(ascii: "!"): kind = .bang
        case UInt8(ascii: "["): kind = .leftBracket
        case UInt8(ascii: "]"): kind = .rightBracket
        case UInt8(ascii: "="): kind = .equals
        case UInt8(ascii: "@"): kind = .at
        case UInt8(ascii: "&"): kind = .ampersand
        case UInt8(ascii: "|"): kind = .pipe
        case UInt8(ascii: ".") where isDot(at: start + 1) && isDot(at: start + 2):
            return Token(kind: .spread, start: start, end: start + 3)
        case UInt8(ascii: "'"):
            throw SyntaxFailure(
                message: "Unexpected single quote character ('), did you mean to use a double quote (\")?",
                offset: start)
        default:
            throw SyntaxFailure(message: "Unexpected character: \(describeCharacter(at: start)).", offset: start)
        }
        return Token(kind: kind, start: start, end: start + 1)
    }

    private func isDot(at offset: Int) -> Bool {
        byte(at: offset) == UInt8(ascii: ".")
    }

    private func isByteOrderMark(at offset: Int) -> Bool {
        byte(at: offset + 1) == 0xBB && byte(at: offset + 2) == 0xBF
    }

    /// Printable ASCII is quoted, other characters are given by code point.
    func describeCharacter(at offset: Int) -> String {
        guard offset < count else { return "<EOF>" }
        let rest = UnsafeBufferPointer(start: base + offset, count: min(4, count - offset))
        guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first else { return "<EOF>" }
        switch scalar {
        case "\"": return "'\"'"
        case " "..."~": return "\"\(scalar)\""
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    func text(from start: Int, to end: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
    }

    /// The value of a token that has one.
    func value(of token: Token) -> String {
        switch token.kind {
        case .string where token.hasEscapes: decodedString(token)
        case .string: text(from: token.start + 1, to: token.end - 1)
        case .blockString: BlockString.value(of: rawBlockString(token))
        default: text(from: token.start, to: token.end)
        }
    }

    /// As syntax errors call the token.
    func describe(_ token: Token) -> String {
        token.kind.hasValue ? "\(token.kind.text) \"\(value(of: token))\"" : token.kind.text
    }
}
