import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Adds a record, or with `upsert` changes the one that it matches, and writes it (rest-core 5.3, 11.1).
    package func createOne(
        _ body: JSONObject, upsert: Bool = false, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        try create([body], upsert: upsert, table: plan.table) { ids, reader in
            for id in ids { _ = try reader.writeRecord(id, plan, includesDeleted: true, to: &writer) }
        }
    }

    /// Adds one record for each body, or with `upsert` changes those that they match, and writes them as a JSON list:
    /// changed ones first, then the others in the order of insertion.
    ///
    /// All or nothing: one bad record, and nothing happens (rest-core 5.4).
    package func createMany(
        _ bodies: [JSONObject], upsert: Bool = false, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        try create(bodies, upsert: upsert, table: plan.table) { ids, reader in
            try reader.writeRecords(ids, plan, to: &writer)
        }
    }

    private func create(
        _ bodies: [JSONObject], upsert: Bool, table: Table, answer: (_ ids: [String], RecordReader) throws -> Void
    ) throws {
        for body in bodies { try checkID(of: body) }
        try ObjectRules.check(.create, on: table.object, by: caller)
        let decoder = RecordInputDecoder(table: table, release: release)
        var inputs = try bodies.map(decoder.decode)
        guard inputs.count <= release.maximumBatchSize else {
            throw RecordError(
                .tooManyRecordsToUpdate, "Maximum number of records to upsert is \(release.maximumBatchSize).")
        }
        try require([.update, .read], on: table)
        try requireWritable(bodies, on: table)
        try write { store in
            try connect(&inputs, table: table, store: store)
            let matches =
                try upsert ? UpsertMatches(inputs, table: table, reader: store.reader) : UpsertMatches(new: inputs)
            try change(matches.existing.map { ([$0.id], $0.input) }, table: table, store: store)
            let added = try insert(matches.new, into: table, store: store)
            // A record that two bodies match is shown once.
            var shown = Set<String>()
            try answer((matches.existing.map(\.id) + added).filter { shown.insert($0).inserted }, store.reader)
        }
    }

    /// An id that is no UUID is told before anything else (rest-core 2.4, graphql-core 9.1).
    private func checkID(of body: JSONObject) throws {
        guard let id = body["id"], !id.isNull, id != .string("") else { return }
        guard let text = id.stringValue, UUIDText.isValid(text) else {
            throw RecordError(
                .invalidQueryInput, "Value \"\(id.stringValue ?? id.serializedText)\" is not a valid UUID",
                userFriendly: "Invalid UUID format.")
        }
    }

    /// - Returns: the ids, in the order of insertion.
    func insert(_ inputs: [RecordInput], into table: Table, store: RecordWriter) throws -> [String] {
        let stamp = RecordStamp(table: table, caller: caller, now: workspace.clock.now)
        let rows = try RecordPositions(table: table, store: store).assign(inputs).map(stamp.newRecord)
        do {
            try store.insert(rows, into: table)
        } catch let error as RowError {
            throw try explain(error, rows[error.position], table: table, store: store)
        }
        let timeline = timeline
        if timeline.follows(table) {
            let events = rows.map { row in
                RecordEvent(
                    action: .created, table: table, id: row[table.idIndex].text ?? "", before: nil, after: row)
            }
            try timeline.record(events, store: store)
            try linkParticipants(to: events, store: store)
        }
        return rows.compactMap { $0[table.idIndex].text }
    }

    /// The refusal of a row; of a join column that points nowhere the database does not tell which it is, nor of a
    /// duplicate whose value it is.
    func explain(_ error: RowError, _ row: [SQLValue], table: Table, store: RecordWriter) throws -> RecordError {
        switch error.reason {
        case .foreignKey:
            let assignments = zip(table.columns, row).map { Assignment($0, $1) }
            let reference = try store.danglingReference(assignments, in: table)
            return RecordError(error.reason, reference: reference, release: release)
        case .duplicate(_, let columns):
            return try duplicate(error.reason, of: columns, in: table, store: store) { row[$0.index] }
        default: return RecordError(error.reason, release: release)
        }
    }

    /// The refusal of a duplicate, with the record whose value it is.
    ///
    /// - Parameter value: what a column would hold.
    func duplicate(
        _ error: StoreError, of columns: [String], in table: Table, store: RecordWriter, value: (Column) -> SQLValue
    ) throws -> RecordError {
        var refusal = RecordError(error, release: release)
        let values = columns.compactMap { table.column(named: $0) }.map { Filter.column($0, .equal(value($0))) }
        refusal.conflict?.recordID = try store.reader.ids(
            in: table, where: .and(values), includesDeleted: true, limit: 1
        ).first
        return refusal
    }
}
