import JSON

extension RecordReader {
    /// Writes the matching record with the smallest id (graphql-core 6.6).
    ///
    /// - Returns: whether there is one; nothing is written when not.
    package func writeFirst(where filter: Filter, _ plan: ReadPlan, to writer: inout JSONWriter) throws -> Bool {
        var compiler = FilterCompiler(source: QuerySource(table: plan.table, schema: schema))
        let condition = try RecordQuery(filter: filter).condition(plan.table, &compiler)
        let sql = """
            SELECT \(plan.columns) FROM \(compiler.source.sql) WHERE \(condition.sql)
            ORDER BY \(QuerySource.root)."id" LIMIT 1
            """
        var rows = RowBuffer(plan)
        try PreparedStatement(sql, on: database)
            .forEachRow(condition.arguments, table: plan.table.name) { rows.append($0) }
        guard rows.count > 0 else { return false }
        writer.bytes.append(contentsOf: try filled(rows).bytes)
        return true
    }
}
