import CSQLite
import DataModel
import JSON

/// Reads records within one access to the store; see ``RecordStore/read(_:)``.
package struct RecordReader {
    let database: Database
    package let schema: Schema

    /// Writes the record called `id` as JSON.
    ///
    /// - Parameter includesDeleted: whether a soft-deleted record counts.
    /// - Returns: whether there is such a record; nothing is written when not.
    package func writeRecord(
        _ id: String, _ plan: ReadPlan, includesDeleted: Bool = false, to writer: inout JSONWriter
    ) throws -> Bool {
        var rows = RowBuffer(plan)
        try PreparedStatement(includesDeleted ? plan.recordSQL : plan.liveRecordSQL, on: database)
            .forEachRow([.text(id)], table: plan.table.name) { rows.append($0) }
        guard rows.count > 0 else { return false }
        writer.bytes.append(contentsOf: try filled(rows).bytes)
        return true
    }

    /// Writes the records called `ids` as a JSON list, in that order, soft-deleted ones too.
    package func writeRecords(_ ids: [String], _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        var rows = RowBuffer(plan)
        let statement = try PreparedStatement(plan.recordSQL, on: database)
        for id in ids {
            try statement.forEachRow([.text(id)], table: plan.table.name) { rows.append($0) }
        }
        let (bytes, ends) = try filled(rows)
        writer.write(list: bytes, ends: ends)
    }

    /// Whether there is a record called `id`, soft-deleted or not.
    package func contains(_ id: String, in table: Table) throws -> Bool {
        let sql = "SELECT 1 FROM \(table.quotedName) WHERE \"id\" = ?"
        return try PreparedStatement(sql, on: database).firstValue([.text(id)], table: table.name) != nil
    }

    /// The ids of the records that match, in the order of their insertion.
    ///
    /// - Parameter includesDeleted: whether soft-deleted records count even when the filter does not name `deletedAt`.
    package func ids(
        in table: Table, where filter: Filter?, includesDeleted: Bool = false, limit: Int? = nil
    ) throws -> [String] {
        var compiler = FilterCompiler(source: QuerySource(table: table, schema: schema))
        let condition =
            try includesDeleted
            ? filter.map { try compiler.compile($0) } ?? SQLFragment("1")
            : RecordQuery(filter: filter).condition(table, &compiler)
        let root = QuerySource.root
        let sql = """
            SELECT \(root)."id" FROM \(compiler.source.sql) WHERE \(condition.sql) ORDER BY \(root).rowid LIMIT ?
            """
        var ids: [String] = []
        // A negative limit is none.
        let arguments = condition.arguments + [.integer(Int64(limit ?? -1))]
        try PreparedStatement(sql, on: database).forEachRow(arguments, table: table.name) { row in
            ids.append(SQLValue(column: 0, of: row).text ?? "")
        }
        return ids
    }

    /// The stored values of some columns of the record called `id`; `nil` when there is no such record.
    package func values(
        _ columns: [Column], of id: String, in table: Table, includesDeleted: Bool = false
    ) throws -> [SQLValue]? {
        let root = QuerySource.root
        let list = columns.map { "\(root).\($0.quoted)" }.joined(separator: ", ")
        let sql = """
            SELECT \(list) FROM \(table.quotedName) AS \(root) WHERE \(root)."id" = ? \(includesDeleted ? "" : table.isLive)
            """
        var values: [SQLValue]?
        try PreparedStatement(sql, on: database).forEachRow([.text(id)], table: table.name) { row in
            values = columns.indices.map { SQLValue(column: Int32($0), of: row) }
        }
        return values
    }

    /// How many records match; without a filter the answer costs the same at any size.
    package func count(_ table: Table, where filter: Filter?) throws -> Int {
        guard let filter else {
            let sql = "SELECT live FROM \(TableDefinition.recordCountTable) WHERE id = ?"
            return try PreparedStatement(sql, on: database)
                .firstInteger([.integer(Int64(table.countID))], table: table.name)
        }
        let query = RecordQuery(filter: filter)
        var compiler = FilterCompiler(source: QuerySource(table: table, schema: schema))
        let condition = try query.condition(table, &compiler)
        let sql = "SELECT count(*) FROM \(compiler.source.sql) WHERE \(condition.sql)"
        guard database.access == .reading else {
            return try PreparedStatement(sql, on: database).firstInteger(condition.arguments, table: table.name)
        }
        return try database.counts.count(sql, condition.arguments, on: database, table: table.name)
    }
}

extension JSONWriter {
    /// Writes the elements that end at `ends` in `bytes` as a list.
    mutating func write(list bytes: [UInt8], ends: [Int], isReversed: Bool = false) {
        self.bytes.append(UInt8(ascii: "["))
        for position in ends.indices {
            if position > 0 { self.bytes.append(UInt8(ascii: ",")) }
            let element = isReversed ? ends.count - 1 - position : position
            self.bytes.append(contentsOf: bytes[(element == 0 ? 0 : ends[element - 1])..<ends[element]])
        }
        self.bytes.append(UInt8(ascii: "]"))
    }
}
