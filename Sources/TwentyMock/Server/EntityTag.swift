/// Weak entity tags: `W/"<length>-<digest>"`, as Express writes them. The digest is our own; clients only compare.
enum EntityTag {
    static func weak(_ body: [UInt8]) -> String {
        "W/\"\(String(body.count, radix: 16))-\(String(digest(body), radix: 36))\""
    }

    /// Whether one of the tags in `header` is `tag`, weak or not.
    static func matches(_ header: String, _ tag: String) -> Bool {
        if header == "*" { return true }
        let opaque = tag.dropFirst(2)
        return header.split(separator: ",").contains { candidate in
            let candidate = candidate.drop { $0 == " " }
            return (candidate.hasPrefix("W/") ? candidate.dropFirst(2) : candidate) == opaque
        }
    }

    /// A fast 64-bit digest: eight bytes at a time, folded by wide multiplication.
    private static func digest(_ body: [UInt8]) -> UInt64 {
        body.withUnsafeBytes { bytes in
            var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
            var offset = 0
            while offset + 8 <= bytes.count {
                state = fold(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            var rest: UInt64 = 0
            while offset < bytes.count {
                rest = rest << 8 | UInt64(bytes[offset])
                offset += 1
            }
            return fold(state ^ rest)
        }
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
    }
}
