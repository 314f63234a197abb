import DataModel
import GraphQL
import JSON

/// The scalars of the record API and of the core schema (graphql-core 4.4).
enum RecordScalars {
    /// In the words of contexts that are validated.
    static let uuid = ScalarType("UUID", description: "A UUID scalar type") { value in
        guard case .string(let text) = value else { throw GraphQLError("UUID must be a string") }
        guard UUIDText.isValid(text) else { throw GraphQLError("Invalid UUID: '\(text)'") }
        return value
    }

    static func all(_ release: Release) -> [ScalarType] {
        [
            uuid,
            ScalarType("DateTime", description: "A date-time string at UTC, such as 2026-01-31T09:15:00.000Z."),
            ScalarType("Date", description: "A date string, such as 2026-01-31."),
            ScalarType("Time", description: "A time string, such as 09:15:00."),
            ScalarType("BigFloat", description: "A number of any size, or the text of one."),
            ScalarType("BigInt", description: "An integer of any size, or the text of one."),
            ScalarType("Position", description: "A number, \"first\" or \"last\"."),
            ScalarType(release.jsonScalarName, description: "Any JSON value."),
            ScalarType("Cursor", description: "A place in a list, as opaque text."),
            ScalarType("ConnectionCursor", description: "A place in a list, as opaque text."),
            ScalarType("TSVector", description: "The words that a record is found by."),
        ]
    }
}

extension ScalarType {
    /// A scalar whose input is checked by `parse` and whose output is taken as it is.
    fileprivate convenience init(
        _ name: String, description: String, parse: @escaping ScalarType.Conversion
    ) {
        self.init(name, description: description, serialize: { $0 }, parseValue: parse)
    }
}
