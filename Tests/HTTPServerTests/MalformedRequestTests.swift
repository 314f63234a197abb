import Testing

@testable import HTTPServer

@Suite("Malformed requests")
struct MalformedRequestTests {
    struct Malformed: CustomTestStringConvertible {
        let status: Int
        let request: String

        init(_ status: Int, _ request: String) {
            self.status = status
            self.request = request
        }

        var testDescription: String { "\(status) \(request.prefix(100).debugDescription)" }
    }

    static let requestLines = [
        "GET / HTTP/1.1 \r\n", "GET  / HTTP/1.1\r\n", "GET /  HTTP/1.1\r\n", " GET / HTTP/1.1\r\n",
        "GET\t/ HTTP/1.1\r\n", "GET / HTTP/1.1\n", "GET / HTTP/1.1\r\r\n", "GET / \rHTTP/1.1\r\n", "GET /\r\n",
        "GET\r\n",
        "GET / http/1.1\r\n", "GET / HTTP/1\r\n", "GET / HTTP/1.10\r\n", "GET / HTTP/11\r\n", "GET / HTTP/x.1\r\n",
        "GET / HTP/1.1\r\n", "GET / x HTTP/1.1\r\n", "GET /\u{0} HTTP/1.1\r\n", "GET /\u{7f} HTTP/1.1\r\n",
        "GET /\u{1} HTTP/1.1\r\n", "GET /a\tb HTTP/1.1\r\n", "G@T / HTTP/1.1\r\n", "G\u{0}T / HTTP/1.1\r\n",
        "GET x HTTP/1.1\r\n", "GET * HTTP/1.1\r\n", "GET ? HTTP/1.1\r\n", "OPTIONS ** HTTP/1.1\r\n",
        "GET http:// HTTP/1.1\r\n", "GET http:///x HTTP/1.1\r\n", "GET http://user@host/ HTTP/1.1\r\n",
        "GET ftp://host/ HTTP/1.1\r\n", "GET host:80 HTTP/1.1\r\n", "\u{16}\u{3}\u{1}",
        "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n",
        "\nGET / HTTP/1.1\r\n",
    ].map { Malformed(400, $0 + "Host: a\r\n\r\n") }

