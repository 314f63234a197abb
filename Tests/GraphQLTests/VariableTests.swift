import GraphQL
import JSON
import Testing

@Suite("Variables (spec 6.1.2)")
struct VariableTests {
    private static let sdl = """
        type Query { a(id: UUID, n: Int, i: In): Int }
        scalar UUID
        enum Colour { RED BLUE }
        input In { n: Int! list: [In!] colour: Colour = RED }
        """

    @Test(
        "graphql-js's words",
        arguments: [
            ("$id: UUID!", "{}", "Variable \"$id\" of required type \"UUID!\" was not provided."),
            ("$id: UUID!", #"{"id":null}"#, "Variable \"$id\" of non-null type \"UUID!\" must not be null."),
            (
                "$n: Int", #"{"n":"x"}"#,
                "Variable \"$n\" got invalid value \"x\"; Int cannot represent non-integer value: \"x\""
            ),
            (
                "$i: In", #"{"i":{"n":1,"list":[{"n":1},{"n":1.5}]}}"#,
                "Variable \"$i\" got invalid value 1.5 at \"i.list[1].n\"; "
                    + "Int cannot represent non-integer value: 1.5"
            ),
            (
                "$i: In", #"{"i":{"n":1,"lst":[]}}"#,
                "Variable \"$i\" got invalid value { n: 1, lst: [] }; "
                    + "Field \"lst\" is not defined by type \"In\". Did you mean \"list\"?"
            ),
            (
                "$i: In", #"{"i":{}}"#,
                "Variable \"$i\" got invalid value {}; Field \"n\" of required type \"Int!\" was not provided."
            ),
            ("$i: In", #"{"i":5}"#, "Variable \"$i\" got invalid value 5; Expected type \"In\" to be an object."),
            (
                "$c: Colour", #"{"c":"REDD"}"#,
                "Variable \"$c\" got invalid value \"REDD\"; Value \"REDD\" does not exist in \"Colour\" enum. "
                    + "Did you mean the enum value \"RED\"?"
            ),
            (
                "$l: [Int!]", #"{"l":[null]}"#,
                "Variable \"$l\" got invalid value null at \"l[0]\"; "
                    + "Expected non-nullable type \"Int!\" not to be null."
            ),
            (
                "$q: Query", "{}",
                "Variable \"$q\" expected value of type \"Query\" which cannot be used as an input type."
            ),
        ])
    func errors(definition: String, values: String, message: String) throws {
        let schema = try GraphQLSchema(sdl: Self.sdl)
        let document = try DocumentNode.parse("query(\(definition)) { a }")
        let values = try JSONValue(parsing: values).objectValue ?? [:]
        do throws(GraphQLErrorList) {
            _ = try schema.coerceVariables(of: document.operations[0], in: document, from: values)
            Issue.record("no error")
        } catch {
            #expect(error.errors.map(\.message) == [message])
        }
    }

    @Test(
        "Coerced values",
        arguments: [
            ("$n: Int, $m: Int = 5, $k: Int = 6", #"{"k":null}"#, #"{"m":5,"k":null}"#),
            ("$i: In", #"{"i":{"n":1.0}}"#, #"{"i":{"n":1,"colour":"RED"}}"#),
            ("$l: [[Int]]", #"{"l":1}"#, #"{"l":[[1]]}"#),
            ("$id: ID, $f: Float", #"{"id":7,"f":1,"other":true}"#, #"{"id":"7","f":1}"#),
        ])
    func values(definitions: String, values: String, coerced: String) throws {
        let schema = try GraphQLSchema(sdl: Self.sdl)
        let document = try DocumentNode.parse("query(\(definitions)) { a }")
        let values = try JSONValue(parsing: values).objectValue ?? [:]
        let result = try schema.coerceVariables(of: document.operations[0], in: document, from: values)
        #expect(JSONValue.object(result).serializedText == coerced)
    }

    @Test func theNumberOfErrorsIsLimited() throws {
        let schema = try GraphQLSchema(sdl: Self.sdl)
        let document = try DocumentNode.parse("query($l: [Int]) { a }")
        let values: JSONObject = ["l": .array([JSONValue](repeating: "x", count: 100))]
        #expect {
            _ = try schema.coerceVariables(of: document.operations[0], in: document, from: values)
        } throws: { error in
            let errors = (error as? GraphQLErrorList)?.errors ?? []
            return errors.count == 51
                && errors.last?.message
                    == "Too many errors processing variables, error limit reached. Execution aborted."
        }
    }
}
