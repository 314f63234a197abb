import DataModel
import JSON

/// An index of an object's table, as the metadata API shows it (metadata 15.3).
struct IndexEntry: Sendable {
    let id: String
    let object: ObjectMetadata
    let index: IndexMetadata

    init(_ index: IndexMetadata, of object: ObjectMetadata) {
        id = StandardID.uuid(for: "index:\(object.id):\(index.method.rawValue):\(index.fields.joined(separator: ","))")
        self.object = object
        self.index = index
    }

    /// The indexes of an object.
    static func all(of object: ObjectMetadata) -> [IndexEntry] {
        object.properties.indexes.map { IndexEntry($0, of: object) }
    }

    /// The indexes of a data model, ids descending.
    static func all(of dataModel: DataModel) -> [IndexEntry] {
        dataModel.objects.flatMap(all(of:)).sorted { $0.id > $1.id }
    }

    func json(_ workspace: Workspace) -> JSONObject {
        let created = JSONValue.string(object.properties.details.createdAt ?? workspace.createdAt)
        let digest = id.filter { $0 != "-" }.prefix(27)
        let fields = index.fields.compactMap(object.fieldID).enumerated().map { position, field -> JSONValue in
            [
                "id": .string(StandardID.uuid(for: "indexField:\(id):\(field)")), "fieldMetadataId": .string(field),
                "order": .int(Int64(position)), "subFieldName": .null, "createdAt": created, "updatedAt": created,
            ]
        }
        return [
            "id": .string(id), "name": .string("IDX_\(index.isUnique ? "UNIQUE_" : "")\(digest)"), "isCustom": false,
            "isUnique": .bool(index.isUnique),
            "indexWhereClause": index.isLiveOnly ? "\"deletedAt\" IS NULL" : .null,
            "indexType": .string(index.method.rawValue), "indexFieldMetadataList": .array(fields),
            "createdAt": created, "updatedAt": created,
        ]
    }
}
