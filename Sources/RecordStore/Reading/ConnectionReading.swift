import DataModel
import JSON

/// Whether there are pages after and before the one that was read.
package struct PageFlags: Sendable {
    package let hasNextPage: Bool
    package let hasPreviousPage: Bool

    package init(hasNextPage: Bool, hasPreviousPage: Bool) {
        self.hasNextPage = hasNextPage
        self.hasPreviousPage = hasPreviousPage
    }
}

extension RecordReader {
    /// Writes the records of `query` as a connection, with one query for its records and at most one for its figures.
    ///
    /// - Parameter flags: what to say of other pages, knowing whether there are more records in the direction of the
    ///   query.
    package func writeConnection(
        _ query: RecordQuery, _ plan: ConnectionPlan, flags: (_ hasMore: Bool) -> PageFlags,
        to writer: inout JSONWriter
    ) throws {
        var first: Page?
        // What had to be read before its place in the answer, because something before it depends on it.
        var early: [UInt8]?
        func content() throws -> ConnectionPlan.Content {
            if first == nil, let list = plan.lists.first {
                var records = JSONWriter(reservingCapacity: 16 * 1024)
                first = try writePage(query, list, to: &records)
                early = records.bytes
            }
            return try self.content(plan, query, page: first, flags: flags)
        }
        try plan.write(content(), to: &writer) { index, writer in
            if index == 0, let records = early { return writer.write(raw: records) }
            let page = try writePage(query, plan.lists[index], to: &writer)
            if index == 0 { first = page }
        }
    }

    private func content(
        _ plan: ConnectionPlan, _ query: RecordQuery, page: Page?, flags: (_ hasMore: Bool) -> PageFlags
    ) throws -> ConnectionPlan.Content {
        var content = ConnectionPlan.Content()
        if let page {
            let flags = flags(page.hasMore)
            content.hasNextPage = flags.hasNextPage
            content.hasPreviousPage = flags.hasPreviousPage
            if page.count > 0 {
                content.startCursor = CursorText.of(page.cursor(at: 0))
                content.endCursor = CursorText.of(page.cursor(at: page.count - 1))
            }
        }
        content.figures = try figures(plan, query, page: page)
        return content
    }

    /// The figures of all records that match, whatever the page (graphql-core 4.6).
    private func figures(
        _ plan: ConnectionPlan, _ query: RecordQuery, page: Page?
    ) throws -> [ConnectionPlan.Figure] {
        guard !plan.aggregates.isEmpty else { return [] }
        if plan.aggregates.allSatisfy({ $0.function == .totalCount }) {
            // A first page that shows all there is has been counted already.
            let isWhole = query.keyset == nil && query.offset == 0 && page?.hasMore == false
            let total = try isWhole ? page?.count ?? 0 : count(plan.table, where: query.filter)
            return plan.aggregates.map { _ in (.integer(Int64(total)), .null) }
        }
        var grouping = GroupQuery(limit: 1)
        grouping.filter = query.filter
        grouping.aggregates = plan.aggregates
        return try groups(grouping, of: plan.table).first?.figures ?? []
    }
}
