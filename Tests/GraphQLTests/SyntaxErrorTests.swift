import GraphQL
import JSON
import Testing

@Suite("Syntax errors")
struct SyntaxErrorTests {
    @Test(
        "graphql-js's words",
        arguments: [
            ("{ a", "Expected Name, found <EOF>.", 1, 4),
            ("{ a }}", "Unexpected \"}\".", 1, 6),
            ("{\n  a(x: }\n", "Unexpected \"}\".", 2, 8),
            ("query Q($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 19),
            ("{ ...on }", "Expected Name, found \"}\".", 1, 9),
            ("fragment on T { a }", "Unexpected Name \"on\".", 1, 10),
            ("notAnOperation Foo { a }", "Unexpected Name \"notAnOperation\".", 1, 1),
            ("{ a(x: \"", "Unterminated string.", 1, 9),
            ("{ a(x: \"\\uD800\") }", "Invalid Unicode escape sequence: \"\\uD800\".", 1, 9),
            ("{ a(x: \"\\q\") }", "Invalid character escape sequence: \"\\q\".", 1, 9),
            ("{ a(x: 'x') }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 8),
            ("{ a(x: 01) }", "Invalid number, unexpected digit after 0: \"1\".", 1, 9),
            ("{ a(x: 1.\") }", "Invalid number, expected digit but got: '\"'.", 1, 10),
            ("{ \u{203B} }", "Unexpected character: U+203B.", 1, 3),
            ("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 10),
            (
                "\"text\" query { a }",
                "Unexpected description, descriptions are supported only on type definitions.", 1, 1
            ),
        ])
    func words(text: String, message: String, line: Int, column: Int) {
        let expected = GraphQLError("Syntax Error: \(message)", locations: [SourceLocation(line: line, column: column)])
        #expect(throws: expected) { _ = try DocumentNode.parse(text) }
    }

    @Test(
        "Columns count UTF-16 code units, and every kind of line terminator ends a line",
        arguments: [
            ("{ a(x: \"\u{1F600}\") ? }", 1, 14),
            ("{ a(x: \"\u{E9}\") ? }", 1, 13),
            ("{\r\n\r\n?", 3, 1),
            ("{\r\r?", 3, 1),
            ("{\n\n ?", 3, 2),
            ("\u{FEFF}?", 1, 2),
        ])
    func locations(text: String, line: Int, column: Int) {
        let location = SourceLocation(line: line, column: column)
        let expected = GraphQLError("Syntax Error: Unexpected character: \"?\".", locations: [location])
        #expect(throws: expected) { _ = try DocumentNode.parse(text) }
    }

    @Test func asAnEntryOfErrors() {
        let error = GraphQLError(
            "m", locations: [SourceLocation(line: 1, column: 2)], path: [.key("a"), .index(0)],
            extensions: ["code": "C"])
        let text =
            #"{"message":"m","locations":[{"line":1,"column":2}],"path":["a",0],"extensions":{"code":"C"}}"#
        #expect(JSONValue.object(error.json).serializedText == text)
        #expect(JSONValue.object(GraphQLError("m").json).serializedText == #"{"message":"m"}"#)
    }
}
