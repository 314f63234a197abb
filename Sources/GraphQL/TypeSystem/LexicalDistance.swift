/// How many edits lead from one text to another, where a swap of neighbours is one edit and so is any change of case.
struct LexicalDistance {
    private let input: String
    private let lowercasedInput: [UInt16]
    private var rows: [[Int]]

    init(to input: String) {
        self.input = input
        lowercasedInput = Array(input.lowercased().utf16)
        rows = [[Int]](repeating: [], count: 3)
    }

    /// `nil` when it is more than a threshold.
    mutating func measure(_ option: String, threshold: Int) -> Int? {
        if option == input { return 0 }
        var a = Array(option.lowercased().utf16)
        var b = lowercasedInput
        if a == b { return 1 }
        if a.count < b.count {
            swap(&a, &b)
        }
        if a.count - b.count > threshold { return nil }
        rows = [[Int]](repeating: Array(0...b.count), count: 3)
        for i in 1..<a.count + 1 {
            let (before, above, current) = ((i + 1) % 3, (i + 2) % 3, i % 3)
            rows[current][0] = i
            var smallest = i
            for j in 1..<b.count + 1 {
                let isSame = a[i - 1] == b[j - 1]
                var cell = min(
                    rows[above][j] + 1, rows[current][j - 1] + 1, rows[above][j - 1] + (isSame ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    cell = min(cell, rows[before][j - 2] + 1)
                }
                smallest = min(smallest, cell)
                rows[current][j] = cell
            }
            if smallest > threshold { return nil }
        }
        let distance = rows[a.count % 3][b.count]
        return distance <= threshold ? distance : nil
    }
}
