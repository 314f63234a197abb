import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// Marks the record called `id` as deleted and writes it; what links to a note or task goes with it
    /// (rest-core 5.7, 11.3).
    package func softDelete(_ id: String, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try ObjectRules.check(.softDelete, on: plan.table.object, by: caller)
        try setDeleted(true, id.lowercased(), plan, to: &writer)
    }

    /// Takes the deletion of the record called `id` back and writes it; one that is not deleted is written as it is
    /// (rest-core 5.9).
    package func restore(_ id: String, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try ObjectRules.check(.restore, on: plan.table.object, by: caller)
        try setDeleted(false, id.lowercased(), plan, to: &writer)
    }

    /// Removes the record called `id` for good, soft-deleted or not; what refers to it follows the model
    /// (rest-core 16.4).
    package func destroy(_ id: String, of object: ObjectMetadata) throws {
        let table = try table(of: object)
        try ObjectRules.check(.destroy, on: object, by: caller)
        try require([.destroy], on: table)
        try write { store in
            guard try store.destroy(id.lowercased(), in: table) else { throw RecordError.recordNotFound }
        }
    }

    /// Removes the record called `id` for good and writes it as it was (graphql-core 9.5).
    package func destroy(_ id: String, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        let table = plan.table
        try ObjectRules.check(.destroy, on: table.object, by: caller)
        try require([.destroy, .read], on: table)
        try write { store in
            guard try store.reader.writeRecord(id.lowercased(), plan, includesDeleted: true, to: &writer) else {
                throw RecordError.recordNotFound
            }
            _ = try store.destroy(id.lowercased(), in: table)
        }
    }

    private func setDeleted(_ isDeleted: Bool, _ id: String, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try require([.softDelete, .read], on: plan.table)
        try write { store in
            guard try setDeleted(isDeleted, id, table: plan.table, store: store) else {
                throw RecordError.recordNotFound
            }
            _ = try store.reader.writeRecord(id, plan, includesDeleted: true, to: &writer)
        }
    }

    /// Marks or unmarks a record, and what goes with it.
    ///
    /// - Returns: whether there is such a record.
    @discardableResult
    func setDeleted(_ isDeleted: Bool, _ id: String, table: Table, store: RecordWriter) throws -> Bool {
        let stamp = RecordStamp(table: table, caller: caller, now: workspace.clock.now)
        let isFound = try recordingChange(isDeleted ? .deleted : .restored, of: id, table: table, store: store) {
            try store.update(id, stamp.deletion(isDeleted), in: table)
        }.result
        guard isFound else { return false }
        for (dependent, joinColumn) in ObjectRules.softDeletedWith(table, in: schema) {
            let changes = RecordStamp(table: dependent, caller: caller, now: stamp.now).deletion(isDeleted)
            try store.updateAll(where: joinColumn, is: .text(id), changes, in: dependent)
        }
        if isDeleted, let favorites = ObjectRules.favoriteColumn(of: table, in: schema) {
            try store.destroyAll(where: favorites.joinColumn, is: .text(id), in: favorites.table)
        }
        return true
    }
}
