extension Parser {
    mutating func parseDocument() throws(SyntaxFailure) -> [DefinitionNode] {
        var definitions: [DefinitionNode] = []
        repeat {
            definitions.append(try parseDefinition())
        } while token.kind != .endOfFile
        return definitions
    }

    private mutating func parseDefinition() throws(SyntaxFailure) -> DefinitionNode {
        if token.kind == .leftBrace {
            return .operation(try parseAnonymousQuery())
        }
        let hasDescription = isDescription
        let keyword = hasDescription ? try lookAhead() : token
        if keyword.kind == .name {
            if let definition = try parseTypeSystemDefinition(keyword) {
                return definition
            }
            if hasDescription {
                throw failure("Unexpected description, descriptions are supported only on type definitions.")
            }
            if isKeyword("query", token) || isKeyword("mutation", token) || isKeyword("subscription", token) {
                return .operation(try parseOperation())
            }
            if isKeyword("fragment", token) {
                return .fragment(try parseFragmentDefinition())
            }
            if isKeyword("extend", token) {
                return try parseTypeSystemExtension()
            }
        }
        throw unexpected(keyword)
    }

    private mutating func parseAnonymousQuery() throws(SyntaxFailure) -> OperationDefinitionNode {
        let offset = token.start
        return OperationDefinitionNode(
            type: .query, name: nil, variables: [], directives: [], selectionSet: try parseSelectionSet(),
            offset: offset)
    }

    /// OperationDefinition (spec 2.3).
    private mutating func parseOperation() throws(SyntaxFailure) -> OperationDefinitionNode {
        let offset = token.start
        let type = try parseOperationType()
        let name = token.kind == .name ? try parseName() : nil
        let variables = try optionalMany(.leftParenthesis, .rightParenthesis) { parser throws(SyntaxFailure) in
            try parser.parseVariableDefinition()
        }
        return OperationDefinitionNode(
            type: type, name: name, variables: variables, directives: try parseDirectives(isConstant: false),
            selectionSet: try parseSelectionSet(), offset: offset)
    }

    mutating func parseOperationType() throws(SyntaxFailure) -> OperationType {
        let keyword = try expect(.name)
        guard let type = OperationType(rawValue: lexer.value(of: keyword)) else {
            throw unexpected(keyword)
        }
        return type
    }

    /// VariableDefinition (spec 2.10).
    private mutating func parseVariableDefinition() throws(SyntaxFailure) -> VariableDefinitionNode {
        let offset = token.start
        try expect(.dollar)
        let name = try parseName()
        try expect(.colon)
        let type = try parseType()
        let defaultValue = try skip(.equals) ? try parseValue(isConstant: true) : nil
        return VariableDefinitionNode(
            name: name, type: type, defaultValue: defaultValue, directives: try parseDirectives(isConstant: true),
            offset: offset)
    }

    /// FragmentDefinition (spec 2.8).
    private mutating func parseFragmentDefinition() throws(SyntaxFailure) -> FragmentDefinitionNode {
        let offset = token.start
        try expectKeyword("fragment")
        let name = try parseFragmentName()
        try expectKeyword("on")
        let typeCondition = try parseName()
        return FragmentDefinitionNode(
            name: name, typeCondition: typeCondition, directives: try parseDirectives(isConstant: false),
            selectionSet: try parseSelectionSet(), offset: offset)
    }

    mutating func parseFragmentName() throws(SyntaxFailure) -> NameNode {
        if isKeyword("on", token) {
            throw unexpected(token)
        }
        return try parseName()
    }

    /// Type (spec 2.11).
    mutating func parseType() throws(SyntaxFailure) -> TypeNode {
        let offset = token.start
        let type: TypeNode
        if try skip(.leftBracket) {
            try enter()
            type = .list(try parseType(), offset: offset)
            try expect(.rightBracket)
            leave()
        } else {
            type = .named(try parseName())
        }
        return try skip(.bang) ? .nonNull(type) : type
    }
}
