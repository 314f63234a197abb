import JSON

/// The entries of an array with more than six, put into columns as Node's `util.inspect` does.
struct ConsoleColumns {
    /// The lines; the entries themselves if they are too long or too uneven for columns.
    let rows: [String]

    private static let separatorLength = 2
    private static let mostColumns = 12

    /// - Parameter entries: the printed elements, with the note about hidden ones last if there are any.
    init(_ entries: [String], of elements: [JSONValue], indentation: Int) {
        let hasNote = entries.count > ConsolePrint.longestArray
        let widths = entries.prefix(ConsolePrint.longestArray).map(DisplayWidth.columns(of:))
        let longest = widths.max() ?? 0
        let total = widths.reduce(0) { $0 + $1 + Self.separatorLength }
        let cell = longest + Self.separatorLength
        let columns = Self.columnCount(
            cell: cell, total: total, longest: longest, cells: widths.count, entries: entries.count,
            indentation: indentation)
        guard columns > 1 else {
            rows = entries
            return
        }
        let columnWidths = (0..<columns).map { column in
            (stride(from: column, to: widths.count, by: columns).map { widths[$0] }.max() ?? 0) + Self.separatorLength
        }
        let alignsRight = elements.prefix(entries.count).allSatisfy { $0.doubleValue != nil }
        var rows = stride(from: 0, to: widths.count, by: columns).map { start in
            let end = min(start + columns, widths.count)
            var row = ""
            for index in start..<end {
                let isLast = index == end - 1
                let padding = String(
                    repeating: " ", count: columnWidths[index - start] - widths[index] - Self.separatorLength)
                if alignsRight { row += padding }
                row += entries[index]
                if !isLast { row += ", " }
                if !alignsRight, !isLast { row += padding }
            }
            return row
        }
        if hasNote, let note = entries.last { rows.append(note) }
        self.rows = rows
    }

    private static func columnCount(
        cell: Int, total: Int, longest: Int, cells: Int, entries: Int, indentation: Int
    ) -> Int {
        guard cell * 3 + indentation < ConsolePrint.breakLength,
            Double(total) / Double(cell) > 5 || longest <= 6
        else { return 1 }
        let averageBias = (Double(cell) - Double(total) / Double(entries)).squareRoot()
        let biasedCell = max(Double(cell) - 3 - averageBias, 1)
        // A square of the cells, a character being 2.5 times as high as wide.
        let square = ((2.5 * biasedCell * Double(cells)).squareRoot() / biasedCell + 0.5).rounded(.down)
        return min(Int(square), (ConsolePrint.breakLength - indentation) / cell, mostColumns)
    }
}
