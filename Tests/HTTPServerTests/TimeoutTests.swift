import Testing

@testable import HTTPServer

@Suite("Timeouts")
struct TimeoutTests {
    @Test("A head that does not become complete is answered with 408", arguments: [PollerKind.best, .poll])
    func head(poller: PollerKind) throws {
        try withServer(
            poller: poller,
            limits: .with { $0.headTimeout = .milliseconds(80) }
        ) { server, address in
            for start in ["G", "GET / HTTP/1.1\r\nHost: a\r\n", "\r\n"] {
                let client = try TestClient(address)
                #expect(try client.exchange(get("/")).status == 200)
                let response = try client.exchange(start)
                #expect(response.status == 408)
                #expect(response.headers["connection"] == "close")
                #expect(try client.isClosed())
                client.close()
            }
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test("A head that trickles in does not gain time by it")
    func trickle() throws {
        try withServer(limits: .with { $0.headTimeout = .milliseconds(80) }) { server, address in
            let client = try TestClient(address)
            try client.send("GET /")
            // Ends because the server closes: sending fails, or nobody is connected any more.
            let ended = eventually {
                (try? client.send("x")) == nil || server.openConnections == 0
            }
            #expect(ended)
            #expect(try client.receive().status == 408)
        }
    }

    @Test(
        "A body that stalls is answered with 408",
        arguments: [
            "Content-Length: 9\r\n\r\n", "Content-Length: 9\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n5",
        ])
    func body(start: String) throws {
        try withServer(limits: .with { $0.bodyTimeout = .milliseconds(80) }) { server, address in
            let client = try TestClient(address)
            #expect(try client.exchange("POST / HTTP/1.1\r\nHost: a\r\n\(start)").status == 408)
            #expect(try client.isClosed())
            client.close()
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test("An idle connection is closed without a word")
    func idle() throws {
        try withServer(limits: .with { $0.idleTimeout = .milliseconds(80) }) { server, address in
            let fresh = try TestClient(address)
            #expect(try fresh.isClosed())
            let client = try TestClient(address)
            let response = try client.exchange(get("/"))
            #expect(response.headers["keep-alive"] == "timeout=1")
            #expect(try client.isClosed())
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test("A slow handler is waited for, whatever the other times")
    func slowHandler() throws {
        let slow = ClosureHandler { _, responder in
            later(milliseconds: 300) { responder.respond(HTTPResponse(status: 200, text: "late")) }
        }
        try withServer(
            slow,
            limits: .with {
                $0.idleTimeout = .milliseconds(50)
                $0.headTimeout = .milliseconds(50)
                $0.bodyTimeout = .milliseconds(50)
            }
        ) { _, address in
            let client = try TestClient(address)
            #expect(try client.exchange(post("/", "x")).body == "late")
        }
    }

    @Test("A client that does not read its answer is dropped", arguments: [PollerKind.best, .poll])
    func unread(poller: PollerKind) throws {
        let large = [UInt8](repeating: 120, count: 32 * 1024 * 1024)
        try withServer(
            .answering { _ in HTTPResponse(body: large) },
            poller: poller,
            limits: .with { $0.writeTimeout = .milliseconds(100) }
        ) { server, address in
            let client = try TestClient(address)
            try client.send(get("/"))
            #expect(eventually { server.openConnections == 1 })
            #expect(eventually { server.openConnections == 0 })
            client.close()
        }
    }

    @Test("A refused client that goes on sending is not listened to for ever")
    func linger() throws {
        try withServer(limits: .with { $0.lingerTimeout = .milliseconds(80) }) { server, address in
            let client = try TestClient(address)
            #expect(try client.exchange("nonsense\r\n\r\n").status == 400)
            let ended = eventually {
                _ = client.sendWithoutWaiting([120])
                return server.openConnections == 0
            }
            #expect(ended)
        }
    }
}
