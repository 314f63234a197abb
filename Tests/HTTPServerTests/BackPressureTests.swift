import Testing

@testable import HTTPServer

@Suite("Back-pressure")
struct BackPressureTests {
    @Test(
        "A client that reads slowly gets everything, and no more is handled meanwhile",
        arguments: [PollerKind.best, .poll])
    func slowReader(poller: PollerKind) throws {
        let handled = Shared(0)
        let large = String(repeating: "abcdefghijklmnopqrstuvw", count: 900_000)
        let handler = ClosureHandler { request, responder in
            handled.change { $0 += 1 }
            responder.respond(HTTPResponse(status: 200, text: request.path == "/large" ? large : request.path))
        }
        try withServer(handler, poller: poller) { _, address in
            let client = try TestClient(address)
            try client.send(get("/large") + get("/1") + get("/large") + get("/2"))
            #expect(eventually { handled.value == 1 })
            let other = try TestClient(address)
            for _ in 0..<20 { #expect(try other.exchange(get("/other")).body == "/other") }
            #expect(handled.value == 21)
            for _ in 0..<2 {
                let isComplete = try client.receive().body == large
                #expect(isComplete)
                #expect(try client.receive().body.hasPrefix("/"))
            }
        }
    }

    @Test("Many small answers that are not read do not pile up")
    func manySmall() throws {
        let handled = Shared(0)
        let body = [UInt8](repeating: 120, count: 10_000)
        let handler = ClosureHandler { _, responder in
            handled.change { $0 += 1 }
            responder.respond(HTTPResponse(body: body))
        }
        try withServer(handler) { server, address in
            let client = try TestClient(address)
            let batch = Array(String(repeating: get("/"), count: 2000).utf8)
            for _ in 0..<20 { _ = client.sendWithoutWaiting(batch) }
            // The system's buffers take some hundred answers.
            #expect(eventually { handled.value > 10 })
            let other = try TestClient(address)
            #expect(try other.exchange(get("/", "Connection: close")).status == 200)
            #expect(handled.value < 10_000)
            client.reset()
            #expect(eventually { server.openConnections == 0 })
        }
    }
}
