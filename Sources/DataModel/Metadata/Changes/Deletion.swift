extension ModelDraft {
    /// Removes a custom object and every relation that leads to it (metadata 5.6).
    ///
    /// - Throws: ``MetadataError`` or ``ValidationReport``.
    package mutating func delete(object id: String) throws {
        guard let object = object(id: id) else { throw MetadataError.entityNotFound }
        guard object.properties.isCustom else {
            var problems = [
                ValidationReport.Problem("INVALID_OBJECT_INPUT", "Standard objects cannot be deleted")
            ]
            if object.properties.isSystem {
                problems.append(.init("INVALID_OBJECT_INPUT", "System objects cannot be deleted"))
            }
            throw ValidationReport(
                "Multiple validation errors occurred while deleting object",
                [.init("objectMetadata", .delete, problems, information: object.properties.information(id: id))])
        }
        remove(object: id)
        for other in objects {
            for field in other.fields where field.relation?.targetObject == object.nameSingular {
                remove(field: field.name, of: other.nameSingular)
            }
        }
    }

    /// Removes a custom field, with the other side when it is a relation (metadata 6.4).
    ///
    /// - Throws: ``MetadataError`` or ``ValidationReport``.
    package mutating func delete(field id: String) throws {
        guard let (object, field) = field(id: id) else {
            throw MetadataError(.notFound, "FIELD_METADATA_NOT_FOUND", "Field to delete not found")
        }
        guard field.isCustom, !field.isSystem else {
            throw MetadataError(
                .forbidden, "FIELD_MUTATION_NOT_ALLOWED", "Cannot delete standard field \"\(field.name)\"")
        }
        guard object.properties.labelIdentifierField != field.name else {
            throw ValidationReport(
                "Multiple validation errors occurred while deleting field",
                [
                    .field(
                        field, on: object, .delete,
                        [
                            .init(
                                "FIELD_MUTATION_NOT_ALLOWED",
                                "Cannot delete, please update the label identifier field first")
                        ])
                ])
        }
        for leg in legs(of: field, on: object) {
            if let relation = leg.relation { remove(field: relation.targetField, of: relation.targetObject) }
            remove(field: leg.name, of: object.nameSingular)
        }
        change(object.nameSingular) { properties, _ in
            properties.searchFields.removeAll { $0 == field.name }
            if properties.imageIdentifierField == field.name { properties.imageIdentifierField = nil }
            properties.indexes.removeAll { $0.fields.contains { $0.name == field.name } }
        }
    }

    /// The legs of the morph relation that `field` belongs to; of a group that the standard model has begun only
    /// `field` itself, for the others are not this change's to make.
    func legs(of field: FieldMetadata, on object: ObjectMetadata) -> [FieldMetadata] {
        guard let group = field.details.morphID else { return [field] }
        return object.fields.filter { $0.details.morphID == group }
    }
}
