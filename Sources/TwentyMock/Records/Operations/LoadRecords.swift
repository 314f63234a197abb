import DataModel
import JSON
import RecordStore

/// Records of one object to be loaded at once.
package struct RecordBatch {
    package let object: ObjectMetadata
    package let records: [JSONObject]

    /// The first record that was refused.
    package struct LoadError: Error {
        /// Plural name.
        package let object: String
        /// Counted from 0.
        package let position: Int
        package let reason: RecordError
    }
}

extension RecordOperations {
    /// Adds many records of many objects in one transaction, checked like any write.
    ///
    /// Records may refer to ones that come later. Unlike a batch create there is no limit to their number.
    ///
    /// - Throws: ``RecordBatch/LoadError``; nothing is loaded then.
    package func load(_ batches: [RecordBatch]) throws {
        try write { store in
            try store.deferForeignKeys()
            var rows: [(batch: RecordBatch, position: Int, table: Table, values: [SQLValue])] = []
            for batch in batches {
                let table = try table(of: batch.object)
                let decoder = RecordInputDecoder(table: table, release: release)
                let stamp = RecordStamp(table: table, caller: caller, now: workspace.clock.now)
                for (position, record) in batch.records.enumerated() {
                    try explain(batch, position) {
                        let input = try RecordPositions(table: table, store: store).assign([decoder.decode(record)])[0]
                        let values = try stamp.newRecord(input)
                        try store.insert([values], into: table)
                        rows.append((batch, position, table, values))
                    }
                }
            }
            // The database would tell at the end that something points nowhere, but not what.
            for row in rows {
                try explain(row.batch, row.position) {
                    let assignments = zip(row.table.columns, row.values).map { Assignment($0, $1) }
                    if let column = try store.danglingReference(assignments, in: row.table) {
                        throw RecordError(.foreignKey(table: row.table.name), reference: column, release: release)
                    }
                }
            }
        }
    }

    private func explain(_ batch: RecordBatch, _ position: Int, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let refusal = (error as? RowError)?.reason ?? error as? StoreError
            let reason = refusal.map { RecordError($0, release: release) } ?? error as? RecordError
            throw RecordBatch.LoadError(
                object: batch.object.namePlural, position: position,
                reason: reason ?? RecordError(.internal, String(describing: error)))
        }
    }
}
