/// A field type made of several sub-fields, each stored in a column of its own (data-model 3).
package struct CompositeType: Sendable {
    package struct SubField: Sendable {
        package let name: String
        /// A scalar type: TEXT, NUMERIC, UUID, SELECT or RAW_JSON.
        package let type: FieldType
        /// Whether the composite reads as `null` when this part is missing.
        package let isRequired: Bool
        /// Whether the part belongs to the key of a unique field.
        package let isUnique: Bool
        /// Whether NULL is read back as `""` (text) or `[]` (lists): data-model 4.
        package let isNullEquivalent: Bool
        package let options: [FieldOption]

        init(
            _ name: String, _ type: FieldType, isRequired: Bool = false, isUnique: Bool = false,
            isNullEquivalent: Bool = false, options: [FieldOption] = []
        ) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.isUnique = isUnique
            self.isNullEquivalent = isNullEquivalent
            self.options = options
        }

        static func text(_ name: String, isUnique: Bool = false) -> SubField {
            SubField(name, .text, isUnique: isUnique, isNullEquivalent: true)
        }
    }

    package let type: FieldType
    package let subFields: [SubField]
    /// How messages speak of the type: `full name`, `emails` (rest-core 9.1).
    package let spokenName: String

    package func subField(named name: String) -> SubField? {
        subFields.first { $0.name == name }
    }

    static func of(_ type: FieldType) -> CompositeType? {
        switch type {
        case .currency: currency
        case .fullName: fullName
        case .emails: emails
        case .phones: phones
        case .links: links
        case .address: address
        case .actor: actor
        case .richText: richText
        default: nil
        }
    }

    private static let currency = CompositeType(
        type: .currency,
        subFields: [SubField("amountMicros", .numeric), SubField("currencyCode", .text)],
        spokenName: "currency")

    private static let fullName = CompositeType(
        type: .fullName,
        subFields: [.text("firstName", isUnique: true), .text("lastName", isUnique: true)],
        spokenName: "full name")

    private static let emails = CompositeType(
        type: .emails,
        subFields: [
            .text("primaryEmail", isUnique: true),
            SubField("additionalEmails", .rawJSON, isNullEquivalent: true),
        ],
        spokenName: "emails")

    private static let phones = CompositeType(
        type: .phones,
        subFields: [
            .text("primaryPhoneNumber", isUnique: true),
            .text("primaryPhoneCountryCode", isUnique: true),
            .text("primaryPhoneCallingCode", isUnique: true),
            SubField("additionalPhones", .rawJSON, isNullEquivalent: true),
        ],
        spokenName: "phones")

    private static let links = CompositeType(
        type: .links,
        subFields: [
            .text("primaryLinkLabel"),
            .text("primaryLinkUrl", isUnique: true),
            SubField("secondaryLinks", .rawJSON, isNullEquivalent: true),
        ],
        spokenName: "links")

    private static let address = CompositeType(
        type: .address,
        subFields: [
            .text("addressStreet1"), .text("addressStreet2"), .text("addressCity"), .text("addressPostcode"),
            .text("addressState"), .text("addressCountry"),
            SubField("addressLat", .numeric), SubField("addressLng", .numeric),
        ],
        spokenName: "address")

    private static let actor = CompositeType(
        type: .actor,
        subFields: [
            SubField("source", .select, isRequired: true, options: ActorSource.options),
            SubField("workspaceMemberId", .uuid),
            SubField("name", .text, isRequired: true, isNullEquivalent: true),
            SubField("context", .rawJSON),
        ],
        spokenName: "actor")

    private static let richText = CompositeType(
        type: .richText,
        subFields: [SubField("blocknote", .text), .text("markdown")],
        spokenName: "rich text")
}

extension CompositeType.SubField {
    /// The values of a choice that a release knows.
    package func values(in release: Release) -> [String] {
        let sources = Set(release.actorSources.map(\.rawValue))
        return options.map(\.value).filter(sources.contains)
    }
}

/// Who wrote a record (data-model 6).
package enum ActorSource: String, Sendable, CaseIterable {
    case email = "EMAIL"
    case calendar = "CALENDAR"
    case workflow = "WORKFLOW"
    case agent = "AGENT"
    case api = "API"
    case `import` = "IMPORT"
    case manual = "MANUAL"
    case system = "SYSTEM"
    case webhook = "WEBHOOK"
    case application = "APPLICATION"

    static let options = allCases.enumerated().map { position, source in
        let label = String(source.rawValue.prefix(1)) + source.rawValue.dropFirst().lowercased()
        return FieldOption(value: source.rawValue, label: label, color: "gray", position: Double(position))
    }
}
