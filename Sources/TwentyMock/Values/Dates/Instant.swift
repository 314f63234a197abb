/// A point in time to the millisecond, UTC: what a DATE_TIME holds (rest-core 9.3).
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads the wire form only, exactly `2026-03-02T09:30:00.000Z`; for every other spelling see `WrittenDate`.
    package init?(iso8601 text: String) {
        let parsed = text.utf8.withContiguousStorageIfAvailable { Self.milliseconds(wireForm: $0) }
        guard let milliseconds = parsed ?? Array(text.utf8).withUnsafeBufferPointer(Self.milliseconds(wireForm:)) else {
            return nil
        }
        self.milliseconds = milliseconds
    }

    /// `2026-03-02T09:30:00.000Z`. Instants outside years 1 to 9999 show the nearest day inside them.
    package var iso8601: String {
        String(unsafeUninitializedCapacity: Self.wireLength) { buffer in
            write(to: buffer)
            return Self.wireLength
        }
    }

    /// Appends the 24 bytes of `iso8601`.
    package func appendISO8601(to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.wireLength) { buffer in
            write(to: buffer)
            bytes.append(contentsOf: UnsafeBufferPointer(buffer))
        }
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    static let millisecondsPerDay: Int64 = 86_400_000
    private static let wireLength = 24

    private func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var day = milliseconds / Self.millisecondsPerDay
        var rest = Int(milliseconds % Self.millisecondsPerDay)
        if rest < 0 {
            day -= 1
            rest += Int(Self.millisecondsPerDay)
        }
        CivilDate(daysSince1970: Int(day)).write(to: buffer)
        buffer[10] = UInt8(ascii: "T")
        buffer.write(rest / 3_600_000, digits: 2, at: 11)
        buffer[13] = UInt8(ascii: ":")
        buffer.write(rest / 60_000 % 60, digits: 2, at: 14)
        buffer[16] = UInt8(ascii: ":")
        buffer.write(rest / 1_000 % 60, digits: 2, at: 17)
        buffer[19] = UInt8(ascii: ".")
        buffer.write(rest % 1_000, digits: 3, at: 20)
        buffer[23] = UInt8(ascii: "Z")
    }

    private static func milliseconds(wireForm text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count == wireLength,
            text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T"),
            text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."),
            text[23] == UInt8(ascii: "Z"),
            let year = number(in: text, at: 0, digits: 4), let month = number(in: text, at: 5, digits: 2),
            let day = number(in: text, at: 8, digits: 2),
            let date = CivilDate(year: year, month: month, day: day),
            let hour = number(in: text, at: 11, digits: 2), hour < 24,
            let minute = number(in: text, at: 14, digits: 2), minute < 60,
            let second = number(in: text, at: 17, digits: 2), second < 60,
            let fraction = number(in: text, at: 20, digits: 3)
        else { return nil }
        let time = ((hour * 60 + minute) * 60 + second) * 1_000 + fraction
        return Int64(date.daysSince1970) * millisecondsPerDay + Int64(time)
    }

    private static func number(in text: UnsafeBufferPointer<UInt8>, at start: Int, digits: Int) -> Int? {
        var value = 0
        for index in start..<start + digits {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
