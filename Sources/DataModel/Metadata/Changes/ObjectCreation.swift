import JSON

/// A new custom object as a request describes it, in the right shape already (metadata 5.2).
package struct ObjectCreation: Sendable {
    package var nameSingular: String
    package var namePlural: String
    package var labelSingular: String
    package var labelPlural: String
    package var description: String?
    package var icon: String?
    package var shortcut: String?
    package var color: String?
    package var isLabelSyncedWithName = false
    /// No `name` field; `id` names a record then.
    package var skipsNameField = false
    package var isRemote = false

    package init(nameSingular: String, namePlural: String, labelSingular: String, labelPlural: String) {
        self.nameSingular = nameSingular
        self.namePlural = namePlural
        self.labelSingular = labelSingular
        self.labelPlural = labelPlural
    }
}

extension ModelDraft {
    /// Adds a custom object with its fields, and its counterparts on the objects that link to records of any kind
    /// (metadata 5.4).
    ///
    /// - Returns: the new object's id.
    /// - Throws: ``ValidationReport``.
    package mutating func create(_ creation: ObjectCreation) throws -> String {
        let id = newID()
        let properties = properties(of: creation, id: id)
        var problems = ObjectNamingRules(properties: properties, others: objects).problems
        if creation.isRemote { problems.append(.init("INVALID_OBJECT_INPUT", "Remote objects are not supported yet")) }
        let links = CustomObjectLink.all(in: self, to: properties)
        let clashes = problems.isEmpty ? links.compactMap { $0.clash(in: self) } : []
        guard problems.isEmpty, clashes.isEmpty else {
            let entity = ValidationReport.Entity(
                "objectMetadata", .create, problems, information: properties.information(id: id))
            throw ValidationReport(
                "Multiple validation errors occurred while creating object",
                (problems.isEmpty ? [] : [entity]) + clashes)
        }
        var fields = CustomObjectFields.all(skipsName: creation.skipsNameField)
        fields += links.map(\.list)
        append(
            ObjectMetadata(properties: properties, fields: fields.map { stamped($0) }))
        for link in links { add(stamped(link.leg), to: link.object) }
        return id
    }

    private func properties(of creation: ObjectCreation, id: String) -> ObjectMetadata.Properties {
        var properties = ObjectMetadata.Properties(
            nameSingular: creation.nameSingular.collapsingWhitespace,
            namePlural: creation.namePlural.collapsingWhitespace,
            labelSingular: creation.labelSingular.collapsingWhitespace.capitalizingFirst,
            labelPlural: creation.labelPlural.collapsingWhitespace.capitalizingFirst,
            labelIdentifierField: creation.skipsNameField ? "id" : "name")
        properties.id = id
        properties.isCustom = true
        properties.isSearchable = true
        properties.icon = creation.icon?.collapsingWhitespace
        properties.shortcut = creation.shortcut?.collapsingWhitespace
        properties.openRecordIn = "SIDE_PANEL"
        properties.searchFields = creation.skipsNameField ? [] : ["name"]
        properties.details.description = creation.description?.collapsingWhitespace
        properties.details.color = creation.color
        properties.details.isLabelSyncedWithName = creation.isLabelSyncedWithName
        properties.details.countID = nextCountID
        properties.details.createdAt = now
        properties.details.updatedAt = now
        return properties
    }

    /// Standard objects are counted from 1; custom ones stay out of the way of those to come.
    private var nextCountID: Int {
        max(1000, objects.compactMap(\.properties.details.countID).max() ?? 0) + 1
    }

    /// `field` as one that has just been made.
    func stamped(_ field: FieldMetadata) -> FieldMetadata {
        var field = field
        field.id = field.id ?? newID()
        field.isCustom = true
        field.details.createdAt = now
        field.details.updatedAt = now
        return field
    }
}
