extension RequestHead {
    /// One field line without its CRLF. Takes note of what says how to read the message.
    mutating func readField(_ line: UnsafeRawBufferPointer) throws(HTTPProtocolError) {
        var colon = 0
        while colon < line.count, ByteClass.isToken(line[colon]) { colon &+= 1 }
        guard colon > 0, colon < line.count, line[colon] == UInt8(ascii: ":") else {
            throw .badRequest("A header field is malformed.")
        }
        let value = UnsafeRawBufferPointer(rebasing: line[(colon + 1)...])
        guard value.isFieldValue else { throw .badRequest("A header field has a control character.") }
        let name = UnsafeRawBufferPointer(rebasing: line[..<colon])
        switch colon {
        case 4 where name.equalsIgnoringCase("host"):
            try readHost(value.trimmingBlanks())
        case 6 where name.equalsIgnoringCase("expect"):
            try readExpectation(value.trimmingBlanks())
        case 10 where name.equalsIgnoringCase("connection"):
            readConnection(value)
        case 14 where name.equalsIgnoringCase("content-length"):
            try readContentLength(value.trimmingBlanks())
        case 17 where name.equalsIgnoringCase("transfer-encoding"):
            try readTransferEncoding(value.trimmingBlanks())
        default: break
        }
    }

    /// What can only be said when all fields are known.
    func checkFields() throws(HTTPProtocolError) {
        guard hasHost || isHTTP10 else { throw .badRequest("The Host header field is missing.") }
    }

    private mutating func readHost(_ value: UnsafeRawBufferPointer) throws(HTTPProtocolError) {
        guard !hasHost else { throw .badRequest("There is more than one Host header field.") }
        guard RequestTarget.isAuthority(value) else { throw .badRequest("The Host header field is malformed.") }
        hasHost = true
    }

    private mutating func readExpectation(_ value: UnsafeRawBufferPointer) throws(HTTPProtocolError) {
        // A client of HTTP/1.0 does not know of expectations (RFC 9110 10.1.1).
        guard !isHTTP10 else { return }
        guard value.equalsIgnoringCase("100-continue") else { throw .expectationFailed }
        expectsContinue = true
    }

    private mutating func readConnection(_ value: UnsafeRawBufferPointer) {
        for option in value.split(separator: UInt8(ascii: ",")) {
            let option = UnsafeRawBufferPointer(rebasing: option).trimmingBlanks()
            if option.equalsIgnoringCase("close") { asksToClose = true }
            if option.equalsIgnoringCase("keep-alive") { asksToKeepAlive = true }
        }
    }

    private mutating func readContentLength(_ value: UnsafeRawBufferPointer) throws(HTTPProtocolError) {
        guard framing == .none else {
            throw .badRequest("Content-Length is repeated, or stands beside Transfer-Encoding.")
        }
        guard !value.isEmpty, value.allSatisfy(ByteClass.isDigit) else {
            throw .badRequest("Content-Length is not a number.")
        }
        var length = 0
        for digit in value {
            let (product, overflow) = length.multipliedReportingOverflow(by: 10)
            let (sum, overflowsAgain) = product.addingReportingOverflow(Int(digit &- 0x30))
            // No body is that long, and every limit is below.
            guard !overflow, !overflowsAgain else { throw .bodyTooLarge }
            length = sum
        }
        framing = .length(length)
    }

    private mutating func readTransferEncoding(_ value: UnsafeRawBufferPointer) throws(HTTPProtocolError) {
        guard !isHTTP10 else { throw .badRequest("HTTP/1.0 has no Transfer-Encoding.") }
        guard framing == .none else {
            throw .badRequest("Transfer-Encoding is repeated, or stands beside Content-Length.")
        }
        guard value.equalsIgnoringCase("chunked") else {
            throw .badRequest("The only transfer coding that is supported is chunked.")
        }
        framing = .chunked
    }
}

extension UnsafeRawBufferPointer {
    /// No control characters except the tab. Looks at eight bytes at a time.
    fileprivate var isFieldValue: Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones &* 0x80
        var index = 0
        while index &+ 8 <= count {
            let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let isDelete = word ^ (ones &* 0x7f)
            let below = (word &- ones &* 0x20) & ~word
            let deleted = (isDelete &- ones) & ~isDelete
            if (below | deleted) & highBits != 0 {
                for offset in 0..<8 where !ByteClass.isFieldValue(self[index &+ offset]) { return false }
            }
            index &+= 8
        }
        while index < count {
            guard ByteClass.isFieldValue(self[index]) else { return false }
            index &+= 1
        }
        return true
    }
}
