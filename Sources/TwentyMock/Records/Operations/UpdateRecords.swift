import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Changes the record called `id`, soft-deleted or not, and writes it (rest-core 5.5).
    package func update(_ id: String, _ body: JSONObject, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        let table = plan.table
        let id = id.lowercased()
        try ObjectRules.check(.updateOne, on: table.object, by: caller)
        var inputs = [try RecordInputDecoder(table: table, release: release).decode(body)]
        try require([.update, .read], on: table)
        try requireWritable([body], on: table)
        try write { store in
            guard try store.reader.contains(id, in: table) else { throw notFound(table.object) }
            try connect(&inputs, table: table, store: store)
            try change([id], inputs[0], table: table, store: store)
            _ = try store.reader.writeRecord(id, plan, includesDeleted: true, to: &writer)
        }
    }

    /// Makes the same change to each of `ids`.
    func change(_ ids: [String], _ input: RecordInput, table: Table, store: RecordWriter) throws {
        try change([(ids, input)], table: table, store: store)
    }

    /// Makes each change to each of its records.
    func change(_ changes: [(ids: [String], input: RecordInput)], table: Table, store: RecordWriter) throws {
        let events = try changes.flatMap { try update($0.ids, $0.input, table: table, store: store) }
        try linkParticipants(to: events, store: store)
    }

    private func update(
        _ ids: [String], _ input: RecordInput, table: Table, store: RecordWriter
    ) throws -> [RecordEvent] {
        let isPlaced = input.position != nil
        let input = try isPlaced ? RecordPositions(table: table, store: store).assign([input])[0] : input
        let changes = try RecordStamp(table: table, caller: caller, now: workspace.clock.now).update(input)
        return try ids.compactMap { id in
            do {
                return try recordingChange(.updated, of: id, table: table, store: store) {
                    try store.update(id, changes, in: table)
                }.event
            } catch let error as StoreError {
                throw try explain(error, changes, of: id, table: table, store: store)
            }
        }
    }

    /// The refusal of a change of the record called `id`.
    private func explain(
        _ error: StoreError, _ changes: [Assignment], of id: String, table: Table, store: RecordWriter
    ) throws -> RecordError {
        switch error {
        case .foreignKey:
            let column = try store.danglingReference(changes, in: table)
            return RecordError(error, reference: column, release: release)
        case .duplicate(_, let columns):
            let row = try store.reader.values(table.columns, of: id, in: table, includesDeleted: true) ?? []
            return try duplicate(error, of: columns, in: table, store: store) { column in
                changes.last { $0.column === column }?.value ?? (row.isEmpty ? .null : row[column.index])
            }
        default: return RecordError(error, release: release)
        }
    }

    /// Makes a change and puts it on the timeline, where the object has one.
    ///
    /// - Returns: what the timeline was told, besides the result of the change.
    func recordingChange<T>(
        _ action: RecordEvent.Action, of id: String, table: Table, store: RecordWriter, _ body: () throws -> T
    ) throws -> (result: T, event: RecordEvent?) {
        let timeline = timeline
        guard timeline.follows(table) else { return (try body(), nil) }
        let before = try store.reader.values(table.columns, of: id, in: table, includesDeleted: true)
        let result = try body()
        // Restoring what was not deleted is no event.
        let wasLive = table.deletedAt.flatMap { before?[$0.index].isNull } ?? true
        guard !(action == .restored && wasLive),
            let after = try store.reader.values(table.columns, of: id, in: table, includesDeleted: true)
        else { return (result, nil) }
        let event = RecordEvent(action: action, table: table, id: id, before: before, after: after)
        try timeline.record([event], store: store)
        return (result, event)
    }

    /// What is said of a record that is not there; older releases let the database layer speak (rest-core 18).
    func notFound(_ object: ObjectMetadata) -> RecordError {
        release.answersNotFound
            ? .recordNotFound
            : RecordError(
                .unforeseen(errorClass: "EntityNotFoundError"),
                "Could not find any entity of type \"\(object.nameSingular)\" matching: {}")
    }
}
