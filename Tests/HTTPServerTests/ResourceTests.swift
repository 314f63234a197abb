import Testing

@testable import HTTPServer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Each in a process of its own, because descriptors and processor time belong to the process.
@Suite("Resources")
struct ResourceTests {
    @Test("Without free descriptors accepting waits, without using the processor, and goes on later")
    func noDescriptors() async {
        await #expect(processExitsWith: .success) {
            for poller in [PollerKind.best, .poll] {
                try withServer(poller: poller) { _, address in
                    let first = try TestClient(address)
                    #expect(try first.exchange(get("/")).status == 200)
                    let limit = descriptorLimit()
                    let clients = try (0..<10).map { _ in try TestClient(address, isConnected: false) }
                    lockDescriptors()
                    for client in clients { try client.connect() }
                    let before = processorSeconds()
                    usleep(500_000)
                    #expect(processorSeconds() - before < 0.25)
                    #expect(try first.exchange(get("/still")).body == "GET /still ")
                    setDescriptorLimit(limit)
                    for client in clients { #expect(try client.exchange(get("/")).status == 200) }
                }
            }
        }
    }

    @Test("Clients that vanish in every possible state leave no descriptor behind")
    func noLeaks() async {
        await #expect(processExitsWith: .success) {
            for poller in [PollerKind.best, .poll] {
                try withServer(poller: poller) { server, address in
                    func visit(_ number: Int) throws {
                        let unanswered = ["", "GET", post("/", "x").dropLast().description]
                        let answered = [get("/"), "x\r\n\r\n", get("/") + get("/")]
                        let beginnings = unanswered + answered
                        let client = try TestClient(address)
                        try client.send(beginnings[number % beginnings.count])
                        if number % beginnings.count >= unanswered.count, number.isMultiple(of: 5) {
                            #expect(try client.receive().status < 500)
                        }
                        if number.isMultiple(of: 2) { client.reset() } else { client.close() }
                    }
                    for number in 0..<20 { try visit(number) }
                    #expect(eventually { server.openConnections == 0 })
                    let before = openDescriptors()
                    for number in 0..<600 { try visit(number) }
                    #expect(eventually { server.openConnections == 0 })
                    #expect(eventually { openDescriptors() < before + 10 })
                }
            }
        }
    }

    @Test("Servers that were stopped leave no descriptor behind, and their clients use no processor")
    func stopped() async {
        await #expect(processExitsWith: .success) {
            func cycle() throws {
                try withServer(host: "localhost") { _, address in
                    let client = try TestClient(address)
                    #expect(try client.exchange(get("/")).status == 200)
                }
            }
            try cycle()
            let before = openDescriptors()
            for _ in 0..<20 { try cycle() }
            #expect(eventually { openDescriptors() < before + 10 })
        }
    }

    @Test("A waiting server uses no processor, whatever its clients left half done")
    func noSpinning() async {
        await #expect(processExitsWith: .success) {
            for poller in [PollerKind.best, .poll] {
                let waiting = Shared<[HTTPResponder]>([])
                let handler = ClosureHandler { request, responder in
                    if request.path == "/wait" { waiting.change { $0.append(responder) } }
                    if request.path == "/large" {
                        responder.respond(HTTPResponse(body: [UInt8](repeating: 120, count: 30_000_000)))
                    }
                }
                try withServer(handler, poller: poller) { _, address in
                    let starts = ["", "GET /", get("/wait"), get("/wait") + get("/wait"), get("/large"), "x\r\n\r\n"]
                    let clients = try starts.flatMap { start in
                        try [false, true].map { endsInput in
                            let client = try TestClient(address)
                            try client.send(start)
                            if endsInput { client.shutdownWrite() }
                            return client
                        }
                    }
                    usleep(200_000)
                    let before = processorSeconds()
                    usleep(500_000)
                    #expect(processorSeconds() - before < 0.25)
                    for client in clients { client.reset() }
                    waiting.change { $0 = [] }
                }
            }
        }
    }
}

private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How many descriptors are open. Compare with a margin of some: Dispatch opens a few of its own when it likes.
private func openDescriptors() -> Int {
    (0..<4096).count { fcntl($0, F_GETFD) >= 0 }
}

private func descriptorLimit() -> rlim_t {
    var limit = rlimit()
    getrlimit(descriptorResource, &limit)
    return limit.rlim_cur
}

private func setDescriptorLimit(_ current: rlim_t) {
    var limit = rlimit()
    getrlimit(descriptorResource, &limit)
    limit.rlim_cur = current
    setrlimit(descriptorResource, &limit)
}

/// Makes the system refuse any further descriptor.
private func lockDescriptors() {
    let free = fcntl(0, F_DUPFD, 3)
    close(free)
    setDescriptorLimit(rlim_t(free))
}

#if canImport(Glibc)
    private let descriptorResource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
#else
    private let descriptorResource = RLIMIT_NOFILE
#endif
