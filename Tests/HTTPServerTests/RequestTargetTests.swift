import Testing

@testable import HTTPServer

@Suite("Request targets")
struct RequestTargetTests {
    @Test(
        "Raw characters that common clients send are accepted and arrive as they were sent",
        arguments: [
            "/rest/people?filter=name.firstName[ilike]:%Ada%,and(a[eq]:\"x\")",
            "/%", "/%zz?%=%%", "/a{b}|c^d`e\\f", "/caf\u{e9}?q=\u{1F600}", "//double//slash/", "/?", "/a?b?c", "/'<>#",
        ])
    func raw(target: String) throws {
        try withServer(
            .answering { HTTPResponse(status: 200, text: "\($0.path) \($0.query ?? "-")") }
        ) { _, address in
            let response = try TestClient(address).exchange(get(target))
            let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            #expect(response.status == 200)
            #expect(response.body == "\(parts[0]) \(parts.count > 1 ? String(parts[1]) : "-")")
        }
    }

    @Test("Bytes that are no UTF-8 are accepted")
    func invalidUTF8() throws {
        try withServer(
            .answering { HTTPResponse(status: 200, text: Array($0.pathBytes).map { "\($0)" }.joined(separator: " ")) }
        ) { _, address in
            let client = try TestClient(address)
            try client.send(Array("GET /".utf8) + [0xff, 0x80] + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(try client.receive().body == "47 255 128")
        }
    }

    struct Form: CustomTestStringConvertible {
        let line: String
        let target: String
        let host: String

        var testDescription: String { line }
    }

    @Test(
        "An absolute target is reduced, and its authority replaces Host",
        arguments: [
            Form(line: "GET http://example.org/a?b", target: "/a?b", host: "example.org"),
            Form(line: "GET HTTP://example.org:8080", target: "/", host: "example.org:8080"),
            Form(line: "GET https://[::1]:3000?q=/", target: "/?q=/", host: "[::1]:3000"),
            Form(line: "OPTIONS http://example.org", target: "*", host: "example.org"),
            Form(line: "OPTIONS *", target: "*", host: "sent.test"),
            Form(line: "OPTIONS /x", target: "/x", host: "sent.test"),
        ])
    func forms(_ form: Form) throws {
        try withServer(
            .answering {
                HTTPResponse(
                    status: 200, text: "\($0.target) \($0.headers.values(of: "HOST")) \($0.headers["x"] ?? "")")
            }
        ) { _, address in
            let response = try TestClient(address).exchange("\(form.line) HTTP/1.1\r\nX: 1\r\nHost: sent.test\r\n\r\n")
            #expect(response.body == "\(form.target) [\"\(form.host)\"] 1")
        }
    }

    @Test("Any method that is a token reaches the handler", arguments: ["GET", "POST", "PATCH", "PROPFIND", "x-1!"])
    func methods(method: String) throws {
        try withServer { _, address in
            let response = try TestClient(address).exchange("\(method) / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(response.body == "\(method) / ")
        }
    }
}
