import Dispatch
import HTTPServer
import RecordStore

/// Answers requests that create records; those that wait together share a transaction.
///
/// A request alone is answered at once, and nothing waits for company. No answer leaves before what it acknowledges
/// is durable.
final class GroupedWrites: Sendable {
    private struct Job: Sendable {
        let responder: HTTPResponder
        let answer: @Sendable () -> HTTPResponse
    }

    /// How many requests share a transaction at the most, so that the first does not wait long for the last.
    private static let limit = 64

    private let store: RecordStore
    private let queue: DispatchQueue
    private let waiting = Locked<[Job]>([])

    /// - Parameter queue: where all other writes are done too.
    init(store: RecordStore, queue: DispatchQueue) {
        self.store = store
        self.queue = queue
    }

    func add(_ responder: HTTPResponder, answer: @escaping @Sendable () -> HTTPResponse) {
        let isFirst = waiting.withLock { jobs in
            jobs.append(Job(responder: responder, answer: answer))
            return jobs.count == 1
        }
        if isFirst { queue.async { self.answerWaiting() } }
    }

    private func answerWaiting() {
        let (jobs, isMore) = waiting.withLock { waiting in
            let jobs = Array(waiting.prefix(Self.limit))
            waiting.removeFirst(jobs.count)
            return (jobs, !waiting.isEmpty)
        }
        if isMore { queue.async { self.answerWaiting() } }
        let responses: [HTTPResponse]
        do {
            responses = try jobs.count == 1 ? [jobs[0].answer()] : store.writeGroup { jobs.map { $0.answer() } }
        } catch {
            // The group as a whole did not become durable, so none of its answers is true.
            let failure = RESTError(status: 500, "Data validation error.").body(carriesCode: false)
            responses = jobs.map { _ in APIResponse.json(status: 500, failure) }
        }
        HTTPResponder.respond(zip(jobs, responses).map { ($0.responder, $1) })
    }
}
