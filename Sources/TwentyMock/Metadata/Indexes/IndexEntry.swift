import DataModel
import JSON

/// An index of an object's table, as the metadata API shows it (metadata 15.3).
struct IndexEntry: Sendable {
    let id: String
    let object: ObjectMetadata
    let index: IndexMetadata

    private init(_ index: IndexMetadata, of object: ObjectMetadata) {
        id = object.id(of: index)
        self.object = object
        self.index = index
    }

    static func all(of object: ObjectMetadata) -> [IndexEntry] { object.indexes.map { IndexEntry($0, of: object) } }

    /// The indexes of a data model, ids descending.
    static func all(of dataModel: DataModel) -> [IndexEntry] {
        dataModel.objects.flatMap(all(of:)).sorted { $0.id > $1.id }
    }

    func json(_ workspace: Workspace) -> JSONObject {
        let created = JSONValue.string(
            index.createdAt ?? object.properties.details.createdAt ?? workspace.createdAt)
        let fields = index.fields.enumerated().compactMap { position, field -> JSONValue? in
            guard let fieldID = object.fieldID(field.name) else { return nil }
            let part = field.subField.map { ".\($0)" } ?? ""
            return [
                "id": .string(StandardID.uuid(for: "indexField:\(id):\(fieldID)\(part)")),
                "fieldMetadataId": .string(fieldID), "order": .int(Int64(position)),
                "subFieldName": .text(field.subField),
                "createdAt": created, "updatedAt": created,
            ]
        }
        return [
            "id": .string(id), "name": .string(object.name(of: index)), "isCustom": .bool(index.isCustom),
            "isUnique": .bool(index.isUnique),
            "indexWhereClause": index.isLiveOnly ? "\"deletedAt\" IS NULL" : .null,
            "indexType": .string(index.method.rawValue), "indexFieldMetadataList": .array(fields),
            "createdAt": created, "updatedAt": created,
        ]
    }
}
