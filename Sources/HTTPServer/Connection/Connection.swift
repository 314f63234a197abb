/// One client. Requests are served strictly one after the other: while one is with the handler, later ones wait in
/// `pending`, of which there is never more than one read's worth, and then in the client's own socket.
///
/// `@unchecked Sendable`: state is only touched on the thread of `loop`; other threads merely carry the reference back
/// to it.
final class Connection: @unchecked Sendable {
    enum Phase {
        /// Between requests, or within a head.
        case head
        case body
        /// The handler has the request.
        case handling
        /// The last answer is on its way.
        case closing
        /// The last answer is out, what the client still sends is discarded.
        case lingering
        case closed
    }

    let socket: Socket
    let remoteAddress: String
    let loop: EventLoop

    var phase = Phase.head
    /// Counts requests, so that a late answer is not taken for the answer to another one.
    private(set) var serial: UInt32 = 0
    /// When `expire()` is due, in the loop's milliseconds.
    var deadline: Int64

    // Input
    var parser = RequestHeadParser()
    var request: HTTPRequest?
    var reader: BodyReader?
    /// Received, not used yet.
    var pending = ByteQueue()
    var inputEnded = false
    /// When the head must be complete; `never` before its first byte.
    var headDeadline = LoopClock.never
    /// Whether `loop.output` belongs to this connection at the moment.
    var isPumping = false

    // Output
    /// Of the request that is being read or handled.
    var isHeadRequest = false
    var keepsAlive = true
    /// Whether the client cannot know that the connection ends, or has unread bytes under way.
    var mustLinger = false
    var unsent = ByteQueue()
    var unsentBody: [UInt8] = []
    var unsentBodyOffset = 0
    /// What the poller was told; `nil` before it knows this connection.
    private var interest: Interest?

    init(_ socket: Socket, remoteAddress: String, loop: EventLoop) {
        self.socket = socket
        self.remoteAddress = remoteAddress
        self.loop = loop
        deadline = loop.clock.now + loop.limits.idleTimeout
    }

    /// Whether this request is with the handler and has no answer.
    func awaits(_ serial: UInt32) -> Bool {
        phase == .handling && self.serial == serial
    }

    /// Begins with what is already there: many clients send at once, and some want no more than one answer.
    func start() {
        receive()
        if loop.isDraining { closeIfIdle() }
        settle()
    }

    func handle(_ event: Readiness) {
        guard phase != .closed else { return }
        if hasUnsent {
            if event.canWrite || event.isHungUp { continueSending() }
        } else if event.canRead || (event.isHungUp && interest?.contains(.read) == true) {
            receive()
        } else if event.isHungUp {
            close()
        }
        settle()
    }

    /// Gives the request to the handler.
    func dispatch(_ request: HTTPRequest) {
        serial &+= 1
        phase = .handling
        loop.handler.handle(request, HTTPResponder(self, serial: serial))
    }

    /// What became of a request, at whatever time; ignored when it is not awaited.
    func finish(_ serial: UInt32, _ outcome: RequestOutcome) {
        guard awaits(serial) else { return }
        switch outcome {
        case .answer(let response): answer(response)
        case .abandon: answer(loop.errorResponse(.abandoned))
        case .drop:
            // Answers to requests before this one still count.
            flush()
            close()
        }
        guard !isPumping, phase != .closed else { return }
        resume()
        settle()
    }

    /// Time is up.
    func expire() {
        if hasUnsent {
            close()
        } else if phase == .body || (phase == .head && headDeadline <= loop.clock.now) {
            refuse(.timeout)
            flush()
            settle()
        } else {
            close()
        }
    }

    /// The server stops: ends what is idle, lets go on what was begun.
    func drain() {
        guard phase == .head, !hasUnsent, headDeadline == LoopClock.never else { return }
        receive()
        closeIfIdle()
        settle()
    }

    private func closeIfIdle() {
        if phase == .head, headDeadline == LoopClock.never, pending.isEmpty, !hasUnsent { close() }
    }

    func close() {
        guard phase != .closed else { return }
        phase = .closed
        request = nil
        reader = nil
        unsentBody = []
        if interest != nil { loop.poller.remove(socket.descriptor) }
        loop.remove(self)
    }

    /// Brings phase, deadline and interest in line with what happened.
    func settle() {
        if !hasUnsent {
            if phase == .closing { endOutput() }
            // Whatever was complete has been served.
            if inputEnded, phase == .head || phase == .body { close() }
        }
        guard phase != .closed else { return }
        setDeadline()
        let wanted = wantedInterest
        guard wanted != interest else { return }
        if interest != nil {
            loop.poller.modify(socket.descriptor, wanted)
        } else if !loop.poller.add(socket.descriptor, wanted) {
            return close()
        }
        interest = wanted
    }

    /// The answer after which the connection ends is out.
    private func endOutput() {
        guard !inputEnded, mustLinger || !pending.isEmpty else { return close() }
        // A socket that is closed with unread input is reset, and the client might never see the answer.
        socket.shutdownWrite()
        pending.free()
        phase = .lingering
        deadline = loop.clock.now + loop.limits.lingerTimeout
    }

    private func setDeadline() {
        guard !hasUnsent else { return }
        switch phase {
        case .head where headDeadline != LoopClock.never: deadline = headDeadline
        case .head: deadline = loop.clock.now + loop.limits.idleTimeout
        case .body: deadline = loop.clock.now + loop.limits.bodyTimeout
        case .handling: deadline = LoopClock.never
        case .closing, .lingering, .closed: break
        }
    }

    private var wantedInterest: Interest {
        guard !hasUnsent else { return .write }
        switch phase {
        case .head, .body, .lingering: return inputEnded ? [] : .read
        // One read tells whether the client is still there, and takes what it sent ahead.
        case .handling: return inputEnded || !pending.isEmpty ? [] : .read
        case .closing, .closed: return []
        }
    }
}
