import DataModel

/// Which records to list, in which order, and which part of them.
package struct RecordQuery: Sendable {
    package var filter: Filter?
    /// The keys of the order; `id` ascending follows them when it is not among them.
    package var order: [OrderTerm]
    /// The place where the page starts, or ends when ``isBackward``.
    package var keyset: Keyset?
    /// Whether the page is the one just before ``keyset``; it is returned in forward order all the same.
    package var isBackward: Bool
    package var limit: Int
    package var offset: Int

    package init(
        filter: Filter? = nil, order: [OrderTerm] = [], keyset: Keyset? = nil, isBackward: Bool = false,
        limit: Int = 60, offset: Int = 0
    ) {
        self.filter = filter
        self.order = order
        self.keyset = keyset
        self.isBackward = isBackward
        self.limit = limit
        self.offset = offset
    }

    /// The filter, and that soft-deleted records stay hidden unless it names `deletedAt` (rest-core 11.4).
    func condition(_ table: Table, _ compiler: inout FilterCompiler) throws -> SQLFragment {
        var parts: [SQLFragment] = []
        if let filter { parts.append(try compiler.compile(filter)) }
        if table.deletedAt != nil, filter?.mentionsDeletedAt != true {
            // The plus keeps the condition from suggesting the index of live positions, which only an order by position
            // is to walk along: a walk through the table itself costs half as much.
            let isByPosition = order.first.map { $0.relation == nil && $0.column === table.position } ?? false
            parts.append(SQLFragment("\(isByPosition ? "" : "+")\(QuerySource.root).\"deletedAt\" IS NULL"))
        }
        return parts.isEmpty ? SQLFragment("1") : .joined(parts, by: " AND ")
    }
}

extension Table {
    /// `order` made total: ties are broken by `id` ascending (rest-core 7.1).
    package func totalOrder(_ order: [OrderTerm]) -> [OrderTerm] {
        guard !order.contains(where: { $0.relation == nil && $0.column.index == idIndex }),
            let id = object.field(named: "id")
        else { return order }
        return order + [OrderTerm(field: id, column: idColumn, direction: .ascNullsFirst)]
    }
}
