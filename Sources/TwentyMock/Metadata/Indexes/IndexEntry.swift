import DataModel
import JSON

/// An index of an object's table, as the metadata API shows it (metadata 15.3).
struct IndexEntry: Sendable {
    let id: String
    let object: ObjectMetadata
    let index: IndexMetadata
    /// Whether it came with what the workspace added itself.
    let isCustom: Bool

    init(_ index: IndexMetadata, of object: ObjectMetadata, isCustom: Bool = false) {
        id = StandardID.uuid(for: "index:\(object.id):\(index.method.rawValue):\(index.fields.joined(separator: ","))")
        self.object = object
        self.index = index
        self.isCustom = isCustom
    }

    /// The indexes of an object: those of the standard model, and those that fields bring along (metadata 5.4, 6.2,
    /// 8.1).
    static func all(of object: ObjectMetadata) -> [IndexEntry] {
        let declared = object.properties.indexes.map { IndexEntry($0, of: object) }
        let implied = object.fields.filter { $0.isCustom && $0.name != "id" }.compactMap { field -> IndexEntry? in
            guard field.isUnique || field.joinColumnName != nil else { return nil }
            return IndexEntry(IndexMetadata(fields: [field.name], isUnique: field.isUnique), of: object, isCustom: true)
        }
        let search =
            object.properties.isCustom
            ? object.field(named: "searchVector").map { [IndexMetadata(fields: [$0.name], method: .gin)] } ?? [] : []
        let all = declared + search.map { IndexEntry($0, of: object) } + implied
        var seen = Set<String>()
        return all.filter { seen.insert($0.id).inserted }
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
            "id": .string(id), "name": .string("IDX_\(index.isUnique ? "UNIQUE_" : "")\(digest)"),
            "isCustom": .bool(isCustom),
            "isUnique": .bool(index.isUnique),
            "indexWhereClause": index.isLiveOnly ? "\"deletedAt\" IS NULL" : .null,
            "indexType": .string(index.method.rawValue), "indexFieldMetadataList": .array(fields),
            "createdAt": created, "updatedAt": created,
        ]
    }
}
