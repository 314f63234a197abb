/// The spellings of a date that a write accepts for DATE and DATE_TIME fields (rest-core 9.1 "Dates accepted",
/// graphql-core 8 "Written dates").
///
/// - ISO: `2025-01-13` or `20250113`, alone or followed by `T` or a blank, a time `10:30`, `10:30:00`, `10:30:00.123`
///   (also without colons) and a zone `Z`, `+02`, `+0200`, `+02:00`. `24:00` is the end of the day.
/// - With separators: `2025.01.13`, `2025/01/13`, `01-13-2025`, `01/13/2025`, `01.13.2025` (month first).
/// - With month names, English, long or three letters, in any case: `January 13, 2025`, `13 January 2025`,
///   `13-Jan-2025`, `2025-Jan-13`.
///
/// Month and day may have one digit. Anything else is refused, as is a day or time of day that does not exist.
package enum WrittenDate {
    /// The instant of a DATE_TIME. Without a zone the text is read as UTC; digits below the millisecond are dropped.
    package static func dateTime(_ text: String) -> Instant? {
        if let instant = Instant(iso8601: text) { return instant }
        guard let moment = WrittenMoment(text) else { return nil }
        let day = Int64(moment.date.daysSince1970) * Instant.millisecondsPerDay
        let time = moment.time.map { Int64($0.milliseconds) - Int64($0.offsetMinutes) * 60_000 } ?? 0
        let instant = Instant(milliseconds: day + time)
        return (earliest...latest).contains(instant) ? instant : nil
    }

    /// The `YYYY-MM-DD` of a DATE.
    ///
    /// A time of day must be complete to the second; it and its zone are then ignored: the stored day is the one that
    /// is written, as PostgreSQL reads such a text into a `date` column (`2025-01-13T23:30:00-05:00` is 2025-01-13).
    package static func date(_ text: String) -> String? {
        guard let moment = WrittenMoment(text), moment.time?.hasSeconds ?? true else { return nil }
        return moment.date.iso8601
    }

    private static let earliest = Instant(milliseconds: -62_135_596_800_000)
    private static let latest = Instant(milliseconds: 253_402_300_799_999)
}
