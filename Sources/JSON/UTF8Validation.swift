/// Checking that bytes are well-formed UTF-8: no overlong forms, surrogates or values beyond U+10FFFF.
enum UTF8Validation {
    /// The offset of the first byte that does not begin a well-formed sequence; `nil` when all do.
    static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = bytes.baseAddress else { return nil }
        var offset = 0
        while offset < bytes.count {
            // Within the loop `offset + width <= count`, so the block is readable.
            while offset + ByteBlock.width <= bytes.count, ByteBlock(start + offset).isASCII {
                offset += ByteBlock.width
            }
            while offset < bytes.count, bytes[offset] < 0x80 {
                offset += 1
            }
            while offset < bytes.count, bytes[offset] >= 0x80 {
                let length = sequenceLength(in: bytes, at: offset)
                if length == 0 { return offset }
                offset += length
            }
        }
        return nil
    }

    /// The length of the well-formed sequence of two to four bytes at `offset`, which is in bounds; 0 when there is none.
    static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let lead = bytes[offset]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
        for index in offset + 2..<offset + length where bytes[index] & 0xC0 != 0x80 {
            return 0
        }
        return length
    }
}
