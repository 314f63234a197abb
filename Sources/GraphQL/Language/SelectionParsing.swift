extension Parser {
    /// SelectionSet (spec 2.4).
    mutating func parseSelectionSet() throws(SyntaxFailure) -> SelectionSetNode {
        let offset = token.start
        try enter()
        let selections = try many(.leftBrace, .rightBrace) { parser throws(SyntaxFailure) in
            try parser.parseSelection()
        }
        leave()
        return SelectionSetNode(selections: selections, offset: offset)
    }

    private mutating func parseSelection() throws(SyntaxFailure) -> SelectionNode {
        token.kind == .spread ? try parseFragment() : .field(try parseField())
    }

    /// Field (spec 2.5).
    private mutating func parseField() throws(SyntaxFailure) -> FieldNode {
        var name = try parseName()
        var alias: NameNode?
        if try skip(.colon) {
            alias = name
            name = try parseName()
        }
        let arguments = try parseArguments(isConstant: false)
        let directives = try parseDirectives(isConstant: false)
        return FieldNode(
            alias: alias, name: name, arguments: arguments, directives: directives,
            selectionSet: token.kind == .leftBrace ? try parseSelectionSet() : nil)
    }

    /// FragmentSpread or InlineFragment (spec 2.8).
    private mutating func parseFragment() throws(SyntaxFailure) -> SelectionNode {
        let offset = try expect(.spread).start
        let hasTypeCondition = try skipKeyword("on")
        if !hasTypeCondition && token.kind == .name {
            let name = try parseFragmentName()
            return .fragmentSpread(
                FragmentSpreadNode(name: name, directives: try parseDirectives(isConstant: false), offset: offset))
        }
        let typeCondition = hasTypeCondition ? try parseName() : nil
        return .inlineFragment(
            InlineFragmentNode(
                typeCondition: typeCondition, directives: try parseDirectives(isConstant: false),
                selectionSet: try parseSelectionSet(), offset: offset))
    }

    /// Arguments (spec 2.6).
    mutating func parseArguments(isConstant: Bool) throws(SyntaxFailure) -> [ArgumentNode] {
        try optionalMany(.leftParenthesis, .rightParenthesis) { parser throws(SyntaxFailure) in
            let name = try parser.parseName()
            try parser.expect(.colon)
            return ArgumentNode(name: name, value: try parser.parseValue(isConstant: isConstant))
        }
    }

    /// Directives (spec 2.12).
    @inline(__always)
    mutating func parseDirectives(isConstant: Bool) throws(SyntaxFailure) -> [DirectiveNode] {
        var directives: [DirectiveNode] = []
        while token.kind == .at {
            let offset = token.start
            try advance()
            let name = try parseName()
            let arguments = try parseArguments(isConstant: isConstant)
            directives.append(DirectiveNode(name: name, arguments: arguments, offset: offset))
        }
        return directives
    }
}
