import DataModel
import JSON
import RecordStore

extension RecordOperations {
    /// How many records one update may touch (rest-core 15).
    static let maximumUpdateSize = 200

    /// Changes every record that matches, soft-deleted or not, and writes them as a list (rest-core 5.6).
    ///
    /// - Parameter filter: in GraphQL's form; `nil` means every record.
    package func updateMany(
        where filter: JSONObject?, _ body: JSONObject, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        let table = plan.table
        try checkIDs(in: filter)
        try ObjectRules.check(.updateMany, on: table.object, by: caller)
        let condition = try filter.map { try self.filter($0, table: table) }
        var inputs = [try RecordInputDecoder(table: table, release: release).decode(body)]
        try require([.update, .read], on: table)
        try requireWritable([body], on: table)
        try write { store in
            let limit = Self.maximumUpdateSize
            let ids = try store.reader.ids(in: table, where: condition, includesDeleted: true, limit: limit + 1)
            guard ids.count <= limit else {
                throw RecordError(
                    .tooManyRecordsToUpdate, "Cannot update more than \(limit) records at once",
                    userFriendly: "You can only update up to \(limit) records at once.")
            }
            guard ids.count <= 1 || !setsFiles(body, in: table) else {
                throw RecordError(
                    .database, "Cannot update multiple records with files field at once",
                    userFriendly: "You can only update one record with files field at once.")
            }
            if !ids.isEmpty {
                try connect(&inputs, table: table, store: store)
                try change(ids, inputs[0], table: table, store: store)
            }
            try store.reader.writeRecords(ids, plan, to: &writer)
        }
    }

    private func setsFiles(_ body: JSONObject, in table: Table) -> Bool {
        body.keys.contains { table.object.field(named: $0)?.type == .files }
    }

    /// Marks every record that matches as deleted and writes them as a list (rest-core 5.8).
    package func softDeleteMany(
        where filter: JSONObject?, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        try checkIDs(in: filter)
        try ObjectRules.check(.softDelete, on: plan.table.object, by: caller)
        try setDeletedMany(true, where: filter, plan, to: &writer)
    }

    /// Takes the deletion of every record that matches back and writes them as a list (rest-core 5.9).
    package func restoreMany(
        where filter: JSONObject?, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        try checkIDs(in: filter)
        try ObjectRules.check(.restore, on: plan.table.object, by: caller)
        try setDeletedMany(false, where: filter, plan, to: &writer)
    }

    /// Removes every record that matches for good and writes them, as they were, as a list.
    package func destroyMany(where filter: JSONObject?, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        let table = plan.table
        try checkIDs(in: filter)
        try ObjectRules.check(.destroy, on: table.object, by: caller)
        let condition = try filter.map { try self.filter($0, table: table) }
        try require([.destroy, .read], on: table)
        try write { store in
            let ids = try store.reader.ids(in: table, where: condition, includesDeleted: true, limit: nil)
            try store.reader.writeRecords(ids, plan, to: &writer)
            for id in ids { _ = try store.destroy(id, in: table) }
        }
    }

    private func setDeletedMany(
        _ isDeleted: Bool, where filter: JSONObject?, _ plan: ReadPlan, to writer: inout JSONWriter
    ) throws {
        let table = plan.table
        let condition = try filter.map { try self.filter($0, table: table) }
        try require([.softDelete, .read], on: table)
        try write { store in
            let ids = try store.reader.ids(in: table, where: condition, includesDeleted: true, limit: nil)
            for id in ids { try setDeleted(isDeleted, id, table: table, store: store) }
            try store.reader.writeRecords(ids, plan, to: &writer)
        }
    }
}
