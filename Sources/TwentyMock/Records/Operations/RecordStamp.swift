import DataModel
import RecordStore

/// Completes what is written with the fields that the server fills: ids, moments and actors (rest-core 10).
struct RecordStamp {
    let table: Table
    let caller: Caller
    let now: Instant

    private var moment: SQLValue { .text(now.iso8601) }

    /// The row of a new record, one value for each column.
    ///
    /// - Throws: for numbers that the database cannot hold.
    func newRecord(_ input: RecordInput) throws -> [SQLValue] {
        try refuseOverflow(input)
        let moment = moment
        var values = table.defaultValues
        for column in table.nowColumns { values[column] = table.columns[column].kind.now(now) }
        for column in table.uuidColumns { values[column] = .text(UUIDText.random()) }
        for (index, value) in input.values.enumerated() {
            if let value { values[index] = value }
        }
        if values[table.idIndex].isNull { values[table.idIndex] = .text(UUIDText.random()) }
        for column in [table.createdAt, table.updatedAt] {
            if let column, values[column.index].isNull { values[column.index] = moment }
        }
        if let creator = table.createdBy { fill(creator, of: &values, from: input) }
        if let updater = table.updatedBy {
            for assignment in assignments(updater) { values[assignment.column.index] = assignment.value }
        }
        return values
    }

    /// The changes that an update makes.
    ///
    /// - Throws: for numbers that the database cannot hold.
    func update(_ input: RecordInput) throws -> [Assignment] {
        try refuseOverflow(input)
        var input = input
        // The id of a record does not change (graphql-core 9.4).
        input.set(table.idColumn, nil)
        if input.value(of: table.updatedAt)?.isNull ?? true { input.set(table.updatedAt, moment) }
        if let updater = table.updatedBy { input.set(assignments(updater)) }
        return input.assignments(table)
    }

    /// The changes that a soft delete or a restore makes.
    func deletion(_ isDeleted: Bool) -> [Assignment] {
        [
            table.deletedAt.map { Assignment($0, isDeleted ? moment : .null) },
            table.updatedAt.map { Assignment($0, moment) },
        ].compactMap { $0 }
    }

    private func refuseOverflow(_ input: RecordInput) throws {
        guard !input.overflows else { throw RecordError(.internal, "Data validation error.") }
    }

    /// `createdBy` stays as sent when it has a name; else it is the caller, under the source that was sent.
    private func fill(_ actor: ActorColumns, of values: inout [SQLValue], from input: RecordInput) {
        guard input.value(of: actor.name)?.text == nil else { return }
        for assignment in assignments(actor) {
            let isKept = assignment.column === actor.source || assignment.column === actor.context
            let sent = isKept ? input.value(of: assignment.column) : nil
            values[assignment.column.index] = sent.flatMap { $0.isNull ? nil : $0 } ?? assignment.value
        }
    }

    private func assignments(_ actor: ActorColumns) -> [Assignment] {
        [
            Assignment(actor.source, .text(caller.source.rawValue)), Assignment(actor.name, .text(caller.name)),
            Assignment(actor.workspaceMemberID, caller.workspaceMemberID.map(SQLValue.text) ?? .null),
            Assignment(actor.context, .text("{}")),
        ]
    }
}

extension ColumnKind {
    /// The moment as a column holds it: its day, where the column holds days.
    fileprivate func now(_ now: Instant) -> SQLValue {
        if case .date = self { .text(String(now.iso8601.prefix(10))) } else { .text(now.iso8601) }
    }
}
