/// One object of the data model: what the metadata API calls an object (data-model 1).
package final class ObjectMetadata: Sendable {
    /// Everything about an object but its fields.
    package struct Properties: Sendable, Hashable {
        /// Lower-case UUID; `nil` for a standard object, whose id follows from its name: see ``ObjectMetadata/id``.
        package var id: String?
        package var nameSingular: String
        package var namePlural: String
        package var labelSingular: String
        package var labelPlural: String
        package var icon: String?
        package var shortcut: String?
        package var isCustom = false
        package var isActive = true
        package var isSystem = false
        package var isSearchable = false
        package var isAuditLogged = true
        package var isUICreatable = true
        package var openRecordIn: String?
        /// Name of the field that names a record: TEXT, FULL_NAME or `id` (data-model 11).
        package var labelIdentifierField: String
        package var imageIdentifierField: String?
        /// Column names; the criteria are OR-ed, the columns within one AND-ed (data-model 10).
        package var duplicateCriteria: [[String]] = []
        /// Names of the fields that the search vector is made of (data-model 9).
        package var searchFields: [String] = []
        package var indexes: [IndexMetadata] = []
        package var details = ObjectDetails()

        package init(
            nameSingular: String, namePlural: String, labelSingular: String, labelPlural: String,
            labelIdentifierField: String
        ) {
            self.nameSingular = nameSingular
            self.namePlural = namePlural
            self.labelSingular = labelSingular
            self.labelPlural = labelPlural
            self.labelIdentifierField = labelIdentifierField
        }
    }

    /// Lower-case UUID, the same in every workspace for a standard object.
    package let id: String
    package let properties: Properties
    package let fields: [FieldMetadata]
    private let indexByFieldName: [String: Int]
    private let indexByJoinColumn: [String: Int]

    package init(properties: Properties, fields: [FieldMetadata]) {
        id = properties.id ?? StandardID.object(properties.nameSingular)
        self.properties = properties
        self.fields = fields
        indexByFieldName = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        indexByJoinColumn = Dictionary(
            fields.enumerated().compactMap { index, field in field.joinColumnName.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The id of one of the object's fields.
    package func id(of field: FieldMetadata) -> String { field.id ?? StandardID.field(nameSingular, field.name) }

    /// The field whose metadata id is `id`.
    package func field(id: String) -> FieldMetadata? {
        // Ids of standard fields have to be worked out, so the others are looked through first.
        fields.first { $0.id == id }
            ?? fields.first { $0.id == nil && StandardID.field(nameSingular, $0.name) == id }
    }

    package var nameSingular: String { properties.nameSingular }
    package var namePlural: String { properties.namePlural }

    package func field(named name: String) -> FieldMetadata? {
        indexByFieldName[name].map { fields[$0] }
    }

    /// The many-to-one relation whose id is carried by `name`: `company` for `companyId`.
    package func field(withJoinColumn name: String) -> FieldMetadata? {
        indexByJoinColumn[name].map { fields[$0] }
    }
}
