import DataModel
import JSON
import RecordStore

extension MetadataOperations {
    /// Adds a field, for a relation on both sides (metadata 6.2, 8).
    ///
    /// - Returns: the new field; of a relation the side that was asked for, of a morph relation its first leg.
    package func createField(_ body: JSONObject) throws -> MetadataIndex.FieldEntry {
        try require(.dataModel)
        let creation = try FieldInput(body).creation()
        let (model, id) = try change {
            try $0.create(creation)
        } also: { writer, model, _ in
            try joinViews(model, writer)
        }
        return try field(id, in: model)
    }

    /// Puts the new fields of `model` into views.
    func joinViews(_ model: DataModel, _ writer: RecordWriter) throws {
        let new = MetadataIndex(model).fields.filter { snapshot.metadata.field(id: $0.id) == nil }
        try ViewUpkeep(operations: self, writer: writer).join(new)
    }

    /// Changes a field (metadata 6.3).
    package func updateField(id: String, _ body: JSONObject) throws -> MetadataIndex.FieldEntry {
        try require(.dataModel)
        let update = try FieldInput(body).update()
        let id = id.lowercased()
        let old = snapshot.metadata.field(id: id)
        let (model, _) = try change {
            try $0.update(field: id, update)
        } also: { writer, model, _ in
            // A morph relation may have got further legs.
            try joinViews(model, writer)
            guard let old else { return }
            let upkeep = ViewUpkeep(operations: self, writer: writer)
            let new = try field(id, in: model).field
            if old.field.isActive, !new.isActive { try upkeep.deactivate(field: id) }
            if old.field.options != new.options { try upkeep.optionsChanged(old, new) }
        }
        return try field(id, in: model)
    }

    /// Removes a custom field, with the other side when it is a relation (metadata 6.4).
    ///
    /// - Returns: what was removed.
    package func deleteField(id: String) throws -> MetadataIndex.FieldEntry {
        try require(.dataModel)
        let id = id.lowercased()
        guard let old = snapshot.metadata.field(id: id) else {
            throw MetadataError(.notFound, "FIELD_METADATA_NOT_FOUND", "Field to delete not found")
        }
        try change {
            try $0.delete(field: id)
        } also: { writer, model, _ in
            try leaveViews(model, writer)
        }
        return old
    }

    /// Takes the fields that `model` no longer has out of views.
    func leaveViews(_ model: DataModel, _ writer: RecordWriter) throws {
        let kept = Set(model.objects.flatMap { object in object.fields.map(object.id(of:)) })
        let upkeep = ViewUpkeep(operations: self, writer: writer)
        for field in snapshot.metadata.fields where !kept.contains(field.id) {
            try upkeep.forget(field: field.id)
        }
    }

    private func field(_ id: String, in model: DataModel) throws -> MetadataIndex.FieldEntry {
        for object in model.objects.reversed() {
            if let field = object.field(id: id) {
                return MetadataIndex.FieldEntry(id: id, object: object, field: field)
            }
        }
        throw MetadataError.fieldNotFound
    }
}
