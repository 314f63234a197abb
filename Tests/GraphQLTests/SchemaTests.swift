import GraphQL
import JSON
import Testing

@Suite("Type system (spec 3) and introspection (spec 4), as graphql-core")
struct SchemaTests {
    @Test func printedSchema() throws {
        let schema = try GraphQLSchema(sdl: Fixture.text("types.graphql"))
        #expect(try schema.sdl + "\n" == Fixture.text("types.printed.graphql"))
        #expect(try GraphQLSchema(sdl: schema.sdl).sdl == schema.sdl)
    }

    @Test func introspection() throws {
        let schema = try GraphQLSchema(sdl: Fixture.text("types.graphql"))
        let document = try DocumentNode.parse(Fixture.text("introspection.graphql"))
        #expect(schema.validate(document).isEmpty)
        let result = OperationExecutor(schema: schema, document: document).execute()
        #expect(result.errors.isEmpty)
        #expect(
            try String(decoding: result.data ?? [], as: UTF8.self) + "\n" == Fixture.text("types.introspection.json"))
    }

    @Test func lazyAndCyclicTypes() {
        let person = ObjectType("Person") {
            [FieldDefinition("employer", .named("Company"), arguments: [InputValueDefinition("at", .named("Date"))])]
        }
        let company = ObjectType("Company") { [FieldDefinition("staff", .list(.nonNull(.named("Person"))))] }
        let query = ObjectType("Query") { [FieldDefinition("person", .named("Person"))] }
        let date = ScalarType("Date", specifiedByURL: "https://example.com/date")
        let schema = GraphQLSchema(
            types: [.object(query), .object(person), .object(company), .scalar(date)])
        #expect(
            schema.sdl == """
                type Query {
                  person: Person
                }

                type Person {
                  employer(at: Date): Company
                }

                type Company {
                  staff: [Person!]
                }

                scalar Date @specifiedBy(url: "https://example.com/date")
                """)
    }

    @Test func enumValuesMayDifferFromTheirNames() throws {
        let colour = EnumType("Colour", values: [.init("_1ST", value: "1ST"), .init("RED")])
        let field = FieldDefinition(
            "c", .named("Colour"),
            arguments: [InputValueDefinition("is", .named("Colour"), defaultValue: .value("1ST"))]
        ) { _, arguments, _ in
            .value(arguments["is"] ?? .null)
        }
        let schema = GraphQLSchema(types: [.object(ObjectType("Query") { [field] }), .enumeration(colour)])
        let document = try DocumentNode.parse("{ a: c b: c(is: RED) d: c(is: _1ST) }")
        let result = OperationExecutor(schema: schema, document: document).execute()
        #expect(String(decoding: result.data ?? [], as: UTF8.self) == #"{"a":"_1ST","b":"RED","d":"_1ST"}"#)
        #expect(schema.sdl.contains("c(is: Colour = _1ST): Colour"))
    }

    @Test func defaultsThatContainThemselvesEnd() throws {
        let schema = try GraphQLSchema(sdl: "type Query { a(i: I = {}): Int } input I { i: I = {} }")
        #expect(schema.sdl.contains("i: I = {i: {i: "))
    }

    @Test(
        "Suggestions",
        arguments: [
            ("nme", ["name", "nothing", "zzz"], " Did you mean \"name\"?"),
            ("ab", ["ab1", "ab10", "ab2"], " Did you mean \"ab1\" or \"ab2\"?"),
            ("abc", ["abd", "abe", "ABC"], " Did you mean \"ABC\", \"abd\", or \"abe\"?"),
            ("field", ["f"], ""),
        ])
    func suggestions(input: String, options: [String], text: String) {
        #expect(Suggestions.didYouMean(Suggestions.similar(to: input, in: options)) == text)
    }
}
