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
        var content = ConnectionPlan.Content()
        var lists: [[UInt8]] = []
        var first: Page?
        for list in plan.lists {
            var records = JSONWriter(reservingCapacity: 16 * 1024)
            let page = try writePage(query, list, to: &records)
            lists.append(records.bytes)
            first = first ?? page
        }
        if let first {
            let flags = flags(first.hasMore)
            content.hasNextPage = flags.hasNextPage
            content.hasPreviousPage = flags.hasPreviousPage
            if first.count > 0 {
                content.startCursor = CursorText.of(first.cursor(at: 0))
                content.endCursor = CursorText.of(first.cursor(at: first.count - 1))
            }
        }
        content.figures = try figures(plan, query, page: first)
        plan.write(content, to: &writer) { index, writer in writer.write(raw: lists[index]) }
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
