/// The part of time that a date belongs to (rest-core 14, "Granularities").
package struct DateBucket: Sendable, Hashable {
    package enum Granularity: String, Sendable, CaseIterable {
        case day = "DAY"
        case week = "WEEK"
        case month = "MONTH"
        case quarter = "QUARTER"
        case year = "YEAR"
        case dayOfTheWeek = "DAY_OF_THE_WEEK"
        case monthOfTheYear = "MONTH_OF_THE_YEAR"
        case quarterOfTheYear = "QUARTER_OF_THE_YEAR"
        case none = "NONE"

        /// Whether the answer depends on where midnight is.
        package var needsTimeZone: Bool {
            switch self {
            case .day, .week, .month, .quarter, .year: true
            case .dayOfTheWeek, .monthOfTheYear, .quarterOfTheYear, .none: false
            }
        }
    }

    package enum WeekStart: String, Sendable, CaseIterable {
        case monday = "MONDAY"
        case sunday = "SUNDAY"
        case saturday = "SATURDAY"

        /// As `strftime('%w')` counts, Sunday being 0.
        var weekday: Int {
            switch self {
            case .sunday: 0
            case .monday: 1
            case .saturday: 6
            }
        }
    }

    package let granularity: Granularity
    package let weekStart: WeekStart
    /// An IANA name; `nil` for UTC.
    package let timeZone: String?

    package init(granularity: Granularity, weekStart: WeekStart = .monday, timeZone: String? = nil) {
        self.granularity = granularity
        self.weekStart = weekStart
        self.timeZone = timeZone
    }

    private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The bucket that the date in `name` falls into.
    func sql(_ name: String) -> SQLFragment {
        var local = SQLFragment(name)
        if let timeZone {
            local = SQLFragment("datetime(\(name), zone_offset(\(name), ?) || ' seconds')", [.text(timeZone)])
        }
        func wrap(_ before: String, _ after: String) -> SQLFragment {
            SQLFragment(before + local.sql + after, local.arguments)
        }
        switch granularity {
        case .none: return SQLFragment(name)
        case .day: return wrap("substr(", ", 1, 10)")
        case .month: return wrap("substr(", ", 1, 7) || '-01'")
        case .year: return wrap("substr(", ", 1, 4) || '-01-01'")
        case .quarter:
            // The first month of the quarter, from the month's number.
            let month = "(CAST(substr(\(local.sql), 6, 2) AS INTEGER) - 1) / 3 * 3 + 1"
            return SQLFragment(
                "substr(\(local.sql), 1, 4) || printf('-%02d-01', \(month))", local.arguments + local.arguments)
        case .week:
            // Forward to the last day of the week, then six days back.
            return wrap("date(", ", 'weekday \((weekStart.weekday + 6) % 7)', '-6 days')")
        case .dayOfTheWeek:
            return wrap("CASE strftime('%w', ", ") \(DateBucket.names(DateBucket.days, from: 0)) END")
        case .monthOfTheYear:
            return wrap(
                "CASE CAST(substr(",
                ", 6, 2) AS INTEGER) \(DateBucket.names(DateBucket.months, from: 1, quoted: false)) END")
        case .quarterOfTheYear: return wrap("'Q' || ((CAST(substr(", ", 6, 2) AS INTEGER) + 2) / 3)")
        }
    }

    /// What the buckets in `bucket` sort by: names of days and months in the order of time.
    func rank(_ bucket: String) -> String {
        switch granularity {
        case .dayOfTheWeek:
            let ordered = (0..<7).map { DateBucket.days[($0 + weekStart.weekday) % 7] }
            return DateBucket.rank(bucket, ordered)
        case .monthOfTheYear: return DateBucket.rank(bucket, DateBucket.months)
        default: return bucket
        }
    }

    private static func rank(_ name: String, _ ordered: [String]) -> String {
        "CASE \(name) " + ordered.enumerated().map { "WHEN '\($1)' THEN \($0)" }.joined(separator: " ") + " END"
    }

    private static func names(_ names: [String], from first: Int, quoted: Bool = true) -> String {
        names.enumerated().map { index, name in
            "WHEN \(quoted ? "'\(index + first)'" : "\(index + first)") THEN '\(name)'"
        }.joined(separator: " ")
    }
}
