import GraphQL
import JSON
import Testing

@Suite("Documents made to cost much")
struct HostileDocumentTests {
    private static let count = 1_000

    private static func chain(_ body: (Int) -> String) -> String {
        "{...F0}" + (0..<count).map { "fragment F\($0) on Query{\(body($0))}" }.joined()
    }

    @Test(
        "End in an answer, whatever it is",
        arguments: [
            "{" + String(repeating: "a ", count: 20 * count) + "}",
            "{" + String(repeating: "a{a{a{a{b}}}} ", count: count) + "}",
            "{" + (0..<count).map { "a(x:\($0)){b} " }.joined() + "}",
            chain { "...F\($0 + 1)" },
            chain { "a{...F\($0 + 1)}" },
            chain { "x:a{...F\($0 + 1)} y:a{...F\($0 + 1)}" },
            chain { "b ...F\(($0 + 1) % count)" },
            "{" + (0..<count).map { "...F\($0) " }.joined() + "}"
                + (0..<count).map { "fragment F\($0) on Query{b}" }.joined(),
            (0..<count).map { "query Q\($0){...F0}" }.joined()
                + (0..<count).map { "fragment F\($0) on Query{...F\($0 + 1) a(x:$v)}" }.joined(),
            "query(" + (0..<10 * count).map { "$a\($0):Int " }.joined() + "){b}",
            "{b " + String(repeating: "@skip(if:false) ", count: 10 * count) + "}",
            "{a(" + String(repeating: "x:1 ", count: 20 * count) + ")}",
            "{" + String(repeating: "z", count: 100 * count) + "}",
        ])
    func bounded(text: String) throws {
        let schema = try GraphQLSchema(sdl: "type Query { a(x: Int): Query b: Int }")
        let document = try DocumentNode.parse(text)
        _ = schema.validate(document)
        _ = OperationExecutor(schema: schema, document: document).execute()
        if let operation = document.operations.first {
            _ = try? UntypedField.selection(of: operation, in: document, variables: [:])
        }
    }

    @Test func introspectionInCircles() throws {
        let schema = try GraphQLSchema(sdl: "type Query { a: Int }")
        let circle = "type{fields{type{fields{type{fields{name}}}}}}"
        let document = try DocumentNode.parse("{__schema{types{fields{\(circle)}}}}")
        #expect(
            schema.validate(document) == [
                GraphQLError(
                    "Maximum introspection depth exceeded", locations: [SourceLocation(line: 1, column: 2)])
            ])
    }

    @Test func depthOfExecution() throws {
        let query = ObjectType("Query") {
            [FieldDefinition("a", .list(.named("Query"))) { _, _, _ in .list([.value([:])]) }]
        }
        let schema = GraphQLSchema(types: [.object(query)])
        let document = try DocumentNode.parse(Self.chain { "a{...F\($0 + 1)}" })
        let result = OperationExecutor(schema: schema, document: document).execute()
        #expect(result.data == nil)
        #expect(result.errors == [GraphQLError("Query is nested more than 200 levels deep.")])
    }

    @Test func executionIsLimited() throws {
        let schema = try GraphQLSchema(sdl: "type Query { a: Int }")
        let document = try DocumentNode.parse("{" + (0..<100).map { "a\($0):a " }.joined() + "}")
        let limits = ExecutionLimits(maximumWork: 50)
        let result = OperationExecutor(schema: schema, document: document, limits: limits).execute()
        #expect(result.data == nil)
        #expect(result.errors == [GraphQLError("Query is too complex: it asks for too many fields.")])
    }
}
