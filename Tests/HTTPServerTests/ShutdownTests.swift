import Dispatch
import Testing

@testable import HTTPServer

@Suite("Shutdown")
struct ShutdownTests {
    @Test("Idle connections are closed at once and nobody else gets in", arguments: [PollerKind.best, .poll])
    func idle(poller: PollerKind) throws {
        try withServer(poller: poller) { server, address in
            let clients = try (0..<10).map { _ in try TestClient(address) }
            for client in clients { #expect(try client.exchange(get("/")).status == 200) }
            server.stop(within: 100)
            for client in clients { #expect(try client.isClosed()) }
            #expect(server.openConnections == 0)
            #expect(throws: TestClient.Problem.self) { try TestClient(address) }
        }
    }

    @Test("A request that is being handled is answered, and told that the connection ends")
    func inFlight() throws {
        let waiting = Shared<HTTPResponder?>(nil)
        try withServer(.closure { _, responder in waiting.change { $0 = responder } }) { server, address in
            let client = try TestClient(address)
            try client.send(get("/"))
            #expect(eventually { waiting.value != nil })
            let stopped = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                server.stop(within: 100)
                stopped.signal()
            }
            #expect(eventually { (try? TestClient(address)) == nil })
            waiting.value?.respond(HTTPResponse(status: 200, text: "finished"))
            waiting.change { $0 = nil }
            let response = try client.receive()
            #expect(response.body == "finished")
            #expect(response.headers["connection"] == "close")
            #expect(try client.isClosed())
            stopped.wait()
        }
    }

    @Test("A request that is half received is finished")
    func halfReceived() throws {
        try withServer { server, address in
            let client = try TestClient(address)
            #expect(try client.exchange(get("/")).status == 200)
            try client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
            #expect(try client.receive().status == 100)
            let stopped = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                server.stop(within: 100)
                stopped.signal()
            }
            #expect(eventually { (try? TestClient(address)) == nil })
            #expect(try client.exchange("done").body == "POST / done")
            #expect(try client.isClosed())
            stopped.wait()
        }
    }

    @Test("What is not finished in time is cut off, and stopping again does no harm")
    func cutOff() throws {
        let waiting = Shared<HTTPResponder?>(nil)
        try withServer(.closure { _, responder in waiting.change { $0 = responder } }) { server, address in
            let client = try TestClient(address)
            try client.send(get("/"))
            #expect(eventually { waiting.value != nil })
            server.stop(within: 0.05)
            #expect(try client.isClosed())
            #expect(server.openConnections == 0)
            waiting.value?.respond(HTTPResponse())
            waiting.change { $0 = nil }
            server.stop(within: 1)
            server.stop(within: 0)
        }
    }

    @Test("A handler may stop its own server")
    func fromHandler() throws {
        let box = Shared<HTTPServer?>(nil)
        let handler = ClosureHandler { _, responder in
            box.value?.stop(within: 10)
            responder.respond(HTTPResponse(status: 200, text: "stopping"))
        }
        try withServer(handler) { server, address in
            box.change { $0 = server }
            let client = try TestClient(address)
            #expect(try client.exchange(get("/")).body == "stopping")
            #expect(try client.isClosed())
            box.change { $0 = nil }
        }
    }

    @Test("A server that is released stops, one that never started can be stopped, and none starts twice")
    func lifecycle() throws {
        var server: HTTPServer? = HTTPServer(configuration: .init(), handler: .echo)
        server?.stop(within: 1)
        let address = try #require(try server?.start())
        #expect(throws: HTTPServerError.alreadyStarted) { try server?.start() }
        let client = try TestClient(address)
        #expect(try client.exchange(get("/")).status == 200)
        server = nil
        #expect(try client.isClosed())
        #expect(eventually { (try? TestClient(address)) == nil })
    }
}
