import Dispatch

/// An HTTP/1.1 server (RFC 9110, RFC 9112).
package final class HTTPServer: Sendable {
    private struct Running: Sendable {
        let loops: [EventLoop]
        let ended: DispatchGroup
    }

    private enum Lifecycle: Sendable {
        case new
        case running(Running)
    }

    private let configuration: Configuration
    private let handler: any HTTPHandler
    private let lifecycle = Locked(Lifecycle.new)
    private let budget: ConnectionBudget

    package init(configuration: Configuration, handler: any HTTPHandler) {
        self.configuration = configuration
        self.handler = handler
        budget = ConnectionBudget(
            maximum: configuration.limits.connections, loops: max(1, configuration.eventLoops))
    }

    deinit {
        tellToStop(within: 0)
    }

    /// How many connections are open at the moment.
    package var openConnections: Int { budget.open }

    /// Starts listening and serving, once. Returns the address that is listened on, with the port that was chosen.
    @discardableResult
    package func start() throws(HTTPServerError) -> SocketAddress {
        try lifecycle.withLock { lifecycle throws(HTTPServerError) in
            guard case .new = lifecycle else { throw .alreadyStarted }
            let listeners = try Listener.open(
                host: configuration.host, port: configuration.port, backlog: configuration.backlog)
            do throws(HTTPServerError) {
                lifecycle = .running(try serve(listeners))
            } catch {
                for listener in listeners { listener.socket.close() }
                throw error
            }
            return listeners[0].address
        }
    }

    /// Stops accepting, lets requests that were begun be answered within this time, closes everything and returns.
    /// Idle connections are closed at once. Blocks, except when called by a handler; calling it again does no harm.
    package func stop(within seconds: Double) {
        guard let running = tellToStop(within: seconds), !running.loops.contains(where: \.isCurrent) else { return }
        // A little more than was given to the loops; one whose handler never returns is not waited for.
        _ = running.ended.wait(timeout: .now() + max(0, min(seconds, 1e9)) + 2)
    }

    @discardableResult
    private func tellToStop(within seconds: Double) -> Running? {
        guard case .running(let running) = lifecycle.withLock({ $0 }) else { return nil }
        let time = Duration.milliseconds(Int64(max(0, min(seconds, 1e9)) * 1000))
        for loop in running.loops { loop.post(.drain(time)) }
        return running
    }

    private func serve(_ listeners: [Listener]) throws(HTTPServerError) -> Running {
        var loops: [EventLoop] = []
        for index in 0..<max(1, configuration.eventLoops) {
            loops.append(try EventLoop(index: index, configuration, handler: handler, budget: budget))
        }
        let ended = DispatchGroup()
        for loop in loops {
            ended.enter()
            let started = LoopThread.start {
                loop.run()
                ended.leave()
            }
            guard started else {
                ended.leave()
                for loop in loops { loop.post(.drain(.zero)) }
                throw .system(call: "pthread_create", code: 0)
            }
        }
        loops[0].post(.listen(Acceptor(listeners, loops: loops)))
        return Running(loops: loops, ended: ended)
    }
}
