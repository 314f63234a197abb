import JSON

extension RecordReader {
    /// Loads every relation of `rows`, one query per relation, and puts its records in.
    func filled(_ rows: RowBuffer) throws -> (bytes: [UInt8], ends: [Int]) {
        rows.filled(
            with: try rows.plan.relations.enumerated().map { index, relation in
                switch relation.shape {
                case .one: .records(try loadTargets(rows.targets[index], plan: relation.plan))
                case .many(let joinColumn, let limit):
                    .records(
                        try loadLists(of: rows.ids, joinColumn: joinColumn, limit: limit, plan: relation.plan).lists)
                case .connection(let plan, let joinColumn, let limit):
                    .connections(try loadConnections(of: rows.ids, joinColumn: joinColumn, limit: limit, plan: plan))
                }
            })
    }

    /// One query for each list that is shown, and one for the figures if there are any.
    private func loadConnections(
        of ids: [String], joinColumn: Column, limit: Int, plan: ConnectionPlan
    ) throws -> RelatedConnections {
        var lists: [RelatedRecords] = []
        var childIDs: [String] = []
        for (index, list) in plan.lists.enumerated() {
            let loaded = try loadLists(of: ids, joinColumn: joinColumn, limit: limit, plan: list, keepsIDs: index == 0)
            lists.append(loaded.lists)
            if index == 0 { childIDs = loaded.ids }
        }
        let figures = try loadFigures(of: ids, joinColumn: joinColumn, plan: plan)
        return RelatedConnections(plan: plan, lists: lists, ids: childIDs, figures: figures)
    }

    /// For each id, the figures of all live records whose `joinColumn` holds it.
    private func loadFigures(
        of ids: [String], joinColumn: Column, plan: ConnectionPlan
    ) throws -> [[ConnectionPlan.Figure]] {
        guard !plan.aggregates.isEmpty, !ids.isEmpty else { return [] }
        let columns = plan.aggregates.flatMap { [$0.sql, $0.divisor] }.joined(separator: ", ")
        let root = QuerySource.root
        let sql = """
            SELECT owner.key, \(columns) FROM json_each(?) AS owner
            CROSS JOIN \(plan.table.quotedName) AS \(root) ON \(root).\(joinColumn.quoted) = owner.value
            WHERE 1 \(plan.table.isLive) GROUP BY owner.key
            """
        // Who has no records is not among the groups.
        var figures = Array(repeating: [ConnectionPlan.Figure](), count: ids.count)
        try PreparedStatement(sql, on: database).forEachRow([.jsonList(ids)], table: plan.table.name) { row in
            guard case .integer(let owner) = SQLValue(column: 0, of: row) else { return }
            figures[Int(owner)] = plan.aggregates.indices.map { index in
                let column = Int32(1 + 2 * index)
                return (SQLValue(column: column, of: row), SQLValue(column: column + 1, of: row))
            }
        }
        return figures
    }

    /// The records with the given ids, soft-deleted ones left out.
    private func loadTargets(_ ids: [String?], plan: ReadPlan) throws -> RelatedRecords {
        // Where each id was first met; what is found takes that place.
        var places: [String: Int] = [:]
        let placeOfRow = ids.map { id in
            id.map { id in
                let next = places.count
                return places[id] ?? places.updateValue(next, forKey: id) ?? next
            }
        }
        var found = RowBuffer(plan, keepsIDs: true)
        if !places.isEmpty {
            let sql = """
                SELECT \(plan.columns) FROM \(plan.table.quotedName) AS \(QuerySource.root)
                WHERE \(QuerySource.root)."id" IN (SELECT value FROM json_each(?)) \(plan.table.isLive)
                """
            try PreparedStatement(sql, on: database).forEachRow([.jsonList(places.keys)], table: plan.table.name) {
                found.append($0)
            }
        }
        var rowAtPlace: [Int?] = Array(repeating: nil, count: places.count)
        for (row, id) in found.ids.enumerated() {
            if let place = places[id] { rowAtPlace[place] = row }
        }
        let (bytes, ends) = try filled(found)
        return RelatedRecords(
            bytes: bytes, ends: ends,
            byRow: placeOfRow.map { place in place.flatMap { rowAtPlace[$0] }.map { $0..<$0 + 1 } ?? 0..<0 },
            isList: false)
    }

    /// For each id, the first `limit` live records whose `joinColumn` holds it, in the order of their insertion.
    private func loadLists(
        of ids: [String], joinColumn: Column, limit: Int, plan: ReadPlan, keepsIDs: Bool = false
    ) throws -> (lists: RelatedRecords, ids: [String]) {
        let table = plan.table.quotedName
        let sql = """
            SELECT \(plan.columns), owner.key FROM json_each(?) AS owner
            CROSS JOIN \(table) AS \(QuerySource.root) ON \(QuerySource.root).rowid IN (
              SELECT rowid FROM \(table) AS c WHERE c.\(joinColumn.quoted) = owner.value
              AND c."deletedAt" IS NULL ORDER BY rowid LIMIT ?)
            ORDER BY owner.key, \(QuerySource.root).rowid
            """
        var children = RowBuffer(plan, keepsIDs: keepsIDs)
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
        return (RelatedRecords(bytes: bytes, ends: ends, byRow: ranges, isList: true), children.ids)
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
