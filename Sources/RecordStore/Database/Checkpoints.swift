import CSQLite
import Dispatch
import Synchronization

/// Moves what was committed from the log into the file, for the most part while the writer goes on.
///
/// Writing the pages and waiting for the disk would else keep the writer for as long as a few hundred writes take. As
/// the log can only begin anew when all of it has been moved, the writer moves what came meanwhile, which is little.
final class Checkpoints: Sendable {
    /// From how many pages on the log is moved; 16 MB. Fewer mean that pages that change often are moved more often.
    private static let threshold = 4000
    /// From how many pages on the writer waits for the move to end, so that a slow disk does not let the log grow.
    private static let limit = 4 * threshold

    private enum Phase {
        static let idle = 0
        static let moving = 1
        /// What had been committed when the move began is in the file.
        static let moved = 2
    }

    private let queue = DispatchQueue(label: "twenty-mock.checkpoints", qos: .utility)
    private let phase = Atomic<Int>(Phase.idle)
    private let mover: Database

    /// - Parameter mover: a connection for this alone.
    init(mover: Database) { self.mover = mover }

    /// Looks after the log; the caller is about to let go of `writer`.
    func follow(_ writer: Database) {
        guard writer.pagesInLog >= Self.threshold else { return }
        switch phase.load(ordering: .acquiring) {
        case Phase.idle:
            phase.store(Phase.moving, ordering: .relaxed)
            queue.async {
                self.mover.checkpoint()
                self.phase.store(Phase.moved, ordering: .releasing)
            }
        case Phase.moving where writer.pagesInLog < Self.limit: break
        default:
            // Does not wait when the move has ended.
            queue.sync {}
            writer.checkpoint()
            phase.store(Phase.idle, ordering: .relaxed)
        }
    }

    /// Ends what is going on and closes the connection.
    func close() { queue.sync { mover.close() } }
}
