#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the parts of one field line lie in a block of valid lines.
struct FieldLine {
    let name: Range<Int>
    /// Without surrounding blanks.
    let value: Range<Int>
    /// Where the next line starts.
    let end: Int

    /// The line that starts at `start`, or `nil` at the end of the block.
    init?(in block: UnsafeRawBufferPointer, at start: Int) {
        guard let end = Self.end(in: block, of: start) else { return nil }
        var colon = start
        while colon < end - 2, block[colon] != UInt8(ascii: ":") { colon += 1 }
        self.init(in: block, start: start, colon: colon, end: end)
    }

    static func first(named name: UnsafeRawBufferPointer, in block: UnsafeRawBufferPointer, from start: Int) -> Self? {
        var start = start
        while let end = end(in: block, of: start) {
            let colon = start + name.count
            if colon < end, block[colon] == UInt8(ascii: ":"), matches(name, block, at: start) {
                return Self(in: block, start: start, colon: colon, end: end)
            }
            start = end
        }
        return nil
    }

    private init(in block: UnsafeRawBufferPointer, start: Int, colon: Int, end: Int) {
        var first = min(colon + 1, end - 2)
        var last = end - 2
        while first < last, ByteClass.isBlank(block[first]) { first += 1 }
        while last > first, ByteClass.isBlank(block[last - 1]) { last -= 1 }
        name = start..<colon
        value = first..<last
        self.end = end
    }

    /// Where the line after the one at `start` starts.
    private static func end(in block: UnsafeRawBufferPointer, of start: Int) -> Int? {
        guard start < block.count, let base = block.baseAddress,
            let newline = memchr(base + start, 0x0a, block.count - start)
        else { return nil }
        return UnsafeRawPointer(newline) - base + 1
    }

    private static func matches(_ name: UnsafeRawBufferPointer, _ block: UnsafeRawBufferPointer, at start: Int) -> Bool
    {
        for index in 0..<name.count
        where ByteClass.lowercased(name[index]) != ByteClass.lowercased(block[start + index]) {
            return false
        }
        return true
    }
}

/// The fields of an answer that the server writes itself, so that it alone decides where a message ends.
enum ServerField {
    case connection
    case contentLength
    case date
    case keepAlive
    case transferEncoding

    init?(name: UnsafeRawBufferPointer) {
        switch name.count {
        case 4 where name.equalsIgnoringCase("date"): self = .date
        case 10 where name.equalsIgnoringCase("connection"): self = .connection
        case 10 where name.equalsIgnoringCase("keep-alive"): self = .keepAlive
        case 14 where name.equalsIgnoringCase("content-length"): self = .contentLength
        case 17 where name.equalsIgnoringCase("transfer-encoding"): self = .transferEncoding
        default: return nil
        }
    }
}
