import JSON

/// A response (spec 7.1).
package struct ExecutionResult: Sendable {
    /// The object of `data` or `null`, as JSON; `nil` when the request was not executed.
    package let data: [UInt8]?
    package let errors: [GraphQLError]

    package init(data: [UInt8]?, errors: [GraphQLError]) {
        self.data = data
        self.errors = errors
    }

    package init(_ failure: GraphQLErrorList) {
        self.init(data: nil, errors: failure.errors)
    }

    /// The members of `data` without its braces, `nil` when it is not an object.
    package var dataMembers: ArraySlice<UInt8>? {
        guard let data, data.first == UInt8(ascii: "{") else { return nil }
        return data.dropFirst().dropLast()
    }

    /// Writes the response, errors first, as graphql-js does.
    package func write(to writer: inout JSONWriter) {
        writer.write(raw: "{")
        if !errors.isEmpty {
            writer.write(raw: "\"errors\":")
            writer.write(errors.map { .object($0.json) })
        }
        if let data {
            writer.write(raw: errors.isEmpty ? "\"data\":" : ",\"data\":")
            writer.write(raw: data)
        }
        writer.write(raw: "}")
    }
}
