extension Parser {
    /// Value (spec 2.9).
    ///
    /// - Parameter isConstant: whether variables are refused.
    mutating func parseValue(isConstant: Bool) throws(SyntaxFailure) -> ValueNode {
        let start = token
        let kind: ValueNode.Kind
        switch token.kind {
        case .leftBracket:
            return try parseList(isConstant: isConstant)
        case .leftBrace:
            return try parseObject(isConstant: isConstant)
        case .dollar:
            return try parseVariable(isConstant: isConstant)
        case .int: kind = .int(lexer.value(of: start))
        case .float: kind = .float(lexer.value(of: start))
        case .string: kind = .string(lexer.value(of: start), isBlock: false)
        case .blockString: kind = .string(lexer.value(of: start), isBlock: true)
        case .name: kind = namedValue(start)
        default: throw unexpected(token)
        }
        try advance()
        return ValueNode(kind: kind, offset: start.start)
    }

    private func namedValue(_ name: Token) -> ValueNode.Kind {
        if isKeyword("true", name) { return .boolean(true) }
        if isKeyword("false", name) { return .boolean(false) }
        if isKeyword("null", name) { return .null }
        return .enumValue(lexer.value(of: name))
    }

    private mutating func parseVariable(isConstant: Bool) throws(SyntaxFailure) -> ValueNode {
        let dollar = try expect(.dollar)
        if isConstant {
            guard token.kind == .name else { throw unexpected(dollar) }
            throw SyntaxFailure(
                message: "Unexpected variable \"$\(lexer.value(of: token))\" in constant value.",
                offset: dollar.start)
        }
        return ValueNode(kind: .variable(try parseName().text), offset: dollar.start)
    }

    private mutating func parseList(isConstant: Bool) throws(SyntaxFailure) -> ValueNode {
        let offset = try expect(.leftBracket).start
        try enter()
        var values: [ValueNode] = []
        while try !skip(.rightBracket) {
            values.append(try parseValue(isConstant: isConstant))
        }
        leave()
        return ValueNode(kind: .list(values), offset: offset)
    }

    private mutating func parseObject(isConstant: Bool) throws(SyntaxFailure) -> ValueNode {
        let offset = try expect(.leftBrace).start
        try enter()
        var fields: [ObjectFieldNode] = []
        while try !skip(.rightBrace) {
            let name = try parseName()
            try expect(.colon)
            fields.append(ObjectFieldNode(name: name, value: try parseValue(isConstant: isConstant)))
        }
        leave()
        return ValueNode(kind: .object(fields), offset: offset)
    }
}
