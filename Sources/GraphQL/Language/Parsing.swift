extension DocumentNode {
    /// Reads a document of operations, fragments and type system definitions (spec 2.2).
    ///
    /// - Throws: a syntax error in the words of graphql-js, with its place.
    package static func parse(
        _ source: GraphQLSource, limits: ParsingLimits = ParsingLimits()
    ) throws(GraphQLError) -> DocumentNode {
        let definitions = try parse(source, limits: limits) { parser throws(SyntaxFailure) in
            try parser.parseDocument()
        }
        return DocumentNode(source: source, definitions: definitions)
    }

    package static func parse(
        _ text: String, limits: ParsingLimits = ParsingLimits()
    ) throws(GraphQLError) -> DocumentNode {
        try parse(GraphQLSource(text), limits: limits)
    }

    fileprivate static func parse<Node>(
        _ source: GraphQLSource, limits: ParsingLimits,
        _ body: (inout Parser) throws(SyntaxFailure) -> Node
    ) throws(GraphQLError) -> Node {
        // The closure cannot have a typed error, so the result leaves it as a value.
        let result = source.bytes.withUnsafeBufferPointer { text -> Result<Node, SyntaxFailure> in
            guard let base = text.baseAddress else {
                // An empty array need not have an address.
                return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
                    empty[0] = 0
                    return UnsafePointer(empty.baseAddress).map {
                        parse(Lexer(base: $0, count: 0), limits: limits, body)
                    } ?? .failure(SyntaxFailure(message: "Unexpected <EOF>.", offset: 0))
                }
            }
            return parse(Lexer(base: base, count: text.count), limits: limits, body)
        }
        switch result {
        case .success(let node): return node
        case .failure(let failure): throw failure.error(in: source)
        }
    }

    private static func parse<Node>(
        _ lexer: Lexer, limits: ParsingLimits, _ body: (inout Parser) throws(SyntaxFailure) -> Node
    ) -> Result<Node, SyntaxFailure> {
        do throws(SyntaxFailure) {
            var parser = Parser(lexer: lexer, limits: limits)
            try parser.expect(.startOfFile)
            return .success(try body(&parser))
        } catch {
            return .failure(error)
        }
    }
}

extension ValueNode {
    /// Reads one value, without variables.
    package static func parse(constant text: String) throws(GraphQLError) -> ValueNode {
        try DocumentNode.parse(GraphQLSource(text), limits: ParsingLimits()) { parser throws(SyntaxFailure) in
            let value = try parser.parseValue(isConstant: true)
            try parser.expect(.endOfFile)
            return value
        }
    }
}

extension TypeNode {
    /// Reads one type reference.
    package static func parse(_ text: String) throws(GraphQLError) -> TypeNode {
        try DocumentNode.parse(GraphQLSource(text), limits: ParsingLimits()) { parser throws(SyntaxFailure) in
            let type = try parser.parseType()
            try parser.expect(.endOfFile)
            return type
        }
    }
}
