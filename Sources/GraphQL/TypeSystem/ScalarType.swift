import JSON

/// A scalar (spec 3.5).
///
/// The closures throw a `GraphQLError` whose message stands for itself, or any other error whose description is put
/// behind "Expected type ..." or "Expected value of type ...".
package final class ScalarType: Sendable {
    package typealias Conversion = @Sendable (JSONValue) throws -> JSONValue
    package typealias LiteralConversion = @Sendable (_ literal: ValueNode, _ variables: JSONObject) throws -> JSONValue

    package let name: String
    package let description: String?
    package let specifiedByURL: String?
    /// Result coercion: from what a resolver gives to what the response has. Not called for null.
    package let serialize: Conversion
    /// Input coercion of a variable's value. Not called for null.
    package let parseValue: Conversion
    /// Input coercion of a literal in a document. Not called for null.
    package let parseLiteral: LiteralConversion

    /// A literal is read as the JSON that it resembles, and goes through `parseValue`, unless `parseLiteral` is given.
    package init(
        _ name: String, description: String? = nil, specifiedByURL: String? = nil,
        serialize: @escaping Conversion = { $0 }, parseValue: @escaping Conversion = { $0 },
        parseLiteral: LiteralConversion? = nil
    ) {
        self.name = name
        self.description = description
        self.specifiedByURL = specifiedByURL
        self.serialize = serialize
        self.parseValue = parseValue
        self.parseLiteral =
            parseLiteral ?? { literal, variables in try parseValue(literal.untypedValue(variables) ?? .null) }
    }
}
