import CSQLite
import DataModel
import JSON

extension RecordReader {
    /// The groups of the records of `table`, and with `sample` some records of each.
    package func groups(_ query: GroupQuery, of table: Table, sample: GroupQuery.Sample? = nil) throws -> [Group] {
        var statement = try GroupStatement(query, table: table, schema: schema)
        let grouped = statement.groups(query)
        var groups: [Group] = []
        try PreparedStatement(grouped.sql, on: database).forEachRow(grouped.arguments, table: table.name) { row in
            groups.append(statement.group(row, query))
        }
        guard let sample, !groups.isEmpty else { return groups }
        return try addRecords(sample, to: groups, query, &statement)
    }

    /// Reads the records of all groups in one query and hands them out.
    private func addRecords(
        _ sample: GroupQuery.Sample, to groups: [Group], _ query: GroupQuery, _ statement: inout GroupStatement
    ) throws -> [Group] {
        let order = sample.plan.table.totalOrder(sample.order)
        let cursorColumns = CursorColumns(order, selectedAs: order.indices.map { "g.k\($0)" })
        let selected = try statement.records(sample, order, cursorColumns)
        let firstDimension = sample.plan.columnCount + Int32(cursorColumns.count)
        var rows = RowBuffer(sample.plan, cursorColumns: cursorColumns)
        var positions: [[SQLValue]: [Int]] = [:]
        try PreparedStatement(selected.sql, on: database)
            .forEachRow(selected.arguments, table: sample.plan.table.name) { row in
                let key = query.dimensions.indices.map {
                    SQLValue(column: firstDimension + Int32($0), of: row)
                }
                positions[key, default: []].append(rows.count)
                rows.append(row)
            }
        let (bytes, ends) = try filled(rows)
        return groups.map { group in
            var writer = JSONWriter()
            writer.bytes.append(UInt8(ascii: "["))
            for (index, position) in (positions[group.dimensionValues] ?? []).enumerated() {
                if index > 0 { writer.bytes.append(UInt8(ascii: ",")) }
                writer.bytes.append(contentsOf: bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]])
            }
            writer.bytes.append(UInt8(ascii: "]"))
            var group = group
            group.records = writer.bytes
            return group
        }
    }
}

/// The SQL of a ``GroupQuery``.
private struct GroupStatement {
    private let table: Table
    private var source: QuerySource
    private let condition: SQLFragment
    private let dimensions: [SQLFragment]
    /// Table-valued functions that take lists apart.
    private let unnesting: String

    init(_ query: GroupQuery, table: Table, schema: Schema) throws {
        self.table = table
        var compiler = FilterCompiler(source: QuerySource(table: table, schema: schema))
        condition = try RecordQuery(filter: query.filter).condition(table, &compiler)
        var source = compiler.source
        var unnesting = ""
        var dimensions: [SQLFragment] = []
        for (index, dimension) in query.dimensions.enumerated() {
            let alias = try dimension.relation.map { try source.join($0).alias } ?? QuerySource.root
            let name = "\(alias).\(dimension.column.quoted)"
            switch dimension.form {
            case .value: dimensions.append(SQLFragment(name))
            case .date(let bucket): dimensions.append(bucket.sql(name))
            case .unnested:
                unnesting += " JOIN json_each(\(name)) AS u\(index)"
                dimensions.append(SQLFragment("u\(index).value"))
            }
        }
        self.source = source
        self.dimensions = dimensions
        self.unnesting = unnesting
    }

    private var from: String { "\(source.sql)\(unnesting) WHERE \(condition.sql)" }

