import DataModel
import JSON

// metadata 15.4.
extension MetadataOperations {
    /// The index called `id`, in any letter case.
    func index(id: String) throws -> IndexEntry {
        try MetadataOperations.entry(id.lowercased(), in: dataModel)
    }

    /// Adds an index to an object; its `body` has the right shape.
    func createIndex(_ body: JSONObject) throws -> IndexEntry {
        try require(.dataModel)
        let fields = body["fields"]?.arrayValue ?? []
        guard !fields.isEmpty else { throw InputShapeError(["fields should not be empty"]) }
        let creation = IndexCreation(
            objectID: body.id("objectMetadataId"),
            fields: fields.map { field in
                let field = field.objectValue ?? JSONObject()
                return .init(id: field.id("fieldMetadataId"), subField: field["subFieldName"]?.stringValue)
            },
            method: IndexMetadata.Method(rawValue: body.text("indexType")) ?? .btree)
        let (model, id) = try change { try $0.create(creation) }
        return try MetadataOperations.entry(id, in: model)
    }

    /// Removes an index that a client asked for.
    ///
    /// - Returns: what was removed.
    func deleteIndex(id: String) throws -> IndexEntry {
        let id = id.lowercased()
        try change { try $0.delete(index: id) }
        return try MetadataOperations.entry(id, in: dataModel)
    }

    private static func entry(_ id: String, in model: DataModel) throws -> IndexEntry {
        guard let entry = IndexEntry.all(of: model).first(where: { $0.id == id }) else {
            throw MetadataError(.notFound, "INDEX_NOT_FOUND", "Index \(id) not found")
        }
        return entry
    }
}
