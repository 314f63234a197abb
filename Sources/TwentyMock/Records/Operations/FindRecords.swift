import DataModel
import JSON
import RecordStore

/// Which records a list shows; filter and order in GraphQL's form (rest-core 5.1).
package struct RecordList: Sendable {
    package var filter: JSONObject?
    package var order: [JSONObject] = []
    package var after: String?
    package var before: String?
    package var limit: Int
    package var offset = 0
    /// Whether clients make cursors of their own, with keys that the order lacks (graphql-core 6.5).
    package var takesForeignCursors = false

    package init(limit: Int) { self.limit = limit }
}

/// What surrounds the records of a list.
package struct PageInfo: Sendable, Hashable {
    package let hasNextPage: Bool
    package let hasPreviousPage: Bool
    package let startCursor: String?
    package let endCursor: String?
    /// How many records match, whatever the page.
    package let totalCount: Int
}

extension RecordOperations {
    /// Writes the records of `list` as a JSON list.
    package func findMany(_ list: RecordList, _ plan: ReadPlan, to writer: inout JSONWriter) throws -> PageInfo {
        let query = try resolve(list, table: plan.table)
        try require([.read], on: plan.table)
        return try read { reader in
            let page = try reader.writePage(query, plan, to: &writer)
            // A first page that shows all there is has been counted already.
            let isWhole = query.keyset == nil && query.offset == 0 && !page.hasMore
            let total = try isWhole ? page.count : reader.count(plan.table, where: query.filter)
            return pageInfo(page, query, totalCount: total)
        }
    }

    /// Writes the record called `id`.
    ///
    /// - Throws: `Record not found` also for a soft-deleted record.
    package func findOne(_ id: String, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try require([.read], on: plan.table)
        guard try read({ try $0.writeRecord(id.lowercased(), plan, to: &writer) }) else {
            throw release.answersNotFound ? .recordNotFound : RecordError(.badRequest, "Record not found")
        }
    }

    /// Checks in the contract's order: both cursors, filter, order, cursor (rest-core 2.4).
    func resolve(_ list: RecordList, table: Table) throws -> RecordQuery {
        guard list.after == nil || list.before == nil else {
            throw RecordError(.argsConflict, "Cannot provide both before and after")
        }
        var query = RecordQuery(limit: list.limit, offset: list.offset)
        query.filter = try list.filter.map { try filter($0, table: table) }
        query.order = try OrderResolver(schema: schema).resolve(list.order, table: table)
        query.isBackward = list.before != nil
        query.keyset = try (list.before ?? list.after).map { text in
            try Cursor.decode(
                text, order: table.totalOrder(query.order), table: table, ignoresOtherKeys: list.takesForeignCursors)
        }
        return query
    }

    func filter(_ filter: JSONObject, table: Table) throws -> Filter {
        try FilterResolver(schema: schema, databaseSchema: workspace.databaseSchema).resolve(filter, table: table)
    }

    /// What is said of other pages: in the direction not taken, whether a cursor was given.
    func flags(_ query: RecordQuery, hasMore: Bool) -> PageFlags {
        let cursorWasGiven = query.keyset != nil && release.pageInfoReflectsCursor
        return PageFlags(
            hasNextPage: query.isBackward ? cursorWasGiven : hasMore,
            hasPreviousPage: query.isBackward ? hasMore : cursorWasGiven)
    }

    private func pageInfo(_ page: Page, _ query: RecordQuery, totalCount: Int) -> PageInfo {
        let flags = flags(query, hasMore: page.hasMore)
        return PageInfo(
            hasNextPage: flags.hasNextPage, hasPreviousPage: flags.hasPreviousPage,
            startCursor: page.count == 0 ? nil : Cursor.encode(page.cursor(at: 0)),
            endCursor: page.count == 0 ? nil : Cursor.encode(page.cursor(at: page.count - 1)),
            totalCount: totalCount)
    }
}
