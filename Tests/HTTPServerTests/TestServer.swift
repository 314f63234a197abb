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

struct ClosureHandler: HTTPHandler {
    let body: @Sendable (HTTPRequest, HTTPResponder) -> Void

    func handle(_ request: HTTPRequest, _ responder: HTTPResponder) {
        body(request, responder)
    }
}

extension HTTPHandler where Self == ClosureHandler {
    static func closure(_ body: @escaping @Sendable (HTTPRequest, HTTPResponder) -> Void) -> ClosureHandler {
        ClosureHandler(body: body)
    }

    static func answering(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) -> ClosureHandler {
        ClosureHandler { request, responder in responder.respond(answer(request)) }
    }

    /// Answers `METHOD target body`.
    static var echo: ClosureHandler {
        .answering { request in
            let body = String(decoding: request.body, as: UTF8.self)
            return HTTPResponse(status: 200, text: "\(request.method) \(request.target) \(body)")
        }
    }
}

/// Runs a server on a free port of `host`, and stops it afterwards.
func withServer(
    _ handler: any HTTPHandler = .echo,
    host: String = "127.0.0.1",
    poller: PollerKind = .best,
    limits: HTTPLimits = HTTPLimits(),
    errorResponse: (@Sendable (HTTPProtocolError) -> HTTPResponse)? = nil,
    _ body: (HTTPServer, SocketAddress) throws -> Void
) throws {
    var configuration = HTTPServer.Configuration(host: host)
    configuration.eventLoops = 2
    configuration.poller = poller
    configuration.limits = limits
    if let errorResponse { configuration.errorResponse = errorResponse }
    let server = HTTPServer(configuration: configuration, handler: handler)
    let address = try server.start()
    defer { server.stop(within: 0) }
    try body(server, address)
}

extension HTTPLimits {
    static func with(_ change: (inout HTTPLimits) -> Void) -> HTTPLimits {
        var limits = HTTPLimits()
        change(&limits)
        return limits
    }
}

/// Waits until something that happens elsewhere has happened.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<4000 {
        if condition() { return true }
        usleep(5000)
    }
    return condition()
}

/// A request without a body.
func get(_ target: String, _ fields: String...) -> String {
    (["GET \(target) HTTP/1.1", "Host: test"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
}

/// A request with a body.
func post(_ target: String, _ body: String) -> String {
    "POST \(target) HTTP/1.1\r\nHost: test\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
}

/// A box that tests and handlers share.
final class Shared<Value: Sendable>: Sendable {
    private let locked: Locked<Value>

    init(_ value: Value) { locked = Locked(value) }

    var value: Value { locked.withLock { $0 } }

    func change<Result>(_ body: (inout Value) -> Result) -> Result {
        locked.withLock { body(&$0) }
    }
}
