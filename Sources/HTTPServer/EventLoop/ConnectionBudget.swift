/// Counts the open connections of all loops against their maximum.
final class ConnectionBudget: Sendable {
    private struct State: Sendable {
        var open = 0
        /// The loop that found the budget spent.
        weak var waiting: EventLoop?
    }

    private let maximum: Int
    private let state = Locked(State())

    init(maximum: Int) {
        self.maximum = max(1, maximum)
    }

    /// Counts one more. False if there are too many; then a later `release()` names `loop`.
    func take(for loop: EventLoop) -> Bool {
        state.withLock { state in
            guard state.open < maximum else {
                state.waiting = loop
                return false
            }
            state.open += 1
            return true
        }
    }

    /// Counts one less. Returns the loop that waits for that.
    @discardableResult
    func release() -> EventLoop? {
        state.withLock { state in
            state.open -= 1
            defer { state.waiting = nil }
            return state.waiting
        }
    }

    var open: Int { state.withLock { $0.open } }
}
