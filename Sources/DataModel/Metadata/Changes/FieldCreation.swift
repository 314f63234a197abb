import JSON

/// A new field as a request describes it, in the right shape already (metadata 6.2).
package struct FieldCreation: Sendable {
    package var objectID: String
    package var type: FieldType
    package var name: String
    package var label: String
    package var description: String?
    package var icon: String?
    package var isNullable = true
    package var isUnique = false
    package var isSearchable = false
    package var isSystem = false
    package var isUIEditable = true
    package var isLabelSyncedWithName = false
    package var isRemote = false
    package var defaultValue: JSONValue?
    package var options: JSONValue?
    package var settings: JSONObject?
    package var relation: JSONValue?
    package var morphRelations: JSONValue?

    package init(objectID: String, type: FieldType, name: String, label: String) {
        self.objectID = objectID
        self.type = type
        self.name = name
        self.label = label
    }

    /// The field without what its type adds.
    var field: FieldMetadata {
        var field = FieldMetadata(
            name: name, label: label, type: type, icon: icon, isNullable: isNullable, isUnique: isUnique,
            isSystem: isSystem, isUIReadOnly: !isUIEditable, isCustom: true)
        field.details.description = description
        field.details.isLabelSyncedWithName = isLabelSyncedWithName
        field.details.isSearchable = isSearchable
        return field
    }
}

extension ModelDraft {
    /// Adds a field, for a relation on both sides.
    ///
    /// - Returns: the id of the new field; of a relation the side that was asked for, of a morph relation its first leg.
    /// - Throws: ``ValidationReport``.
    package mutating func create(_ creation: FieldCreation) throws -> String {
        guard let object = object(id: creation.objectID) else {
            throw FieldReports.untranslatable(
                "OBJECT_METADATA_NOT_FOUND", "Provided object metadata id does not exist",
                user: "Field to create related object not found")
        }
        if creation.isRemote {
            throw FieldReports.untranslatable("FIELD_MUTATION_NOT_ALLOWED", "Remote fields aren't supported")
        }
        switch creation.type {
        case .relation: return try createRelation(creation, on: object)
        case .morphRelation: return try createMorphRelation(creation, on: object)
        default: return try createValueField(creation, on: object)
        }
    }

    private mutating func createValueField(_ creation: FieldCreation, on object: ObjectMetadata) throws -> String {
        var field = creation.field
        var problems = FieldNamingRules(object: object).problems(of: field)
        problems += FieldRules.synced(field)
        problems += FieldRules.creatable(field)
        problems += FieldRules.completed(&field, creation, newID: newID)
        field = stamped(field)
        var entities = problems.isEmpty ? [] : [ValidationReport.Entity.field(field, on: object, .create, problems)]
        if let index = FieldRules.uniqueIndex(field, on: object) { entities.append(index) }
        guard entities.isEmpty else { throw FieldReports.creation(entities) }
        add(field, to: object.nameSingular)
        return object.id(of: field)
    }
}

/// The headings of reports on fields (metadata 6.2).
enum FieldReports {
    static func creation(_ entities: [ValidationReport.Entity]) -> ValidationReport {
        ValidationReport("Multiple validation errors occurred while creating fields", entities)
    }

    static func update(_ entities: [ValidationReport.Entity]) -> ValidationReport {
        ValidationReport("Multiple validation errors occurred while updating field", entities)
    }

    /// A request that could not be read as a field at all.
    static func untranslatable(
        _ code: String, _ message: String, user: String? = nil, value: JSONValue? = nil
    ) -> ValidationReport {
        .untranslatable(
            "Multiple validation errors occurred while creating field", "fieldMetadata", .create,
            [.init(code, message, user: user, value: value)])
    }
}
