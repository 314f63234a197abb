/// The chunked transfer coding (RFC 9112 7.1), byte by byte where it matters. Extensions and trailers are checked,
/// bounded and dropped.
struct ChunkedDecoder {
    private enum State {
        case size
        case blankAfterSize
        case chunkExtension
        case sizeLineEnd
        case data
        case dataCarriageReturn
        case dataLineEnd
        case trailerStart
        case trailerName
        case trailerValue
        case trailerLineEnd
        case finalLineEnd
        case complete
    }

    private var state = State.size
    private var size = 0
    private var sizeDigits = 0
    /// Bytes of extensions and trailers so far: neither carries anything that is used.
    private var ignoredBytes = 0
    private var trailerCount = 0

    var isComplete: Bool { state == .complete }

    /// Appends data to `body` and returns how many bytes were used; fewer than given only when complete.
    mutating func decode(
        _ bytes: UnsafeRawBufferPointer, into body: inout [UInt8], limits: HTTPLimits
    ) throws(HTTPProtocolError) -> Int {
        var position = 0
        while position < bytes.count, state != .complete {
            if state == .data {
                let count = min(size, bytes.count - position)
                body.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)]))
                position += count
                size -= count
                if size == 0 { state = .dataCarriageReturn }
            } else {
                try step(bytes[position], bodyCount: body.count, limits: limits)
                position += 1
            }
        }
        return position
    }

    private mutating func step(_ byte: UInt8, bodyCount: Int, limits: HTTPLimits) throws(HTTPProtocolError) {
        switch state {
        case .size: try readSize(byte, bodyCount: bodyCount, limits: limits)
        case .blankAfterSize:
            if byte == UInt8(ascii: ";") {
                state = .chunkExtension
            } else if !ByteClass.isBlank(byte) {
                throw Self.badFraming
            }
            try ignore(byte, limits)
        case .chunkExtension:
            if byte == 0x0d { state = .sizeLineEnd } else { try ignore(byte, limits) }
        case .sizeLineEnd:
            try expect(byte, 0x0a)
            state = size == 0 ? .trailerStart : .data
        case .dataCarriageReturn:
            try expect(byte, 0x0d)
            state = .dataLineEnd
        case .dataLineEnd:
            try expect(byte, 0x0a)
            state = .size
            sizeDigits = 0
        case .trailerStart, .trailerName, .trailerValue, .trailerLineEnd, .finalLineEnd:
            try readTrailer(byte, limits: limits)
        case .data, .complete: break
        }
    }

    private mutating func readSize(_ byte: UInt8, bodyCount: Int, limits: HTTPLimits) throws(HTTPProtocolError) {
        if let digit = ByteClass.hexValue(byte) {
            // Sixteen digits would overflow; a limit on digits also bounds leading zeros.
            guard sizeDigits < 15 else { throw Self.badFraming }
            sizeDigits += 1
            size = size &* 16 &+ digit
            return
        }
        guard sizeDigits > 0 else { throw Self.badFraming }
        guard size <= limits.bodyBytes - bodyCount else { throw .bodyTooLarge }
        switch byte {
        case 0x0d: state = .sizeLineEnd
        case UInt8(ascii: ";"): state = .chunkExtension
        case 0x20, 0x09: state = .blankAfterSize
        default: throw Self.badFraming
        }
    }

    private mutating func readTrailer(_ byte: UInt8, limits: HTTPLimits) throws(HTTPProtocolError) {
        switch state {
        case .trailerStart where byte == 0x0d:
            state = .finalLineEnd
        case .trailerStart:
            guard ByteClass.isToken(byte) else { throw Self.badTrailer }
            trailerCount += 1
            guard trailerCount <= limits.headerFields else { throw .headersTooLarge }
            state = .trailerName
            try ignore(byte, limits)
        case .trailerName:
            if byte == UInt8(ascii: ":") {
                state = .trailerValue
            } else if !ByteClass.isToken(byte) {
                throw Self.badTrailer
            }
            try ignore(byte, limits)
        case .trailerValue:
            if byte == 0x0d { state = .trailerLineEnd } else { try ignore(byte, limits) }
        case .trailerLineEnd:
            try expect(byte, 0x0a)
            state = .trailerStart
        default:
            try expect(byte, 0x0a)
            state = .complete
        }
    }

    private mutating func ignore(_ byte: UInt8, _ limits: HTTPLimits) throws(HTTPProtocolError) {
        guard ByteClass.isFieldValue(byte) else { throw Self.badFraming }
        ignoredBytes += 1
        guard ignoredBytes <= limits.headerBytes else { throw .headersTooLarge }
    }

    private func expect(_ byte: UInt8, _ expected: UInt8) throws(HTTPProtocolError) {
        guard byte == expected else { throw Self.badFraming }
    }

    private static let badFraming = HTTPProtocolError.badRequest("The chunked body is malformed.")
    private static let badTrailer = HTTPProtocolError.badRequest("A trailer field is malformed.")
}
