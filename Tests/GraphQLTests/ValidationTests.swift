import GraphQL
import JSON
import Testing

@Suite("Validation (spec 5)")
struct ValidationTests {
    @Test("Errors with their order, messages and locations, as graphql-core")
    func corpus() throws {
        let schema = try GraphQLSchema(sdl: Fixture.text("validation.graphql"))
        let rows = try Fixture.rows("validation.json")
        #expect(rows.count > 100)
        for row in rows {
            let text = row["document"]?.stringValue ?? ""
            let errors = try schema.validate(DocumentNode.parse(text)).map { JSONValue.object($0.json) }
            #expect(errors == row["errors"]?.arrayValue ?? [], "\(text)")
        }
    }

    @Test func typeSystemDefinitionsAreReportedAndNotLookedAt() throws {
        let schema = try GraphQLSchema(sdl: "type Query { a: Int }")
        let document = try DocumentNode.parse(
            "type T { x: Unknown } extend schema { mutation: M } directive @d on FIELD { a @d }")
        #expect(
            schema.validate(document).map(\.message) == [
                "The \"T\" definition is not executable.",
                "The schema definition is not executable.",
                "The \"d\" definition is not executable.",
            ])
    }

    @Test func errorsOfCustomScalars() throws {
        struct Reason: Error, CustomStringConvertible { let description: String }
        let even = ScalarType("Even") { value in
            guard let number = value.intValue else { throw GraphQLError("Even must be a number") }
            guard number.isMultiple(of: 2) else { throw Reason(description: "\(number) is odd") }
            return value
        }
        let parsing = ScalarType("Even", parseValue: even.serialize)
        let document = try DocumentNode.parse("type Query { a(x: Even!): Int } scalar Even")
        let schema = GraphQLSchema(sdl: document, scalars: [parsing])
        let errors = try schema.validate(DocumentNode.parse(#"{ a: a(x: 2) b: a(x: "2") c: a(x: 3) }"#))
        #expect(
            errors.map(\.message) == [
                "Even must be a number", "Expected value of type \"Even!\", found 3; 3 is odd",
            ])
    }

    @Test func theNumberOfErrorsIsLimited() throws {
        let schema = try GraphQLSchema(sdl: "type Query { a: Int }")
        let document = try DocumentNode.parse("{" + (0..<200).map { "x\($0) " }.joined() + "}")
        let errors = schema.validate(document)
        #expect(errors.count == 101)
        #expect(errors.last == GraphQLError("Too many validation errors, error limit reached. Validation aborted."))
    }
}
