import Testing

@testable import HTTPServer

@Suite("Addresses")
struct AddressTests {
    private let remote = ClosureHandler.answering { HTTPResponse(status: 200, text: $0.remoteAddress) }

    @Test("IPv4: the system chooses a port, and the peer's address is known")
    func ipv4() throws {
        try withServer(remote, host: "127.0.0.1") { _, address in
            #expect(address.host == "127.0.0.1")
            #expect(address.port > 0)
            #expect(address.description == "127.0.0.1:\(address.port)")
            let fresh = try TestClient(address)
            #expect(try fresh.exchange(get("/")).body == "127.0.0.1")
        }
    }

    @Test("IPv6", .enabled(if: hasIPv6))
    func ipv6() throws {
        try withServer(remote, host: "::1") { _, address in
            #expect(address.description == "[::1]:\(address.port)")
            let fresh = try TestClient(address)
            #expect(try fresh.exchange(get("/")).body == "::1")
        }
    }

    @Test("localhost is both, on one port", .enabled(if: hasIPv6))
    func localhost() throws {
        try withServer(remote, host: "localhost") { _, address in
            #expect(address.host == "127.0.0.1")
            for host in ["127.0.0.1", "::1"] {
                let client = try TestClient(SocketAddress(host: host, port: address.port))
                #expect(try client.exchange(get("/")).body == host)
            }
        }
    }

    @Test("The IPv6 wildcard takes IPv4 as well", .enabled(if: hasIPv6))
    func wildcard() throws {
        try withServer(remote, host: "::") { _, address in
            for host in ["127.0.0.1", "::1"] {
                let client = try TestClient(SocketAddress(host: host, port: address.port))
                #expect(try client.exchange(get("/")).body == host)
            }
        }
    }

    @Test("A port that is taken is named in the error")
    func inUse() throws {
        try withServer { _, address in
            let second = HTTPServer(configuration: .init(host: "127.0.0.1", port: address.port), handler: .echo)
            #expect(throws: HTTPServerError.addressInUse(host: "127.0.0.1", port: address.port)) {
                try second.start()
            }
        }
    }

    @Test("After a stop the port can be listened on at once")
    func again() throws {
        // Several attempts: another test may be given the port meanwhile.
        let succeeded = try (0..<10).contains { _ in
            var port = 0
            try withServer { _, address in
                port = address.port
                let client = try TestClient(address)
                #expect(try client.exchange(get("/", "Connection: close")).status == 200)
                #expect(try client.isClosed())
            }
            let next = HTTPServer(configuration: .init(host: "127.0.0.1", port: port), handler: .echo)
            defer { next.stop(within: 0) }
            return (try? next.start().port) == port
        }
        #expect(succeeded)
    }

    @Test("Other reasons why a server cannot start are told apart")
    func errors() {
        func problem(_ host: String, _ port: Int = 0) -> HTTPServerError? {
            let server = HTTPServer(configuration: .init(host: host, port: port), handler: .echo)
            do throws(HTTPServerError) {
                try server.start()
                return nil
            } catch {
                return error
            }
        }
        #expect(problem("127.0.0.1", 65536) == .invalidPort(65536))
        #expect(problem("127.0.0.1", -1) == .invalidPort(-1))
        #expect(problem("192.0.2.1") == .addressNotAvailable(host: "192.0.2.1"))
        #expect(problem("") == .unknownHost("", reason: "it is empty"))
        if case .unknownHost("no such host", _) = problem("no such host") {} else { Issue.record("unknown host") }
        #expect(
            HTTPServerError.addressInUse(host: "::1", port: 80).description == "Port 80 of ::1 is already in use.")
    }

    static var hasIPv6: Bool {
        let server = HTTPServer(configuration: .init(host: "::1"), handler: .echo)
        defer { server.stop(within: 0) }
        return (try? server.start()) != nil
    }
}
