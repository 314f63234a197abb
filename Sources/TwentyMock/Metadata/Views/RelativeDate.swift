import Foundation
import JSON

/// A span of time told from the present, as `PAST_7_DAY` (metadata 12, IS_RELATIVE); taken in UTC (graphql-core 10).
///
/// Hours and shorter units are counted from this very moment, longer ones in whole periods: the past week is the
/// calendar week before this one.
struct RelativeDate {
    enum Direction: String {
        case past = "PAST"
        case next = "NEXT"
        case this = "THIS"
    }

    enum Unit: String {
        case second = "SECOND"
        case minute = "MINUTE"
        case hour = "HOUR"
        case day = "DAY"
        case week = "WEEK"
        case month = "MONTH"
        case quarter = "QUARTER"
        case year = "YEAR"
    }

    let direction: Direction
    let amount: Int
    let unit: Unit
    /// Days after Monday.
    private let firstDayOfTheWeek: Int

    /// Reads `PAST_7_DAY`, what may follow after `;;` included, or the same as an object, or the text of one.
    init?(_ json: JSONValue) {
        if case .object(let object) = json {
            self.init(
                object["direction"]?.stringValue, object["amount"]?.intValue.map { Int(clamping: $0) },
                object["unit"]?.stringValue, firstDay: object["firstDayOfTheWeek"]?.stringValue)
            return
        }
        guard let text = json.stringValue else { return nil }
        if let parsed = try? JSONValue(parsing: text), case .object = parsed {
            self.init(parsed)
            return
        }
        let parts = text.components(separatedBy: ";;")
        let words = parts[0].split(separator: "_").map(String.init)
        guard words.count == 3 else { return nil }
        self.init(words[0], Int(words[1]), words[2], firstDay: parts.count > 2 ? parts[2] : nil)
    }

    private init?(_ direction: String?, _ amount: Int?, _ unit: String?, firstDay: String?) {
        guard let direction = direction.flatMap(Direction.init(rawValue:)),
            let unit = unit.flatMap(Unit.init(rawValue:))
        else { return nil }
        self.direction = direction
        // More than this leads out of the calendar anyway.
        self.amount = min(max(amount ?? 1, 0), 100_000)
        self.unit = unit
        firstDayOfTheWeek = ["SUNDAY": 6, "SATURDAY": 5][firstDay ?? ""] ?? 0
    }

    /// The span, its end not included.
    func span(at now: Instant) -> (start: Instant, end: Instant) {
        if let length = unit.milliseconds {
            let distance = Int64(amount) * length
            switch direction {
            case .past: return (Instant(milliseconds: now.milliseconds - distance), now)
            case .next: return (now, Instant(milliseconds: now.milliseconds + distance))
            case .this:
                let start = now.milliseconds - now.milliseconds % length
                return (Instant(milliseconds: start), Instant(milliseconds: start + length))
            }
        }
        let start = periodStart(CivilDate(daysSince1970: Int(now.milliseconds / Instant.millisecondsPerDay)))
        switch direction {
        case .past: return (moment(moved(start, by: -amount)), moment(start))
        case .next: return (moment(moved(start, by: 1)), moment(moved(start, by: amount + 1)))
        case .this: return (moment(start), moment(moved(start, by: 1)))
        }
    }

    private func periodStart(_ date: CivilDate) -> CivilDate {
        switch unit {
        case .week:
            // 1970-01-01 was a Thursday.
            let dayOfWeek = (date.daysSince1970 + 3 - firstDayOfTheWeek) % 7
            return CivilDate(daysSince1970: date.daysSince1970 - (dayOfWeek + 7) % 7)
        case .month: return day(year: date.year, month: date.month)
        case .quarter: return day(year: date.year, month: (date.month - 1) / 3 * 3 + 1)
        case .year: return day(year: date.year, month: 1)
        case .second, .minute, .hour, .day: return date
        }
    }

    /// The start of the period that lies `count` periods from the one that starts with `date`.
    private func moved(_ date: CivilDate, by count: Int) -> CivilDate {
        switch unit {
        case .week: return CivilDate(daysSince1970: date.daysSince1970 + 7 * count)
        case .month, .quarter, .year:
            let months = date.year * 12 + date.month - 1 + count * (unit == .year ? 12 : unit == .quarter ? 3 : 1)
            return day(year: months / 12, month: months % 12 + 1)
        case .second, .minute, .hour, .day: return CivilDate(daysSince1970: date.daysSince1970 + count)
        }
    }

    private func day(year: Int, month: Int) -> CivilDate {
        // Years beyond the calendar are held at its ends.
        CivilDate(year: min(max(year, 1), 9999), month: min(max(month, 1), 12), day: 1) ?? CivilDate(daysSince1970: 0)
    }

    private func moment(_ date: CivilDate) -> Instant {
        Instant(milliseconds: Int64(date.daysSince1970) * Instant.millisecondsPerDay)
    }
}

extension RelativeDate.Unit {
    /// `nil` for whole periods of the calendar.
    fileprivate var milliseconds: Int64? {
        switch self {
        case .second: 1000
        case .minute: 60_000
        case .hour: 3_600_000
        default: nil
        }
    }
}
