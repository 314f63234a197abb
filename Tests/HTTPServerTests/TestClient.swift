@testable import HTTPServer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A client of raw bytes over a blocking socket. Waits at most 20 seconds for anything.
final class TestClient {
    struct Response: Equatable {
        var status: Int
        var reason: String
        /// Lower-case names.
        var headers: [String: String]
        var headerNames: [String]
        var body: String
    }

    struct Problem: Error {
        let what: String
    }

    private let candidate: ResolvedAddresses.Candidate
    private let port: Int
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    init(_ address: SocketAddress, isConnected: Bool = true) throws {
        guard let candidate = try ResolvedAddresses(host: address.host).candidates.first else {
            throw Problem(what: "no address")
        }
        self.candidate = candidate
        port = address.port
        descriptor = socket(candidate.family, Socket.streamType, 0)
        var time = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        Socket(descriptor: descriptor).setOption(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        if isConnected { try connect() }
    }

    /// Only for a client that was made unconnected.
    func connect() throws {
        var storage = candidate.storage(port: port)
        let result = withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connectSocket(descriptor, $0, candidate.length)
            }
        }
        guard result == 0 else { throw Problem(what: "connect: \(errno)") }
    }

    deinit { close() }

    func close() {
        if descriptor >= 0 { _ = closeDescriptor(descriptor) }
        descriptor = -1
    }

    /// Closes so that the server gets a reset.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    func shutdownWrite() {
        Socket(descriptor: descriptor).shutdownWrite()
    }

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { sendBytes(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { throw Problem(what: "send: \(errno)") }
            sent += count
        }
    }

    /// Sends without waiting. Returns how many bytes the system took.
    func sendWithoutWaiting(_ bytes: [UInt8]) -> Int {
        max(0, bytes.withUnsafeBytes { sendBytes(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) })
    }

    /// The next answer. `isHead`: it has no body, whatever its `Content-Length`.
    func receive(isHead: Bool = false) throws -> Response {
        let end = Array("\r\n\r\n".utf8)
        var headEnd = position(of: end)
        while headEnd == nil {
            guard try fill() else { throw Problem(what: "closed after \(buffer.count) bytes") }
            headEnd = position(of: end)
        }
        let lines = String(decoding: buffer[..<(headEnd ?? 0)], as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false)
        buffer.removeFirst((headEnd ?? 0) + 4)
        var response = Response(status: 0, reason: "", headers: [:], headerNames: [], body: "")
        let statusLine = lines[0].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard statusLine.count == 3, statusLine[0] == "HTTP/1.1", let status = Int(statusLine[1]) else {
            throw Problem(what: "status line \(lines[0])")
        }
        response.status = status
        response.reason = String(statusLine[2])
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw Problem(what: "field line \(line)") }
            response.headerNames.append(String(parts[0]))
            response.headers[parts[0].lowercased()] = parts[1].drop { $0 == " " }.description
        }
        if !isHead, status >= 200 {
            let length = response.headers["content-length"].flatMap { Int($0) } ?? 0
            while buffer.count < length {
                guard try fill() else { throw Problem(what: "closed within a body") }
            }
            response.body = String(decoding: buffer[..<length], as: UTF8.self)
            buffer.removeFirst(length)
        }
        return response
    }

    func exchange(_ request: String, isHead: Bool = false) throws -> Response {
        try send(request)
        return try receive(isHead: isHead)
    }

    /// Whether the server closes, without sending anything more.
    func isClosed() throws -> Bool {
        guard buffer.isEmpty else { return false }
        return try !fill()
    }

    /// Reads once. False at the end, also if the server reset the connection.
    private func fill() throws -> Bool {
        var bytes = [UInt8](repeating: 0, count: 256 * 1024)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        if count < 0, errno != ECONNRESET { throw Problem(what: "receive: \(errno)") }
        guard count > 0 else { return false }
        buffer.append(contentsOf: bytes[..<count])
        return true
    }

    private func position(of pattern: [UInt8]) -> Int? {
        guard buffer.count >= pattern.count else { return nil }
        return (0...(buffer.count - pattern.count)).first { buffer[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}

private func sendBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    #if canImport(Darwin)
        send(descriptor, bytes, count, flags)
    #else
        send(descriptor, bytes, count, flags | Int32(MSG_NOSIGNAL))
    #endif
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 {
    close(descriptor)
}

private func connectSocket(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}
