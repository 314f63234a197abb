import Foundation

/// One keep-alive connection over a blocking socket, which sends targets exactly as they are given.
///
/// Waits at most 20 seconds for anything.
final class HTTPConnection {
    struct Problem: Error {
        let what: String
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(port: Int) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var time = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var isOn: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Problem(what: "connect: \(errno)") }
    }

    deinit { close(descriptor) }

    /// Whether the server has closed the connection while nothing was asked of it.
    var isClosedByServer: Bool {
        var byte: UInt8 = 0
        return buffer.isEmpty && recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 0
    }

    func exchange(_ method: String, _ target: String, _ headers: [(String, String)], _ body: [UInt8]?) throws -> Answer
    {
        var request = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n"
        for (name, value) in headers { request += "\(name): \(value)\r\n" }
        if let body { request += "Content-Length: \(body.count)\r\n" }
        try transmit(Array((request + "\r\n").utf8) + (body ?? []))
        return try receive(hasBody: method != "HEAD")
    }

    private func transmit(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, HTTPConnection.flags)
            }
            guard count > 0 else { throw Problem(what: "send: \(errno)") }
            sent += count
        }
    }

    private func receive(hasBody: Bool) throws -> Answer {
        var end = buffer.firstRange(of: HTTPConnection.headEnd)
        while end == nil {
            try fill()
            end = buffer.firstRange(of: HTTPConnection.headEnd)
        }
        guard let end else { throw Problem(what: "no head") }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        buffer.removeFirst(end.upperBound)
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Problem(what: "no status line")
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            headers[parts[0].lowercased()] = parts.last?.drop { $0 == " " }.description
        }
        let isBodiless = !hasBody || status < 200 || status == 204 || status == 304
        let length = isBodiless ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
        while buffer.count < length { try fill() }
        let body = String(decoding: buffer[..<length], as: UTF8.self)
        buffer.removeFirst(length)
        return Answer(status: status, headers: headers, raw: body)
    }

    private func fill() throws {
        var bytes = [UInt8](repeating: 0, count: 256 * 1024)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { throw Problem(what: count == 0 ? "closed" : "receive: \(errno)") }
        buffer.append(contentsOf: bytes[..<count])
    }

    private static let headEnd = Array("\r\n\r\n".utf8)
    #if canImport(Darwin)
        private static let flags: Int32 = 0
    #else
        private static let flags = Int32(MSG_NOSIGNAL)
    #endif
}
