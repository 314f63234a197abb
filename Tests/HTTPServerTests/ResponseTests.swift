import Testing

@testable import HTTPServer

@Suite("Answers")
struct ResponseTests {
    @Test("Status, fields in order and body are the handler's; length, date and connection are the server's")
    func complete() throws {
        let response = HTTPResponse(status: 201, headers: ["X-One": "1", "x-two": "2"], body: Array("caf\u{e9}".utf8))
        try withServer(.answering { _ in response }) { _, address in
            let answer = try TestClient(address).exchange(get("/"))
            #expect(answer.status == 201)
            #expect(answer.reason == "Created")
            #expect(answer.body == "caf\u{e9}")
            #expect(
                answer.headerNames == ["X-One", "x-two", "Content-Length", "Date", "Connection", "Keep-Alive"])
            #expect(answer.headers["content-length"] == "5")
            let date = try #require(answer.headers["date"])
            #expect(date.wholeMatch(of: /\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
        }
    }

    @Test("Dates are in the format of the standard")
    func dates() {
        #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.text(0) == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(HTTPDate.text(1_709_210_096) == "Thu, 29 Feb 2024 12:34:56 GMT")
    }

    struct Length: CustomTestStringConvertible {
        let method: String
        let status: Int
        let body: String
        let length: String?

        var testDescription: String { "\(method) \(status) \(body)" }
    }

    @Test(
        "Content-Length is there, but not where it is forbidden; HEAD gets the length without the body",
        arguments: [
            Length(method: "GET", status: 200, body: "", length: "0"),
            Length(method: "GET", status: 404, body: "no", length: "2"),
            Length(method: "GET", status: 204, body: "ignored", length: nil),
            Length(method: "GET", status: 304, body: "ignored", length: nil),
            Length(method: "HEAD", status: 200, body: "hello", length: "5"),
            Length(method: "HEAD", status: 404, body: "hello", length: "5"),
            Length(method: "HEAD", status: 204, body: "", length: nil),
        ])
    func lengths(_ length: Length) throws {
        let handler = ClosureHandler.answering {
            $0.path == "/" ? HTTPResponse(status: length.status, body: Array(length.body.utf8)) : HTTPResponse()
        }
        try withServer(handler) { _, address in
            let client = try TestClient(address)
            try client.send("\(length.method) / HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next"))
            let isHead = length.method == "HEAD"
            let response = try client.receive(isHead: isHead)
            #expect(response.status == length.status)
            #expect(response.headers["content-length"] == length.length)
            #expect(response.body == (length.length == nil || isHead ? "" : length.body))
            #expect(try client.receive().status == 200)
        }
    }

    @Test("A large body is left out for HEAD as well")
    func largeHead() throws {
        let body = [UInt8](repeating: 120, count: 1_000_000)
        try withServer(.answering { _ in HTTPResponse(body: body) }) { _, address in
            let client = try TestClient(address)
            let head = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"
            #expect(try client.exchange(head, isHead: true).headers["content-length"] == "1000000")
            #expect(try client.exchange(get("/")).body.utf8.count == 1_000_000)
        }
    }

    @Test("Nothing that a handler puts in can break the framing")
    func serverFields() throws {
        let headers: HTTPHeaders = [
            "Content-Length": "3", "Transfer-Encoding": "chunked", "Date": "never", "Keep-Alive": "x",
            "X": "1\r\nInjected: 1\n\u{0}", "Bad Name": "1", "Bad\r\nName": "1", "": "1", "Content-Type": "text/x",
        ]
        try withServer(.answering { _ in HTTPResponse(status: 200, headers: headers, body: [111, 107]) }) {
            _, address in
            let response = try TestClient(address).exchange(get("/"))
            #expect(
                response.headerNames == ["X", "Content-Type", "Content-Length", "Date", "Connection", "Keep-Alive"])
            #expect(response.headers["x"] == "1  Injected: 1  ")
            #expect(response.headers["content-length"] == "2")
            #expect(response.body == "ok")
        }
    }

    @Test("A handler can ask for the end of the connection")
    func close() throws {
        try withServer(.answering { _ in HTTPResponse(headers: ["Connection": "close"]) }) { server, address in
            let client = try TestClient(address)
            let response = try client.exchange(get("/"))
            #expect(response.headers["connection"] == "close")
            #expect(response.headerNames.filter { $0 == "Connection" }.count == 1)
            #expect(try client.isClosed())
            client.close()
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test("Content-Length: 0 may be sent with 204 if the handler insists")
    func emptyPreflight() throws {
        try withServer(.answering { _ in HTTPResponse(status: 204, headers: ["Content-Length": "0"]) }) { _, address in
            let fresh = try TestClient(address)
            #expect(try fresh.exchange(get("/")).headers["content-length"] == "0")
        }
    }

    @Test("A status that no final answer can have becomes 500", arguments: [-1, 0, 100, 199, 1000])
    func impossibleStatus(status: Int) throws {
        try withServer(.answering { _ in HTTPResponse(status: status) }) { _, address in
            let fresh = try TestClient(address)
            #expect(try fresh.exchange(get("/")).status == 500)
        }
    }

    @Test("An unregistered status has an empty reason")
    func unknownStatus() throws {
        try withServer(.answering { _ in HTTPResponse(status: 599) }) { _, address in
            let response = try TestClient(address).exchange(get("/"))
            #expect(response.status == 599)
            #expect(response.reason == "")
        }
    }
}
