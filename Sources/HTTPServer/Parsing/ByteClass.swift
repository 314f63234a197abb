/// Character classes of RFC 9110 and RFC 3986.
enum ByteClass {
    /// `tchar`: what method and field names consist of.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        isMember(byte, low: 0x03ff_6cfa_0000_0000, high: 0x57ff_ffff_c7ff_fffe)
    }

    /// What a registered host name may hold: unreserved, sub-delims and `%`.
    @inline(__always)
    static func isHostName(_ byte: UInt8) -> Bool {
        isMember(byte, low: 0x2bff_7ff2_0000_0000, high: 0x47ff_fffe_87ff_fffe)
    }

    /// Anything but control characters; the horizontal tab is allowed.
    @inline(__always)
    static func isFieldValue(_ byte: UInt8) -> Bool {
        (byte >= 0x20 && byte != 0x7f) || byte == 0x09
    }

    /// Anything but blanks and control characters; also `[ ] " < > \ ^ { | }` and bytes above ASCII, which a URI
    /// would have encoded but common clients send as they are.
    @inline(__always)
    static func isTarget(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7f
    }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }

    @inline(__always)
    static func hexValue(_ byte: UInt8) -> Int? {
        if isDigit(byte) { return Int(byte &- 0x30) }
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? Int(letter) + 10 : nil
    }

    /// ASCII letters in lower case, everything else as it is.
    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    /// One bit per ASCII character: `low` for 0-63, `high` for 64-127.
    @inline(__always)
    private static func isMember(_ byte: UInt8, low: UInt64, high: UInt64) -> Bool {
        let bit: UInt64 = 1 &<< UInt64(byte & 63)
        return byte < 64 ? low & bit != 0 : byte < 128 && high & bit != 0
    }
}

extension UnsafeRawBufferPointer {
    /// Equality with a lower-case ASCII text, without regard to case.
    @inline(__always)
    func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
        guard count == lowercase.utf8CodeUnitCount else { return false }
        for index in 0..<count where ByteClass.lowercased(self[index]) != lowercase.utf8Start[index] {
            return false
        }
        return true
    }

    /// Without blanks on either side.
    func trimmingBlanks() -> UnsafeRawBufferPointer {
        var first = 0
        var last = count
        while first < last, ByteClass.isBlank(self[first]) { first += 1 }
        while last > first, ByteClass.isBlank(self[last - 1]) { last -= 1 }
        return UnsafeRawBufferPointer(rebasing: self[first..<last])
    }
}
