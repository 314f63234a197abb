import DataModel

/// What is looked for in one table, and from where on (graphql-core 13.1).
package struct SearchQuery: Sendable {
    /// Cover density of all words, then frequency of any; see ``SearchRanking``.
    package struct Ranks: Sendable, Hashable {
        package let coverDensity: Double
        package let frequency: Double

        package init(coverDensity: Double, frequency: Double) {
            self.coverDensity = coverDensity
            self.frequency = frequency
        }
    }

    /// The place after which to go on: a rank, and the last record of the table that was shown, if any was.
    package struct Place: Sendable {
        package let ranks: Ranks
        package let id: String?

        package init(ranks: Ranks, id: String?) {
            self.ranks = ranks
            self.id = id
        }
    }

    /// Folded. Each is the beginning of a word; empty means every record.
    package let words: [String]
    package var filter: Filter?
    /// The columns to return of each record.
    package var columns: [Column] = []
    package var after: Place?
    package var limit: Int

    package init(words: [String], limit: Int) {
        self.words = words
        self.limit = limit
    }

    /// The words as a query of FTS5, those without a letter or digit left out; `nil` when none is left.
    var match: String? {
        let terms = words.filter { word in
            word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
        guard !terms.isEmpty else { return nil }
        return terms.map { "\"\($0.replacing("\"", with: "\"\""))\"*" }.joined(separator: " OR ")
    }
}

/// A record that was found.
package struct SearchHit: Sendable {
    package let id: String
    package let ranks: SearchQuery.Ranks
    /// Those of ``SearchQuery/columns``.
    package let values: [SQLValue]
}

extension RecordReader {
    /// The records of `table` that match, best first, ties by id. When no word of any record begins like one of the
    /// query, those whose text holds all of its words anywhere (graphql-core 13.1).
    package func search(_ query: SearchQuery, in table: Table) throws -> [SearchHit] {
        guard let index = SearchIndex(table) else { return [] }
        let statement = try SearchStatement(query, index: index, schema: schema)
        if let match = query.match {
            let found = try hits(statement.ranked(match, after: query.after), query, table)
            // A later page that has come to its end is no reason to look for other matches.
            let isEnd =
                try found.isEmpty && query.after != nil
                && !hits(statement.ranked(match, after: nil, limit: 1), query, table).isEmpty
            if !found.isEmpty || isEnd { return found }
        }
        return try hits(statement.unranked(), query, table)
    }

    private func hits(_ sql: SQLFragment, _ query: SearchQuery, _ table: Table) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        try PreparedStatement(sql.sql, on: database).forEachRow(sql.arguments, table: table.name) { row in
            func real(_ column: Int32) -> Double {
                if case .real(let value) = SQLValue(column: column, of: row) { value } else { 0 }
            }
            hits.append(
                SearchHit(
                    id: SQLValue(column: 0, of: row).text ?? "",
                    ranks: .init(coverDensity: real(1), frequency: real(2)),
                    values: query.columns.indices.map { SQLValue(column: Int32(3 + $0), of: row) }))
        }
        return hits
    }
}

/// The SQL of a ``SearchQuery``.
private struct SearchStatement {
    private let query: SearchQuery
    private let index: SearchIndex
    private let source: QuerySource
    private let condition: SQLFragment

    init(_ query: SearchQuery, index: SearchIndex, schema: Schema) throws {
        self.query = query
        self.index = index
        var compiler = FilterCompiler(source: QuerySource(table: index.table, schema: schema))
        condition = try RecordQuery(filter: query.filter).condition(index.table, &compiler)
        source = compiler.source
    }

    private var columns: String {
        query.columns.enumerated().map { ", \(QuerySource.root).\($1.quoted) AS c\($0)" }.joined()
    }

    func ranked(_ match: String, after: SearchQuery.Place?, limit: Int? = nil) -> SQLFragment {
        let rank = { (kind: Int) in "\(SearchRanking.name)(\(index.words), \(kind), ?)" }
        let words = SQLValue.integer(Int64(query.words.count))
        let inner = SQLFragment(
            """
            SELECT t.id AS id, \(rank(0)) AS density, \(rank(1)) AS frequency\(columns)
            FROM \(index.words) CROSS JOIN \(index.texts) AS t CROSS JOIN \(source.sql)
            WHERE \(index.words) MATCH ? AND t.docid = \(index.words).rowid AND \(QuerySource.root)."id" = t.id
              AND (\(condition.sql))
            """, [words, words, .text(match)] + condition.arguments)
        return page(of: inner, after: after, limit: limit ?? query.limit)
    }

    func unranked() -> SQLFragment {
        let containing = query.words.map { _ in " AND instr(t.text, ?) > 0" }.joined()
        let inner = SQLFragment(
            """
            SELECT t.id AS id, 0.0 AS density, 0.0 AS frequency\(columns)
            FROM \(index.texts) AS t CROSS JOIN \(source.sql)
            WHERE \(QuerySource.root)."id" = t.id AND (\(condition.sql))\(containing)
            """, condition.arguments + query.words.map(SQLValue.text))
        return page(of: inner, after: query.after, limit: query.limit)
    }

    private func page(of inner: SQLFragment, after: SearchQuery.Place?, limit: Int) -> SQLFragment {
        var sql = "SELECT * FROM (\(inner.sql))"
        var arguments = inner.arguments
        if let after {
            sql += " WHERE density < ? OR density = ? AND (frequency < ? OR frequency = ? AND id > ?)"
            let density = SQLValue.real(after.ranks.coverDensity)
            let frequency = SQLValue.real(after.ranks.frequency)
            arguments += [density, density, frequency, frequency, .text(after.id ?? "")]
        }
        return SQLFragment(
            sql + " ORDER BY density DESC, frequency DESC, id LIMIT ?", arguments + [.integer(Int64(limit))])
    }
}
