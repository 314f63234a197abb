import GRDB
import JSON

extension RecordReader {
    /// Loads every relation of `rows`, one query per relation, and puts its records in.
    func filled(_ rows: RowBuffer) throws -> (bytes: [UInt8], ends: [Int]) {
        rows.filled(
            with: try rows.plan.relations.enumerated().map { index, relation in
                switch relation.shape {
                case .one: try loadTargets(rows.targets[index], plan: relation.plan)
                case .many(let joinColumn, let limit):
                    try loadLists(of: rows.ids, joinColumn: joinColumn, limit: limit, plan: relation.plan)
                }
            })
    }

    /// The records with the given ids, soft-deleted ones left out.
    private func loadTargets(_ ids: [String?], plan: ReadPlan) throws -> RelatedRows {
        let wanted = Set(ids.compactMap { $0 })
        var found = RowBuffer(plan, keepsIDs: true)
        if !wanted.isEmpty {
            let sql = """
                SELECT \(plan.columns) FROM \(plan.table.quotedName) AS \(QuerySource.root)
                WHERE \(QuerySource.root)."id" IN (SELECT value FROM json_each(?)) \(plan.table.isLive)
                """
            try PreparedStatement(sql, on: database).forEachRow([.jsonList(wanted)], table: plan.table.name) { row in
                found.append(row)
            }
        }
        let positions = Dictionary(
            found.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let (bytes, ends) = try filled(found)
        return RelatedRows(
            bytes: bytes, ends: ends,
            byRow: ids.map { id in id.flatMap { positions[$0] }.map { $0..<$0 + 1 } ?? 0..<0 }, isList: false)
    }

    /// For each id, the first `limit` live records whose `joinColumn` holds it, in the order of their insertion.
    private func loadLists(
        of ids: [String], joinColumn: Column, limit: Int, plan: ReadPlan
    ) throws -> RelatedRows {
        let table = plan.table.quotedName
        let sql = """
            SELECT \(plan.columns), owner.key FROM json_each(?) AS owner
            CROSS JOIN \(table) AS \(QuerySource.root) ON \(QuerySource.root).rowid IN (
              SELECT rowid FROM \(table) AS c WHERE c.\(joinColumn.quoted) = owner.value
              AND c."deletedAt" IS NULL ORDER BY rowid LIMIT ?)
            ORDER BY owner.key, \(QuerySource.root).rowid
            """
        var children = RowBuffer(plan)
        var counts = Array(repeating: 0, count: ids.count)
        if !ids.isEmpty {
            try PreparedStatement(sql, on: database)
                .forEachRow([.jsonList(ids), .integer(Int64(limit))], table: plan.table.name) { row in
                    children.append(row)
                    if case .integer(let owner) = SQLValue(column: plan.columnCount, of: row) {
                        counts[Int(owner)] += 1
                    }
                }
        }
        let (bytes, ends) = try filled(children)
        var start = 0
        let ranges = counts.map { count in
            defer { start += count }
            return start..<start + count
        }
        return RelatedRows(bytes: bytes, ends: ends, byRow: ranges, isList: true)
    }
}

extension Table {
    /// The condition that leaves soft-deleted records out, beginning with AND.
    var isLive: String {
        deletedAt == nil ? "" : "AND \(QuerySource.root).\"deletedAt\" IS NULL"
    }
}

extension SQLValue {
    /// A JSON list of ids, for `json_each`.
    static func jsonList(_ ids: some Collection<String>) -> SQLValue {
        .text(JSONValue.array(ids.map(JSONValue.string)).serializedText)
    }
}
