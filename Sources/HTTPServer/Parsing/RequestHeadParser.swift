#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a request line and the field lines after it (RFC 9112 2-6), strictly: only CRLF ends a line, and what two
/// parsers might understand differently is refused.
///
/// Works line by line and remembers where it stopped, so that a head that trickles in is read once.
struct RequestHeadParser {
    private(set) var head = RequestHead()
    private var lineStart = 0
    private var searched = 0
    private var fieldCount = 0
    private var emptyLines = 0
    private var isInFields = false

    /// `bytes` start with the request and hold all that came so far. Returns how many bytes the head took, or `nil` if
    /// more are needed.
    mutating func parse(
        _ bytes: UnsafeRawBufferPointer, limits: HTTPLimits
    ) throws(HTTPProtocolError) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        while searched < bytes.count, let found = memchr(base + searched, 0x0a, bytes.count - searched) {
            let newline = UnsafeRawPointer(found) - base
            guard newline > lineStart, bytes[newline - 1] == 0x0d else {
                throw .badRequest("Lines of a request must end with CRLF.")
            }
            let line = lineStart..<(newline - 1)
            searched = newline + 1
            if try read(line, of: bytes, limits: limits) { return newline + 1 }
            lineStart = newline + 1
        }
        searched = bytes.count
        try checkUnfinishedLine(bytes, limits: limits)
        return nil
    }

    /// Returns whether this was the empty line that ends the head.
    private mutating func read(
        _ line: Range<Int>, of bytes: UnsafeRawBufferPointer, limits: HTTPLimits
    ) throws(HTTPProtocolError) -> Bool {
        guard isInFields else {
            if line.isEmpty {
                try skipEmptyLine()
            } else {
                guard line.count <= limits.requestLineBytes else { throw .requestLineTooLong }
                try head.readRequestLine(line, of: bytes)
                isInFields = true
                head.fields = (line.upperBound + 2)..<(line.upperBound + 2)
            }
            return false
        }
        if line.isEmpty {
            try head.checkFields()
            return true
        }
        fieldCount += 1
        head.fields = head.fields.lowerBound..<(line.upperBound + 2)
        guard head.fields.count <= limits.headerBytes, fieldCount <= limits.headerFields else {
            throw .headersTooLarge
        }
        try head.readField(UnsafeRawBufferPointer(rebasing: bytes[line]))
        return false
    }

    /// Some clients send an extra line break after a body; a few before a request do no harm (RFC 9112 2.2).
    private mutating func skipEmptyLine() throws(HTTPProtocolError) {
        emptyLines += 1
        guard emptyLines <= 4 else { throw .badRequest("There are too many empty lines before the request line.") }
    }

    private func checkUnfinishedLine(
        _ bytes: UnsafeRawBufferPointer, limits: HTTPLimits
    ) throws(HTTPProtocolError) {
        if isInFields {
            guard bytes.count - head.fields.lowerBound <= limits.headerBytes else { throw .headersTooLarge }
        } else if bytes.count > lineStart {
            // One more for the CR that may be the last byte so far.
            guard bytes.count - lineStart <= limits.requestLineBytes + 1 else { throw .requestLineTooLong }
            let first = bytes[lineStart]
            guard first == 0x0d || ByteClass.isToken(first) else {
                throw .badRequest("The request line is malformed.")
            }
        }
    }
}
