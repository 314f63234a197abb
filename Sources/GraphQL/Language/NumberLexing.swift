extension Lexer {
    /// IntValue or FloatValue (spec 2.9.1, 2.9.2).
    func number(at start: Int) throws(SyntaxFailure) -> Token {
        var position = start
        var kind = Token.Kind.int
        if byte(at: position) == UInt8(ascii: "-") {
            position += 1
        }
        if byte(at: position) == UInt8(ascii: "0") {
            position += 1
            if let byte = byte(at: position), byte.isDigit {
                let found = describeCharacter(at: position)
                throw SyntaxFailure(
                    message: "Invalid number, unexpected digit after 0: \(found).", offset: position)
            }
        } else {
            position = try digits(at: position)
        }
        if byte(at: position) == UInt8(ascii: ".") {
            kind = .float
            position = try digits(at: position + 1)
        }
        if let byte = byte(at: position), byte | 0x20 == UInt8(ascii: "e") {
            kind = .float
            position += 1
            if let sign = self.byte(at: position), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                position += 1
            }
            position = try digits(at: position)
        }
        if let byte = byte(at: position), byte == UInt8(ascii: ".") || byte.isNameStart {
            throw digitExpected(at: position)
        }
        return Token(kind: kind, start: start, end: position)
    }

    private func digits(at start: Int) throws(SyntaxFailure) -> Int {
        var position = start
        while let byte = byte(at: position), byte.isDigit {
            position += 1
        }
        if position == start {
            throw digitExpected(at: start)
        }
        return position
    }

    private func digitExpected(at offset: Int) -> SyntaxFailure {
        SyntaxFailure(
            message: "Invalid number, expected digit but got: \(describeCharacter(at: offset)).", offset: offset)
    }
}
