import Foundation
import Synchronization

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
    package static func random() -> String {
        var (high, low) = RandomWords.nextTwo()
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
private enum RandomWords {
    private static let reserve = Mutex<[UInt64]>([])

    static func nextTwo() -> (UInt64, UInt64) {
        reserve.withLock { words in
            if words.count < 2 {
                // As many bytes as the system gives at once.
                words = Array(repeating: 0, count: 32)
                if getentropy(&words, 256) != 0 {
                    var generator = SystemRandomNumberGenerator()
                    words = words.map { _ in generator.next() }
                }
            }
            return (words.removeLast(), words.removeLast())
        }
    }
}
