/// The forms of a request target (RFC 9112 3.2).
enum RequestTarget {
    enum Form: Equatable {
        /// `/path?query`
        case origin
        /// `http://authority/path?query`, with offsets from the start of the target.
        case absolute(authority: Range<Int>)
        /// `*`
        case asterisk
    }

    static func form(_ target: UnsafeRawBufferPointer, method: HTTPMethod) throws(HTTPProtocolError) -> Form {
        if target[0] == UInt8(ascii: "/") { return .origin }
        if target.count == 1, target[0] == UInt8(ascii: "*"), method == .options { return .asterisk }
        for scheme in ["http://", "https://"] as [StaticString] {
            let length = scheme.utf8CodeUnitCount
            guard target.count > length,
                UnsafeRawBufferPointer(rebasing: target[..<length]).equalsIgnoringCase(scheme)
            else { continue }
            let rest = target[length...]
            let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? target.count
            let authority = UnsafeRawBufferPointer(rebasing: target[length..<end])
            guard !authority.isEmpty, isAuthority(authority) else { break }
            return .absolute(authority: length..<end)
        }
        throw .badRequest("The request target is malformed.")
    }

    /// `host [":" port]`, without user information. May be empty, as `Host` may be.
    static func isAuthority(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        if bytes.first == UInt8(ascii: "[") {
            position = 1
            while position < bytes.count, isAddressLiteral(bytes[position]) { position &+= 1 }
            guard position > 1, position < bytes.count, bytes[position] == UInt8(ascii: "]") else { return false }
            position &+= 1
        } else {
            while position < bytes.count, ByteClass.isHostName(bytes[position]) { position &+= 1 }
        }
        guard position < bytes.count else { return true }
        guard bytes[position] == UInt8(ascii: ":") else { return false }
        return bytes[(position + 1)...].allSatisfy(ByteClass.isDigit)
    }

    private static func isAddressLiteral(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") || ByteClass.isHostName(byte)
    }
}
