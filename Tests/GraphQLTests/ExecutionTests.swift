import GraphQL
import JSON
import Testing

@Suite("Execution (spec 6)")
struct ExecutionTests {
    private static func execute(
        _ text: String, _ types: [NamedType], mutation: String? = nil, variables: JSONObject = [:]
    ) throws -> String {
        let schema = GraphQLSchema(mutation: mutation, types: types)
        let result = try OperationExecutor(schema: schema, document: DocumentNode.parse(text))
            .execute(variables: variables, context: "context")
        var writer = JSONWriter()
        result.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("Variables, arguments, completion, null propagation and introspection, as graphql-core")
    func corpus() throws {
        let schema = try GraphQLSchema(sdl: Fixture.text("execution.graphql"))
        for row in try Fixture.rows("execution.json") {
            let document = try DocumentNode.parse(row["document"]?.stringValue ?? "")
            let result = OperationExecutor(schema: schema, document: document)
                .execute(variables: row["variables"]?.objectValue ?? [:], source: row["root"] ?? .null)
            var writer = JSONWriter()
            result.write(to: &writer)
            let expected = row["response"]?.serializedText
            #expect(String(decoding: writer.bytes, as: UTF8.self) == expected, "\(row.serializedText)")
        }
    }

    @Test func resolversAndErrors() throws {
        struct Refusal: Error, CustomStringConvertible { let description = "refused" }
        let item = ObjectType("Item") {
            [
                FieldDefinition("n", .nonNull(.named("Int"))) { source, _, _ in
                    guard let number = source as? Int, number != 2 else { throw Refusal() }
                    return .value(.int(Int64(number)))
                }
            ]
        }
        let query = ObjectType("Query") {
            [
                FieldDefinition("items", .list(.named("Item"))) { _, _, _ in .list([1, 2, 3].map { .object($0) }) },
                FieldDefinition("strict", .list(.nonNull(.named("Item")))) { _, _, _ in
                    .list([1, 2].map { .object($0) })
                },
                FieldDefinition("raw", .nonNull(.named("Item"))) { _, _, _ in .raw(Array(#"{"any":[1]}"#.utf8)) },
                FieldDefinition("code", .named("Int")) { _, _, _ in
                    throw GraphQLError("no", extensions: ["code": "C"])
                },
                FieldDefinition("where", .named("String")) { _, _, info in
                    .value(.string("\(info.parentType.name) \(info.field.responseKey) \(info.context ?? "")"))
                },
            ]
        }
        let types: [NamedType] = [.object(query), .object(item)]
        let refused = { (key: String) in
            #"{"message":"refused","locations":[{"line":1,"column":\#(key.count + 5)}],"path":["\#(key)",1,"n"]}"#
        }
        #expect(
            try Self.execute("{ items{ n } }", types)
                == #"{"errors":[\#(refused("items"))],"data":{"items":[{"n":1},null,{"n":3}]}}"#)
        #expect(
            try Self.execute("{ strict{ n } }", types)
                == #"{"errors":[\#(refused("strict"))],"data":{"strict":null}}"#)
        #expect(
            try Self.execute("{ raw{n} w: where }", types) == #"{"data":{"raw":{"any":[1]},"w":"Query w context"}}"#)
        let error = #"{"message":"no","locations":[{"line":1,"column":3}],"path":["code"],"extensions":{"code":"C"}}"#
        #expect(try Self.execute("{ code }", types) == #"{"errors":[\#(error)],"data":{"code":null}}"#)
    }

    @Test func abstractTypes() throws {
        let named = InterfaceType("Named") { [FieldDefinition("name", .named("String"))] }
        let cat = ObjectType("Cat", interfaces: ["Named"]) { [FieldDefinition("name", .named("String"))] }
        let rock = ObjectType("Rock") { [FieldDefinition("mass", .named("Int"))] }
        let query = ObjectType("Query") {
            [
                FieldDefinition("named", .list(.named("Named"))) { _, _, _ in
                    .list([
                        .value(["__typename": "Cat", "name": "Tom"]), .object(JSONValue.null, type: "Rock"),
                        .object(JSONValue.null), .object(JSONValue.null, type: "Dog"),
                    ])
                }
            ]
        }
        let types: [NamedType] = [.object(query), .interface(named), .object(cat), .object(rock)]
        let schema = GraphQLSchema(types: types)
        let document = try DocumentNode.parse("{ named { __typename ... on Cat { name } ... on Rock { mass } } }")
        let result = OperationExecutor(schema: schema, document: document).execute()
        let data = String(decoding: result.data ?? [], as: UTF8.self)
        #expect(data == #"{"named":[{"__typename":"Cat","name":"Tom"},null,null,null]}"#)
        #expect(
            result.errors.map(\.message) == [
                "Runtime Object type \"Rock\" is not a possible type for \"Named\".",
                "Abstract type \"Named\" must resolve to an Object type at runtime for field \"Query.named\".",
                "Abstract type \"Named\" was resolved to a type \"Dog\" that does not exist inside the schema.",
            ])
    }
}
