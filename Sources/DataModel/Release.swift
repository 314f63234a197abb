/// A release line of the Twenty server.
///
/// Every difference between the lines is a named property here; nothing else branches on a version
/// (rest-core 18, data-model 16).
package struct Release: Sendable, Hashable {
    /// Which columns of the standard model exist (data-model 1).
    package enum Era: String, Sendable, Hashable {
        case v1x = "1x"
        case v2x = "2x"
    }

    /// The number given to `--release`.
    package let name: String
    package let era: Era

    /// The newest behaviour that the contract states.
    package static let v2 = Release(name: "2", era: .v2x)
    /// The last 1.x line, spring 2026.
    package static let v1 = Release(name: "1", era: .v1x)

    package static let all = [v2, v1]

    package init?(name: String) {
        guard let release = Release.all.first(where: { $0.name == name }) else { return nil }
        self = release
    }

    private init(name: String, era: Era) {
        self.name = name
        self.era = era
    }

    private var isOlder: Bool { era == .v1x }
}

// MARK: - Data model

extension Release {
    /// Whether applications write records (data-model 6).
    package var hasApplicationActors: Bool { !isOlder }

    /// Who may have written a record.
    package var actorSources: [ActorSource] {
        ActorSource.allCases.filter { hasApplicationActors || $0 != .application }
    }

    /// What the metadata API calls ``FieldType/richText`` (data-model 3, "Type naming").
    package var richTextTypeName: String { isOlder ? "RICH_TEXT_V2" : FieldType.richText.rawValue }

    /// The name of a field type on the wire.
    package func name(of type: FieldType) -> String { type == .richText ? richTextTypeName : type.rawValue }
}

// MARK: - Requests (rest-core 4, 15, 18)

extension Release {
    package var maximumPageSize: Int { isOlder ? 60 : 200 }
    package var maximumBatchSize: Int { isOlder ? 60 : 200 }
    package var allowedDepths: [Int] { isOlder ? [0, 1, 2] : [0, 1] }
    /// Whether `?token=` counts when there is no `Authorization` header.
    package var acceptsTokenParameter: Bool { isOlder }
    package var hasFieldsParameter: Bool { !isOlder }
    /// Whether a filter may look through a many-to-one relation.
    package var filtersThroughRelations: Bool { !isOlder }
    package var hasEndsWithOperator: Bool { !isOlder }
    /// Whether `startsWith` is a LIKE without a `%` of its own (rest-core 6.5).
    package var startsWithIsLike: Bool { isOlder }
}

// MARK: - Answers (rest-core 2.1, 7.2, 18)

extension Release {
    /// The version that `GET /client-config` tells (platform 4).
    package var appVersion: String { isOlder ? "1.20.0" : "2.20.0" }
    /// Whether typed errors carry `code`.
    package var errorsCarryCodes: Bool { !isOlder }
    /// Whether the page flag of the direction not taken tells that a cursor was given; else it is `false`.
    package var pageInfoReflectsCursor: Bool { !isOlder }
    /// Whether finding or updating a record that is not there answers 404; else 400, an update with the text of the
    /// database layer. Other operations answer 404 in every release.
    package var answersNotFound: Bool { !isOlder }
    /// Whether a refused permission answers 403; else 400 as `Error`.
    package var answersForbidden: Bool { !isOlder }
    /// Whether an order that cannot be, and a merge of records that are not there, have texts of their own.
    package var hasSpecificTexts: Bool { !isOlder }
    /// Whether `hasPreviousPage` is shown only when it is `true` (rest-core 7.2).
    package var omitsFalsePreviousPage: Bool { isOlder }
    /// Whether a duplicate names the constraint.
    package var namesUniqueConstraints: Bool { !isOlder }
    /// How many records of a one-to-many relation each record shows at depth 1.
    package var relatedRecordLimit: Int { isOlder ? 20 : 60 }
    /// Whether the record behind a morph relation is shown at depth 1.
    package var showsMorphTargets: Bool { !isOlder }
    /// Whether the lists inside composites read `[]` when unset; else `null`.
    package var unsetListsReadEmpty: Bool { !isOlder }
    /// Whether an unset `currencyCode` reads `null`; else `""`.
    package var unsetCurrencyCodeReadsNull: Bool { !isOlder }
}

// MARK: - Values (rest-core 9.4)

extension Release {
    /// Whether the domain of an e-mail address is stored in its ASCII form; else the address is lower-cased only.
    package var storesASCIIEmailDomains: Bool { !isOlder }
    /// Whether a link that is no URL is kept as sent; else it is refused.
    package var keepsInvalidLinks: Bool { !isOlder }
    /// Whether empty text is stored as NULL; else it is a value of its own.
    package var emptyTextIsNull: Bool { !isOlder }
    /// Whether a partial write of LINKS keeps the parts left out; else they are cleared.
    package var keepsLinkPartsLeftOut: Bool { !isOlder }
}

// MARK: - GraphQL (graphql-core 15)

extension Release {
    /// How many records a list shows that says nothing of it.
    package var defaultGraphQLPageSize: Int { isOlder ? 60 : 200 }
    /// Whether lists take `limit` beside `first`.
    package var hasGraphQLLimitArgument: Bool { isOlder }
    /// Whether the many-mutations refuse a filter that matches everything.
    package var refusesEmptyFilters: Bool { !isOlder }
    /// What the scalar for any JSON is called.
    package var jsonScalarName: String { isOlder ? "RawJSONScalar" : "JSON" }
    /// The scalar of ids in arguments.
    package var idArgumentScalarName: String { isOlder ? "ID" : "UUID" }
    /// Whether the JSON parts of composites have types of their own in the GraphQL schema.
    package var typesCompositeJSON: Bool { !isOlder }
    /// Whether creating takes `shareWith`, which sharing of records came with.
    package var hasRecordSharing: Bool { !isOlder }
}

// MARK: - Metadata (metadata, "Three behaviour generations", 3, 16)

extension Release {
    /// Whether the metadata API has the keys and envelopes of the first generation.
    package var hasLegacyMetadata: Bool { isOlder }
    /// Whether metadata lists besides objects and fields come in pages; else as bare arrays (metadata 3).
    package var pagesMetadataResources: Bool { !isOlder }
    /// Whether `/rest/webhooks` and `/rest/apiKeys` tell that they are deprecated (metadata 1).
    package var deprecatesAliases: Bool { !isOlder }
    /// Whether making an API key and giving one a role want the right to roles, too (metadata 1, platform 1.2).
    package var keysWantRolesRight: Bool { !isOlder }
}

// MARK: - Timeline (data-model 14)

extension Release {
    /// Whether any change of a note or task shows on what it is linked to; else only one of its title.
    package var linksShowEveryChange: Bool { isOlder }
    /// Whether the activity of a creation holds the record.
    package var createdActivitiesShowRecord: Bool { isOlder }
}