    func groups(_ query: GroupQuery) -> SQLFragment {
        var columns = dimensions.enumerated().map { "\($1.sql) AS d\($0)" }
        for aggregate in query.aggregates { columns += [aggregate.sql, aggregate.divisor] }
        if columns.isEmpty { columns = ["count(*)"] }
        let names = dimensions.indices.map { "d\($0)" }
        var order = query.order.map { key in
            switch key {
            case .dimension(let index, let direction): rank(query.dimensions[index], "d\(index)") + direction.clause
            case .aggregate(let aggregate, let direction): aggregate.sortSQL + direction.clause
            }
        }
        // What the query leaves open is decided by the values, so that the same question has the same answer.
        order += names.indices.map { rank(query.dimensions[$0], "d\($0)") }
        let sql =
            "SELECT \(columns.joined(separator: ", ")) FROM \(from)"
            + (names.isEmpty ? "" : " GROUP BY \(names.joined(separator: ", "))")
            + (order.isEmpty ? "" : " ORDER BY \(order.joined(separator: ", "))") + " LIMIT ?"
        return SQLFragment(
            sql, dimensions.flatMap(\.arguments) + condition.arguments + [.integer(Int64(query.limit))])
    }

    /// The first records of each group, followed by what makes their cursors and by the values that tell the group.
    mutating func records(
        _ sample: GroupQuery.Sample, _ terms: [OrderTerm], _ cursorColumns: CursorColumns
    ) throws -> SQLFragment {
        let keys = try terms.map { term in
            let alias = try term.relation.map { try source.join($0).alias } ?? QuerySource.root
            return "\(alias).\(term.column.quoted)"
        }
        let order = zip(terms, keys).map { term, key in
            // Inside groups options sort by their text and texts without case (graphql-core 6.4).
            let collation = if case .text = term.column.kind { " COLLATE \(TextCollation.name)" } else { "" }
            return key + collation + term.direction.clause
        }.joined(separator: ", ")
        let values = dimensions.enumerated().map { "\($1.sql) AS d\($0)" }
        let names = dimensions.indices.map { "d\($0)" }
        let partition = names.isEmpty ? "" : "PARTITION BY \(dimensions.map(\.sql).joined(separator: ", ")) "
        let root = QuerySource.root
        let columns =
            ([root + ".rowid AS mock_row"] + keys.enumerated().map { "\($1) AS k\($0)" } + values
            + ["row_number() OVER (\(partition)ORDER BY \(order)) AS mock_place"]).joined(separator: ", ")
        let list =
            ([sample.plan.columns + cursorColumns.columns] + names.map { "g.\($0)" }).joined(separator: ", ")
        let sql = """
            SELECT \(list) FROM (SELECT \(columns) FROM \(from)) AS g
            JOIN \(table.quotedName) AS \(root) ON \(root).rowid = g.mock_row
            WHERE g.mock_place > ? AND g.mock_place <= ? ORDER BY g.mock_place
            """
        let arguments = dimensions.flatMap(\.arguments)
        return SQLFragment(
            sql,
            arguments + arguments + condition.arguments
                + [.integer(Int64(sample.offset)), .integer(Int64(sample.offset + sample.limit))])
    }

    func group(_ row: OpaquePointer, _ query: GroupQuery) -> Group {
        let values = dimensions.indices.map { SQLValue(column: Int32($0), of: row) }
        let figures = query.aggregates.indices.map { index in
            let column = Int32(dimensions.count + 2 * index)
            return (value: SQLValue(column: column, of: row), divisor: SQLValue(column: column + 1, of: row))
        }
        return Group(dimensionValues: values, figures: figures)
    }

    private func rank(_ dimension: GroupQuery.Dimension, _ name: String) -> String {
        switch dimension.form {
        case .date(let bucket): return bucket.rank(name)
        case .value, .unnested:
            if case .text = dimension.column.kind { return "\(name) COLLATE \(TextCollation.name)" }
            return name
        }
    }
}

extension OrderTerm.Direction {
    /// ` DESC NULLS LAST`.
    fileprivate var clause: String {
        " \(isDescending ? "DESC" : "ASC") NULLS \(areNullsFirst ? "FIRST" : "LAST")"
    }
}
