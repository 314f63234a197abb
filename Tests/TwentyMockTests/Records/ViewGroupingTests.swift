import JSON
import Testing

@testable import TwentyMock

/// Groups under the filters of a view (graphql-core 10, `viewId`; metadata 12).
@Suite struct ViewGroupingTests {
    private let api: API
    private let view: String

    init() throws {
        api = try API()
        let opportunity = try api.object("opportunity").id
        let made = try api.post(
            "/rest/metadata/views", ["name": "V", "objectMetadataId": .string(opportunity), "icon": "IconList"])
        view = made.json.id
        let now = Clock.system.now
        func day(_ days: Int64) -> JSONValue {
            .string(Instant(milliseconds: now.milliseconds + days * Instant.millisecondsPerDay).iso8601)
        }
        try api.createMany(
            "opportunities",
            [
                ["name": "yesterday", "stage": "NEW", "closeDate": day(-1), "amount": ["amountMicros": 2_000_000]],
                ["name": "long ago", "stage": "MEETING", "closeDate": day(-40)],
                ["name": "tomorrow", "stage": "NEW", "closeDate": day(1)], ["name": "never", "stage": "PROPOSAL"],
            ])
    }

    private func names() throws -> Set<String> {
        let groups = try api.data(
            "{opportunitiesGroupBy(groupBy:[{name:true}],viewId:\"\(view)\"){groupByDimensionValues}}")
        return Set(
            groups["opportunitiesGroupBy"]?.arrayValue?.compactMap { $0.at("groupByDimensionValues", "0")?.stringValue }
                ?? [])
    }

    @Test(
        "dates told from the present",
        arguments: [
            ("PAST_7_DAY", ["yesterday"]), ("PAST_100_DAY;;Europe/Paris;;MONDAY;;", ["yesterday", "long ago"]),
            ("NEXT_2_DAY", ["tomorrow"]), ("THIS_1_DAY", []), ("PAST_30_HOUR", ["yesterday"]),
            (["direction": "PAST", "amount": 7, "unit": "DAY"], ["yesterday"]),
            ("{\"direction\":\"NEXT\",\"amount\":1,\"unit\":\"DAY\"}", ["tomorrow"]),
        ] as [(JSONValue, [String])])
    func relative(value: JSONValue, expected: [String]) throws {
        let filter = try api.post(
            "/rest/metadata/viewFilters",
            [
                "viewId": .string(view), "fieldMetadataId": .string(try api.fieldID("opportunity", "closeDate")),
                "operand": "IS_RELATIVE", "value": value,
            ])
        #expect(filter.status == 201, "\(filter.raw)")
        #expect(try names() == Set(expected))
    }

    @Test(
        "the search value of the view",
        arguments: [("YESTER", ["yesterday"]), ("2", ["yesterday"]), ("propos", ["never"]), ("zzz", [])])
    func anyField(text: String, expected: [String]) throws {
        let change = try api.patch("/rest/metadata/views/\(view)", ["anyFieldFilterValue": .string(text)])
        #expect(change.status == 200, "\(change.raw)")
        #expect(try names() == Set(expected))
    }

    @Test("whole periods, and moments for what is shorter")
    func spans() throws {
        // A Thursday.
        let now = try #require(Instant(iso8601: "2026-11-26T10:30:00.000Z"))
        let cases: [(String, String, String)] = [
            ("THIS_1_DAY", "2026-11-26T00:00:00.000Z", "2026-11-27T00:00:00.000Z"),
            ("PAST_1_WEEK", "2026-11-16T00:00:00.000Z", "2026-11-23T00:00:00.000Z"),
            ("THIS_1_WEEK;;UTC;;SUNDAY", "2026-11-22T00:00:00.000Z", "2026-11-29T00:00:00.000Z"),
            ("NEXT_2_MONTH", "2026-12-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z"),
            ("PAST_1_QUARTER", "2026-07-01T00:00:00.000Z", "2026-10-01T00:00:00.000Z"),
            ("PAST_1_YEAR", "2025-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"),
            ("PAST_90_MINUTE", "2026-11-26T09:00:00.000Z", "2026-11-26T10:30:00.000Z"),
            ("THIS_1_HOUR", "2026-11-26T10:00:00.000Z", "2026-11-26T11:00:00.000Z"),
        ]
        for (text, start, end) in cases {
            let span = try #require(RelativeDate(.string(text))).span(at: now)
            #expect([span.start.iso8601, span.end.iso8601] == [start, end], "\(text)")
        }
        #expect(RelativeDate("SOON") == nil)
        #expect(RelativeDate("PAST_1_AGE") == nil)
        _ = RelativeDate("PAST_99999999_YEAR")?.span(at: now)
    }
}
