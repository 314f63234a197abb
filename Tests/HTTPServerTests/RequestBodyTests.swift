import Testing

@testable import HTTPServer

@Suite("Request bodies")
struct RequestBodyTests {
    struct Body: CustomTestStringConvertible {
        let message: String
        let content: String

        init(_ message: String, _ content: String) {
            self.message = message
            self.content = content
        }

        var testDescription: String { message.debugDescription }
    }

    static let bodies = [
        Body("Content-Length: 5\r\n\r\nhello", "hello"),
        Body("Content-Length: 0\r\n\r\n", ""),
        Body("Content-Length:\t 0000000000000000000000005 \r\n\r\nhello", "hello"),
        Body("Content-Length: 5\r\nExpect: 100-Continue\r\n\r\nhello", "hello"),
        Body("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world"),
        Body("Transfer-Encoding: Chunked \r\n\r\n0\r\n\r\n", ""),
        Body("Transfer-Encoding: chunked\r\n\r\n00A\r\n0123456789\r\n000\r\n\r\n", "0123456789"),
        Body("Transfer-Encoding: chunked\r\n\r\n5;a=b;c=\"d\"\r\nhello\r\n0 ; last\r\n\r\n", "hello"),
        Body("Transfer-Encoding: chunked\r\n\r\n5\r\n\r\n\r\n\r\r\n0\r\nX-Sum: 1\r\nY:\r\n\r\n", "\r\n\r\n\r"),
    ]

    @Test("A body is read by its length or by its chunks, and the next request after it", arguments: bodies)
    func whole(_ body: Body) throws {
        try withServer { _, address in
            let client = try TestClient(address)
            try client.send("POST /a HTTP/1.1\r\nHost: a\r\n\(body.message)" + get("/next"))
            #expect(try client.receive().body == "POST /a \(body.content)")
            #expect(try client.receive().body == "GET /next ")
        }
    }

    @Test("It makes no difference how the bytes are cut into packets", arguments: bodies)
    func byteByByte(_ body: Body) throws {
        try withServer { _, address in
            let client = try TestClient(address)
            let message = "POST /a HTTP/1.1\r\nHost: a\r\n\(body.message)" + get("/next")
            for byte in message.utf8 { try client.send([byte]) }
            var response = try client.receive()
            if response.status == 100 { response = try client.receive() }
            #expect(response.body == "POST /a \(body.content)")
            #expect(try client.receive().body == "GET /next ")
        }
    }

    @Test("Large bodies arrive unchanged", arguments: [true, false])
    func large(isChunked: Bool) throws {
        try withServer(.answering { HTTPResponse(body: $0.body) }) { _, address in
            let client = try TestClient(address)
            let text = String((0..<400_000).map { Character(UnicodeScalar(UInt8(97 + $0 % 23))) })
            if isChunked {
                try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
                var rest = text[...]
                while !rest.isEmpty {
                    let part = rest.prefix(70_001)
                    rest = rest.dropFirst(70_001)
                    try client.send("\(String(part.utf8.count, radix: 16))\r\n\(part)\r\n")
                }
                try client.send("0\r\n\r\n")
            } else {
                try client.send(post("/", text))
            }
            #expect(try client.receive().body == text)
        }
    }

    @Test("Expect: 100-continue is answered before the body is sent")
    func expectContinue() throws {
        try withServer { _, address in
            let client = try TestClient(address)
            for _ in 0..<2 {
                let head = "PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
                #expect(try client.exchange(head).status == 100)
                let response = try client.exchange("ok")
                #expect(response.status == 200)
                #expect(response.body == "PUT / ok")
            }
        }
    }

    @Test("Without a body, or in HTTP/1.0, there is no 100")
    func noContinue() throws {
        try withServer { _, address in
            let client = try TestClient(address)
            #expect(try client.exchange(get("/", "Expect: 100-continue")).status == 200)
            try client.send("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
            #expect(try client.exchange("ok").body == "POST / ok")
        }
    }

    @Test("A client that breaks off within a body is forgotten, and its request not handled")
    func brokenOff() throws {
        let handled = Shared(0)
        let handler = ClosureHandler { _, responder in
            handled.change { $0 += 1 }
            responder.respond(HTTPResponse())
        }
        try withServer(handler) { server, address in
            let client = try TestClient(address)
            try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf")
            client.shutdownWrite()
            #expect(try client.isClosed())
            #expect(eventually { server.openConnections == 0 })
            #expect(handled.value == 0)
        }
    }
}
