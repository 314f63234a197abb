/// The type of a field, named as the API names it (data-model 2).
package enum FieldType: String, Sendable, Hashable, CaseIterable {
    case uuid = "UUID"
    case text = "TEXT"
    case number = "NUMBER"
    case numeric = "NUMERIC"
    case boolean = "BOOLEAN"
    case dateTime = "DATE_TIME"
    case date = "DATE"
    case select = "SELECT"
    case multiSelect = "MULTI_SELECT"
    case rating = "RATING"
    case array = "ARRAY"
    case rawJSON = "RAW_JSON"
    case files = "FILES"
    case position = "POSITION"
    case tsVector = "TS_VECTOR"
    case relation = "RELATION"
    case morphRelation = "MORPH_RELATION"
    case currency = "CURRENCY"
    case fullName = "FULL_NAME"
    case emails = "EMAILS"
    case phones = "PHONES"
    case links = "LINKS"
    case address = "ADDRESS"
    case actor = "ACTOR"
    case richText = "RICH_TEXT"

    /// The sub-fields, when the type is a composite.
    package var composite: CompositeType? { CompositeType.of(self) }

    /// `true` for RELATION and MORPH_RELATION, which hold no value of their own.
    package var isRelation: Bool { self == .relation || self == .morphRelation }
}
