extension RequestHead {
    /// `method SP target SP HTTP/x.y`, with exactly these two blanks.
    mutating func readRequestLine(
        _ line: Range<Int>, of bytes: UnsafeRawBufferPointer
    ) throws(HTTPProtocolError) {
        var position = line.lowerBound
        while position < line.upperBound, ByteClass.isToken(bytes[position]) { position &+= 1 }
        let methodEnd = position
        guard methodEnd > line.lowerBound, methodEnd < line.upperBound, bytes[methodEnd] == 0x20 else {
            throw .badRequest("The request line is malformed.")
        }
        position &+= 1
        let targetStart = position
        while position < line.upperBound, ByteClass.isTarget(bytes[position]) { position &+= 1 }
        target = targetStart..<position
        guard !target.isEmpty, position < line.upperBound, bytes[position] == 0x20 else {
            throw .badRequest("The request line is malformed.")
        }
        try readVersion(UnsafeRawBufferPointer(rebasing: bytes[(position + 1)..<line.upperBound]))
        method = Self.method(UnsafeRawBufferPointer(rebasing: bytes[line.lowerBound..<methodEnd]))
        guard method.rawValue != "CONNECT" else { throw .connectUnsupported }
        targetForm = try RequestTarget.form(UnsafeRawBufferPointer(rebasing: bytes[target]), method: method)
    }

    private mutating func readVersion(_ version: UnsafeRawBufferPointer) throws(HTTPProtocolError) {
        let prefix: StaticString = "HTTP/"
        guard version.count == 8, version[6] == UInt8(ascii: "."),
            UnsafeRawBufferPointer(rebasing: version[0..<5])
                .elementsEqual(UnsafeRawBufferPointer(start: prefix.utf8Start, count: 5)),
            ByteClass.isDigit(version[5]), ByteClass.isDigit(version[7])
        else { throw .badRequest("The request line is malformed.") }
        switch (version[5], version[7]) {
        case (0x31, 0x31): isHTTP10 = false
        case (0x31, 0x30): isHTTP10 = true
        default: throw .versionNotSupported
        }
    }

    /// Common methods without making a new string.
    private static func method(_ token: UnsafeRawBufferPointer) -> HTTPMethod {
        switch token.count {
        case 3 where token[0] == UInt8(ascii: "G") && token[1] == UInt8(ascii: "E") && token[2] == UInt8(ascii: "T"):
            .get
        default: HTTPMethod(token: token)
        }
    }
}
