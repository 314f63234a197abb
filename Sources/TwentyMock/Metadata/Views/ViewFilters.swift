import DataModel
import JSON
import RecordStore

/// The filters of a view as a filter on records (rest-core 14, `view_id`; metadata 12).
///
/// The contract does not state how each operand compares; we read them as the web app does.
struct ViewFilters {
    let operations: MetadataOperations

    /// - Parameter object: the object whose records are looked at.
    /// - Returns: the filter in GraphQL's form; `nil` when the view has none, or is a view of another object.
    func filter(ofView id: String, for object: ObjectMetadata) throws -> JSONObject? {
        try operations.workspace.store.read(expecting: operations.snapshot.schema) { reader in
            let context = ResourceContext(operations: operations, reader: reader)
            guard let view = try context.find(.view, id.lowercased()),
                view["objectMetadataId"]?.stringValue == object.id
            else { return nil }
            let filters = try context.all(.viewFilter, parent: id.lowercased())
            let groups = try context.all(.viewFilterGroup, parent: id.lowercased())
            let conditions =
                conditions(filters, groups, group: nil, object)
                + [anyField(view.text("anyFieldFilterValue"), object)].compactMap { $0 }
            return conditions.isEmpty ? nil : ["and": .array(conditions)]
        }
    }

    private func conditions(
        _ filters: [JSONObject], _ groups: [JSONObject], group: String?, _ object: ObjectMetadata, depth: Int = 0
    ) -> [JSONValue] {
        guard depth < 8 else { return [] }
        let own = filters.filter { $0["viewFilterGroupId"]?.stringValue == group }.compactMap { condition($0, object) }
        let inner = groups.filter { $0["parentViewFilterGroupId"]?.stringValue == group }.compactMap {
            child -> JSONValue? in
            let parts = conditions(filters, groups, group: child["id"]?.stringValue, object, depth: depth + 1)
            guard !parts.isEmpty else { return nil }
            switch child["logicalOperator"]?.stringValue {
            case "OR": return ["or": .array(parts)]
            case "NOT": return ["not": ["or": .array(parts)]]
            default: return ["and": .array(parts)]
            }
        }
        return own + inner
    }

    /// The search value of a view: a text that any field of a record may hold.
    private func anyField(_ text: String, _ object: ObjectMetadata) -> JSONValue? {
        guard !text.isEmpty else { return JSONValue?.none }
        let conditions = object.fields.filter { $0.isActive && !$0.isSystem }.compactMap { field in
            ViewFilterComparison(
                field: field, subField: nil, operand: .contains, value: .string(text),
                now: operations.workspace.clock.now
            ).anyFieldCondition
        }
        return ["or": .array(conditions)]
    }

    private func condition(_ filter: JSONObject, _ object: ObjectMetadata) -> JSONValue? {
        guard let id = filter["fieldMetadataId"]?.stringValue, let entry = operations.snapshot.metadata.field(id: id),
            entry.object.id == object.id, entry.field.isActive,
            let operand = filter["operand"]?.stringValue.flatMap(ViewFilterOperand.init(rawValue:))
        else { return nil }
        let comparison = ViewFilterComparison(
            field: entry.field, subField: filter["subFieldName"]?.stringValue, operand: operand,
            value: filter["value"] ?? .null, now: operations.workspace.clock.now)
        return comparison.json
    }
}

extension RecordOperations {
    /// The filters of the view called `id`, in GraphQL's form; `nil` for none, and for a view of another object.
    func filter(ofView id: String, for object: ObjectMetadata) throws -> JSONObject? {
        try ViewFilters(operations: MetadataOperations(workspace: workspace, caller: caller, snapshot: snapshot))
            .filter(ofView: id, for: object)
    }
}
