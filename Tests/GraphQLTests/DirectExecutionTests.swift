import GraphQL
import JSON
import Testing

@Suite("Selections without a schema")
struct DirectExecutionTests {
    private static func selection(_ text: String, _ variables: JSONObject = [:]) throws -> [UntypedField] {
        let document = try DocumentNode.parse(text)
        let operation = try document.operation(named: nil)
        return try UntypedField.selection(
            of: operation, in: document, variables: operation.untypedVariables(variables))
    }

    private static func outline(_ fields: [UntypedField]) -> String {
        fields.map { field in
            field.responseKey + (field.selection.map { "{\(outline($0))}" } ?? "")
        }.joined(separator: " ")
    }

    @Test(
        "What is selected (spec 6.3.2)",
        arguments: [
            ("{ a { b } c: d a { e b } }", "a{b e} c"),
            ("{ ...F ... { x } ... on T { y } } fragment F on Q { z ...G } fragment G on Q { z g }", "z g x y"),
            ("{ a @skip(if: true) b @skip(if: false) c @include(if: true) d @include(if: false) }", "b c"),
            ("query($t: Boolean = true) { a @skip(if: $t) b @include(if: $t) ...F @skip(if: $t) }", "b"),
            ("{ a @skip(if: $missing) b @include(if: $missing) }", "a b"),
            ("{ ...Missing a }", "a"),
            ("{ ... @include(if: false) { a } ... @skip(if: true) { b } c }", "c"),
        ])
    func selected(text: String, outline: String) throws {
        #expect(try Self.outline(Self.selection(text)) == outline)
    }

    @Test(
        "Arguments as JSON",
        arguments: [
            ("{ a(x: NEW, y: \"NEW\") }", #"{"x":"NEW","y":"NEW"}"#),
            ("{ a(x: $given, y: $missing, z: null) }", #"{"x":{"k":[1]},"z":null}"#),
            ("{ a(x: {b: $missing, c: [$missing, $given]}) }", #"{"x":{"c":[null,{"k":[1]}]}}"#),
            ("{ a(x: 12345678901234567890, y: -1.5, z: 1e3) }", #"{"x":12345678901234567890,"y":-1.5,"z":1000}"#),
            ("query($d: Int = 5) { a(x: $d) }", #"{"x":5}"#),
            ("query($given: Int = 5) { a(x: $given) }", #"{"x":{"k":[1]}}"#),
        ])
    func arguments(text: String, json: String) throws {
        let fields = try Self.selection(text, ["given": ["k": [1]]])
        #expect(JSONValue.object(fields[0].arguments).serializedText == json)
    }

    @Test func aFragmentThatContainsItselfIsAnError() {
        #expect(throws: GraphQLError("Query is nested more than 200 levels deep.")) {
            _ = try Self.selection("{ ...F } fragment F on Q { a { ...F } }")
        }
    }

    @Test func fragmentsThatMultiplyAreAnError() {
        let doubling = (0..<30).map { "fragment F\($0) on Q{x{...F\($0 + 1)} y{...F\($0 + 1)}}" }.joined()
        #expect(throws: GraphQLError("Query is too complex: it asks for too many fields.")) {
            _ = try Self.selection("{...F0}" + doubling + "fragment F30 on Q{z}")
        }
    }

    @Test func runtimeTypesDecideOnFragments() throws {
        let document = try DocumentNode.parse("{ ... on A { a } ... on B { b } ... { c } ...F } fragment F on A { f }")
        var collector = FieldCollector(document: document, variables: [:])
        let fields = try collector.collect([document.operation(named: nil).selectionSet]) { $0 == "A" }
        #expect(fields.map(\.responseKey) == ["a", "c", "f"])
    }

    @Test func introspectionBesideFieldsWithoutASchema() throws {
        let schema = try GraphQLSchema(sdl: "type Query { a: Int }")
        let document = try DocumentNode.parse("{ people { id } s: __schema { queryType { name } } }")
        let operation = try document.operation(named: nil)
        let fields = try UntypedField.selection(of: operation, in: document, variables: [:])
        let introspection = fields.filter { $0.name.hasPrefix("__") }.map(\.field)
        let result = OperationExecutor(schema: schema, document: document).execute(
            fields: introspection, variables: [:])
        #expect(String(decoding: result.dataMembers ?? [], as: UTF8.self) == #""s":{"queryType":{"name":"Query"}}"#)
    }
}
