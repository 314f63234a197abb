/// The declaration of one field of a standard object for all releases.
///
/// A field is nullable unless it has a default value; ``nonNull`` and ``nullable`` say otherwise.
struct StandardField: Sendable {
    private(set) var availability = Availability.everywhere
    private var metadata: FieldMetadata
    private var options: [StandardOption] = []
    private var changesIn1x: [@Sendable (inout FieldMetadata) -> Void] = []
    /// `nil` for the default of the object.
    private var isUIReadOnly: Bool?

    // Never inlined, as `modified`: 600 copies of them would double the time of an optimised build.
    @inline(never)
    init(
        _ name: String, _ label: String, _ type: FieldType, icon: String, default defaultValue: DefaultValue? = nil,
        isUnique: Bool = false, settings: FieldSettings = FieldSettings(), options: [StandardOption] = [],
        relation: Relation? = nil
    ) {
        metadata = FieldMetadata(
            name: name, label: label, type: type, icon: icon, isNullable: defaultValue == nil, isUnique: isUnique,
            defaultValue: defaultValue, settings: settings, relation: relation)
        self.options = options
    }

    var name: String { metadata.name }

    /// The field as a release serves it; `nil` where it does not exist.
    func metadata(in era: Release.Era) -> FieldMetadata? {
        guard availability.includes(era) else { return nil }
        var field = metadata
        field.isUIReadOnly = isUIReadOnly ?? false
        field.options = options.enumerated()
            .filter { $1.availability.includes(era) }
            .map { place, option in option.metadata(at: place) }
        if era == .v1x {
            for change in changesIn1x { change(&field) }
        }
        return field
    }
}

// MARK: - Modifiers

extension StandardField {
    /// Only one of the release lines has the field.
    func only(_ era: Release.Era) -> StandardField {
        modified { $0.availability = .only(era) }
    }

    /// The field is newer than every release served.
    var notServed: StandardField {
        modified { $0.availability = .notServed }
    }

    /// What 1.x says differently of the field.
    func in1x(_ change: @escaping @Sendable (inout FieldMetadata) -> Void) -> StandardField {
        modified { $0.changesIn1x.append(change) }
    }

    var nullable: StandardField { modified { $0.metadata.isNullable = true } }
    var nonNull: StandardField { modified { $0.metadata.isNullable = false } }
    var system: StandardField { modified { $0.metadata.isSystem = true } }
    var deprecated: StandardField { modified { $0.metadata.isDeprecated = true } }
    var uiReadOnly: StandardField { modified { $0.isUIReadOnly = true } }
    var uiEditable: StandardField { modified { $0.isUIReadOnly = false } }

    func uiReadOnlyByDefault(_ isUIReadOnly: Bool) -> StandardField {
        modified { $0.isUIReadOnly = $0.isUIReadOnly ?? isUIReadOnly }
    }

    @inline(never)
    private func modified(_ change: (inout StandardField) -> Void) -> StandardField {
        var field = self
        change(&field)
        return field
    }
}
