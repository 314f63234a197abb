#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way back to the client for one request. Released without an answer, it answers 500.
///
/// Usable from any thread. Exactly one answer counts; what comes later is ignored, as is an answer to a client that
/// went away.
///
/// `@unchecked Sendable`: `connection`'s state is only touched on its loop's thread, and `isUsed` only with the lock of
/// the loop's mailbox held.
package final class HTTPResponder: @unchecked Sendable {
    private let connection: Connection
    private let serial: UInt32
    /// Whether something was posted from another thread. On the loop's own thread the connection knows what it awaits.
    private var isUsed = false

    init(_ connection: Connection, serial: UInt32) {
        self.connection = connection
        self.serial = serial
    }

    package func respond(_ response: HTTPResponse) {
        send(.answer(response))
    }

    /// Answers several requests at once, which costs less than one after the other.
    package static func respond(_ answers: [(responder: HTTPResponder, response: HTTPResponse)]) {
        var asleep: [EventLoop] = []
        for (responder, response) in answers {
            let loop = responder.connection.loop
            if loop.isCurrent {
                responder.respond(response)
            } else if loop.postWithoutWaking({ responder.message(.answer(response)) }) == .first,
                !asleep.contains(where: { $0 === loop })
            {
                asleep.append(loop)
            }
        }
        for loop in asleep { loop.wake() }
    }

    /// Drops the connection without an answer.
    package func close() {
        send(.drop)
    }

    deinit {
        let loop = connection.loop
        if loop.isCurrent {
            // An answer of another thread may still be in the mailbox.
            guard connection.awaits(serial), !loop.withMailbox({ isUsed }) else { return }
            loop.deliver(.abandon, to: connection, serial: serial)
        } else {
            loop.post { isUsed ? nil : .outcome(.abandon, connection, serial: serial) }
        }
    }

    private func send(_ outcome: RequestOutcome) {
        let loop = connection.loop
        if loop.isCurrent {
            loop.deliver(outcome, to: connection, serial: serial)
        } else {
            loop.post { message(outcome) }
        }
    }

    /// What tells the loop of the outcome, `nil` when it has been told one before. For use with the lock of the loop's
    /// mailbox held.
    private func message(_ outcome: RequestOutcome) -> LoopMessage? {
        guard !isUsed else { return nil }
        isUsed = true
        return .outcome(outcome, connection, serial: serial)
    }
}

/// What became of a request.
enum RequestOutcome: Sendable {
    case answer(HTTPResponse)
    /// Close the connection without an answer.
    case drop
    /// Nobody is left who could answer.
    case abandon
}
