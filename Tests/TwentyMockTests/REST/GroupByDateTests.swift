import JSON
import Testing

/// rest-core 14 (granularities), graphql-core 10.
@Suite("Grouping by date", .sharedServer(DateRecords.prepare)) struct GroupByDateTests {
    private func answer(_ definition: String, _ query: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try sharedAPI().get(
            "/rest/tasks/groupBy?group_by=" + "[{\"dueAt\":\(definition)}]".urlEncoded
                + "&aggregate=%5B%22totalCount%22%5D", query)
    }

    /// The buckets with their counts.
    private func buckets(_ definition: String) throws -> [String: String] {
        let answer = try answer(definition)
        try #require(answer.status == 200, "\(answer.raw)")
        let pairs = (answer.json.arrayValue ?? []).map { group in
            (group["groupByDimensionValues"]?[0]?.stringValue ?? "null", group.text("totalCount") ?? "")
        }
        return Dictionary(pairs, uniquingKeysWith: { _, new in new })
    }

    @Test(
        "The first day of the period, in UTC",
        arguments: [
            ("DAY", ["2026-03-28": "1", "2026-03-29": "2", "2026-10-25": "2", "2026-12-31": "1", "null": "1"]),
            ("MONTH", ["2026-03-01": "3", "2026-10-01": "2", "2026-12-01": "1", "null": "1"]),
            ("QUARTER", ["2026-01-01": "3", "2026-10-01": "3", "null": "1"]),
            ("YEAR", ["2026-01-01": "6", "null": "1"]),
            ("WEEK", ["2026-03-23": "3", "2026-10-19": "2", "2026-12-28": "1", "null": "1"]),
        ])
    func utc(granularity: String, expected: [String: String]) throws {
        #expect(try buckets(#"{"granularity":"\#(granularity)","timeZone":"UTC"}"#) == expected)
    }

    @Test(
        "In a zone of its own, by its offset at that moment: summer and winter time",
        arguments: [
            // 23:30Z is half past midnight in Paris in winter; 22:30Z of the next evening is half past midnight in summer.
            (
                "DAY", "Europe/Paris",
                [
                    "2026-03-29": "2", "2026-03-30": "1", "2026-10-25": "1", "2026-10-26": "1", "2027-01-01": "1",
                    "null": "1",
                ]
            ),
            (
                "DAY", "America/New_York",
                [
                    "2026-03-28": "1", "2026-03-29": "2", "2026-10-24": "1", "2026-10-25": "1", "2026-12-31": "1",
                    "null": "1",
                ]
            ),
            ("MONTH", "Asia/Tokyo", ["2026-03-01": "3", "2026-10-01": "2", "2027-01-01": "1", "null": "1"]),
            ("YEAR", "Europe/Paris", ["2026-01-01": "5", "2027-01-01": "1", "null": "1"]),
            ("QUARTER", "Europe/Paris", ["2026-01-01": "3", "2026-10-01": "2", "2027-01-01": "1", "null": "1"]),
            (
                "WEEK", "Europe/Paris",
                [
                    "2026-03-23": "2", "2026-03-30": "1", "2026-10-19": "1", "2026-10-26": "1", "2026-12-28": "1",
                    "null": "1",
                ]
            ),
            (
                "DAY", "Asia/Kolkata",
                [
                    "2026-03-29": "2", "2026-03-30": "1", "2026-10-25": "1", "2026-10-26": "1", "2027-01-01": "1",
                    "null": "1",
                ]
            ),
        ])
    func zones(granularity: String, zone: String, expected: [String: String]) throws {
        let found = try buckets(#"{"granularity":"\#(granularity)","timeZone":"\#(zone)"}"#)
        #expect(found == expected)
    }

    @Test(
        "A week starts on Monday unless weekStartDay says otherwise",
        arguments: [
            ("MONDAY", ["2026-03-23": "3"]), ("SUNDAY", ["2026-03-22": "1", "2026-03-29": "2"]),
            ("SATURDAY", ["2026-03-28": "3"]),
        ])
    func weekStart(day: String, expected: [String: String]) throws {
        let found = try buckets(#"{"granularity":"WEEK","weekStartDay":"\#(day)","timeZone":"UTC"}"#)
        #expect(found.filter { $0.key.hasPrefix("2026-03") } == expected)
    }

    @Test(
        "Names of days, months and quarters, in UTC and without a zone",
        arguments: [
            ("DAY_OF_THE_WEEK", ["Saturday": "1", "Sunday": "4", "Thursday": "1", "null": "1"]),
            ("MONTH_OF_THE_YEAR", ["March": "3", "October": "2", "December": "1", "null": "1"]),
            ("QUARTER_OF_THE_YEAR", ["Q1": "3", "Q4": "3", "null": "1"]),
        ])
    func names(granularity: String, expected: [String: String]) throws {
        #expect(try buckets(#"{"granularity":"\#(granularity)"}"#) == expected)
        #expect(try buckets(#"{"granularity":"\#(granularity)","timeZone":"Pacific/Auckland"}"#) == expected)
    }

    @Test("NONE, and true, are the raw value")
    func raw() throws {
        #expect(try buckets(#"{"granularity":"NONE"}"#)["2026-12-31T23:59:59.999Z"] == "1")
        #expect(try buckets("true")["2026-12-31T23:59:59.999Z"] == "1")
    }

    @Test("The period granularities need a zone that exists", arguments: ["DAY", "WEEK", "MONTH", "QUARTER", "YEAR"])
    func zoneIsNeeded(granularity: String) throws {
        #expect(
            try answer(#"{"granularity":"\#(granularity)"}"#).refusal
                == Refusal(
                    400, "Time zone should be specified for a group by date on Day, Week, Month, Quarter or Year",
                    code: "MISSING_TIMEZONE_FOR_DATE_GROUP_BY"))
        #expect(
            try answer(#"{"granularity":"\#(granularity)","timeZone":"Mars/Olympus"}"#).refusal
                == Refusal(400, "Invalid timezone: Mars/Olympus", code: "INVALID_TIMEZONE"))
    }

    @Test(
        "An order names the granularity; days and months sort by time, not by name",
        arguments: [
            (
                #"{"granularity":"MONTH","timeZone":"UTC"}"#, #"{"orderBy":"DescNullsLast","granularity":"MONTH"}"#,
                ["2026-12-01", "2026-10-01", "2026-03-01", nil]
            ),
            (
                #"{"granularity":"MONTH_OF_THE_YEAR"}"#,
                #"{"orderBy":"AscNullsFirst","granularity":"MONTH_OF_THE_YEAR"}"#,
                [nil, "March", "October", "December"]
            ),
            (
                #"{"granularity":"DAY_OF_THE_WEEK"}"#, #"{"orderBy":"AscNullsLast","granularity":"DAY_OF_THE_WEEK"}"#,
                ["Thursday", "Saturday", "Sunday", nil]
            ),
            (
                #"{"granularity":"DAY_OF_THE_WEEK","weekStartDay":"SUNDAY"}"#,
                #"{"orderBy":"AscNullsLast","granularity":"DAY_OF_THE_WEEK"}"#, ["Sunday", "Thursday", "Saturday", nil]
            ),
        ] as [(String, String, [String?])])
    func order(definition: String, order: String, expected: [String?]) throws {
        let found = try answer(definition, ["order_by": "[{\"dueAt\":\(order)}]"])
        let values = found.json.arrayValue?.map { $0["groupByDimensionValues"]?[0]?.stringValue }
        #expect(values == expected, "\(found.raw)")
    }

    @Test("createdAt and updatedAt can be grouped by, though they are system fields")
    func systemDates() throws {
        for field in ["createdAt", "updatedAt"] {
            let answer = try sharedAPI().get(
                "/rest/tasks/groupBy",
                ["group_by": "[{\"\(field)\":{\"granularity\":\"YEAR\",\"timeZone\":\"UTC\"}}]"])
            #expect(answer.status == 200)
            #expect(answer.json.arrayValue?.count == 1)
        }
    }
}

private enum DateRecords {
    /// Around the changes of summer time in Europe: 29 March and 25 October 2026, both Sundays.
    @Sendable static func prepare(_ api: API) throws {
        let moments = [
            "2026-03-28T23:30:00Z", "2026-03-29T05:00:00Z", "2026-03-29T22:30:00Z", "2026-10-25T00:30:00Z",
            "2026-10-25T23:30:00Z", "2026-12-31T23:59:59.999Z",
        ]
        try api.createMany("tasks", moments.map { ["dueAt": .string($0)] } + [[:]])
    }
}
