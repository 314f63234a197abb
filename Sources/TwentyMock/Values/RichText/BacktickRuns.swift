/// Where the runs of back-ticks are, so that looking for the end of a code span takes no second pass.
struct BacktickRuns {
    private var starts: [Int: [Int]] = [:]
    private var used: [Int: Int] = [:]

    init(_ source: ArraySlice<Unicode.Scalar>) {
        var index = source.startIndex
        while let start = source[index...].firstIndex(of: "`") {
            index = source[start...].firstIndex { $0 != "`" } ?? source.endIndex
            starts[index - start, default: []].append(start)
        }
    }

    /// Positions must be asked for in ascending order.
    mutating func next(after position: Int, length: Int) -> Int? {
        guard let starts = starts[length] else { return nil }
        var index = used[length] ?? 0
        while index < starts.count, starts[index] <= position { index += 1 }
        used[length] = index
        return index < starts.count ? starts[index] : nil
    }
}
