/// Counts the open connections of each loop against the maximum of all.
final class ConnectionBudget: Sendable {
    private struct State: Sendable {
        /// By index of the loop.
        var open: [Int]
        var total = 0
        /// The loop that found the budget spent.
        weak var waiting: EventLoop?
    }

    private let maximum: Int
    private let state: Locked<State>

    init(maximum: Int, loops: Int) {
        self.maximum = max(1, maximum)
        state = Locked(State(open: Array(repeating: 0, count: loops)))
    }

    /// Counts one more for the loop with the fewest connections, `loop` itself if possible, and returns its index.
    /// `nil` if there are too many; then a later `release` names `loop`.
    func take(for loop: EventLoop) -> Int? {
        state.withLock { state in
            guard state.total < maximum else {
                state.waiting = loop
                return nil
            }
            var best = loop.index
            for (index, count) in state.open.enumerated() where count < state.open[best] { best = index }
            state.open[best] += 1
            state.total += 1
            return best
        }
    }

    /// Counts one less for the loop with this index. Returns the loop that waits for that.
    @discardableResult
    func release(_ index: Int) -> EventLoop? {
        state.withLock { state in
            state.open[index] -= 1
            state.total -= 1
            defer { state.waiting = nil }
            return state.waiting
        }
    }

    var open: Int { state.withLock { $0.total } }
}
