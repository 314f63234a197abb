#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A listening socket.
struct Listener: Sendable {
    let socket: Socket
    let address: SocketAddress

    enum Acceptance {
        case connection(Socket, remoteAddress: String)
        /// Nobody is waiting.
        case none
        /// The process or the system has no descriptor or memory left: accepting at once again would spin.
        case exhausted
    }

    /// Takes one waiting connection. Peers that gave up meanwhile are passed over.
    func accept() -> Acceptance {
        var storage = sockaddr_storage()
        while true {
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let descriptor = withUnsafeMutablePointer(to: &storage) { storage in
                storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    acceptConnection(socket.descriptor, $0, &length)
                }
            }
            if descriptor >= 0 {
                let connection = Socket(descriptor: descriptor)
                connection.configureConnection()
                return .connection(connection, remoteAddress: SocketAddress(storage).host)
            }
            switch errno {
            case EAGAIN, EWOULDBLOCK: return .none
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, EHOSTUNREACH, EOPNOTSUPP, ENETUNREACH,
                ETIMEDOUT:
                // Errors of the connection that was waiting, not of this socket (accept(2)).
                continue
            default: return .exhausted
            }
        }
    }
}

private func acceptConnection(
    _ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>, _ length: inout socklen_t
) -> Int32 {
    accept(descriptor, address, &length)
}