    static let otherStatuses = [
        Malformed(505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
        Malformed(505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Malformed(505, "GET / HTTP/0.9\r\nHost: a\r\n\r\n"),
        Malformed(505, "GET / HTTP/1.2\r\nHost: a\r\n\r\n"),
        Malformed(501, "CONNECT host:80 HTTP/1.1\r\nHost: host:80\r\n\r\n"),
        Malformed(417, "POST / HTTP/1.1\r\nHost: a\r\nExpect: something\r\nContent-Length: 1\r\n\r\n1"),
        Malformed(413, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999999\r\n\r\n"),
    ]

    static let fields = [
        "Host : a", "Host: a\r\n folded", "Host: a\r\n\tfolded", " X: 1\r\nHost: a", "Host: a\nX: 1", "Host: a\rX: 1",
        "Host: a\r\r\nX: 1", "Host: a\r\n: empty", "Host: a\r\nno colon", "Host: a\r\nX Y: 1", "Host: a\r\nX\u{0}: 1",
        "Host: a\r\nX: \u{0}", "Host: a\r\nX: 1\u{0}2345678", "Host: a\r\nX: 12345678\u{1}", "Host: a\r\nX: \u{7f}",
        "Host: a\r\nX: 1234567\u{8}9", "Host: a\r\n\u{e9}: 1", "Host: a\r\n(X): 1", "Host: a\r\nX\t: 1",
        // Host
        "X: 1", "Host: a\r\nHost: a", "Host: a b", "Host: a, b", "Host: a/b", "Host: u@a", "Host: a:b", "Host: a:1:2",
        "Host: [::1", "Host: []", "Host: [::1]x", "Host: [::1]:x", "Host: a\"", "Host: h\u{e9}", "Host: a\\b",
        "Host: a?b",
    ].map { Malformed(400, "GET / HTTP/1.1\r\n\($0)\r\n\r\n") }

    static let framings = [
        "Content-Length: 1\r\nContent-Length: 1", "Content-Length: 1\r\nContent-Length: 2", "Content-Length: 5, 5",
        "Content-Length: +1", "Content-Length: -1", "Content-Length: 1 1", "Content-Length: 0x1", "Content-Length: 1.0",
        "Content-Length:", "Content-Length: \u{661}", "Content-Length : 1",
        "Content-Length: 1\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 1",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: gzip", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity",
        "Transfer-Encoding: chunked;x=y", "Transfer-Encoding: \"chunked\"", "Transfer-Encoding: xchunked",
        "Transfer-Encoding:", "Transfer-Encoding: chunked,", "Transfer-Encoding : chunked",
        "Transfer-Encoding\u{0}: chunked", "Transfer-Encoding: \u{b}chunked",
    ].map { Malformed(400, "POST / HTTP/1.1\r\nHost: a\r\n\($0)\r\n\r\n0\r\n\r\n") }

    static let oldVersion = [
        Malformed(400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Malformed(400, "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"),
    ]

    static let chunks = [
        "\r\n", "x\r\n", "+1\r\na\r\n0\r\n\r\n", "-1\r\na\r\n0\r\n\r\n", "0x1\r\na\r\n0\r\n\r\n",
        "1 \r\na\r\n0\r\n\r\n",
        " 1\r\na\r\n0\r\n\r\n", "1\na\r\n0\r\n\r\n", "1\r\nab\r\n0\r\n\r\n", "1\r\na0\r\n\r\n", "1\r\na\n0\r\n\r\n",
        "1\r\na\rx", "1\rx", "1;a\nb\r\na\r\n0\r\n\r\n", "1;\u{0}\r\na\r\n0\r\n\r\n", "1;a\rb\r\n", "1 x\r\n",
        "1 \r;\r\n", "FFFFFFFFFFFFFFFFF\r\n", "10000000000000001\r\na\r\n0\r\n\r\n", "0000000000000001\r\na\r\n",
        "8000000000000000\r\n", "0\r\nX: 1\n\r\n", "0\r\n X: 1\r\n\r\n", "0\r\nX : 1\r\n\r\n", "0\r\nno colon\r\n\r\n",
        "0\r\nX: \u{0}\r\n\r\n", "0\r\n\rx", "0\r\nX: 1\r\r\n", "0\n\r\n",
    ].map { Malformed(400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\($0)") }

    @Test(
        "What could be misunderstood is refused, the connection closed, and nothing reaches the handler",
        arguments: [requestLines, otherStatuses, fields, framings, oldVersion, chunks].flatMap { $0 })
    func refused(_ malformed: Malformed) throws {
        let handled = Shared(0)
        let handler = ClosureHandler { _, responder in
            handled.change { $0 += 1 }
            responder.respond(HTTPResponse())
        }
        try withServer(handler) { server, address in
            let client = try TestClient(address)
            try client.send(malformed.request + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
            let response = try client.receive()
            #expect(response.status == malformed.status)
            #expect(response.headers["connection"] == "close")
            #expect(response.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(try client.isClosed())
            #expect(handled.value == 0)
            client.close()
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test(
        "What is unusual but clear is served",
        arguments: [
            "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET / HTTP/1.1\r\nHost:a\r\n\r\n",
            "GET / HTTP/1.1\r\nhOST: \t a \t\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: my_host-1.test:80\r\n\r\n", "GET / HTTP/1.1\r\nHost: [fe80::1]:1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX:\r\nX:  \r\nX: caf\u{e9} \u{1F600}\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n!#$%&'*+-.^_`|~: 1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\tb\r\n\r\n",
            "GET / HTTP/1.0\r\nHost: a\r\n\r\n",
        ])
    func served(request: String) throws {
        try withServer { _, address in
            let response = try TestClient(address).exchange(request)
            #expect(response.status == 200)
        }
    }

    @Test("The configuration says what refusals look like")
    func errorResponse() throws {
        let errorResponse = { @Sendable (error: HTTPProtocolError) in
            var response = HTTPResponse(status: error.status, text: "\(error.reason)|\(error.message)")
            response.headers["X-Mine"] = "yes"
            return response
        }
        try withServer(errorResponse: errorResponse) { _, address in
            let client = try TestClient(address)
            let response = try client.exchange("GET / HTTP/1.1\r\n\r\n")
            #expect(response.body == "Bad Request|The Host header field is missing.")
            #expect(response.headers["x-mine"] == "yes")
        }
    }

    @Test("Requests with random damage do no harm", arguments: 1...8)
    func damaged(seed: UInt64) throws {
        var random = Random(state: seed)
        let chunked =
            "PUT /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nX: 1\r\n\r\n"
        let intact = Array((get("/a?b", "X: y", "Expect: 100-continue") + post("/", "body") + chunked).utf8)
        try withServer { server, address in
            for _ in 0..<100 {
                var bytes = intact
                for _ in 0..<random.next(below: 6) + 1 {
                    let index = random.next(below: bytes.count)
                    switch random.next(below: 4) {
                    case 0: bytes[index] = UInt8(random.next(below: 256))
                    case 1: bytes.remove(at: index)
                    case 2: bytes.insert(contentsOf: bytes[index...].prefix(random.next(below: 40)), at: index)
                    default: bytes.insert([13, 10, 0, 32, 58][random.next(below: 5)], at: index)
                    }
                }
                let client = try TestClient(address)
                try client.send(bytes)
                client.shutdownWrite()
                while let response = try? client.receive() { #expect(response.status < 500 || response.status == 505) }
                client.close()
            }
            #expect(eventually { server.openConnections == 0 })
            let client = try TestClient(address)
            #expect(try client.exchange(get("/")).status == 200)
        }
    }

    private struct Random {
        var state: UInt64

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }
}
