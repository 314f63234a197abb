/// Collects a request body by its framing.
struct BodyReader {
    private(set) var body: [UInt8] = []
    private var framing: Framing

    private enum Framing {
        case length(remaining: Int)
        case chunked(ChunkedDecoder)
    }

    init(_ framing: BodyFraming, limits: HTTPLimits) throws(HTTPProtocolError) {
        switch framing {
        case .none:
            self.framing = .length(remaining: 0)
        case .length(let length):
            guard length <= limits.bodyBytes else { throw .bodyTooLarge }
            self.framing = .length(remaining: length)
            // No more than a bit in advance: a length is easily claimed.
            body.reserveCapacity(min(length, 256 * 1024))
        case .chunked:
            self.framing = .chunked(ChunkedDecoder())
        }
    }

    var isComplete: Bool {
        switch framing {
        case .length(let remaining): remaining == 0
        case .chunked(let decoder): decoder.isComplete
        }
    }

    /// Returns how many of the bytes belong to the body.
    mutating func read(_ bytes: UnsafeRawBufferPointer, limits: HTTPLimits) throws(HTTPProtocolError) -> Int {
        switch framing {
        case .length(let remaining):
            let count = min(remaining, bytes.count)
            body.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            framing = .length(remaining: remaining - count)
            return count
        case .chunked(var decoder):
            let count = try decoder.decode(bytes, into: &body, limits: limits)
            framing = .chunked(decoder)
            return count
        }
    }
}
