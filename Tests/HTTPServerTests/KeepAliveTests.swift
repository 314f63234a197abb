import Testing

@testable import HTTPServer

@Suite("Keep-alive")
struct KeepAliveTests {
    @Test("A connection serves many requests", arguments: [PollerKind.best, .poll])
    func manyRequests(poller: PollerKind) throws {
        try withServer(poller: poller) { _, address in
            let client = try TestClient(address)
            for number in 0..<200 {
                let response = try client.exchange(get("/\(number)"))
                #expect(response.body == "GET /\(number) ")
                #expect(response.headers["connection"] == "keep-alive")
                #expect(response.headers["keep-alive"] == "timeout=65")
            }
        }
    }

    @Test("Many connections are served side by side", arguments: [PollerKind.best, .poll])
    func manyConnections(poller: PollerKind) throws {
        try withServer(poller: poller) { server, address in
            let clients = try (0..<100).map { _ in try TestClient(address) }
            for round in 0..<3 {
                for (number, client) in clients.enumerated() { try client.send(post("/\(number)", "\(round)")) }
                for (number, client) in clients.enumerated() {
                    #expect(try client.receive().body == "POST /\(number) \(round)")
                }
            }
            #expect(server.openConnections == 100)
            for client in clients { client.close() }
            #expect(eventually { server.openConnections == 0 })
        }
    }

    struct Closing: CustomTestStringConvertible {
        let request: String
        let staysOpen: Bool

        var testDescription: String { request.debugDescription }
    }

    @Test(
        "A connection stays open if the request says so",
        arguments: [
            Closing(request: "GET / HTTP/1.1\r\nHost: a\r\n\r\n", staysOpen: true),
            Closing(request: "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", staysOpen: false),
            Closing(request: "GET / HTTP/1.1\r\nHost: a\r\nConnection: TE , CLOSE\r\n\r\n", staysOpen: false),
            Closing(
                request: "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nConnection: x\r\n\r\n", staysOpen: false),
            Closing(request: "GET / HTTP/1.0\r\n\r\n", staysOpen: false),
            Closing(request: "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", staysOpen: true),
            Closing(request: "GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", staysOpen: false),
        ])
    func closing(_ closing: Closing) throws {
        try withServer { _, address in
            let client = try TestClient(address)
            let response = try client.exchange(closing.request)
            #expect(response.status == 200)
            #expect(response.headers["connection"] == (closing.staysOpen ? "keep-alive" : "close"))
            if closing.staysOpen {
                #expect(try client.exchange(get("/again")).status == 200)
            } else {
                #expect(response.headers["keep-alive"] == nil)
                #expect(try client.isClosed())
            }
        }
    }

    @Test("A client that shuts down its side still gets its answers", arguments: [PollerKind.best, .poll])
    func halfClose(poller: PollerKind) throws {
        let slow = ClosureHandler { request, responder in
            later { responder.respond(HTTPResponse(status: 200, text: request.path)) }
        }
        try withServer(slow, poller: poller) { server, address in
            let client = try TestClient(address)
            try client.send(get("/1") + get("/2") + get("/3"))
            client.shutdownWrite()
            #expect(try client.receive().body == "/1")
            #expect(try client.receive().body == "/2")
            #expect(try client.receive().body == "/3")
            #expect(try client.isClosed())
            #expect(eventually { server.openConnections == 0 })
        }
    }
}
