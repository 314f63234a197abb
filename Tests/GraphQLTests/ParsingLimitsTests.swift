import GraphQL
import Testing

@Suite("Limits of parsing")
struct ParsingLimitsTests {
    @Test func tokens() throws {
        let limits = ParsingLimits(maximumTokens: 3)
        _ = try DocumentNode.parse("{ a }", limits: limits)
        let expected = GraphQLError(
            "Syntax Error: Document contains more that 3 tokens. Parsing aborted.",
            locations: [SourceLocation(line: 1, column: 7)])
        #expect(throws: expected) { _ = try DocumentNode.parse("{ a b }", limits: limits) }
    }

    @Test(
        "Depth in everything that can contain itself",
        arguments: [
            ("", "{a"), ("{a(x:", "["), ("{a(x:", "{b:"), ("{", "...{"), ("query($a:", "["), ("{a @d(x:", "["),
            ("type T{a:", "["), ("input I{a:I=", "{a:"),
        ])
    func depth(beginning: String, repeated: String) {
        let text = beginning + String(repeating: repeated, count: 100_000)
        #expect {
            _ = try DocumentNode.parse(text)
        } throws: { error in
            (error as? GraphQLError)?.message
                == "Syntax Error: Document is nested more than 200 levels deep. Parsing aborted."
        }
    }

    @Test func depthIsTheCallers() throws {
        let text = String(repeating: "{a", count: 300) + String(repeating: "}", count: 300)
        _ = try DocumentNode.parse(text, limits: ParsingLimits(maximumDepth: 300))
        #expect(throws: GraphQLError.self) {
            _ = try DocumentNode.parse(text, limits: ParsingLimits(maximumDepth: 299))
        }
    }
}
