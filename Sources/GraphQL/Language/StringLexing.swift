extension Lexer {
    /// StringValue in either notation (spec 2.9.4).
    func anyString(at start: Int) throws(SyntaxFailure) -> Token {
        if byte(at: start + 1) == UInt8(ascii: "\""), byte(at: start + 2) == UInt8(ascii: "\"") {
            return try blockString(at: start)
        }
        var token = Token(kind: .string, start: start, end: start + 1)
        while token.end < count {
            switch base[token.end] {
            case UInt8(ascii: "\""):
                token.end += 1
                return token
            case UInt8(ascii: "\\"):
                token.hasEscapes = true
                token.end += try escape(at: token.end).length
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                throw SyntaxFailure(message: "Unterminated string.", offset: token.end)
            default:
                token.end += 1
            }
        }
        throw SyntaxFailure(message: "Unterminated string.", offset: count)
    }

    private func blockString(at start: Int) throws(SyntaxFailure) -> Token {
        var position = start + 3
        while position < count {
            if isTripleQuote(at: position) {
                return Token(kind: .blockString, start: start, end: position + 3)
            }
            let isEscaped = base[position] == UInt8(ascii: "\\") && isTripleQuote(at: position + 1)
            position += isEscaped ? 4 : 1
        }
        throw SyntaxFailure(message: "Unterminated string.", offset: count)
    }

    private func isTripleQuote(at offset: Int) -> Bool {
        offset + 2 < count && base[offset] == UInt8(ascii: "\"") && base[offset + 1] == UInt8(ascii: "\"")
            && base[offset + 2] == UInt8(ascii: "\"")
    }

    /// The lines of a block string with its quotes unescaped, before the indentation is taken away.
    func rawBlockString(_ token: Token) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var position = token.start + 3
        let end = token.end - 3
        while position < end {
            switch base[position] {
            case UInt8(ascii: "\\") where isTripleQuote(at: position + 1):
                line.append(contentsOf: [UInt8](repeating: UInt8(ascii: "\""), count: 3))
                position += 4
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                let isPair = base[position] == UInt8(ascii: "\r") && base[position + 1] == UInt8(ascii: "\n")
                position += isPair ? 2 : 1
                lines.append(line)
                line = []
            default:
                line.append(base[position])
                position += 1
            }
        }
        lines.append(line)
        return lines
    }

    /// - Parameter token: a string that has been read without an error.
    func decodedString(_ token: Token) -> String {
        var text: [UInt8] = []
        var position = token.start + 1
        while position < token.end - 1 {
            if base[position] == UInt8(ascii: "\\"), let escape = try? escape(at: position) {
                text.append(contentsOf: String(Character(escape.scalar)).utf8)
                position += escape.length
            } else {
                text.append(base[position])
                position += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
