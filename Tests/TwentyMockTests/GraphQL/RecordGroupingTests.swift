import JSON
import Testing

/// Graphql-core 10.
@Suite(
    .sharedServer { api in
        try api.createMany(
            "opportunities",
            [
                [
                    "name": "A", "stage": "NEW", "amount": ["amountMicros": 2_000_000],
                    "closeDate": "2026-03-05T23:30:00Z",
                ],
                ["name": "B", "stage": "NEW", "amount": ["amountMicros": 4_000_000], "closeDate": "2026-04-01"],
                ["name": "C", "stage": "SCREENING", "closeDate": "2026-03-31T22:30:00Z"],
            ])
    })
struct RecordGroupingTests {
    private func groups(_ arguments: String, _ selection: String) throws -> JSONValue? {
        try sharedAPI().data("{opportunitiesGroupBy(\(arguments)){\(selection)}}")["opportunitiesGroupBy"]
    }

    @Test("groups with figures, in the order of a figure")
    func figures() throws {
        #expect(
            try groups(
                "groupBy:[{stage:true}],orderBy:[{aggregate:{totalCount:DescNullsLast}}]",
                "groupByDimensionValues totalCount s:sumAmountAmountMicros avgAmountAmountMicros __typename")
                == [
                    [
                        "groupByDimensionValues": ["NEW"], "totalCount": 2, "s": 6_000_000,
                        "avgAmountAmountMicros": 3_000_000, "__typename": "OpportunityGroupByConnection",
                    ],
                    [
                        "groupByDimensionValues": ["SCREENING"], "totalCount": 1, "s": nil,
                        "avgAmountAmountMicros": nil, "__typename": "OpportunityGroupByConnection",
                    ],
                ])
    }

    @Test("months in a time zone, and a limit")
    func dates() throws {
        let paris = "groupBy:{closeDate:{granularity:MONTH,timeZone:\"Europe/Paris\"}}"
        #expect(
            try groups(paris, "groupByDimensionValues totalCount")
                == [
                    ["groupByDimensionValues": ["2026-03-01"], "totalCount": 1],
                    ["groupByDimensionValues": ["2026-04-01"], "totalCount": 2],
                ])
        #expect(try groups(paris + ",limit:1", "totalCount")?.arrayValue?.count == 1)
        #expect(
            try sharedAPI().refusal("{opportunitiesGroupBy(groupBy:[{createdAt:{granularity:MONTH}}]){totalCount}}")
                .subCode == "MISSING_TIMEZONE_FOR_DATE_GROUP_BY")
    }

    @Test("records of each group")
    func records() throws {
        #expect(
            try groups(
                "groupBy:[{stage:true}],orderByForRecords:[{name:DescNullsLast}]",
                "edges{node{name}} pageInfo{hasNextPage hasPreviousPage}")
                == [
                    [
                        "edges": [["node": ["name": "B"]], ["node": ["name": "A"]]],
                        "pageInfo": ["hasNextPage": false, "hasPreviousPage": false],
                    ],
                    [
                        "edges": [["node": ["name": "C"]]],
                        "pageInfo": ["hasNextPage": false, "hasPreviousPage": false],
                    ],
                ])
    }

    @Test("cursors of a group's records hold what they are ordered by (6.7)")
    func cursors() throws {
        let order = "orderByForRecords:[{amount:{amountMicros:DescNullsLast}},{company:{name:AscNullsFirst}}]"
        let groups = try #require(
            try groups("groupBy:[{stage:true}],\(order)", "edges{cursor node{id}}")?.arrayValue)
        let edge = try #require(groups[0].at("edges", "0"))
        #expect(
            try JSONValue(parsing: edge.text("cursor")?.base64Decoded ?? "")
                == [
                    "amount": ["amountMicros": 4_000_000], "company": ["name": ""],
                    "id": .string(edge["node"]?.id ?? ""),
                ])
        #expect(groups.map { $0["edges"]?.arrayValue?.count } == [2, 1])
    }

    @Test(
        "what cannot be grouped",
        arguments: [
            ("{id:true}", "Field \"id\" is not supported in groupBy"), ("{x:true}", "Unidentified field in groupBy: x"),
            (
                "{stage:true,name:true}",
                "You cannot provide multiple fields in one GroupByInput, split them into multiple GroupByInput"
            ),
        ])
    func refusals(item: String, message: String) throws {
        #expect(try sharedAPI().refusal("{opportunitiesGroupBy(groupBy:[\(item)]){totalCount}}").message == message)
    }
}
