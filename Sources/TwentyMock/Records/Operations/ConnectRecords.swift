import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Turns every `connect` into the id of the one record that it names (rest-core 9.1, graphql-core 9.3).
    func connect(_ inputs: inout [RecordInput], table: Table, store: RecordWriter) throws {
        // By the relation: the columns that the first input names its target by.
        var constraints: [String: [String]] = [:]
        for index in inputs.indices {
            for connection in inputs[index].connections {
                guard let column = table.column(of: connection.field),
                    let target = schema.target(of: connection.field)?.table
                else { continue }
                let name = connection.field.name
                let condition = try uniqueCondition(connection, target: target)
                let columns = condition.map(\.column.name)
                guard constraints[name] ?? columns == columns else {
                    throw RecordError(
                        .database,
                        "Expected the same constraint fields to be used consistently across all operations for \(name)."
                    )
                }
                constraints[name] = columns
                let ids = try store.reader.ids(
                    in: target, where: .and(condition.map { .column($0.column, .equal($0.value)) }), limit: 2)
                guard ids.count == 1 else {
                    let shown = condition.map { "\($0.column.name) = \($0.value.text ?? "")" }.joined(
                        separator: " and ")
                    throw RecordError(
                        .database, "Expected 1 record to connect to \(name), but found \(ids.count) for \(shown)",
                        userFriendly: "Can't connect to \(name). No unique record found with condition: \(shown)")
                }
                inputs[index].set(column, .text(ids[0]))
            }
        }
    }

    /// The condition as columns and stored values; together they fill a unique constraint of the target.
    private func uniqueCondition(_ connection: RecordInput.Connection, target: Table) throws -> [Assignment] {
        let name = connection.field.name
        for key in connection.condition.keys where key != "id" && target.object.field(named: key)?.isUnique != true {
            throw RecordError(.database, "Field \(key) is not a unique constraint field for '\(name)'.")
        }
        // A value that fails validation is compared as sent: it is simply not found.
        let stored = try? RecordInputDecoder(table: target, release: release).decode(connection.condition)
        let candidates = [[target.idColumn]] + UniqueIndex.all(of: target).map(\.columns)
        for columns in candidates {
            let values = columns.compactMap { column -> Assignment? in
                let value = stored?.value(of: column) ?? connection.condition.text(of: column, in: target)
                guard let value, !value.isNull else { return nil }
                return Assignment(column, value)
            }
            if values.count == columns.count { return values }
        }
        throw RecordError(
            .database,
            "Missing required fields: at least one unique constraint have to be fully populated for '\(name)'.")
    }
}

extension JSONObject {
    /// The text sent for a column, unchecked.
    fileprivate func text(of column: Column, in table: Table) -> SQLValue? {
        let field = table.object.fields[column.fieldIndex].name
        let value = column.subField.map { self[field]?[$0] } ?? self[field]
        return value?.stringValue.map(SQLValue.text)
    }
}
