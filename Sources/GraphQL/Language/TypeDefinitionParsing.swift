extension Parser {
    /// What follows the keyword of a type definition or a type extension (spec 3.4 to 3.10).
    mutating func parseTypeDefinition(
        _ kind: TypeDefinitionNode.Kind, _ description: String?, isExtension: Bool, offset: Int
    ) throws(SyntaxFailure) -> TypeDefinitionNode {
        let name = try parseName()
        let hasFields = kind == .object || kind == .interface
        let interfaces = hasFields ? try parseInterfaces() : []
        let directives = try parseDirectives(isConstant: true)
        return TypeDefinitionNode(
            kind: kind, description: description, name: name, interfaces: interfaces, directives: directives,
            fields: hasFields ? try parseFields() : [], members: kind == .union ? try parseMembers() : [],
            values: kind == .enumeration ? try parseEnumValues() : [],
            inputFields: kind == .inputObject ? try parseInputFields() : [], isExtension: isExtension,
            offset: offset)
    }

    private mutating func parseInterfaces() throws(SyntaxFailure) -> [NameNode] {
        guard try skipKeyword("implements") else { return [] }
        return try delimitedMany(.ampersand) { parser throws(SyntaxFailure) in try parser.parseName() }
    }

    private mutating func parseFields() throws(SyntaxFailure) -> [FieldDefinitionNode] {
        try optionalMany(.leftBrace, .rightBrace) { parser throws(SyntaxFailure) in
            try parser.parseFieldDefinition()
        }
    }

    private mutating func parseMembers() throws(SyntaxFailure) -> [NameNode] {
        guard try skip(.equals) else { return [] }
        return try delimitedMany(.pipe) { parser throws(SyntaxFailure) in try parser.parseName() }
    }

    private mutating func parseEnumValues() throws(SyntaxFailure) -> [EnumValueDefinitionNode] {
        try optionalMany(.leftBrace, .rightBrace) { parser throws(SyntaxFailure) in
            try parser.parseEnumValueDefinition()
        }
    }

    private mutating func parseInputFields() throws(SyntaxFailure) -> [InputValueDefinitionNode] {
        try optionalMany(.leftBrace, .rightBrace) { parser throws(SyntaxFailure) in
            try parser.parseInputValueDefinition()
        }
    }
}
