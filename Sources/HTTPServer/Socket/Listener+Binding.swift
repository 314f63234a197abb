#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Listener {
    /// Listens on every address that `host` stands for, all on one port: `localhost` is 127.0.0.1 and ::1.
    /// `::` takes IPv4 as well. Port 0 lets the system choose. IPv4 comes first in the result.
    static func open(host: String, port: Int, backlog: Int32) throws(HTTPServerError) -> [Listener] {
        guard (0...65535).contains(port) else { throw .invalidPort(port) }
        let addresses = try ResolvedAddresses(host: host)
        // The system's free port for one address may be taken on the next: then try again with another one.
        for _ in 0..<(port == 0 ? 16 : 1) {
            do throws(HTTPServerError) {
                return try open(addresses, host: host, port: port, backlog: backlog)
            } catch .addressInUse where port == 0 {
                continue
            }
        }
        throw .addressInUse(host: host, port: port)
    }

    private static func open(
        _ addresses: ResolvedAddresses, host: String, port: Int, backlog: Int32
    ) throws(HTTPServerError) -> [Listener] {
        var listeners: [Listener] = []
        var firstProblem: HTTPServerError?
        for candidate in addresses.candidates {
            do throws(HTTPServerError) {
                let sharedPort = listeners.first?.address.port ?? port
                listeners.append(
                    try bind(candidate, host: host, port: sharedPort, backlog: backlog))
            } catch .addressNotAvailable {
                // This machine lacks the address family: the other family will do.
                firstProblem = firstProblem ?? .addressNotAvailable(host: host)
            } catch {
                for listener in listeners { listener.socket.close() }
                throw error
            }
        }
        guard listeners.isEmpty else { return listeners }
        throw firstProblem ?? .unknownHost(host, reason: "it has no address")
    }

    private static func bind(
        _ candidate: ResolvedAddresses.Candidate, host: String, port: Int, backlog: Int32
    ) throws(HTTPServerError) -> Listener {
        let descriptor = makeSocket(candidate.family)
        guard descriptor >= 0 else { throw problem(errno, "socket", host: host, port: port) }
        let socket = Socket(descriptor: descriptor)
        configureDescriptor(descriptor)
        socket.setOption(SOL_SOCKET, SO_REUSEADDR, 1)
        if candidate.family == AF_INET6 {
            socket.setOption(Int32(IPPROTO_IPV6), IPV6_V6ONLY, candidate.isIPv6Wildcard ? 0 : 1)
        }
        var storage = candidate.storage(port: port)
        var length = candidate.length
        let isListening = withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bindSocket(descriptor, address, length) == 0 && listen(descriptor, backlog) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isListening else {
            let code = errno
            socket.close()
            throw problem(code, "bind", host: host, port: port)
        }
        return Listener(socket: socket, address: SocketAddress(storage))
    }

    private static func problem(_ code: Int32, _ call: String, host: String, port: Int) -> HTTPServerError {
        switch code {
        case EADDRINUSE: .addressInUse(host: host, port: port)
        case EACCES, EPERM: .permissionDenied(host: host, port: port)
        case EADDRNOTAVAIL, EAFNOSUPPORT: .addressNotAvailable(host: host)
        default: .system(call: call, code: code)
        }
    }
}

// `Listener.bind` hides the call of the system inside the type.
private func bindSocket(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    bind(descriptor, address, length)
}

private func makeSocket(_ family: Int32) -> Int32 {
    socket(family, Socket.streamType, 0)
}
