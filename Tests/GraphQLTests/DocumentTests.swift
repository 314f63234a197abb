import GraphQL
import JSON
import Testing

@Suite("Documents (spec 2)")
struct DocumentTests {
    @Test func operation() throws {
        let text = """
            query Q($id: [ID!]! = ["1"] @d, $n: Int) @e(x: 1) {
              first: field(a: $id, b: {c: [E, null]}) @skip(if: false) { x }
              ...F @include(if: $b)
              ... on T { y }
            }
            """
        let document = try DocumentNode.parse(text)
        let operation = try document.operation(named: "Q")
        #expect(operation.type == .query)
        #expect(operation.variables.map(\.name.text) == ["id", "n"])
        #expect(operation.variables.map { "\($0.type.reference)" } == ["[ID!]!", "Int"])
        #expect(operation.variables.first?.defaultValue?.description == #"["1"]"#)
        #expect(operation.directives.map(\.name.text) == ["e"])
        guard case .field(let field) = operation.selectionSet.selections[0],
            case .fragmentSpread(let spread) = operation.selectionSet.selections[1],
            case .inlineFragment(let fragment) = operation.selectionSet.selections[2]
        else {
            Issue.record("wrong selections")
            return
        }
        #expect(field.responseKey == "first")
        #expect(field.name.text == "field")
        #expect(field.arguments.map(\.value.description) == ["$id", "{c: [E, null]}"])
        #expect(document.source.location(at: field.offset) == SourceLocation(line: 2, column: 3))
        #expect(spread.name.text == "F")
        #expect(fragment.typeCondition?.text == "T")
    }

    @Test(
        "String values (spec 2.9.4)",
        arguments: [
            (#""a\u0041\u{1F600}\uD83D\uDE00\n\"\\\/""#, "aA\u{1F600}\u{1F600}\n\"\\/"),
            (#""""#, ""),
            ("\"\"\"\"\"\"", ""),
            (
                "\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"",
                "Hello,\n  World!\n\nYours,\n  GraphQL."
            ),
            ("\"\"\"  first\n  second\n\tthird\"\"\"", "  first\n second\nthird"),
            ("\"\"\"a \\\"\"\" b\\n\"\"\"", "a \"\"\" b\\n"),
            ("\"\"\"\r\n  a\r  b\r\n\"\"\"", "a\nb"),
            ("\"\"\" \n \t \n\"\"\"", ""),
        ])
    func strings(literal: String, value: String) throws {
        #expect(try ValueNode.parse(constant: literal).untypedValue([:]) == .string(value))
    }

    @Test(
        "Values print as graphql-js prints them",
        arguments: [
            "1", "-1.5e10", "true", "null", "ENUM", "[1, [2]]", "{a: {b: []}}", #""\"\\\n\u0001\u007F""#,
            "\"\"\"\n  a\nb\n\"\"\"", "\"\"\"one line\"\"\"",
        ])
    func printing(literal: String) throws {
        #expect(try ValueNode.parse(constant: literal).description == literal)
    }

    @Test func bytesThatAreNotUTF8AreReplaced() throws {
        let document = try DocumentNode.parse(GraphQLSource(bytes: Array("{a(x:\"".utf8) + [0xFF] + Array("\")}".utf8)))
        guard case .field(let field) = try document.operation(named: nil).selectionSet.selections[0] else { return }
        #expect(field.arguments[0].value.untypedValue([:]) == "\u{FFFD}")
    }

    @Test(
        "Which operation is executed (spec 6.1)",
        arguments: [
            ("{a}", nil, nil),
            ("query A{a} query B{b}", "B", nil),
            (
                "query A{a} query B{b}", nil,
                "Must provide operation name when document contains multiple operations."
            ),
            ("query A{a}", "x", "Unknown operation named \"x\"."),
            ("fragment F on T{a}", nil, "Must provide an operation."),
        ] as [(String, String?, String?)])
    func choice(text: String, name: String?, message: String?) throws {
        let document = try DocumentNode.parse(text)
        do throws(GraphQLError) {
            let operation = try document.operation(named: name)
            #expect(message == nil && operation.name?.text == name)
        } catch {
            #expect(error.message == message)
        }
    }
}
