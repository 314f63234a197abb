import JSON
import Testing

/// rest-core 14, graphql-core 4.6 and 10: dimensions, figures, limits, samples.
@Suite("Grouping", .sharedServer(GroupByRecords.prepare)) struct GroupByTests {
    private func groups(_ query: KeyValuePairs<String, String>, of plural: String = "opportunities") throws -> JSONValue
    {
        let answer = try sharedAPI().get("/rest/\(plural)/groupBy", query)
        try #require(answer.status == 200, "\(answer.raw)")
        return answer.json
    }

    private func values(_ groups: JSONValue, _ key: String = "groupByDimensionValues") -> [JSONValue?] {
        groups.arrayValue?.map { $0[key] } ?? []
    }

    @Test("The answer is a bare list; values in the order of group_by, figures under their own names")
    func shape() throws {
        let answer = try sharedAPI().get(
            "/rest/opportunities/groupBy",
            [
                "group_by": #"[{"stage":true},{"amount":{"currencyCode":true}}]"#,
                "aggregate": #"["totalCount","sumAmountAmountMicros"]"#, "order_by": #"[{"stage":"AscNullsFirst"}]"#,
                "filter": "stage[in]:[NEW,CUSTOMER]",
            ])
        #expect(
            answer.json == [
                [
                    "totalCount": "1", "sumAmountAmountMicros": nil, "groupByDimensionValues": ["CUSTOMER", nil],
                ],
                [
                    "totalCount": "2", "sumAmountAmountMicros": "3000000", "groupByDimensionValues": ["NEW", "EUR"],
                ],
            ])
        #expect(answer.json[0]?.keys == ["totalCount", "sumAmountAmountMicros", "groupByDimensionValues"])
    }

    @Test("A single object stands for a list of it")
    func singleObject() throws {
        #expect(try groups(["group_by": #"{"stage":true}"#]).arrayValue?.count == 3)
    }

    @Test("An empty list is one row over everything")
    func everything() throws {
        let answer = try groups(["group_by": "[]", "aggregate": #"["totalCount"]"#])
        #expect(answer == [["totalCount": "4", "groupByDimensionValues": []]])
    }

    @Test(
        "Through relations: join column or nested field; NULL stays null, empty text too",
        arguments: [
            (#"[{"companyId":true}]"#, [[nil], [.string(uuid(1))], [.string(uuid(2))]]),
            (#"[{"company":{"name":true}}]"#, [[nil], ["Acme"]]),
            (#"[{"company":{"address":{"addressCity":true}}}]"#, [[nil], ["Lyon"]]),
            (#"[{"name":true}]"#, [[nil], ["One"], ["Two"]]),
            (#"[{"amount":{"currencyCode":true}}]"#, [[nil], ["EUR"]]),
        ] as [(String, [JSONValue])])
    func dimensions(groupBy: String, expected: [JSONValue]) throws {
        #expect(Set(values(try groups(["group_by": groupBy]))) == Set(expected))
    }

    @Test("unnest makes one group for each element of a list")
    func unnest() throws {
        let answer = try groups(
            ["group_by": #"[{"statuses":{"unnest":true}}]"#, "aggregate": #"["totalCount"]"#], of: "workflows")
        #expect(values(answer) == [["ACTIVE"], ["DRAFT"]])
        #expect(values(answer, "totalCount") == ["2", "1"])
        let whole = try groups(["group_by": #"[{"statuses":true}]"#], of: "workflows")
        #expect(Set(values(whole)) == [[["ACTIVE"]], [["DRAFT", "ACTIVE"]], [nil]])
    }

    @Test(
        "Figures as the database's driver delivers them: counts, shares and amounts are texts",
        arguments: [
            ("opportunities", "totalCount", "4"), ("opportunities", "countNotEmptyId", "4"),
            ("opportunities", "countUniqueValuesStage", "3"), ("opportunities", "countEmptyName", "2"),
            ("opportunities", "countNotEmptyName", "2"),
            ("opportunities", "percentageEmptyName", "0.50000000000000000000"),
            ("opportunities", "percentageNotEmptyAmount", "0.75000000000000000000"),
            ("opportunities", "countEmptyAmount", "1"), ("opportunities", "countUniqueValuesAmount", "3"),
            ("opportunities", "minAmountAmountMicros", "1000000"),
            ("opportunities", "maxAmountAmountMicros", "3000000"),
            ("opportunities", "sumAmountAmountMicros", "6000000"),
            ("opportunities", "avgAmountAmountMicros", "2000000.000000000000"),
            ("opportunities", "minCloseDate", "2026-01-15T10:00:00.000Z"),
            ("opportunities", "maxCloseDate", "2026-03-29T22:30:00.000Z"),
            ("opportunities", "countEmptyCloseDate", "1"),
            ("messageCampaigns", "minSentCount", 1), ("messageCampaigns", "maxSentCount", 2.5),
            ("messageCampaigns", "sumSentCount", 3.5), ("messageCampaigns", "avgSentCount", 1.75),
            ("calendarEvents", "countTrueIsCanceled", "1"), ("calendarEvents", "countFalseIsCanceled", "2"),
            ("people", "countEmptyEmails", "1"), ("people", "countNotEmptyEmails", "1"),
            ("people", "countUniqueValuesCreatedBy", "1"), ("workflows", "countEmptyStatuses", "1"),
            ("noteTargets", "countEmptyTargetPerson", "1"), ("noteTargets", "countUniqueValuesTargetPerson", "1"),
        ] as [(String, String, JSONValue)])
    func figures(plural: String, name: String, expected: JSONValue) throws {
        #expect(
            try groups(["group_by": "[]", "aggregate": "[\"\(name)\"]"], of: plural)[0]?[name] == expected, "\(name)")
    }

    @Test("Sums may exceed 64 bits")
    func largeSums() throws {
        let api = try API()
        let amount: JSONValue = ["amount": ["amountMicros": 9_000_000_000_000_000_000]]
        try api.createMany("opportunities", [amount, amount])
        let answer = try api.get(
            "/rest/opportunities/groupBy",
            ["group_by": "[]", "aggregate": #"["sumAmountAmountMicros","avgAmountAmountMicros"]"#])
        #expect(answer.status == 200)
        #expect(answer.json[0]?.text("sumAmountAmountMicros").flatMap(Double.init) == 18e18)
        #expect(answer.json[0]?.text("avgAmountAmountMicros").flatMap(Double.init) == 9e18)
    }

    @Test(
        "What has no such figure is told, all names at once",
        arguments: [
            ("opportunities", ["foo", "bar"]), ("people", ["minPosition"]), ("people", ["countEmptyCompany"]),
            ("people", ["countNoteTargets"]), ("opportunities", ["sumStage"]), ("opportunities", ["minName"]),
            ("opportunities", ["sumCloseDate"]), ("opportunities", ["sumAmount"]),
            ("people", ["countEmptySearchVector"]),
        ])
    func unknownFigures(plural: String, names: [String]) throws {
        let list = JSONValue.array((["totalCount"] + names).map(JSONValue.string)).serializedText
        let answer = try sharedAPI().get("/rest/\(plural)/groupBy", ["group_by": "[]", "aggregate": list])
        #expect(answer.status == 400)
        #expect(answer.message == "Unknown aggregate field(s): \(names.joined(separator: ", "))")
    }

    @Test(
        "The order: by a dimension as text, by a figure, by parts of composites and relations",
        arguments: [
            (#"[{"stage":true}]"#, #"[{"stage":"DescNullsLast"}]"#, [["SCREENING"], ["NEW"], ["CUSTOMER"]]),
            (#"[{"stage":true}]"#, #"{"stage":"AscNullsLast"}"#, [["CUSTOMER"], ["NEW"], ["SCREENING"]]),
            (
                #"[{"stage":true}]"#, #"[{"aggregate":{"totalCount":"DescNullsLast"}},{"stage":"DescNullsLast"}]"#,
                [["NEW"], ["SCREENING"], ["CUSTOMER"]]
            ),
            (
                #"[{"stage":true}]"#,
                #"[{"aggregate":{"sumAmountAmountMicros":"AscNullsFirst"}},{"stage":"AscNullsLast"}]"#,
                [["CUSTOMER"], ["NEW"], ["SCREENING"]]
            ),
            (#"[{"company":{"name":true}}]"#, #"[{"company":{"name":"DescNullsFirst"}}]"#, [[nil], ["Acme"]]),
            (
                #"[{"amount":{"currencyCode":true}}]"#, #"[{"amount":{"currencyCode":"AscNullsLast"}}]"#,
                [["EUR"], [nil]]
            ),
            (
                #"[{"companyId":true}]"#, #"[{"companyId":"DescNullsLast"}]"#,
                [[.string(uuid(2))], [.string(uuid(1))], [nil]]
            ),
        ] as [(String, String, [JSONValue])])
    func order(groupBy: String, order: String, expected: [JSONValue]) throws {
        #expect(values(try groups(["group_by": groupBy, "order_by": order])) == expected)
    }

    @Test("Soft-deleted rows are left out, unless the filter names deletedAt")
    func trash() throws {
        func total(_ filter: String) throws -> JSONValue? {
            try groups(["group_by": "[]", "aggregate": #"["totalCount"]"#, "filter": filter])[0]?["totalCount"]
        }
        #expect(try total("") == "4")
        #expect(try total("deletedAt[is]:NOT_NULL") == "1")
        #expect(try total("or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL)") == "5")
    }

    @Test(
        "50 groups by default, 0 and decimals mean 50 too, 200 at most",
        arguments: [
            ("", 50), ("0", 50), ("2.5", 50), ("3", 3), ("60", 60), ("1000", 200),
        ])
    func limit(limit: String, count: Int) throws {
        let answer = try groups(["group_by": #"[{"name":true}]"#, "limit": limit], of: "companies")
        #expect(answer.arrayValue?.count == count)
    }

    @Test("A bad limit is refused as in lists", arguments: ["abc", "-1"])
    func badLimit(limit: String) throws {
        #expect(
            try sharedAPI().get("/rest/companies/groupBy", ["group_by": "[]", "limit": limit]).refusal
                == Refusal(
                    400, "limit '\(limit)' is invalid. Should be an integer", code: "INVALID_LIMIT_QUERY_PARAM"))
    }

    @Test("Records only with include_records_sample=true: ten for each group, at depth 0, by id")
    func sample() throws {
        let query: KeyValuePairs = [
            "group_by": #"[{"address":{"addressCity":true}}]"#, "include_records_sample": "true",
        ]
        let answer = try groups(query, of: "companies")
        #expect(values(answer) == [[nil], ["Lyon"], ["Paris"]])
        #expect(answer.arrayValue?.map { $0["records"]?.arrayValue?.count } == [10, 1, 10])
        let paris = try #require(answer[2]?["records"]?.arrayValue)
        #expect(paris.map(\.id) == (100..<110).map(uuid))
        #expect(paris[0] == (try sharedAPI().find("companies", uuid(100))))
        #expect(try groups(["group_by": #"[{"stage":true}]"#])[0]?["records"] == nil)
        #expect(
            try groups(["group_by": #"[{"stage":true}]"#, "include_records_sample": "TRUE"])[0]?["records"] == nil)
    }

    @Test("order_by_for_records orders them in the syntax of lists; options sort by their text there")
    func sampleOrder() throws {
        let query: KeyValuePairs = [
            "group_by": "[]", "include_records_sample": "true", "order_by_for_records": "stage,id[DescNullsLast]",
        ]
        let stages = try groups(query)[0]?["records"]?.arrayValue?.map { $0.text("stage") }
        #expect(stages == ["CUSTOMER", "NEW", "NEW", "SCREENING"])
        let ids = try groups(query)[0]?["records"]?.arrayValue?.map(\.id)
        #expect(ids == [3, 2, 1, 4].map(uuid))
    }

    @Test("omit_null_values=true leaves groups out of which a figure is null")
    func omitNullValues() throws {
        let query: KeyValuePairs = [
            "group_by": #"[{"stage":true}]"#, "aggregate": #"["sumAmountAmountMicros"]"#, "omit_null_values": "true",
        ]
        #expect(values(try groups(query)) == [["NEW"], ["SCREENING"]])
    }
}

private enum GroupByRecords {
    @Sendable static func prepare(_ api: API) throws {
        try api.createMany(
            "companies",
            [["id": .string(uuid(1)), "name": "Acme", "address": ["addressCity": "Lyon"]], ["id": .string(uuid(2))]])
        try api.createMany(
            "companies",
            (0..<198).map {
                [
                    "id": .string(uuid($0 + 100)), "name": .string("c\($0)"),
                    "address": ["addressCity": $0 < 15 ? "Paris" : ""],
                ]
            })
        try api.createMany("companies", (0..<10).map { ["name": .string("d\($0)")] })
        func amount(_ micros: Int64) -> JSONValue { ["amountMicros": .int(micros), "currencyCode": "EUR"] }
        try api.createMany(
            "opportunities",
            [
                [
                    "id": .string(uuid(1)), "name": "One", "stage": "NEW", "companyId": .string(uuid(1)),
                    "amount": amount(1_000_000), "closeDate": "2026-01-15T10:00:00Z",
                ],
                [
                    "id": .string(uuid(2)), "name": "Two", "stage": "NEW", "companyId": .string(uuid(2)),
                    "amount": amount(2_000_000), "closeDate": "2026-03-29T22:30:00Z",
                ],
                ["id": .string(uuid(3)), "stage": "CUSTOMER"],
                [
                    "id": .string(uuid(4)), "stage": "SCREENING", "amount": ["amountMicros": 3_000_000],
                    "closeDate": "2026-02-01",
                ],
                ["id": .string(uuid(5)), "stage": "PROPOSAL", "amount": amount(50)],
            ])
        _ = try api.delete("/rest/opportunities/\(uuid(5))", ["soft_delete": "true"])
        try api.createMany("workflows", [["statuses": ["DRAFT", "ACTIVE"]], ["statuses": ["ACTIVE"]], [:]])
        try api.createMany("messageCampaigns", [["sentCount": 1], ["sentCount": 2.5]])
        try api.createMany("calendarEvents", [["isCanceled": true], [:], [:]])
        try api.createMany(
            "people",
            [
                ["id": .string(uuid(1)), "emails": ["primaryEmail": "a@x.io"]],
                ["emails": ["additionalEmails": ["b@x.io"]]],
            ])
        try api.createMany("noteTargets", [["targetPersonId": .string(uuid(1))], [:]])
    }
}
