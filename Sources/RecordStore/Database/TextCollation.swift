import CSQLite

/// The order of texts in lists and comparisons (rest-core 7.1).
///
/// PostgreSQL sorts linguistically. This collation compares without case and accents first, so that `acme` and
/// `ACME` stand together before `Zebra` and `Éclair` beside `eclair`; equal texts are then told apart by their
/// bytes, lower case first. It is used in queries only, never in an index, so that any SQLite tool can check a file.
enum TextCollation {
    static let name = "twenty"

    static func register(on connection: OpaquePointer) {
        sqlite3_create_collation_v2(
            connection, name, SQLITE_UTF8, nil,
            { _, leftCount, left, rightCount, right in
                TextCollation.compare(
                    UnsafeRawBufferPointer(start: left, count: Int(leftCount)),
                    UnsafeRawBufferPointer(start: right, count: Int(rightCount)))
            }, nil)
    }

    /// Less than, equal to or greater than zero, as `memcmp` answers.
    static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int32 {
        var leftLetters = FoldedLetters(left)
        var rightLetters = FoldedLetters(right)
        while true {
            switch (leftLetters.next(), rightLetters.next()) {
            case (nil, nil): return compareBytes(left, right)
            case (nil, _): return -1
            case (_, nil): return 1
            case (let leftLetter?, let rightLetter?):
                if leftLetter != rightLetter { return leftLetter < rightLetter ? -1 : 1 }
            }
        }
    }

    private static func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int32 {
        for (leftByte, rightByte) in zip(left, right) where leftByte != rightByte {
            // ASCII lower case has the larger bytes but comes first.
            let areLetters = leftByte ^ rightByte == 0x20
            return (leftByte < rightByte) != areLetters ? -1 : 1
        }
        return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
    }
}

/// The letters of a UTF-8 text without case and accents.
struct FoldedLetters {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> UInt32? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                position += 1
                return byte &- 0x41 < 26 ? UInt32(byte | 0x20) : UInt32(byte)
            }
            let scalar = UTF8Scalar.decode(bytes, at: &position)
            if (0x300...0x36F).contains(scalar) { continue }
            return LetterFolding.withoutAccent(scalar)
        }
        return nil
    }
}

/// Reads one scalar of UTF-8; what is not UTF-8 reads as single bytes, so that every text has an order.
enum UTF8Scalar {
    static func decode(_ bytes: UnsafeRawBufferPointer, at position: inout Int) -> UInt32 {
        let first = bytes[position]
        let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, position + length <= bytes.count else {
            position += 1
            return UInt32(first)
        }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
        position += length
        return value
    }
}

/// Case and accent folding of single letters.
enum LetterFolding {
    /// The base letters of U+00C0...U+017F, in order.
    private static let latinBase: [UInt32] = [
        "aaaaaaaceeeeiiiidnooooo×ouuuuyþs", "aaaaaaaceeeeiiiidnooooo÷ouuuuyþy",
        "aaaaaaccccccccddddeeeeeeeeeegggg", "gggghhhhiiiiiiiiiiiijjkkklllllll",
        "lllnnnnnnnnnoooooooorrrrrrssssss", "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    ].flatMap { (row: String) in row.unicodeScalars.map(\.value) }

    static func withoutAccent(_ scalar: UInt32) -> UInt32 {
        if scalar >= 0xC0, scalar < 0xC0 + UInt32(latinBase.count) { return latinBase[Int(scalar - 0xC0)] }
        return lowercased(scalar)
    }

    /// The lower-case form where it is a single scalar, else the scalar itself.
    static func lowercased(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        guard let letter = Unicode.Scalar(scalar) else { return scalar }
        let mapped = letter.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value ?? scalar : scalar
    }
}
