import DataModel
import JSON

/// What is known of a page of records besides the records themselves.
package struct Page {
    /// Whether there are more in the direction of the query.
    package let hasMore: Bool
    /// The values of the order's keys, record by record, in forward order.
    private let places: [[SQLValue]]
    private let cursorColumns: CursorColumns

    fileprivate init(hasMore: Bool, places: [[SQLValue]], cursorColumns: CursorColumns) {
        self.hasMore = hasMore
        self.places = places
        self.cursorColumns = cursorColumns
    }

    /// How many records it holds.
    package var count: Int { places.count }

    /// The place of a record in the order, under the names that its values have in the record (rest-core 7.3).
    package func cursor(at position: Int) -> JSONValue { cursorColumns.cursor(places[position]) }
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
        let sql = """
            SELECT \(plan.columns)\(cursorColumns.columns) FROM \(source.sql) WHERE \(condition.sql)
            ORDER BY \(orderBy) LIMIT ? OFFSET ?
            """
        var rows = RowBuffer(plan)
        var places: [[SQLValue]] = []
        var hasMore = false
        // One more than asked for tells whether there are more.
        let arguments = condition.arguments + [.integer(Int64(query.limit) + 1), .integer(Int64(query.offset))]
        try PreparedStatement(sql, on: database).forEachRow(arguments, table: table.name) { row in
            guard rows.count < query.limit else {
                hasMore = true
                return
            }
            rows.append(row)
            places.append(cursorColumns.values(row, from: plan.columnCount))
        }
        if query.isBackward { places.reverse() }
        let (bytes, ends) = try filled(rows)
        writer.write(list: bytes, ends: ends, isReversed: query.isBackward)
        return Page(hasMore: hasMore, places: places, cursorColumns: cursorColumns)
    }
}
