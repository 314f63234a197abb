/// Reads a written date from left to right; a failed read leaves the position where it was.
struct DateScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    var isAtDigit: Bool { digit(at: position) != nil }

    /// A run of decimal digits whose length lies within `length`; a longer run is no match.
    mutating func numberAndLength(_ length: ClosedRange<Int>) -> (value: Int, length: Int)? {
        var value = 0
        var end = position
        while let digit = digit(at: end), end - position <= length.upperBound {
            value = value * 10 + digit
            end += 1
        }
        guard length.contains(end - position) else { return nil }
        defer { position = end }
        return (value, end - position)
    }

    /// Digits at the position: as many as there are up to the upper bound, so that `103000` reads as 10, 30, 00.
    mutating func number(_ length: ClosedRange<Int>) -> Int? {
        var value = 0
        var end = position
        while end - position < length.upperBound, let digit = digit(at: end) {
            value = value * 10 + digit
            end += 1
        }
        guard length.contains(end - position) else { return nil }
        position = end
        return value
    }

    /// Any number of digits after a decimal point, as whole milliseconds; further digits are dropped.
    mutating func fraction() -> Int? {
        var value = 0
        var weight = 100
        let start = position
        while let digit = digit(at: position) {
            value += digit * weight
            weight /= 10
            position += 1
        }
        return position > start ? value : nil
    }

    /// An English month, whole or its first three letters, in any case: 1 to 12.
    mutating func monthName() -> Int? {
        var end = position
        while end < bytes.count, (bytes[end] | 0x20) >= UInt8(ascii: "a"), (bytes[end] | 0x20) <= UInt8(ascii: "z") {
            end += 1
        }
        let word = bytes[position..<end].map { $0 | 0x20 }
        guard let index = Self.months.firstIndex(where: { $0.elementsEqual(word) || $0.prefix(3).elementsEqual(word) })
        else { return nil }
        position = end
        return index + 1
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skip(UInt8(ascii: character))
    }

    /// Skips one byte if it is one of the ASCII `characters`, and tells which.
    mutating func skipAny(_ characters: StaticString) -> UInt8? {
        guard position < bytes.count, characters.contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private func digit(at index: Int) -> Int? {
        guard index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 else { return nil }
        return Int(digit)
    }

    private static let months: [[UInt8]] = [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ].map { Array($0.utf8) }
}

extension StaticString {
    fileprivate func contains(_ byte: UInt8) -> Bool {
        withUTF8Buffer { $0.contains(byte) }
    }
}
