import CSQLite
import DataModel

/// Changes records within one transaction; see ``RecordStore/write(_:)``.
///
/// Values arrive checked and in their stored form. What the database itself refuses is a ``StoreError``.
package struct RecordWriter {
    package let reader: RecordReader
    private var database: Database { reader.database }

    init(reader: RecordReader) { self.reader = reader }

    /// Lets join columns point nowhere until the end of the transaction.
    package func deferForeignKeys() throws {
        try PreparedStatement("PRAGMA defer_foreign_keys = ON", on: database).run()
    }

    /// Adds records; each row has one value for each column of the table.
    ///
    /// - Throws: ``RowError`` for the first row that is refused.
    package func insert(_ rows: [[SQLValue]], into table: Table) throws {
        var position = 0
        while position < rows.count {
            let range = position..<min(position + table.rowsPerInsert, rows.count)
            let areTaken = try range.count == table.rowsPerInsert && insertTogether(rows[range], into: table)
            if !areTaken { try insertEach(rows, range, into: table) }
            position = range.upperBound
        }
        guard let deletedAt = table.deletedAt else { return }
        try addToCount(rows.count { $0[deletedAt.index].isNull }, of: table)
    }

    /// Adds ``Table/rowsPerInsert`` rows.
    ///
    /// - Returns: whether all were taken; else none has been added.
    private func insertTogether(_ rows: ArraySlice<[SQLValue]>, into table: Table) throws -> Bool {
        let statement = try PreparedStatement(table.insertManySQL, on: database)
        do {
            try statement.run(rows: rows, table: table.name)
            return true
        } catch is StoreError {
            return false
        }
    }

    private func insertEach(_ rows: [[SQLValue]], _ range: Range<Int>, into table: Table) throws {
        let statement = try PreparedStatement(table.insertSQL, on: database)
        for position in range {
            do {
                try statement.run(rows[position], table: table.name)
            } catch let error as StoreError {
                throw RowError(position: position, reason: error)
            }
        }
    }

    /// Deletions and restorations are counted by triggers; insertions here, once for all rows.
    private func addToCount(_ number: Int, of table: Table) throws {
        let sql = "UPDATE \(TableDefinition.recordCountTable) SET live = live + ? WHERE id = ?"
        try PreparedStatement(sql, on: database).run([.integer(Int64(number)), .integer(Int64(table.countID))])
    }

    /// Changes the record called `id`, soft-deleted or not.
    ///
    /// - Returns: whether there is such a record.
    @discardableResult
    package func update(_ id: String, _ assignments: [Assignment], in table: Table) throws -> Bool {
        guard !assignments.isEmpty else { return try reader.contains(id, in: table) }
        let list = assignments.map { "\($0.column.quoted) = ?" }.joined(separator: ", ")
        let sql = "UPDATE \(table.quotedName) SET \(list) WHERE \"id\" = ?"
        return try PreparedStatement(sql, on: database)
            .run(assignments.map(\.value) + [.text(id)], table: table.name) > 0
    }

    /// Changes every record whose `column` holds `value`, soft-deleted or not.
    package func updateAll(
        where column: Column, is value: SQLValue, _ assignments: [Assignment], in table: Table
    ) throws {
        let list = assignments.map { "\($0.column.quoted) = ?" }.joined(separator: ", ")
        let sql = "UPDATE \(table.quotedName) SET \(list) WHERE \(column.quoted) = ?"
        try PreparedStatement(sql, on: database).run(assignments.map(\.value) + [value], table: table.name)
    }

    /// Removes the record called `id` for good; what refers to it follows the foreign keys (data-model 12).
    ///
    /// - Returns: whether there was such a record.
    package func destroy(_ id: String, in table: Table) throws -> Bool {
        let sql = "DELETE FROM \(table.quotedName) WHERE \"id\" = ?"
        do {
            return try PreparedStatement(sql, on: database).run([.text(id)], table: table.name) > 0
        } catch let error as StoreError {
            throw try explain(error, ofRemoving: id, from: table)
        }
    }

    /// Removes every record whose `column` holds `value`, soft-deleted or not, for good.
    package func destroyAll(where column: Column, is value: SQLValue, in table: Table) throws {
        let sql = "DELETE FROM \(table.quotedName) WHERE \(column.quoted) = ?"
        try PreparedStatement(sql, on: database).run([value], table: table.name)
    }

    /// Makes the rows whose `column` points to one of `ids` point to `id` instead.
    ///
    /// - Returns: how many rows there were; nothing is changed when there are more than `limit`.
    package func repoint(
        _ column: Column, in table: Table, from ids: [String], to id: String, limit: Int
    ) throws -> Int {
        let condition = "\(column.quoted) IN (SELECT value FROM json_each(?))"
        let count = try PreparedStatement(
            "SELECT count(*) FROM \(table.quotedName) WHERE \(condition)", on: database
        ).firstValue([.jsonList(ids)], table: table.name)
        guard case .integer(let rows)? = count, rows > 0, rows <= limit else {
            if case .integer(let rows)? = count { return Int(rows) }
            return 0
        }
        try PreparedStatement("UPDATE \(table.quotedName) SET \(column.quoted) = ? WHERE \(condition)", on: database)
            .run([.text(id), .jsonList(ids)], table: table.name)
        return Int(rows)
    }

    /// The smallest position of the live records, `nil` where there are none.
    package func smallestPosition(in table: Table) throws -> Double? { try extremePosition("min", of: table) }

    /// The largest position of the live records, `nil` where there are none.
    package func largestPosition(in table: Table) throws -> Double? { try extremePosition("max", of: table) }

    private func extremePosition(_ function: String, of table: Table) throws -> Double? {
        let sql = "SELECT \(function)(\"position\") FROM \(table.quotedName) WHERE \"deletedAt\" IS NULL"
        guard case .real(let value)? = try PreparedStatement(sql, on: database).firstValue(table: table.name)
        else { return nil }
        return value
    }

    /// The join column of `values` that points at no record, when there is one.
    package func danglingReference(_ values: [Assignment], in table: Table) throws -> Column? {
        for assignment in values {
            guard let reference = assignment.column.references, let id = assignment.value.text,
                let target = reader.schema.table(of: reference.object)
            else { continue }
            if try !reader.contains(id, in: target) { return assignment.column }
        }
        return nil
    }
}

/// The row that the database refused.
package struct RowError: Error, Sendable {
    package let position: Int
    package let reason: StoreError
}

/// A new value for a column.
package struct Assignment: Sendable {
    package let column: Column
    package let value: SQLValue

    package init(_ column: Column, _ value: SQLValue) {
        self.column = column
        self.value = value
    }
}
