/// One field of an object: what the metadata API calls a field (data-model 1, 2).
package struct FieldMetadata: Sendable, Hashable {
    /// Lower-case UUID; `nil` for a standard field, whose id follows from its name: see ``ObjectMetadata/id(of:)``.
    package var id: String?
    package var name: String
    package var label: String
    package var type: FieldType
    package var icon: String?
    package var isNullable: Bool
    package var isUnique: Bool
    package var isSystem: Bool
    package var isUIReadOnly: Bool
    package var isCustom: Bool
    package var isActive: Bool
    package var isDeprecated: Bool
    package var defaultValue: DefaultValue?
    /// The options of SELECT, MULTI_SELECT and RATING, ordered by position.
    package var options: [FieldOption]
    package var settings: FieldSettings
    /// Present for RELATION and MORPH_RELATION, absent otherwise.
    package var relation: Relation?
    package var details = FieldDetails()

    package init(
        name: String, label: String, type: FieldType, icon: String? = nil, isNullable: Bool = true,
        isUnique: Bool = false, isSystem: Bool = false, isUIReadOnly: Bool = false, isCustom: Bool = false,
        isActive: Bool = true, isDeprecated: Bool = false, defaultValue: DefaultValue? = nil,
        options: [FieldOption] = [], settings: FieldSettings = FieldSettings(), relation: Relation? = nil
    ) {
        self.name = name
        self.label = label
        self.type = type
        self.icon = icon
        self.isNullable = isNullable
        self.isUnique = isUnique
        self.isSystem = isSystem
        self.isUIReadOnly = isUIReadOnly
        self.isCustom = isCustom
        self.isActive = isActive
        self.isDeprecated = isDeprecated
        self.defaultValue = defaultValue
        self.options = options
        self.settings = settings
        self.relation = relation
    }

    /// The key that carries a many-to-one relation in a record: `companyId`.
    package var joinColumnName: String? { relation?.joinColumnName }
}

/// One choice of a SELECT, MULTI_SELECT or RATING field.
package struct FieldOption: Sendable, Hashable {
    /// Lower-case UUID; `nil` for an option of the standard model.
    package var id: String?
    package var value: String
    package var label: String
    package var color: String
    /// Any number that is finite, as sent (metadata 7.1).
    package var position: Double

    package init(id: String? = nil, value: String, label: String, color: String, position: Double) {
        self.id = id
        self.value = value
        self.label = label
        self.color = color
        self.position = position
    }
}

/// What a field holds when a record is created without it (data-model 2, "Metadata default values").
package indirect enum DefaultValue: Sendable, Hashable {
    /// A fresh version 4 UUID: written `"uuid"` in the metadata API.
    case uuid
    /// The moment of creation: written `"now"`.
    case now
    /// A literal text or option: written with inner single quotes, `"'NEW'"`.
    case text(String)
    case number(Double)
    case boolean(Bool)
    /// Literal texts, for MULTI_SELECT and ARRAY: written `["'A'"]`.
    case list([String])
    /// The defaults of a composite's sub-fields, `nil` where a part is written as `null`.
    case composite([SubFieldDefault])
    /// Any JSON as text, for RAW_JSON and the lists inside composites.
    case json(String)

    package struct SubFieldDefault: Sendable, Hashable {
        package let name: String
        package let value: DefaultValue?

        package init(_ name: String, _ value: DefaultValue?) {
            self.name = name
            self.value = value
        }
    }
}

/// The settings of a field that are not its relation (data-model 2).
package struct FieldSettings: Sendable, Hashable {
    /// DATE and DATE_TIME: `RELATIVE`, `USER_SETTINGS` or `CUSTOM`.
    package var displayFormat: String?
    /// TEXT: how many rows the UI shows.
    package var displayedMaxRows: Int?
    /// NUMBER: `float`, `int` or `bigint`.
    package var dataType: String?
    /// EMAILS, PHONES, LINKS, ARRAY, FILES: how many values the UI offers; enforced for FILES only.
    package var maxNumberOfValues: Int?
    /// LINKS: whether the primary link is reduced to its bare host (`type: "domain"`).
    package var isDomain: Bool

    package init(
        displayFormat: String? = nil, displayedMaxRows: Int? = nil, dataType: String? = nil,
        maxNumberOfValues: Int? = nil, isDomain: Bool = false
    ) {
        self.displayFormat = displayFormat
        self.displayedMaxRows = displayedMaxRows
        self.dataType = dataType
        self.maxNumberOfValues = maxNumberOfValues
        self.isDomain = isDomain
    }
}
