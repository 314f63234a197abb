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
        try ObjectRules.check(.create, on: table.object, by: caller)
        let decoder = RecordInputDecoder(table: table, release: release)
        var inputs = try bodies.map(decoder.decode)
        guard inputs.count <= release.maximumBatchSize else {
            throw RecordError(
                .tooManyRecordsToUpdate, "Maximum number of records to upsert is \(release.maximumBatchSize).")
        }
        try write { store in
            try connect(&inputs, table: table, store: store)
            let matches = try upsert ? UpsertMatches(inputs, table: table, reader: store.reader) : UpsertMatches(new: inputs)
            let changed = try matches.existing.map { id, input in
                try change([id], input, table: table, store: store)
                return id
            }
            let added = try insert(matches.new, into: table, store: store)
            // A record that two bodies match is shown once.
            var shown = Set<String>()
            try answer((changed + added).filter { shown.insert($0).inserted }, store.reader)
        }
    }

    /// - Returns: the ids, in the order of insertion.
    private func insert(_ inputs: [RecordInput], into table: Table, store: RecordWriter) throws -> [String] {
        let stamp = RecordStamp(table: table, caller: caller, now: workspace.clock.now)
        return try RecordPositions(table: table, store: store).assign(inputs).map { input in
            let values = stamp.newRecord(input)
            do {
                try store.insert(values, into: table)
            } catch StoreError.foreignKey {
                throw try danglingReference(values, table: table, store: store)
            }
            return values[table.idIndex].text ?? ""
        }
    }

    /// The error for a row whose join column points nowhere, naming the column.
    func danglingReference(_ values: [SQLValue], table: Table, store: RecordWriter) throws -> RecordError {
        let assignments = zip(table.columns, values).map { Assignment($0, $1) }
        let column = try store.danglingReference(assignments, in: table)
        return RecordError(.foreignKey(table: table.name), reference: column)
    }
}
