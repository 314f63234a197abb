import DataModel
import RecordStore

/// Completes what is written with the fields that the server fills: ids, moments and actors (rest-core 10).
struct RecordStamp {
    let table: Table
    let caller: Caller
    let now: Instant
    private let moment: SQLValue
    /// The caller as creator, and as the one who made the latest change.
    private let creator, updater: [Assignment]
    /// A new record of which nothing is known.
    private let blank: [SQLValue]

    init(table: Table, caller: Caller, now: Instant) {
        self.table = table
        self.caller = caller
        self.now = now
        let moment = SQLValue.text(now.iso8601)
        self.moment = moment
        creator = table.createdBy?.assignments(caller) ?? []
        updater = table.updatedBy?.assignments(caller) ?? []
        var blank = table.defaultValues
        for column in table.nowColumns { blank[column] = table.columns[column].kind.now(now) }
        self.blank = blank
    }

    /// The row of a new record, one value for each column.
    ///
    /// - Throws: for numbers that the database cannot hold.
    func newRecord(_ input: RecordInput) throws -> [SQLValue] {
        try refuseOverflow(input)
        var values = blank
        for column in table.uuidColumns { values[column] = .text(UUIDText.randomInBlock()) }
        for (index, value) in input.values.enumerated() {
            if let value { values[index] = value }
        }
        if values[table.idIndex].isNull { values[table.idIndex] = .text(UUIDText.randomInBlock()) }
        if let column = table.createdAt, values[column.index].isNull { values[column.index] = moment }
        if let column = table.updatedAt, values[column.index].isNull { values[column.index] = moment }
        if let actor = table.createdBy { fill(actor, of: &values, from: input) }
        for assignment in updater { values[assignment.column.index] = assignment.value }
        return values
    }

    /// A copy of the row of a new record, as that of another one.
    func fresh(_ row: [SQLValue]) -> [SQLValue] {
        var row = row
        row[table.idIndex] = .text(UUIDText.randomInBlock())
        for column in table.uuidColumns { row[column] = .text(UUIDText.randomInBlock()) }
        return row
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
        input.set(updater)
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
        for assignment in creator {
            let isKept = assignment.column === actor.source || assignment.column === actor.context
            let sent = isKept ? input.value(of: assignment.column) : nil
            values[assignment.column.index] = sent.flatMap { $0.isNull ? nil : $0 } ?? assignment.value
        }
    }
}

extension ActorColumns {
    /// What the actor's columns hold when `caller` did it.
    fileprivate func assignments(_ caller: Caller) -> [Assignment] {
        [
            Assignment(source, .text(caller.source.rawValue)), Assignment(name, .text(caller.name)),
            Assignment(workspaceMemberID, caller.workspaceMemberID.map(SQLValue.text) ?? .null),
            Assignment(context, .text("{}")),
        ]
    }
}

extension ColumnKind {
    /// The moment as a column holds it: its day, where the column holds days.
    fileprivate func now(_ now: Instant) -> SQLValue {
        if case .date = self { .text(String(now.iso8601.prefix(10))) } else { .text(now.iso8601) }
    }
}
