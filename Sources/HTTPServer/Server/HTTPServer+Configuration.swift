#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension HTTPServer {
    package struct Configuration: Sendable {
        /// A host name or a numeric address. All its addresses are listened on: `localhost` is IPv4 and IPv6, `::` is
        /// everything.
        package var host: String
        /// 0 lets the system choose.
        package var port: Int
        /// Threads that serve connections.
        package var eventLoops = Self.defaultEventLoops
        package var limits = HTTPLimits()
        /// Connections that the system keeps waiting.
        package var backlog: Int32 = 1024
        /// The answer to what the server refuses itself, and to what the handler leaves unanswered.
        package var errorResponse: @Sendable (HTTPProtocolError) -> HTTPResponse = { error in
            HTTPResponse(status: error.status, text: error.message + "\n")
        }
        var poller = PollerKind.best

        package init(host: String = "127.0.0.1", port: Int = 0) {
            self.host = host
            self.port = port
        }

        /// One per processor, at most 4.
        package static var defaultEventLoops: Int {
            min(4, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        }
    }
}
