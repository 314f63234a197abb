import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Adds a record and writes it (rest-core 5.3).
    package func createOne(_ body: JSONObject, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try insert([body], into: plan.table) { ids, reader in
            for id in ids { _ = try reader.writeRecord(id, plan, includesDeleted: true, to: &writer) }
        }
    }

    /// Adds one record for each body and writes them as a JSON list, in the order of insertion.
    ///
    /// All or nothing: one bad record, and none is added (rest-core 5.4).
    package func create(_ bodies: [JSONObject], _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try insert(bodies, into: plan.table) { ids, reader in
            try reader.writeRecords(ids, plan, to: &writer)
        }
    }

    private func insert(
        _ bodies: [JSONObject], into table: Table, answer: (_ ids: [String], RecordReader) throws -> Void
    ) throws {
        try ObjectRules.check(.create, on: table.object, by: caller)
        let decoder = RecordInputDecoder(table: table, release: release)
        var inputs = try bodies.map(decoder.decode)
        guard inputs.count <= release.maximumBatchSize else {
            throw RecordError(
                .tooManyRecordsToUpdate, "Maximum number of records to upsert is \(release.maximumBatchSize).")
        }
        try write { store in
            try connect(&inputs, table: table, store: store)
            let positioned = try RecordPositions(table: table, store: store).assign(inputs)
            let stamp = RecordStamp(table: table, caller: caller, now: workspace.clock.now)
            let ids = try positioned.map { input in
                let values = stamp.newRecord(input)
                do {
                    try store.insert(values, into: table)
                } catch StoreError.foreignKey {
                    throw try danglingReference(values, table: table, store: store)
                }
                return values[table.idIndex].text ?? ""
            }
            try answer(ids, store.reader)
        }
    }

    /// The error for a row whose join column points nowhere, naming the column.
    func danglingReference(_ values: [SQLValue], table: Table, store: RecordWriter) throws -> RecordError {
        let assignments = zip(table.columns, values).map { Assignment($0, $1) }
        let column = try store.danglingReference(assignments, in: table)
        return RecordError(.foreignKey(table: table.name), reference: column)
    }
}
