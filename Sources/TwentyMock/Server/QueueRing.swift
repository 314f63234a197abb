import Dispatch
import Synchronization

/// Serial queues that are given work in turn: what is done on one need not wait for what is done on another.
final class QueueRing: Sendable {
    private let queues: [DispatchQueue]
    private let turn = Atomic<Int>(0)

    /// - Parameter count: at least 1.
    init(_ label: String, count: Int) {
        queues = (1...count).map { DispatchQueue(label: "\(label).\($0)") }
    }

    var next: DispatchQueue {
        let index = turn.wrappingAdd(1, ordering: .relaxed).newValue
        return queues[(index & Int.max) % queues.count]
    }
}
