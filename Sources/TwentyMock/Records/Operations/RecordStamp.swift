import DataModel
import RecordStore

/// Completes what is written with the fields that the server fills: ids, moments and actors (rest-core 10).
struct RecordStamp {
    let table: Table
    let caller: Caller
    let now: Instant

    private var moment: SQLValue { .text(now.iso8601) }

    /// The row of a new record, one value for each column.
    func newRecord(_ input: RecordInput) -> [SQLValue] {
        var values = table.defaultValues
        let moment = moment
        for column in table.nowColumns { values[column] = moment }
        for assignment in input.assignments { values[assignment.column.index] = assignment.value }
        if values[table.idIndex].isNull { values[table.idIndex] = .text(UUIDText.random()) }
        for name in ["createdAt", "updatedAt"] {
            if let column = table.column(named: name), values[column.index].isNull { values[column.index] = moment }
        }
        for assignment in creator(input) + actor("updatedBy") { values[assignment.column.index] = assignment.value }
        return values
    }

    /// The changes that an update makes.
    func update(_ input: RecordInput) -> [Assignment] {
        // The id of a record does not change (graphql-core 9.4).
        var input = input
        input.assignments.removeAll { $0.column.index == table.idIndex }
        if let updatedAt = table.column(named: "updatedAt"), input.value(of: updatedAt)?.isNull ?? true {
            input.set(updatedAt, moment)
        }
        for assignment in actor("updatedBy") { input.set(assignment.column, assignment.value) }
        return input.assignments
    }

    /// The changes that a soft delete or a restore makes.
    func deletion(_ isDeleted: Bool) -> [Assignment] {
        [("deletedAt", isDeleted ? moment : .null), ("updatedAt", moment)].compactMap { name, value in
            table.column(named: name).map { Assignment($0, value) }
        }
    }

    /// `createdBy` as sent when it has a name; else the caller, under the source that was sent.
    private func creator(_ input: RecordInput) -> [Assignment] {
        let name = input.value(of: table.column(named: "createdByName"))
        guard name?.text == nil else { return [] }
        return actor("createdBy").map { assignment in
            guard ["source", "context"].contains(assignment.column.subField),
                let sent = input.value(of: assignment.column), !sent.isNull
            else { return assignment }
            return Assignment(assignment.column, sent)
        }
    }

    private func actor(_ field: String) -> [Assignment] {
        let parts: [(String, SQLValue)] = [
            ("Source", .text(caller.source.rawValue)), ("Name", .text(caller.name)),
            ("WorkspaceMemberId", caller.workspaceMemberID.map(SQLValue.text) ?? .null), ("Context", .text("{}")),
        ]
        return parts.compactMap { part, value in
            table.column(named: field + part).map { Assignment($0, value) }
        }
    }
}
