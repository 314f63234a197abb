#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a server could not start.
package enum HTTPServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A server starts once; make a new one to start again.
    case alreadyStarted
    case invalidPort(Int)
    /// The host name stands for no address.
    case unknownHost(String, reason: String)
    /// The address does not belong to this machine.
    case addressNotAvailable(host: String)
    /// Another process listens there.
    case addressInUse(host: String, port: Int)
    /// Ports below 1024 usually need privileges.
    case permissionDenied(host: String, port: Int)
    /// `call` failed with the system's error number `code`.
    case system(call: String, code: Int32)

    package var description: String {
        switch self {
        case .alreadyStarted: "The server was already started."
        case .invalidPort(let port): "\(port) is not a port: choose 0 (any free port) to 65535."
        case .unknownHost(let host, let reason): "The host \"\(host)\" cannot be listened on: \(reason)."
        case .addressNotAvailable(let host): "The address \(host) does not belong to this machine."
        case .addressInUse(let host, let port): "Port \(port) of \(host) is already in use."
        case .permissionDenied(let host, let port): "Listening on port \(port) of \(host) is not permitted."
        case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))."
        }
    }
}
