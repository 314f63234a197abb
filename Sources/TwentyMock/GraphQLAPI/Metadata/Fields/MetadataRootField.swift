import GraphQL
import JSON

/// A root field: its definition, and what it does.
struct MetadataRootField: Sendable {
    let name: String
    /// Arguments and type in the schema language.
    let signature: String
    let isMutation: Bool
    let resolve: MetadataField

    static func query(
        _ name: String, _ signature: String,
        _ body: @escaping @Sendable (MetadataOperations, JSONObject) throws -> ResolvedValue
    ) -> MetadataRootField {
        MetadataRootField(name: name, signature: signature, isMutation: false) { operations, arguments, _ in
            try body(operations, arguments)
        }
    }

    static func mutation(
        _ name: String, _ signature: String,
        _ body: @escaping @Sendable (MetadataOperations, JSONObject) throws -> ResolvedValue
    ) -> MetadataRootField {
        MetadataRootField(name: name, signature: signature, isMutation: true) { operations, arguments, _ in
            try body(operations, arguments)
        }
    }
}
