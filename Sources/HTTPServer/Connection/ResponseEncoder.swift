#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes status line and fields of answers. The fields that are the same for all answers of one second are kept ready.
struct ResponseEncoder {
    private let keepAliveFields: String
    private var second: time_t = -1
    /// From the end of the `Content-Length` value, or of the field before, to the end of the head.
    private var keepAliveTail: [UInt8] = []
    private var closeTail: [UInt8] = []

    init(idleTimeout: Duration) {
        let seconds = max(1, idleTimeout.components.seconds)
        keepAliveFields = "Connection: keep-alive\r\nKeep-Alive: timeout=\(seconds)\r\n\r\n"
        updateDate()
    }

    /// Call this before encoding, at least once per second.
    mutating func updateDate() {
        let now = time(nil)
        guard now != second else { return }
        second = now
        let date = "Date: \(HTTPDate.text(now))\r\n"
        keepAliveTail = Array((date + keepAliveFields).utf8)
        closeTail = Array((date + "Connection: close\r\n\r\n").utf8)
    }

    struct Encoded {
        /// Whether the connection lives on.
        let keepsAlive: Bool
        /// What to send after the head.
        let body: [UInt8]
    }

    /// Appends the head to `output`.
    borrowing func encode(
        _ response: HTTPResponse, isHead: Bool, keepsAlive: Bool, to output: inout ByteQueue
    ) -> Encoded {
        guard (200...999).contains(response.status) else {
            return encode(HTTPResponse(status: 500), isHead: isHead, keepsAlive: keepsAlive, to: &output)
        }
        let status = response.status
        let hasBody = status != 204 && status != 304
        var keepsAlive = keepsAlive
        output.append("HTTP/1.1 ")
        output.append(decimal: status)
        output.append(" ")
        output.append(HTTPReasonPhrase.phrase(for: status))
        output.append("\r\n")
        if response.headers.hasServerFields {
            if appendOwnFields(of: response, to: &output) { keepsAlive = false }
        } else {
            output.append(response.headers.bytes)
        }
        if hasBody {
            output.append("Content-Length: ")
            output.append(decimal: response.body.count)
            output.append("\r\n")
        }
        output.append(keepsAlive ? keepAliveTail : closeTail)
        return Encoded(keepsAlive: keepsAlive, body: hasBody && !isHead ? response.body : [])
    }

    /// The handler's fields without those that are the server's. Returns whether the handler wants to close.
    private func appendOwnFields(of response: HTTPResponse, to output: inout ByteQueue) -> Bool {
        var wantsClose = false
        response.headers.bytes.withUnsafeBytes { bytes in
            var position = response.headers.start
            while let line = FieldLine(in: bytes, at: position) {
                let name = UnsafeRawBufferPointer(rebasing: bytes[line.name])
                let value = UnsafeRawBufferPointer(rebasing: bytes[line.value])
                var isOwn = false
                switch ServerField(name: name) {
                case nil: isOwn = true
                case .connection: wantsClose = wantsClose || value.equalsIgnoringCase("close")
                case .contentLength: isOwn = response.status == 204 && value.equalsIgnoringCase("0")
                case .date, .keepAlive, .transferEncoding: break
                }
                if isOwn { output.append(UnsafeRawBufferPointer(rebasing: bytes[position..<line.end])) }
                position = line.end
            }
        }
        return wantsClose
    }
}
