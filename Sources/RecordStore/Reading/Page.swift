import DataModel
import JSON

/// What is known of a page of records besides the records themselves.
package struct Page {
    /// Whether there are more in the direction of the query.
    package let hasMore: Bool
    /// How many records it holds.
    package let count: Int
    /// The values of the order's keys, record by record, as they were read.
    fileprivate let places: [SQLValue]
    fileprivate let cursorColumns: CursorColumns
    fileprivate let isReversed: Bool

    /// The place of a record in the order, under the names that its values have in the record (rest-core 7.3).
    package func cursor(at position: Int) -> JSONValue {
        let start = (isReversed ? count - 1 - position : position) * cursorColumns.count
        return cursorColumns.cursor(places[start..<start + cursorColumns.count])
    }
}

extension RecordReader {
    /// Writes a page of records as a JSON list.
    package func writePage(_ query: RecordQuery, _ plan: ReadPlan, to writer: inout JSONWriter) throws -> Page {
        let table = plan.table
        let order = table.totalOrder(query.order)
        var compiler = FilterCompiler(source: QuerySource(table: table, schema: schema))
        var condition = try query.condition(table, &compiler)
        var source = compiler.source
        if let keyset = query.keyset {
            let after = try keyset.compile(isBackward: query.isBackward, source: &source)
            condition = .joined([condition, after], by: " AND ")
        }
        let orderBy = try order.compile(isBackward: query.isBackward, source: &source)
        let cursorColumns = try CursorColumns(order, source: &source)
        let columns = plan.columns + cursorColumns.columns
        let selection = "FROM \(source.sql) WHERE \(condition.sql) ORDER BY \(orderBy) LIMIT ? OFFSET ?"
        // Where rows have to be sorted, carrying whole records through the sorting would cost more than fetching those
        // that are left afterwards.
        let sql =
            order[0].isSorted
            ? """
            SELECT \(columns) FROM (SELECT \(QuerySource.root).rowid AS place \(selection)) AS sorted
            CROSS JOIN \(source.sql) WHERE \(QuerySource.root).rowid = sorted.place ORDER BY \(orderBy)
            """ : "SELECT \(columns) \(selection)"
        var rows = RowBuffer(plan, cursorColumns: cursorColumns)
        var places: [SQLValue] = []
        var hasMore = false
        // One more than asked for tells whether there are more.
        let arguments = condition.arguments + [.integer(Int64(query.limit) + 1), .integer(Int64(query.offset))]
        try PreparedStatement(sql, on: database).forEachRow(arguments, table: table.name) { row in
            guard rows.count < query.limit else {
                hasMore = true
                return
            }
            rows.append(row)
            cursorColumns.append(row, from: plan.columnCount, to: &places)
        }
        let (bytes, ends) = try filled(rows)
        writer.write(list: bytes, ends: ends, isReversed: query.isBackward)
        return Page(
            hasMore: hasMore, count: rows.count, places: places, cursorColumns: cursorColumns,
            isReversed: query.isBackward)
    }
}
