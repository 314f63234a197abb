import Foundation

/// UUIDs as the API writes them: 36 characters, lower case.
package enum UUIDText {
    /// Whether `text` has the usual hyphenated form, in any case.
    package static func isValid(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 {
            switch count {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default: guard isHexDigit(byte) else { return false }
            }
            count += 1
            guard count <= 36 else { return false }
        }
        return count == 36
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }

    /// A random UUID (version 4).
    package static func random() -> String { text(RandomWords.shared.two()) }

    /// A random UUID for a new record.
    ///
    /// A few hundred made one after the other begin with the same three digits, so that they lie close together in an
    /// index and adding them changes few of its pages. The order within such a block, and that of blocks, is random.
    package static func randomInBlock() -> String { text(RandomWords.shared.twoInBlock()) }

    private static func text(_ words: (high: UInt64, low: UInt64)) -> String {
        var (high, low) = words
        high = high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        low = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for (word, hyphens) in [(high, [8, 13]), (low, [18, 23])] {
                if position == 18 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                for shift in stride(from: 60, through: 0, by: -4) {
                    if hyphens.contains(position) {
                        text[position] = UInt8(ascii: "-")
                        position += 1
                    }
                    let digit = UInt8(word >> UInt64(shift) & 0xF)
                    text[position] = digit < 10 ? 0x30 + digit : 0x57 + digit
                    position += 1
                }
            }
            return 36
        }
    }
}

/// Random numbers of the system, taken many at a time: each call to the system costs more than the UUID it is for.
///
/// `@unchecked Sendable`: everything is touched with `lock` held only.
private final class RandomWords: @unchecked Sendable {
    static let shared = RandomWords()

    private static let blockSize = 512
    private let lock = NSLock()
    private var words: [UInt64] = []
    /// What the numbers of a block begin with, and how many of them are left.
    private var blockStart: UInt64 = 0
    private var leftInBlock = 0

    func two() -> (UInt64, UInt64) { lock.withLock { (next(), next()) } }

    func twoInBlock() -> (UInt64, UInt64) {
        lock.withLock {
            if leftInBlock == 0 {
                blockStart = next() & 0xFFF0_0000_0000_0000
                leftInBlock = Self.blockSize
            }
            leftInBlock -= 1
            return (blockStart | next() & 0x000F_FFFF_FFFF_FFFF, next())
        }
    }

    private func next() -> UInt64 {
        if words.isEmpty {
            // As many bytes as the system gives at once.
            words = Array(repeating: 0, count: 32)
            if getentropy(&words, 256) != 0 {
                var generator = SystemRandomNumberGenerator()
                words = words.map { _ in generator.next() }
            }
        }
        return words.removeLast()
    }
}
