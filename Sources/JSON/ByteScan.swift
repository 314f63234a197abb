/// Eight bytes of text looked at together.
struct ByteBlock {
    static let width = 8
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    private let bits: UInt64

    /// - Parameter pointer: eight bytes must be readable from here; they need not be aligned.
    @inline(__always)
    init(_ pointer: UnsafePointer<UInt8>) {
        bits = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    var isASCII: Bool { bits & Self.highBits == 0 }

    /// Marks the high bit of the bytes that cannot stand for themselves in a JSON string: the quotation mark, the
    /// backslash and the control characters.
    ///
    /// The lowest mark is always true. Those above it may be false, as the subtractions borrow.
    @inline(__always)
    var special: UInt64 {
        let quotes = bits ^ (Self.ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = bits ^ (Self.ones &* UInt64(UInt8(ascii: "\\")))
        let found =
            ((bits &- Self.ones &* 0x20) & ~bits)
            | ((quotes &- Self.ones) & ~quotes)
            | ((backslashes &- Self.ones) & ~backslashes)
        return found & Self.highBits
    }

    @inline(__always)
    var nonASCII: UInt64 { bits & Self.highBits }

    /// All bits of the bytes before the one that the lowest mark stands for.
    @inline(__always)
    static func below(_ marks: UInt64) -> UInt64 {
        (marks & (0 &- marks)) &- 1
    }

    /// The index of the byte that the lowest mark stands for.
    @inline(__always)
    static func firstIndex(in marks: UInt64) -> Int {
        marks.trailingZeroBitCount / 8
    }
}

extension UInt8 {
    /// Whether the byte cannot stand for itself in a JSON string.
    @inline(__always)
    var isSpecialInString: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }

    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
