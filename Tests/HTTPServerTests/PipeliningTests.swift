import Dispatch
import Testing

@testable import HTTPServer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Calls `body` on another thread after a moment.
func later(milliseconds: Int = 5, _ body: @escaping @Sendable () -> Void) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds), execute: body)
}

@Suite("Pipelining")
struct PipeliningTests {
    @Test("Requests sent together are answered in order")
    func synchronous() throws {
        try withServer { _, address in
            let client = try TestClient(address)
            try client.send((0..<500).map { post("/\($0)", "body \($0)") }.joined())
            for number in 0..<500 { #expect(try client.receive().body == "POST /\(number) body \(number)") }
        }
    }

    @Test("Answers come in order, however late each is given", arguments: [PollerKind.best, .poll])
    func mixed(poller: PollerKind) throws {
        let handler = ClosureHandler { request, responder in
            let response = HTTPResponse(status: 200, text: request.path)
            if (Int(request.path.dropFirst()) ?? 0).isMultiple(of: 3) {
                responder.respond(response)
            } else {
                later { responder.respond(response) }
            }
        }
        try withServer(handler, poller: poller) { _, address in
            let client = try TestClient(address)
            try client.send((0..<60).map { get("/\($0)") }.joined())
            for number in 0..<60 { #expect(try client.receive().body == "/\(number)") }
        }
    }

    @Test("Large answers to requests sent together are complete and in order")
    func large() throws {
        let handler = ClosureHandler { request, responder in
            let letter = request.path.utf8.last ?? 0
            let response = HTTPResponse(status: 200, body: [UInt8](repeating: letter, count: 300_000))
            if letter.isMultiple(of: 2) { responder.respond(response) } else { later { responder.respond(response) } }
        }
        try withServer(handler) { _, address in
            let client = try TestClient(address)
            try client.send("abcdefghij".map { get("/\($0)") }.joined())
            for letter in "abcdefghij" {
                let body = try client.receive().body
                #expect(body.utf8.count == 300_000)
                #expect(body.utf8.allSatisfy { $0 == letter.asciiValue })
            }
        }
    }

    @Test("What is sent ahead of a slow answer is not read without bound")
    func bounded() throws {
        let waiting = Shared<HTTPResponder?>(nil)
        let handler = ClosureHandler { _, responder in
            if waiting.value == nil {
                waiting.change { $0 = responder }
            } else {
                responder.respond(HTTPResponse())
            }
        }
        try withServer(handler) { _, address in
            let client = try TestClient(address)
            try client.send(get("/slow"))
            #expect(eventually { waiting.value != nil })
            let flood = Array(String(repeating: get("/next"), count: 1000).utf8)
            var sent = 0
            var refusals = 0
            // The system's buffers take some megabytes; the server's must not take the rest.
            while sent < 128 * 1024 * 1024, refusals < 40 {
                let count = client.sendWithoutWaiting(flood)
                sent += count
                refusals = count == 0 ? refusals + 1 : 0
                if count == 0 { usleep(5000) }
            }
            #expect(sent < 64 * 1024 * 1024)
        }
    }
}
