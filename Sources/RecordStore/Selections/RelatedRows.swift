import JSON

/// What one relation contributes to the rows that it was loaded for.
enum RelatedRows {
    case records(RelatedRecords)
    case connections(RelatedConnections)

    /// Writes what belongs to the row at `position`.
    func write(row position: Int, to writer: inout JSONWriter) {
        switch self {
        case .records(let records): records.write(row: position, to: &writer)
        case .connections(let connections): connections.write(row: position, to: &writer)
        }
    }

    func hasRecords(row position: Int) -> Bool {
        switch self {
        case .records(let records): !records.byRow[position].isEmpty
        case .connections: true
        }
    }

    /// About how many bytes it adds.
    var size: Int {
        switch self {
        case .records(let records): records.bytes.count
        case .connections(let connections): connections.lists.reduce(0) { $0 + $1.bytes.count }
        }
    }
}

/// The records of one relation, ready to be put into the rows that they belong to.
struct RelatedRecords {
    let bytes: [UInt8]
    /// Where each record ends in ``bytes``.
    let ends: [Int]
    /// Which records belong to each row, by the row's position: at most one for a relation to one record.
    let byRow: [Range<Int>]
    let isList: Bool

    func write(row position: Int, to writer: inout JSONWriter) {
        let records = byRow[position]
        if isList { writer.bytes.append(UInt8(ascii: "[")) }
        if records.isEmpty, !isList { writer.writeNull() }
        for record in records {
            if record > records.lowerBound { writer.bytes.append(UInt8(ascii: ",")) }
            let start = record == 0 ? 0 : ends[record - 1]
            writer.bytes.append(contentsOf: bytes[start..<ends[record]])
        }
        if isList { writer.bytes.append(UInt8(ascii: "]")) }
    }
}

/// The connections of one relation, one for each row.
struct RelatedConnections {
    let plan: ConnectionPlan
    /// One for each list of the plan.
    let lists: [RelatedRecords]
    /// The ids of the records of the first list, by which their cursors are made.
    let ids: [String]
    /// The figures of each row.
    let figures: [[ConnectionPlan.Figure]]

    func write(row position: Int, to writer: inout JSONWriter) {
        // The flags are always false here (graphql-core 6.7).
        var content = ConnectionPlan.Content()
        if let range = lists.first?.byRow[position], let first = range.first, let last = range.last {
            content.startCursor = CursorText.of(id: ids[first])
            content.endCursor = CursorText.of(id: ids[last])
        }
        content.figures = figures.isEmpty ? [] : figures[position]
        plan.write(content, to: &writer) { index, writer in lists[index].write(row: position, to: &writer) }
    }
}
