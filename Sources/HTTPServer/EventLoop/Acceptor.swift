/// Takes connections from the listeners and gives each to the loop that has the fewest. Belongs to one loop.
///
/// `@unchecked Sendable`: handed to its loop as soon as it is made, then only touched on that loop's thread.
final class Acceptor: @unchecked Sendable {
    private let listeners: [Listener]
    private let loops: [EventLoop]
    private var isPaused = false
    /// When to try again after the process ran out of descriptors.
    private(set) var pausedUntil = LoopClock.never

    /// How long accepting rests when the process has run out of descriptors.
    private let pause: Int64 = 100

    init(_ listeners: [Listener], loops: [EventLoop]) {
        self.listeners = listeners
        self.loops = loops
    }

    /// Starts watching.
    func open(on loop: EventLoop) {
        for listener in listeners { _ = loop.poller.add(listener.socket.descriptor, .read) }
    }

    func accept(from descriptor: Int32, on loop: EventLoop) {
        guard let listener = listeners.first(where: { $0.socket.descriptor == descriptor }) else { return }
        // A bound, so that a rush of new connections does not starve the old ones.
        for _ in 0..<16 {
            guard !isPaused, acceptOne(from: listener, on: loop) else { return }
        }
    }

    /// Goes on after a pause because a connection was closed.
    func resume(on loop: EventLoop) {
        guard isPaused else { return }
        isPaused = false
        pausedUntil = LoopClock.never
        for listener in listeners { loop.poller.modify(listener.socket.descriptor, .read) }
    }

    /// Goes on after a pause because enough time has passed.
    func resumeIfDue(on loop: EventLoop) {
        if loop.clock.now >= pausedUntil { resume(on: loop) }
    }

    /// Ends listening. Connections that are already waiting still get in.
    func close(on loop: EventLoop) {
        for listener in listeners {
            accept(from: listener.socket.descriptor, on: loop)
            loop.poller.remove(listener.socket.descriptor)
            loop.retire(listener.socket)
        }
    }

    private func acceptOne(from listener: Listener, on loop: EventLoop) -> Bool {
        guard let index = loop.budget.take(for: loop) else {
            // Until a connection is closed.
            pauseAccepting(on: loop)
            return false
        }
        switch listener.accept() {
        case .connection(let socket, let remoteAddress):
            if index == loop.index {
                loop.adopt(socket, remoteAddress: remoteAddress)
            } else if !loops[index].post(.adopt(socket, remoteAddress: remoteAddress)) {
                socket.close()
                loop.budget.release(index)
            }
            return true
        case .none:
            loop.budget.release(index)
            return false
        case .exhausted:
            loop.budget.release(index)
            pauseAccepting(on: loop)
            pausedUntil = loop.clock.now + pause
            return false
        }
    }

    private func pauseAccepting(on loop: EventLoop) {
        isPaused = true
        for listener in listeners { loop.poller.modify(listener.socket.descriptor, []) }
    }
}
