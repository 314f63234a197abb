/// Tables in Markdown.
enum MarkdownTable {
    /// Padded to the width of each column. A table without header row gets an empty one, Markdown having no other.
    static func lines(_ rows: [[[RichTextInline]]], hasHeader: Bool) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        guard columns > 0 else { return [] }
        var cells = rows.map { row in
            row.map { cell in
                MarkdownInlineWriter.text(of: cell, indent: nil).split(separator: "|", omittingEmptySubsequences: false)
                    .joined(separator: "\\|")
            } + Array(repeating: "", count: columns - row.count)
        }
        if !hasHeader { cells.insert(Array(repeating: "", count: columns), at: 0) }
        let widths = (0..<columns).map { column in max(3, cells.map { $0[column].count }.max() ?? 0) }
        // Padding all rows for one very long cell could multiply the size of the text.
        let padded = widths.map { min($0, 120) }
        var lines = cells.map { row in
            let texts = zip(row, padded).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
            return "| " + texts.joined(separator: " | ") + " |"
        }
        lines.insert("| " + padded.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |", at: 1)
        return lines
    }

    /// How many columns a row such as `| --- | :-: |` has under a header; nil if the line is none.
    static func columns(delimiterRow line: ArraySlice<Unicode.Scalar>) -> Int? {
        guard line.contains("-"), line.allSatisfy({ "|:- \t".unicodeScalars.contains($0) }) else { return nil }
        let cells = cells(line)
        let isValid = cells.allSatisfy { cell in
            let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
            return !dashes.isEmpty && cell.prefix { $0 == ":" }.count <= 1
                && cell[dashes.endIndex...].count <= 1 && cell[dashes.endIndex...].allSatisfy { $0 == ":" }
        }
        return isValid && (cells.count > 1 || line.contains("|")) ? cells.count : nil
    }

    /// The texts between the unescaped bars of a row, without blanks around them.
    static func cells(_ line: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        var rest = line.trimmingBlanks
        if rest.first == "|" { rest = rest.dropFirst() }
        var cells: [ArraySlice<Unicode.Scalar>] = []
        var current: [Unicode.Scalar] = []
        var endedWithBar = false
        while let scalar = rest.popFirst() {
            endedWithBar = scalar == "|"
            if scalar == "|" {
                cells.append(current[...].trimmingBlanks)
                current = []
            } else if scalar == "\\", let next = rest.first {
                if next != "|" { current.append(scalar) }
                current.append(next)
                rest = rest.dropFirst()
            } else {
                current.append(scalar)
            }
        }
        if !endedWithBar { cells.append(current[...].trimmingBlanks) }
        return cells
    }
}

extension ArraySlice<Unicode.Scalar> {
    var trimmingBlanks: Self {
        var slice = drop { $0 == " " || $0 == "\t" }
        while let last = slice.last, last == " " || last == "\t" { slice = slice.dropLast() }
        return slice
    }
}
