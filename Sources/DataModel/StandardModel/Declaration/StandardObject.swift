/// The declaration of one standard object for all releases (data-model 1).
struct StandardObject: Sendable {
    typealias Properties = ObjectMetadata.Properties

    let availability: Availability
    let fields: [StandardField]
    private let properties: Properties
    private let change: (@Sendable (inout Properties) -> Void)?
    private let indexes: [StandardIndex]

    /// - Parameters:
    ///   - only: The one release line that has the object; `nil` for both.
    ///   - fieldsAreUIReadOnly: What `isUIReadOnly` is for the fields that do not say it themselves: `true` for the
    ///     objects that the server fills. It restricts the web app only, the API still writes those fields.
    ///   - in1x: What 1.x says differently.
    ///   - fields: In the order of the metadata listing, after `id`, `createdAt`, `updatedAt` and `deletedAt`, which
    ///     lead every object.
    init(
        _ nameSingular: String, _ namePlural: String, _ labelSingular: String, _ labelPlural: String, icon: String,
        only: Release.Era? = nil, labelIdentifier: String, imageIdentifier: String? = nil, shortcut: String? = nil,
        isSystem: Bool = false, isSearchable: Bool = false, isAuditLogged: Bool = true, isUICreatable: Bool = true,
        openRecordIn: String = "USER_CHOICE", fieldsAreUIReadOnly: Bool = false, searchFields: [String] = [],
        duplicateCriteria: [[String]] = [], indexes: [StandardIndex] = [],
        in1x change: (@Sendable (inout Properties) -> Void)? = nil, fields: [StandardField]
    ) {
        var properties = Properties(
            nameSingular: nameSingular, namePlural: namePlural, labelSingular: labelSingular,
            labelPlural: labelPlural, labelIdentifierField: labelIdentifier)
        properties.icon = icon
        properties.shortcut = shortcut
        properties.isSystem = isSystem
        properties.isSearchable = isSearchable
        properties.isAuditLogged = isAuditLogged
        properties.isUICreatable = isUICreatable
        properties.openRecordIn = openRecordIn
        properties.imageIdentifierField = imageIdentifier
        properties.duplicateCriteria = duplicateCriteria
        properties.searchFields = searchFields
        self.properties = properties
        self.availability = only.map(Availability.only) ?? .everywhere
        self.change = change
        self.indexes = indexes
        self.fields = (StandardField.leading + fields).map { $0.uiReadOnlyByDefault(fieldsAreUIReadOnly) }
    }

    /// The object as a release serves it; `nil` where it does not exist.
    func metadata(in era: Release.Era) -> ObjectMetadata? {
        guard availability.includes(era) else { return nil }
        var properties = properties
        properties.indexes = indexes.filter { $0.availability.includes(era) }.map(\.metadata)
        if era == .v1x { change?(&properties) }
        return ObjectMetadata(properties: properties, fields: fields.compactMap { $0.metadata(in: era) })
    }
}
