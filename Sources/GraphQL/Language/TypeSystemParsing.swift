extension Parser {
    var isDescription: Bool { token.kind == .string || token.kind == .blockString }

    private mutating func parseDescription() throws(SyntaxFailure) -> String? {
        guard isDescription else { return nil }
        let description = lexer.value(of: token)
        try advance()
        return description
    }

    /// A definition that a keyword begins, perhaps behind a description; `nil` if that is no keyword of the type
    /// system.
    mutating func parseTypeSystemDefinition(_ keyword: Token) throws(SyntaxFailure) -> DefinitionNode? {
        let text = lexer.value(of: keyword)
        let kind = TypeDefinitionNode.Kind(rawValue: text)
        guard kind != nil || text == "schema" || text == "directive" else { return nil }
        let offset = token.start
        let description = try parseDescription()
        if let kind {
            try advance()
            return .type(try parseTypeDefinition(kind, description, isExtension: false, offset: offset))
        }
        return text == "schema"
            ? .schema(try parseSchemaDefinition(description, offset: offset))
            : .directive(try parseDirectiveDefinition(description, offset: offset))
    }

    /// TypeSystemExtension (spec 3.2).
    mutating func parseTypeSystemExtension() throws(SyntaxFailure) -> DefinitionNode {
        let offset = token.start
        let keyword = try lookAhead()
        if isKeyword("schema", keyword) {
            return .schema(try parseSchemaExtension(offset: offset))
        }
        guard keyword.kind == .name, let kind = TypeDefinitionNode.Kind(rawValue: lexer.value(of: keyword)) else {
            throw unexpected(keyword)
        }
        try advance()
        try advance()
        let type = try parseTypeDefinition(kind, nil, isExtension: true, offset: offset)
        guard
            !type.directives.isEmpty || !type.interfaces.isEmpty || !type.fields.isEmpty || !type.members.isEmpty
                || !type.values.isEmpty || !type.inputFields.isEmpty
        else { throw unexpected(token) }
        return .type(type)
    }

    /// SchemaDefinition (spec 3.3).
    private mutating func parseSchemaDefinition(
        _ description: String?, offset: Int
    ) throws(SyntaxFailure) -> SchemaDefinitionNode {
        try expectKeyword("schema")
        let directives = try parseDirectives(isConstant: true)
        let rootTypes = try many(.leftBrace, .rightBrace) { parser throws(SyntaxFailure) in
            try parser.parseRootType()
        }
        return SchemaDefinitionNode(
            description: description, directives: directives, rootTypes: rootTypes, isExtension: false,
            offset: offset)
    }

    private mutating func parseSchemaExtension(offset: Int) throws(SyntaxFailure) -> SchemaDefinitionNode {
        try advance()
        try expectKeyword("schema")
        let directives = try parseDirectives(isConstant: true)
        let rootTypes = try optionalMany(.leftBrace, .rightBrace) { parser throws(SyntaxFailure) in
            try parser.parseRootType()
        }
        if directives.isEmpty && rootTypes.isEmpty {
            throw unexpected(token)
        }
        return SchemaDefinitionNode(
            description: nil, directives: directives, rootTypes: rootTypes, isExtension: true, offset: offset)
    }

    private mutating func parseRootType() throws(SyntaxFailure) -> (operation: OperationType, type: NameNode) {
        let operation = try parseOperationType()
        try expect(.colon)
        return (operation, try parseName())
    }

    /// DirectiveDefinition (spec 3.13).
    private mutating func parseDirectiveDefinition(
        _ description: String?, offset: Int
    ) throws(SyntaxFailure) -> DirectiveDefinitionNode {
        try expectKeyword("directive")
        try expect(.at)
        let name = try parseName()
        let arguments = try parseArgumentDefinitions()
        let isRepeatable = try skipKeyword("repeatable")
        try expectKeyword("on")
        let locations = try delimitedMany(.pipe) { parser throws(SyntaxFailure) in
            let token = try parser.expect(.name)
            guard let location = DirectiveLocation(rawValue: parser.lexer.value(of: token)) else {
                throw parser.unexpected(token)
            }
            return location
        }
        return DirectiveDefinitionNode(
            description: description, name: name, arguments: arguments, isRepeatable: isRepeatable,
            locations: locations, offset: offset)
    }

    mutating func parseArgumentDefinitions() throws(SyntaxFailure) -> [InputValueDefinitionNode] {
        try optionalMany(.leftParenthesis, .rightParenthesis) { parser throws(SyntaxFailure) in
            try parser.parseInputValueDefinition()
        }
    }

    /// InputValueDefinition (spec 3.6.1).
    mutating func parseInputValueDefinition() throws(SyntaxFailure) -> InputValueDefinitionNode {
        let description = try parseDescription()
        let name = try parseName()
        try expect(.colon)
        let type = try parseType()
        let defaultValue = try skip(.equals) ? try parseValue(isConstant: true) : nil
        return InputValueDefinitionNode(
            description: description, name: name, type: type, defaultValue: defaultValue,
            directives: try parseDirectives(isConstant: true))
    }

    /// FieldDefinition (spec 3.6).
    mutating func parseFieldDefinition() throws(SyntaxFailure) -> FieldDefinitionNode {
        let description = try parseDescription()
        let name = try parseName()
        let arguments = try parseArgumentDefinitions()
        try expect(.colon)
        let type = try parseType()
        return FieldDefinitionNode(
            description: description, name: name, arguments: arguments, type: type,
            directives: try parseDirectives(isConstant: true))
    }

    /// EnumValueDefinition (spec 3.9).
    mutating func parseEnumValueDefinition() throws(SyntaxFailure) -> EnumValueDefinitionNode {
        let description = try parseDescription()
        if isKeyword("true", token) || isKeyword("false", token) || isKeyword("null", token) {
            throw failure("\(lexer.describe(token)) is reserved and cannot be used for an enum value.")
        }
        let name = try parseName()
        return EnumValueDefinitionNode(
            description: description, name: name, directives: try parseDirectives(isConstant: true))
    }
}
