import DataModel
import JSON

extension MetadataOperations {
    /// Adds a custom object (metadata 5.2).
    package func createObject(_ body: JSONObject) throws -> ObjectMetadata {
        let creation = try ObjectInput(body).creation()
        let (model, id) = try change { try $0.create(creation) }
        return try object(id, in: model)
    }

    /// Changes an object (metadata 5.5).
    package func updateObject(id: String, _ body: JSONObject) throws -> ObjectMetadata {
        let update = try ObjectInput(body).update()
        let id = id.lowercased()
        let (model, _) = try change {
            try $0.update(object: id, update)
        } also: { writer, model, _ in
            guard update.changes.contains("labelIdentifierFieldMetadataId") else { return }
            try ViewUpkeep(operations: self, model: model, writer: writer).showLabelIdentifier(ofObject: id)
        }
        return try object(id, in: model)
    }

    /// Removes a custom object with its records, fields and views (metadata 5.6).
    ///
    /// - Returns: what was removed.
    package func deleteObject(id: String) throws -> ObjectMetadata {
        let id = id.lowercased()
        guard let object = snapshot.metadata.object(id: id) else { throw MetadataError.entityNotFound }
        try change {
            try $0.delete(object: id)
        } also: { writer, _, _ in
            try ViewUpkeep(operations: self, model: dataModel, writer: writer).forget(object: object)
        }
        return object
    }

    private func object(_ id: String, in model: DataModel) throws -> ObjectMetadata {
        guard let object = model.objects.first(where: { $0.id == id }) else { throw MetadataError.objectNotFound }
        return object
    }
}
