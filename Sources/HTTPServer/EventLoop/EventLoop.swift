#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One thread that serves many connections: waits for sockets, reads, calls the handler, writes.
///
/// `@unchecked Sendable`: all mutable state is confined to the loop's thread, except `mailbox`, which has a lock. What
/// is set up before the thread starts is seen by it.
final class EventLoop: @unchecked Sendable {
    private(set) var handler: any HTTPHandler
    /// Among the server's loops.
    let index: Int
    let limits: LoopLimits
    let errorResponse: @Sendable (HTTPProtocolError) -> HTTPResponse
    let budget: ConnectionBudget

    private let mailbox = Locked(Mailbox())
    private let waker: Waker

    let poller: any Poller
    var clock = LoopClock()
    var encoder: ResponseEncoder
    /// Answers that are not sent yet. Empty except while one connection is being served.
    var output = ByteQueue()
    /// Where input is received. In use only while one connection is being served.
    let input: UnsafeMutableRawBufferPointer

    /// By file descriptor.
    var connections: [Connection?] = []
    var connectionCount = 0
    private var acceptor: Acceptor?
    var isDraining = false
    var drainDeadline = LoopClock.never

    /// Whether the mailbox is worth its lock.
    private var hasMail = false
    /// Outcomes for connections other than the one being served.
    private var deferred: [(RequestOutcome, Connection, serial: UInt32)] = []
    /// Closed at the end of a turn, so that no descriptor means two connections within one batch of events.
    private var retired: [Socket] = []
    private var nextScan: Int64 = 0

    init(
        index: Int, _ configuration: HTTPServer.Configuration, handler: any HTTPHandler, budget: ConnectionBudget
    ) throws(HTTPServerError) {
        self.index = index
        self.handler = handler
        self.budget = budget
        limits = LoopLimits(configuration.limits)
        errorResponse = configuration.errorResponse
        encoder = ResponseEncoder(idleTimeout: configuration.limits.idleTimeout)
        poller = try configuration.poller.make()
        waker = try Waker()
        input = .allocate(byteCount: 64 * 1024, alignment: 16)
        guard poller.add(waker.readEnd, .read) else { throw .system(call: "epoll_ctl", code: errno) }
    }

    deinit {
        waker.close()
        input.deallocate()
    }

    // MARK: From any thread

    /// Whether the caller runs on this loop's thread.
    var isCurrent: Bool { CurrentLoop.isSame(as: self) }

    @discardableResult
    func post(_ message: LoopMessage) -> Bool {
        post { message }
    }

    /// Posts what `makeMessage` returns; it runs with the mailbox's lock held. False if the loop has ended.
    @discardableResult
    func post(_ makeMessage: () -> LoopMessage?) -> Bool {
        let receipt = postWithoutWaking(makeMessage)
        if receipt == .first { wake() }
        return receipt != .refused
    }

    /// The same, but for the caller to wake the loop when the receipt says so.
    func postWithoutWaking(_ makeMessage: () -> LoopMessage?) -> Mailbox.Receipt? {
        mailbox.withLock { mailbox in makeMessage().map { mailbox.post($0) } }
    }

    /// Makes the loop look into its mailbox. It outlives this call: whoever calls holds it.
    func wake() { waker.wake() }

    /// Runs `body` with the mailbox's lock held.
    func withMailbox<Result>(_ body: () -> Result) -> Result {
        mailbox.withLock { _ in body() }
    }

    // MARK: On the loop's thread

    /// Serves until drained.
    func run() {
        CurrentLoop.set(self)
        defer { CurrentLoop.set(nil) }
        let events = UnsafeMutableBufferPointer<Readiness>.allocate(capacity: 256)
        defer { events.deallocate() }
        while !isFinished {
            let count = poller.wait(milliseconds: waitMilliseconds, into: events)
            clock.update()
            encoder.updateDate()
            for index in 0..<count { handle(events[index]) }
            finishTurn()
        }
        end()
    }

    /// Closes the socket once no event of this turn can mean it any more.
    func retire(_ socket: Socket) {
        retired.append(socket)
    }

    /// Brings an outcome to its connection, from this thread.
    func deliver(_ outcome: RequestOutcome, to connection: Connection, serial: UInt32) {
        if connection.isPumping {
            connection.finish(serial, outcome)
        } else {
            deferred.append((outcome, connection, serial))
        }
    }

    private func handle(_ event: Readiness) {
        let index = Int(event.descriptor)
        if index < connections.count, let connection = connections[index] {
            connection.handle(event)
        } else if event.descriptor == waker.readEnd {
            waker.clear()
            hasMail = true
        } else {
            acceptor?.accept(from: event.descriptor, on: self)
        }
    }

    private func finishTurn() {
        if hasMail {
            hasMail = false
            for message in mailbox.withLock({ $0.take() }) { handle(message) }
        }
        // Answering may call handlers, which may answer other requests.
        while !deferred.isEmpty {
            let outcomes = deferred
            deferred = []
            for (outcome, connection, serial) in outcomes { connection.finish(serial, outcome) }
        }
        for socket in retired { socket.close() }
        retired.removeAll(keepingCapacity: true)
        acceptor?.resumeIfDue(on: self)
        if clock.now >= nextScan { scan() }
    }

    private func handle(_ message: LoopMessage) {
        switch message {
        case .adopt(let socket, let remoteAddress): adopt(socket, remoteAddress: remoteAddress)
        case .outcome(let outcome, let connection, let serial): connection.finish(serial, outcome)
        case .listen(let acceptor):
            self.acceptor = acceptor
            acceptor.open(on: self)
        case .resumeAccepting: acceptor?.resume(on: self)
        case .drain(let time): drain(within: time)
        }
    }

    /// Looks for what has waited too long. Once per tick, however many connections there are.
    private func scan() {
        nextScan = clock.now + limits.tick
        for connection in connections {
            if let connection, connection.deadline <= clock.now { connection.expire() }
        }
    }

    private var waitMilliseconds: Int32 {
        if !deferred.isEmpty || !retired.isEmpty { return 0 }
        let scanDue = connectionCount > 0 || isDraining ? nextScan : LoopClock.never
        let due = min(scanDue, drainDeadline, acceptor?.pausedUntil ?? LoopClock.never)
        return due == LoopClock.never ? -1 : Int32(clamping: max(0, due - clock.now))
    }

    // MARK: The end

    private func drain(within time: Duration) {
        isDraining = true
        drainDeadline = min(drainDeadline, clock.now + time.loopMilliseconds)
        acceptor?.close(on: self)
        acceptor = nil
        for connection in connections { connection?.drain() }
    }

    private var isFinished: Bool {
        isDraining && (connectionCount == 0 || clock.now >= drainDeadline)
    }

    private func end() {
        for connection in connections { connection?.close() }
        for case .adopt(let socket, _) in mailbox.withLock({ $0.close() }) {
            socket.close()
            budget.release(index)
        }
        deferred = []
        for socket in retired { socket.close() }
        retired = []
        connections = []
        // A handler that still keeps responders would be kept by them.
        handler = EndedHandler()
    }
}

/// Stands in for the handler of a loop that serves no more.
private struct EndedHandler: HTTPHandler {
    func handle(_ request: HTTPRequest, _ responder: HTTPResponder) {
        responder.close()
    }
}
