/// What other threads tell an event loop.
enum LoopMessage: Sendable {
    /// Serve this connection from now on.
    case adopt(Socket, remoteAddress: String)
    case outcome(RequestOutcome, Connection, serial: UInt32)
    /// Take connections for all loops.
    case listen(Acceptor)
    /// A connection was closed somewhere: one more may be accepted.
    case resumeAccepting
    /// Accept nothing more, finish what was begun, and end within this time.
    case drain(Duration)
}

/// The messages that an event loop has not taken yet.
struct Mailbox: Sendable {
    private var messages: [LoopMessage] = []
    private var isClosed = false

    enum Receipt {
        /// The loop must be woken.
        case first
        case queued
        /// The loop has ended.
        case refused
    }

    mutating func post(_ message: LoopMessage) -> Receipt {
        guard !isClosed else { return .refused }
        messages.append(message)
        return messages.count == 1 ? .first : .queued
    }

    mutating func take() -> [LoopMessage] {
        let taken = messages
        messages = []
        return taken
    }

    mutating func close() -> [LoopMessage] {
        isClosed = true
        return take()
    }
}
