import Dispatch
import Testing

@testable import HTTPServer

@Suite("Responders")
struct ResponderTests {
    @Test("Only the first answer counts, from whichever thread", arguments: [PollerKind.best, .poll])
    func once(poller: PollerKind) throws {
        let handler = ClosureHandler { request, responder in
            switch request.path {
            case "/here":
                responder.respond(HTTPResponse(status: 200, text: "first"))
                responder.respond(HTTPResponse(status: 200, text: "second"))
                later { responder.respond(HTTPResponse(status: 200, text: "third")) }
            case "/there":
                later {
                    responder.respond(HTTPResponse(status: 200, text: "first"))
                    responder.respond(HTTPResponse(status: 200, text: "second"))
                    responder.close()
                }
            default:
                responder.respond(HTTPResponse(status: 200, text: "other"))
            }
        }
        try withServer(handler, poller: poller) { _, address in
            let client = try TestClient(address)
            for _ in 0..<20 {
                #expect(try client.exchange(get("/here")).body == "first")
                #expect(try client.exchange(get("/there")).body == "first")
                #expect(try client.exchange(get("/other")).body == "other")
            }
        }
    }

    @Test("Many threads that answer the same request give one answer")
    func race() throws {
        let handler = ClosureHandler { _, responder in
            for number in 0..<8 {
                DispatchQueue.global().async { responder.respond(HTTPResponse(status: 200 + number)) }
            }
        }
        try withServer(handler) { _, address in
            let client = try TestClient(address)
            for _ in 0..<100 { #expect((200..<208).contains(try client.exchange(get("/")).status)) }
            #expect(try client.exchange(get("/", "Connection: close")).status < 208)
            #expect(try client.isClosed())
        }
    }

    @Test("A request that nobody can answer any more is answered with 500", arguments: ["/now", "/later"])
    func abandoned(path: String) throws {
        let handler = ClosureHandler { request, responder in
            if request.path == "/later" {
                later { _ = responder }
            } else if request.path == "/fine" {
                responder.respond(HTTPResponse())
            }
        }
        try withServer(handler) { _, address in
            let client = try TestClient(address)
            let response = try client.exchange(get(path))
            #expect(response.status == 500)
            #expect(response.body == "The request was not answered.\n")
            #expect(try client.exchange(get("/fine")).status == 200)
        }
    }

    @Test("Closing drops the connection without an answer, but not the answers before it", arguments: [true, false])
    func close(isLater: Bool) throws {
        let handler = ClosureHandler { request, responder in
            if request.path == "/drop" {
                if isLater { later { responder.close() } } else { responder.close() }
            } else {
                responder.respond(HTTPResponse(status: 200, text: request.path))
            }
        }
        try withServer(handler) { server, address in
            let client = try TestClient(address)
            try client.send(get("/1") + get("/drop") + get("/2"))
            #expect(try client.receive().body == "/1")
            #expect(try client.isClosed())
            #expect(eventually { server.openConnections == 0 })
        }
    }

    @Test("A handler may answer a request of another connection")
    func elsewhere() throws {
        let waiting = Shared<[HTTPResponder]>([])
        let handler = ClosureHandler { request, responder in
            if request.path == "/wait" {
                waiting.change { $0.append(responder) }
            } else {
                let released = waiting.change { waiting in
                    defer { waiting = [] }
                    return waiting
                }
                for other in released { other.respond(HTTPResponse(status: 200, text: "released")) }
                responder.respond(HTTPResponse(status: 200, text: "done"))
            }
        }
        try withServer(handler) { _, address in
            let clients = try (0..<6).map { _ in try TestClient(address) }
            for client in clients { try client.send(get("/wait") + get("/wait")) }
            #expect(eventually { waiting.value.count == 6 })
            let last = try TestClient(address)
            #expect(try last.exchange(get("/release")).body == "done")
            for client in clients { #expect(try client.receive().body == "released") }
            #expect(eventually { waiting.value.count == 6 })
            #expect(try last.exchange(get("/release")).body == "done")
            for client in clients { #expect(try client.receive().body == "released") }
        }
    }

    @Test("An answer to a client that went away is nobody's trouble", arguments: [true, false])
    func vanished(isReset: Bool) throws {
        let waiting = Shared<[HTTPResponder]>([])
        let large = [UInt8](repeating: 120, count: 5_000_000)
        let handler = ClosureHandler { request, responder in
            if request.path == "/wait" {
                waiting.change { $0.append(responder) }
            } else {
                responder.respond(HTTPResponse())
            }
        }
        try withServer(handler) { server, address in
            for _ in 0..<10 {
                let client = try TestClient(address)
                try client.send(get("/wait"))
                #expect(eventually { waiting.value.count == 1 })
                if isReset { client.reset() } else { client.close() }
                for responder in waiting.value { responder.respond(HTTPResponse(body: large)) }
                waiting.change { $0 = [] }
            }
            #expect(eventually { server.openConnections == 0 })
            let fresh = try TestClient(address)
            #expect(try fresh.exchange(get("/")).status == 200)
        }
    }

    @Test("A client that resets while its request is handled is forgotten at once")
    func resetWhileHandled() throws {
        let waiting = Shared<[HTTPResponder]>([])
        try withServer(.closure { _, responder in waiting.change { $0.append(responder) } }) { server, address in
            let client = try TestClient(address)
            try client.send(get("/wait") + get("/next"))
            #expect(eventually { waiting.value.count == 1 })
            client.reset()
            #expect(eventually { server.openConnections == 0 })
            waiting.change { $0 = [] }
        }
    }
}
