/// A recursive descent parser: the current token is always read, the one behind it only where the grammar asks for it.
struct Parser {
    let lexer: Lexer
    let limits: ParsingLimits
    var token = Token(kind: .startOfFile, start: 0, end: 0)
    private var tokenCount = 0
    private var depth = 0

    init(lexer: Lexer, limits: ParsingLimits) {
        self.lexer = lexer
        self.limits = limits
    }

    @inline(__always)
    mutating func advance() throws(SyntaxFailure) {
        token = try lexer.token(from: token.end)
        tokenCount += 1
        if let maximum = limits.maximumTokens, tokenCount > maximum, token.kind != .endOfFile {
            throw failure("Document contains more that \(maximum) tokens. Parsing aborted.")
        }
    }

    func lookAhead() throws(SyntaxFailure) -> Token {
        try lexer.token(from: token.end)
    }

    /// Steps into something that may contain itself; `leave` steps out again.
    @inline(__always)
    mutating func enter() throws(SyntaxFailure) {
        depth += 1
        if depth > limits.maximumDepth {
            throw failure("Document is nested more than \(limits.maximumDepth) levels deep. Parsing aborted.")
        }
    }

    @inline(__always)
    mutating func leave() {
        depth -= 1
    }

    @inline(__always)
    @discardableResult
    mutating func expect(_ kind: Token.Kind) throws(SyntaxFailure) -> Token {
        guard token.kind == kind else {
            throw failure("Expected \(kind.text), found \(lexer.describe(token)).")
        }
        let expected = token
        try advance()
        return expected
    }

    /// Steps over the current token if it is of a kind.
    @inline(__always)
    mutating func skip(_ kind: Token.Kind) throws(SyntaxFailure) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    func isKeyword(_ keyword: StaticString, _ token: Token) -> Bool {
        let length = keyword.utf8CodeUnitCount
        guard token.kind == .name, token.end - token.start == length else { return false }
        for index in 0..<length where lexer.base[token.start + index] != keyword.utf8Start[index] {
            return false
        }
        return true
    }

    mutating func expectKeyword(_ keyword: StaticString) throws(SyntaxFailure) {
        guard isKeyword(keyword, token) else {
            throw failure("Expected \"\(keyword)\", found \(lexer.describe(token)).")
        }
        try advance()
    }

    mutating func skipKeyword(_ keyword: StaticString) throws(SyntaxFailure) -> Bool {
        guard isKeyword(keyword, token) else { return false }
        try advance()
        return true
    }

    /// Reads at least one node between an opening and a closing token.
    @inline(__always)
    mutating func many<Node>(
        _ opening: Token.Kind, _ closing: Token.Kind, _ parse: (inout Parser) throws(SyntaxFailure) -> Node
    ) throws(SyntaxFailure) -> [Node] {
        try expect(opening)
        var nodes: [Node] = []
        repeat {
            nodes.append(try parse(&self))
        } while try !skip(closing)
        return nodes
    }

    /// The same where nothing need be there; an opening token asks for at least one node.
    @inline(__always)
    mutating func optionalMany<Node>(
        _ opening: Token.Kind, _ closing: Token.Kind, _ parse: (inout Parser) throws(SyntaxFailure) -> Node
    ) throws(SyntaxFailure) -> [Node] {
        guard token.kind == opening else { return [] }
        return try many(opening, closing, parse)
    }

    /// Reads at least one node, with a delimiter between them and perhaps before the first.
    mutating func delimitedMany<Node>(
        _ delimiter: Token.Kind, _ parse: (inout Parser) throws(SyntaxFailure) -> Node
    ) throws(SyntaxFailure) -> [Node] {
        _ = try skip(delimiter)
        var nodes: [Node] = []
        repeat {
            nodes.append(try parse(&self))
        } while try skip(delimiter)
        return nodes
    }

    func failure(_ message: String) -> SyntaxFailure {
        SyntaxFailure(message: message, offset: token.start)
    }

    func unexpected(_ token: Token) -> SyntaxFailure {
        SyntaxFailure(message: "Unexpected \(lexer.describe(token)).", offset: token.start)
    }

    @inline(__always)
    mutating func parseName() throws(SyntaxFailure) -> NameNode {
        let name = try expect(.name)
        return NameNode(text: lexer.text(from: name.start, to: name.end), offset: name.start)
    }
}
