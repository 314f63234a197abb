import JSON

/// An index that a client asks for (metadata 15.4).
package struct IndexCreation: Sendable {
    /// A field by its id, and the part of it when it is a composite.
    package struct Field: Sendable, Hashable {
        package let id: String
        package let subField: String?

        package init(id: String, subField: String?) {
            self.id = id
            self.subField = subField
        }
    }

    package let objectID: String
    /// In the order in which the index has them.
    package let fields: [Field]
    package let method: IndexMetadata.Method

    package init(objectID: String, fields: [Field], method: IndexMetadata.Method) {
        self.objectID = objectID
        self.fields = fields
        self.method = method
    }

    static let maximumPerObject = 10
}

extension ModelDraft {
    /// Adds an index.
    ///
    /// - Returns: its id.
    /// - Throws: ``MetadataError`` or ``ValidationReport``.
    package mutating func create(_ creation: IndexCreation) throws -> String {
        guard Set(creation.fields).count == creation.fields.count else {
            throw MetadataError(
                .badInput, "DUPLICATE_INDEX_FIELDS", "Duplicate field+sub-field in index field list")
        }
        guard let object = object(id: creation.objectID) else {
            throw MetadataError(
                .notFound, "INDEX_OBJECT_NOT_FOUND", "Object metadata \(creation.objectID) not found")
        }
        let fields = try creation.fields.map { try indexed($0, of: object, by: creation.method) }
        guard object.properties.indexes.filter({ $0.id != nil }).count < IndexCreation.maximumPerObject else {
            throw MetadataError(
                .conflict, "CUSTOM_INDEX_LIMIT_REACHED",
                "Custom index limit of \(IndexCreation.maximumPerObject) reached for object \(object.id)")
        }
        let id = newID()
        var index = IndexMetadata(fields: fields, method: creation.method)
        guard !object.indexes.contains(where: { $0.fields == fields && !$0.isUnique }) else {
            throw ValidationReport(
                "Multiple validation errors occurred while creating index",
                [
                    .init(
                        "index", .create, [.init("INDEX_ALREADY_EXISTS", "Index with same name already exists")],
                        information: ["universalIdentifier": .string(id), "name": .string(object.name(of: index))])
                ])
        }
        index.id = id
        index.isCustom = true
        index.createdAt = now
        change(object.nameSingular) { properties, _ in properties.indexes.append(index) }
        return id
    }

    /// Removes an index that a client asked for.
    ///
    /// - Throws: ``MetadataError``.
    package mutating func delete(index id: String) throws {
        for object in objects {
            guard let index = object.indexes.first(where: { object.id(of: $0) == id }) else { continue }
            guard index.id != nil else {
                throw MetadataError(
                    .forbidden, "CANNOT_DELETE_SYSTEM_INDEX", "Index \(id) is a system index and cannot be deleted")
            }
            return change(object.nameSingular) { properties, _ in properties.indexes.removeAll { $0.id == id } }
        }
        throw MetadataError(.notFound, "INDEX_NOT_FOUND", "Index \(id) not found")
    }

    private func indexed(
        _ field: IndexCreation.Field, of object: ObjectMetadata, by method: IndexMetadata.Method
    ) throws -> IndexMetadata.IndexedField {
        guard let found = object.field(id: field.id) else {
            throw MetadataError(
                .badInput, "INDEX_FIELD_NOT_FOUND_ON_OBJECT", "Field \(field.id) not found on object \(object.id)")
        }
        let name = found.name
        if found.relation != nil, found.joinColumnName == nil {
            throw MetadataError(
                .badInput, "INDEX_NOT_SUPPORTED_FOR_MORH_RELATION_FIELD_AND_RELATION_FIELD",
                "Field \(name) is a non-MANY_TO_ONE relation and has no join column to index")
        }
        let type = try indexedType(of: found, subField: field.subField)
        guard method == .btree || [.rawJSON, .array, .multiSelect, .tsVector].contains(type) else {
            throw MetadataError(
                .badInput, "INDEX_TYPE_NOT_SUPPORTED_FOR_FIELD_TYPE",
                "GIN index does not support field \(name) of type \(type.rawValue)")
        }
        return .init(name, subField: field.subField)
    }

    private func indexedType(of field: FieldMetadata, subField: String?) throws -> FieldType {
        func refusal(_ message: String) -> MetadataError {
            MetadataError(.badInput, "INDEX_NOT_SUPPORTED_FOR_COMPOSITE_FIELD", message)
        }
        guard let composite = field.type.composite else {
            guard subField == nil else {
                throw refusal("Field \(field.name) is not composite — subFieldName must not be set")
            }
            return field.type
        }
        guard let subField else { throw refusal("Composite field \(field.name) requires a sub-field selection") }
        guard let part = composite.subField(named: subField) else {
            throw refusal("Unknown sub-field \(subField) on composite field \(field.name)")
        }
        return part.type
    }
}
