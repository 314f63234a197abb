import Testing

@testable import TwentyMock

/// rest-core 9.1 "Dates accepted", graphql-core 8 "Written dates".
@Suite struct WrittenDateTests {
    @Test(arguments: [
        ("2026-05-07", "2026-05-07T00:00:00.000Z"),
        ("20260507", "2026-05-07T00:00:00.000Z"),
        ("2026-03-02T09:30:00.000Z", "2026-03-02T09:30:00.000Z"),
        ("2026-03-02T09:30:00Z", "2026-03-02T09:30:00.000Z"),
        ("2026-03-02T09:30Z", "2026-03-02T09:30:00.000Z"),
        ("2026-03-02T09:30:00", "2026-03-02T09:30:00.000Z"),
        ("2026-03-02T09:30:00.5", "2026-03-02T09:30:00.500Z"),
        ("2026-03-02T09:30:00.123999Z", "2026-03-02T09:30:00.123Z"),
        ("2026-03-02T09:30:00.123456789012345678901234567890Z", "2026-03-02T09:30:00.123Z"),
        ("2026-03-02T09:30:00+02:00", "2026-03-02T07:30:00.000Z"),
        ("2026-03-02T09:30:00.250-0530", "2026-03-02T15:00:00.250Z"),
        ("2026-03-01T00:30:00+01", "2026-02-28T23:30:00.000Z"),
        ("20260302T093000Z", "2026-03-02T09:30:00.000Z"),
        ("2025-01-13 10:30", "2025-01-13T10:30:00.000Z"),
        ("2025-01-13 10:30:05", "2025-01-13T10:30:05.000Z"),
        ("2025-01-13 10:30:05.678", "2025-01-13T10:30:05.678Z"),
        ("2024-12-31T24:00:00Z", "2025-01-01T00:00:00.000Z"),
        ("0001-01-01", "0001-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ("Jan 5, 2026", "2026-01-05T00:00:00.000Z"),
    ])
    func readsDateTimes(text: String, expected: String) {
        #expect(WrittenDate.dateTime(text)?.iso8601 == expected)
    }

    @Test(arguments: [
        "2025-01-13", "20250113", "2025.01.13", "2025/01/13", "01-13-2025", "01/13/2025", "01.13.2025", "1/13/2025",
        "January 13, 2025", "Jan 13, 2025", "13 January 2025", "13 Jan 2025", "13-Jan-2025", "2025-Jan-13",
        "JANUARY 13, 2025", "13-jan-2025", "2025-01-13T10:30:00Z", "2025-01-13T10:30:00.000Z", "2025-01-13 10:30:00",
        "2025-01-13 10:30:00.000",
    ])
    func readsDates(text: String) {
        #expect(WrittenDate.date(text) == "2025-01-13")
        #expect(WrittenDate.dateTime(text)?.iso8601.prefix(10) == "2025-01-13")
    }

    @Test(arguments: [
        "", " ", "malformed-date", "2024", "2024-01", "2024-13-01", "2024-00-10", "2024-02-31", "2023-02-29",
        "1900-02-29", "2024-02-30T10:00:00Z", "2024-01-01T25:00:00Z", "2024-01-01T24:00:01Z", "2024-01-01T10:60:00Z",
        "2024-01-01T10:30:60Z", "2024-01-01T10", "2024-01-01T10:30:", "2024-01-01T10:30:00.Z", "2024-01-01T",
        "2024-01-01T10:30:00+24:00", "2024-01-01T10:30:00+1", "2024-01-01T10:30:00 Z", " 2024-01-01", "2024-01-01 ",
        "0000-01-01", "10000-01-01", "+2024-01-01", "2024-1", "13/13/2025", "13.01.2025", "01-13/2025", "2025.01-13",
        "Janu 13, 2025", "January 13 2025", "January 32, 2025", "13 Jan", "Jan 13, 25", "2025-Jan-13T10:00:00",
        "2025/01/13 10:30:00", "1700000000000", "20250113Z", "now", "2024-01-01T10:30:00Zx", "2024-01-01\t",
        "２０２４-01-01",
    ])
    func refuses(text: String) {
        #expect(WrittenDate.dateTime(text) == nil)
        #expect(WrittenDate.date(text) == nil)
    }

    @Test func dateNeedsSecondsIfItHasATimePart() {
        #expect(WrittenDate.date("2025-01-13 10:30") == nil)
        #expect(WrittenDate.date("2025-01-13T10:30Z") == nil)
        #expect(WrittenDate.dateTime("2025-01-13 10:30") != nil)
    }

    @Test func dateIsTheDayThatIsWritten() {
        #expect(WrittenDate.date("2025-01-13T23:30:00-05:00") == "2025-01-13")
        #expect(WrittenDate.date("2025-01-13T00:30:00+05:00") == "2025-01-13")
    }

    @Test func offsetMustNotLeaveTheCalendar() {
        #expect(WrittenDate.dateTime("0001-01-01T00:00:00+01:00") == nil)
        #expect(WrittenDate.dateTime("9999-12-31T23:59:59-01:00") == nil)
    }

    @Test func everyDayOfTheCalendarIsItself() {
        var day = -719_162
        var previous = ""
        while day <= 2_932_896 {
            let date = CivilDate(daysSince1970: day)
            #expect(date.daysSince1970 == day)
            #expect(date.iso8601 > previous)
            previous = date.iso8601
            day += 97
        }
        #expect(CivilDate(daysSince1970: 0).iso8601 == "1970-01-01")
        #expect(CivilDate(daysSince1970: -719_162).iso8601 == "0001-01-01")
        #expect(CivilDate(daysSince1970: 2_932_896).iso8601 == "9999-12-31")
    }

    @Test func instantsOutsideTheCalendarAreStillWritten() {
        #expect(Instant(milliseconds: .max).iso8601.hasPrefix("9999-12-31"))
        #expect(Instant(milliseconds: .min).iso8601.hasPrefix("0001-01-01"))
    }

    @Test func appendsWhatItPrints() {
        var bytes = Array("at ".utf8)
        Instant(milliseconds: 1_772_443_800_000).appendISO8601(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "at 2026-03-02T09:30:00.000Z")
    }

    @Test(arguments: ["2026-03-02T09:30:00Z", "2026-03-02T09:30:00.0000", "2026-13-02T09:30:00.000Z", ""])
    func wireFormIsExact(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }
}
