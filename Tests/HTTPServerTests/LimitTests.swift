import Testing

@testable import HTTPServer

@Suite("Limits")
struct LimitTests {
    private static let small = HTTPLimits.with {
        $0.requestLineBytes = 100
        $0.headerBytes = 500
        $0.headerFields = 5
        $0.bodyBytes = 1000
    }

    struct Case: CustomTestStringConvertible {
        let name: String
        let status: Int
        let request: String

        var testDescription: String { "\(name): \(status)" }
    }

    private static func padded(_ start: String, to count: Int, _ end: String = "") -> String {
        start + String(repeating: "x", count: count - start.utf8.count - end.utf8.count) + end
    }

    private static let chunkedHead = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test(
        "Each limit lets through what is just within, and refuses what is just beyond with its status",
        arguments: [
            Case(
                name: "request line", status: 200,
                request: padded("GET /", to: 100, " HTTP/1.1") + "\r\nHost: a\r\n\r\n"),
            Case(
                name: "request line", status: 414,
                request: padded("GET /", to: 101, " HTTP/1.1") + "\r\nHost: a\r\n\r\n"),
            Case(name: "unfinished request line", status: 414, request: padded("GET /", to: 102)),
            Case(
                name: "field bytes", status: 200,
                request: padded("GET / HTTP/1.1\r\nHost: a\r\nX: ", to: 514, "\r\n") + "\r\n"),
            Case(
                name: "field bytes", status: 431,
                request: padded("GET / HTTP/1.1\r\nHost: a\r\nX: ", to: 517, "\r\n") + "\r\n"),
            Case(name: "unfinished field", status: 431, request: padded("GET / HTTP/1.1\r\nHost: a\r\nX: ", to: 517)),
            Case(name: "fields", status: 200, request: get("/", "A: 1", "B: 2", "C: 3", "D: 4")),
            Case(name: "fields", status: 431, request: get("/", "A: 1", "B: 2", "C: 3", "D: 4", "E: 5")),
            Case(name: "length", status: 200, request: post("/", padded("", to: 1000))),
            Case(name: "length", status: 413, request: post("/", padded("", to: 1001))),
            Case(name: "chunk", status: 200, request: chunkedHead + "3E8\r\n" + padded("", to: 1000) + "\r\n0\r\n\r\n"),
            Case(name: "chunk", status: 413, request: chunkedHead + "3E9\r\n" + padded("", to: 1001) + "\r\n0\r\n\r\n"),
            Case(name: "huge chunk", status: 413, request: chunkedHead + "FFFFFFFFFFFFFFF\r\n"),
            Case(
                name: "sum of chunks", status: 413,
                request: chunkedHead + String(repeating: "64\r\n" + padded("", to: 100) + "\r\n", count: 11)),
            Case(name: "chunk extensions", status: 431, request: chunkedHead + padded("1;", to: 600)),
            Case(name: "trailer bytes", status: 431, request: chunkedHead + "0\r\n" + padded("X: ", to: 600)),
            Case(
                name: "trailer fields", status: 431,
                request: chunkedHead + "0\r\nA:\r\nB:\r\nC:\r\nD:\r\nE:\r\nF:\r\n\r\n"),
        ])
    func limits(_ limit: Case) throws {
        try withServer(limits: Self.small) { _, address in
            let client = try TestClient(address)
            let response = try client.exchange(limit.request)
            #expect(response.status == limit.status)
            if limit.status != 200 {
                #expect(response.headers["connection"] == "close")
                #expect(try client.isClosed())
            }
        }
    }

    @Test("A body that is announced as too large is refused before it comes, without a 100")
    func announced() throws {
        try withServer(limits: Self.small) { _, address in
            let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n"
            let client = try TestClient(address)
            #expect(try client.exchange(head).status == 413)
            #expect(try client.isClosed())
        }
    }

    @Test("A refusal of HEAD has no body")
    func head() throws {
        try withServer(limits: Self.small) { _, address in
            let client = try TestClient(address)
            try client.send("HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")
            #expect(try client.receive(isHead: true).status == 413)
            #expect(try client.isClosed())
        }
    }

    @Test("A client that sends a too large body all the same can read the refusal")
    func lingering() throws {
        try withServer(limits: Self.small) { server, address in
            let client = try TestClient(address)
            try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n")
            for _ in 0..<80 { try client.send([UInt8](repeating: 120, count: 100_000)) }
            #expect(try client.receive().status == 413)
            #expect(try client.isClosed())
            client.close()
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test("The defaults are those that the documentation names")
    func defaults() throws {
        try withServer { _, address in
            let fresh = try TestClient(address)
            #expect(try fresh.exchange(Self.padded("GET /", to: 16 * 1024 + 2)).status == 414)
        }
        let limits = HTTPLimits()
        #expect(limits.requestLineBytes == 16384)
        #expect(limits.headerBytes == 65536)
        #expect(limits.headerFields == 100)
        #expect(limits.bodyBytes == 10_485_760)
        #expect(limits.connections == 10_000)
        #expect(limits.headTimeout == .seconds(10))
        #expect(limits.bodyTimeout == .seconds(30))
        #expect(limits.idleTimeout == .seconds(65))
        #expect(limits.writeTimeout == .seconds(30))
    }

    @Test("Connections beyond the maximum wait until one closes", arguments: [PollerKind.best, .poll])
    func connections(poller: PollerKind) throws {
        try withServer(
            poller: poller,
            limits: .with { $0.connections = 3 }
        ) { server, address in
            var clients: [TestClient] = []
            for _ in 0..<3 {
                let client = try TestClient(address)
                #expect(try client.exchange(get("/")).status == 200)
                clients.append(client)
            }
            let waiting = try (0..<5).map { _ in try TestClient(address) }
            for client in waiting { try client.send(get("/waited", "Connection: close")) }
            #expect(server.openConnections == 3)
            #expect(try clients[2].exchange(get("/")).status == 200)
            clients.removeFirst().close()
            for client in waiting {
                #expect(try client.receive().body == "GET /waited ")
                client.close()
            }
        }
    }
}
