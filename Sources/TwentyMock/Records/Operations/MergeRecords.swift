import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// What to merge, as a client asks for it (rest-core 13).
    package struct Merge: Sendable {
        package let ids: [String]
        /// Which of ``ids`` survives; its values go before the others'.
        package let priorityIndex: Int?
        /// Whether only to show what would come of it.
        package let isDryRun: Bool

        package init(ids: [String], priorityIndex: Int?, isDryRun: Bool) {
            self.ids = ids
            self.priorityIndex = priorityIndex
            self.isDryRun = isDryRun
        }
    }

    /// Merges records into one and writes it: what points to the others points to it afterwards, and they are gone.
    package func merge(_ merge: Merge, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        let table = plan.table
        try check(merge, table: table)
        try require([.read, .update, .destroy], on: table)
        try write(isRehearsal: merge.isDryRun) { store in
            let id = try perform(merge, table: table, store: store)
            _ = try store.reader.writeRecord(id, plan, includesDeleted: true, to: &writer)
        }
    }

    private func check(_ merge: Merge, table: Table) throws {
        guard !table.object.properties.duplicateCriteria.isEmpty else {
            throw RecordError(
                .invalidQueryInput,
                "Merge is only available for objects with duplicate criteria. "
                    + "Object '\(table.object.nameSingular)' does not have duplicate criteria defined.")
        }
        guard merge.ids.count >= 2 else {
            throw RecordError(
                .invalidQueryInput, "At least 2 record IDs are required for merge",
                userFriendly: "Please select at least 2 records to merge.")
        }
        guard merge.ids.count <= 9 else {
            throw RecordError(.invalidQueryInput, "Maximum 9 records can be merged at once")
        }
        if let index = merge.priorityIndex, !merge.ids.indices.contains(index) {
            throw RecordError(
                .invalidQueryInput,
                "Invalid conflict priority '\(index)'. Valid options for \(merge.ids.count) records: "
                    + "0-\(merge.ids.count - 1)")
        }
    }

    /// - Returns: the id under which the merged record can be read.
    private func perform(_ merge: Merge, table: Table, store: RecordWriter) throws -> String {
        let rows = try merge.ids.map { id in
            guard UUIDText.isValid(id), let row = try store.reader.values(table.columns, of: id.lowercased(), in: table)
            else { throw notAllFound }
            return row
        }
        let ids = rows.compactMap { $0[table.idIndex].text }
        guard Set(ids).count == ids.count else { throw notAllFound }
        guard let priority = merge.priorityIndex else {
            throw missing("Priority record not found")
        }
        let survivor = ids[priority]
        let others = ids.filter { $0 != survivor }
        try repoint(others, to: survivor, object: table.object, store: store)
        for id in others { _ = try store.destroy(id, in: table) }
        var changes = RecordInput(table: table)
        changes.set(MergedValues(table: table, rows: rows, priority: priority).assignments)
        try change([survivor], changes, table: table, store: store)
        guard merge.isDryRun else { return survivor }
        // A preview has an id of its own and counts as deleted; what points to the survivor does not point to it.
        let preview = UUIDText.random()
        try store.deferForeignKeys()
        let marks =
            [Assignment(table.idColumn, .text(preview))]
            + (table.deletedAt.map { [Assignment($0, .text(workspace.clock.now.iso8601))] } ?? [])
        try store.update(survivor, marks, in: table)
        return preview
    }

    private var notAllFound: RecordError {
        var error = missing("One or more records not found")
        if release.hasSpecificTexts { error.userFriendlyMessage = "One or more records were not found." }
        return error
    }

    /// What is said of a record that is not there; older releases say no more than that (rest-core 13).
    private func missing(_ text: String) -> RecordError {
        release.hasSpecificTexts ? RecordError(.recordNotFound, text) : .recordNotFound
    }

    /// Makes every many-to-one relation to the losers lead to the survivor.
    private func repoint(_ ids: [String], to id: String, object: ObjectMetadata, store: RecordWriter) throws {
        for table in schema.tables {
            for field in table.object.fields where field.isActive && field.relation?.targetObject == object.nameSingular
            {
                guard field.relation?.kind == .manyToOne, let column = table.column(of: field) else { continue }
                let limit = Self.maximumUpdateSize
                guard try store.repoint(column, in: table, from: ids, to: id, limit: limit) <= limit else {
                    throw RecordError(.tooManyRecordsToUpdate, "Cannot update more than \(limit) records at once")
                }
            }
        }
    }
}
