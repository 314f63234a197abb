/// A refusal with a code of its own: something is not there, or must not be done (metadata 2.2 a).
package struct MetadataError: Error, Sendable, Hashable {
    /// What the adapters make a status or an `extensions.code` of.
    package enum Kind: Sendable { case badInput, forbidden, notFound, conflict, `internal` }

    package let kind: Kind
    package let code: String?
    package let message: String

    package init(_ kind: Kind, _ code: String?, _ message: String) {
        self.kind = kind
        self.code = code
        self.message = message
    }

    package static let objectNotFound = MetadataError(
        .notFound, "OBJECT_METADATA_NOT_FOUND", "Object metadata not found")
    package static let fieldNotFound = MetadataError(.notFound, "FIELD_METADATA_NOT_FOUND", "Field metadata not found")
    package static let entityNotFound = MetadataError(
        .notFound, "ENTITY_NOT_FOUND", "Could not find flat entity in maps")

    /// A foreign key of a request that leads nowhere (metadata 2.3).
    package static func unknownReference(_ kind: String, key: String) -> MetadataError {
        MetadataError(
            .notFound, "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND", "Could not find \(kind) for given \(key)")
    }
}

/// Properties of a request that have not the right shape, one message for each broken rule (metadata 2.2 c).
package struct InputShapeError: Error, Sendable, Hashable {
    package let messages: [String]

    package init(_ messages: [String]) { self.messages = messages }
}
