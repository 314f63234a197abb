/// What a written date says, before a field type gives it a meaning.
struct WrittenMoment {
    struct Time {
        /// Milliseconds since midnight, 0 to 86 400 000 inclusive.
        let milliseconds: Int
        let hasSeconds: Bool
        /// East of Greenwich; 0 when no zone is written.
        let offsetMinutes: Int
    }

    let date: CivilDate
    let time: Time?

    /// No accepted spelling is longer; a fraction of a second may be, within reason.
    private static let longestText = 64

    init?(_ text: String) {
        guard text.utf8.count <= Self.longestText else { return nil }
        var scanner = DateScanner(text)
        guard let (date, mayHaveTime) = Self.date(&scanner) else { return nil }
        self.date = date
        if scanner.isAtEnd {
            time = nil
        } else {
            guard mayHaveTime, let time = Self.time(&scanner), scanner.isAtEnd else { return nil }
            self.time = time
        }
    }

    private static func date(_ scanner: inout DateScanner) -> (CivilDate, mayHaveTime: Bool)? {
        if let month = scanner.monthName() {
            guard scanner.skip(" "), let day = scanner.number(1...2), scanner.skip(","), scanner.skip(" ") else {
                return nil
            }
            return only(year: scanner.number(4...4), month: month, day: day)
        }
        guard let (first, digits) = scanner.numberAndLength(1...8) else { return nil }
        switch digits {
        case 8:
            return CivilDate(year: first / 10_000, month: first / 100 % 100, day: first % 100).map { ($0, true) }
        case 4:
            guard let separator = scanner.skipAny("-./") else { return nil }
            if separator == UInt8(ascii: "-"), let month = scanner.monthName() {
                guard scanner.skip("-") else { return nil }
                return only(year: first, month: month, day: scanner.number(1...2))
            }
            guard let month = scanner.number(1...2), scanner.skip(separator), let day = scanner.number(1...2) else {
                return nil
            }
            return CivilDate(year: first, month: month, day: day).map { ($0, separator == UInt8(ascii: "-")) }
        case 1, 2:
            guard let separator = scanner.skipAny("-./ ") else { return nil }
            if let month = scanner.monthName() {
                guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: " "), scanner.skip(separator) else {
                    return nil
                }
                return only(year: scanner.number(4...4), month: month, day: first)
            }
            guard separator != UInt8(ascii: " "), let day = scanner.number(1...2), scanner.skip(separator) else {
                return nil
            }
            return only(year: scanner.number(4...4), month: first, day: day)
        default:
            return nil
        }
    }

    private static func only(year: Int?, month: Int, day: Int?) -> (CivilDate, mayHaveTime: Bool)? {
        guard let year, let day else { return nil }
        return CivilDate(year: year, month: month, day: day).map { ($0, false) }
    }

    private static func time(_ scanner: inout DateScanner) -> Time? {
        guard scanner.skipAny("Tt ") != nil, let hour = scanner.number(2...2) else { return nil }
        let hasColons = scanner.skip(":")
        guard let minute = scanner.number(2...2) else { return nil }
        var second: Int?
        if hasColons ? scanner.skip(":") : scanner.isAtDigit {
            second = scanner.number(2...2)
            if second == nil { return nil }
        }
        var fraction = 0
        if second != nil, scanner.skipAny(".,") != nil {
            guard let digits = scanner.fraction() else { return nil }
            fraction = digits
        }
        let milliseconds = ((hour * 60 + minute) * 60 + (second ?? 0)) * 1_000 + fraction
        guard minute < 60, (second ?? 0) < 60, milliseconds <= Instant.millisecondsPerDay,
            let offset = offsetMinutes(&scanner)
        else { return nil }
        return Time(milliseconds: milliseconds, hasSeconds: second != nil, offsetMinutes: offset)
    }

    private static func offsetMinutes(_ scanner: inout DateScanner) -> Int? {
        if scanner.skipAny("Zz") != nil || scanner.isAtEnd { return 0 }
        guard let sign = scanner.skipAny("+-"), let hours = scanner.number(2...2), hours < 24 else { return nil }
        var minutes = 0
        if scanner.skip(":") || scanner.isAtDigit {
            guard let number = scanner.number(2...2), number < 60 else { return nil }
            minutes = number
        }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}
