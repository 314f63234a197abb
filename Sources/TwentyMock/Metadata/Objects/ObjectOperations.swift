import DataModel
import JSON

extension MetadataOperations {
    /// Adds a custom object (metadata 5.2).
    package func createObject(_ body: JSONObject) throws -> ObjectMetadata {
        try require(.dataModel)
        let creation = try ObjectInput(body).creation()
        let (model, id) = try change { try $0.create(creation) }
        return try object(id, in: model)
    }

    /// Changes an object (metadata 5.5).
    package func updateObject(id: String, _ body: JSONObject) throws -> ObjectMetadata {
        try updateObjects([(id, body)])[0]
    }

    /// Changes all of several objects, or none (metadata 15.4).
    func updateObjects(_ changes: [(id: String, body: JSONObject)]) throws -> [ObjectMetadata] {
        try require(.dataModel)
        let updates = try changes.map { (id: $0.id.lowercased(), update: try ObjectInput($0.body).update()) }
        let (model, _) = try change { draft in
            for (id, update) in updates { try draft.update(object: id, update) }
        } also: { writer, model, _ in
            let upkeep = ViewUpkeep(operations: self, writer: writer)
            for (id, _) in updates {
                let (old, new) = (snapshot.metadata.object(id: id), try object(id, in: model))
                guard let old, old.labelIdentifierID != new.labelIdentifierID else { continue }
                try upkeep.showLabelIdentifier(of: new)
            }
        }
        return try updates.map { try object($0.id, in: model) }
    }

    /// Removes a custom object with its records, fields and views (metadata 5.6).
    ///
    /// - Returns: what was removed.
    package func deleteObject(id: String) throws -> ObjectMetadata {
        try require(.dataModel)
        let id = id.lowercased()
        guard let object = snapshot.metadata.object(id: id) else { throw MetadataError.entityNotFound }
        try change {
            try $0.delete(object: id)
        } also: { writer, model, _ in
            try ViewUpkeep(operations: self, writer: writer).forget(object: object)
            try leaveViews(model, writer)
        }
        return object
    }

    private func object(_ id: String, in model: DataModel) throws -> ObjectMetadata {
        guard let object = model.objects.first(where: { $0.id == id }) else { throw MetadataError.objectNotFound }
        return object
    }
}
