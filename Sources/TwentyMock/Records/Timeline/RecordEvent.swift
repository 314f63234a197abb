import DataModel
import JSON
import RecordStore

/// Something that happened to one record.
struct RecordEvent {
    enum Action: String {
        case created
        case updated
        /// Soft-deleted.
        case deleted
        case restored
    }

    let action: Action
    let table: Table
    let id: String
    /// The stored rows, one value for each column; `before` is only there for updates.
    let before: [SQLValue]?
    let after: [SQLValue]

    /// The fields that an update changed, with their values before and after as records show them.
    ///
    /// What changes by itself with every write does not count (data-model 14).
    var diff: JSONObject {
        guard action == .updated, let before else { return JSONObject() }
        var diff = JSONObject()
        for field in table.fields where field.field.isActive && !Self.ignoredFields.contains(field.field.name) {
            guard field.columns.contains(where: { before[$0.index] != after[$0.index] }) else { continue }
            diff[field.field.joinColumnName ?? field.field.name] = [
                "before": field.json(before), "after": field.json(after),
            ]
        }
        return diff
    }

    private static let ignoredFields: Set<String> = ["updatedAt", "updatedBy", "position"]
}

extension FieldColumns {
    /// The field's value in a stored row, as a record shows it.
    func json(_ row: [SQLValue]) -> JSONValue {
        guard composite != nil else { return column.map { $0.kind.json(row[$0.index]) } ?? .null }
        return .object(JSONObject(columns.map { ($0.subField ?? "", $0.kind.json(row[$0.index])) }))
    }
}
