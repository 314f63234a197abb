import Foundation
import JSON
import Testing

/// rest-core 7.3, graphql-core 6.5.
@Suite("Cursors", .sharedServer(CursorRecords.prepare)) struct CursorTests {
    @Test(
        "A cursor is padded base64 of compact JSON: the values of the order's keys, then id",
        arguments: [
            ("people", "", #"{"id":"\#(uuid(1))"}"#),
            ("people", "position[DescNullsLast]", #"{"position":2,"id":"\#(uuid(3))"}"#),
            ("people", "jobTitle[DescNullsLast]", #"{"jobTitle":"é","id":"\#(uuid(6))"}"#),
            ("people", "jobTitle", #"{"jobTitle":"","id":"\#(uuid(2))"}"#),
            ("people", "name.lastName", #"{"name":{"lastName":""},"id":"\#(uuid(1))"}"#),
            ("people", "name.lastName,name.firstName", #"{"name":{"lastName":"","firstName":""},"id":"\#(uuid(1))"}"#),
            ("people", "company.name[DescNullsLast]", #"{"company":{"name":"Zebra"},"id":"\#(uuid(3))"}"#),
            ("people", "companyId[DescNullsLast]", #"{"companyId":"\#(uuid(3))","id":"\#(uuid(5))"}"#),
            ("people", "createdAt", #"{"createdAt":"2026-01-01T00:00:00.000Z","id":"\#(uuid(1))"}"#),
            ("people", "id[DescNullsLast]", #"{"id":"\#(uuid(10))"}"#),
            ("opportunities", "stage[DescNullsLast]", #"{"stage":"CUSTOMER","id":"\#(uuid(3))"}"#),
            ("opportunities", "closeDate", #"{"closeDate":null,"id":"\#(uuid(1))"}"#),
        ])
    func content(plural: String, order: String, text: String) throws {
        let answer = try sharedAPI().get("/rest/\(plural)", ["order_by": order, "limit": "1"])
        #expect(answer["pageInfo"]?.text("startCursor")?.base64Decoded == text)
    }

    static let orders = [
        ("people", "jobTitle"), ("people", "jobTitle[AscNullsLast]"), ("people", "jobTitle[DescNullsFirst]"),
        ("people", "jobTitle[DescNullsLast]"), ("people", "position,jobTitle[DescNullsLast]"),
        ("people", "position[DescNullsFirst],jobTitle[AscNullsLast],id[DescNullsLast]"),
        ("people", "jobTitle[AscNullsLast],position[DescNullsLast]"),
        ("people", "company.name"), ("people", "company.name[DescNullsLast],jobTitle[AscNullsLast]"),
        ("people", "company.name[AscNullsLast]"), ("people", "company.name[DescNullsFirst],position"),
        ("people", "companyId"), ("people", "companyId[DescNullsLast]"), ("people", "createdAt[DescNullsLast]"),
        ("people", "id[DescNullsLast]"), ("people", "name.firstName,jobTitle"),
        ("opportunities", "stage"), ("opportunities", "stage[DescNullsLast],closeDate"),
        ("opportunities", "amount.amountMicros"), ("opportunities", "amount.amountMicros[DescNullsLast],stage"),
        ("opportunities", "closeDate[AscNullsLast],amount.amountMicros[DescNullsFirst]"),
    ]

    @Test("Pages of any size meet every record once, forward and backward, also where keys are NULL", arguments: orders)
    func walk(plural: String, order: String) throws {
        let api = try sharedAPI()
        let whole = try api.list(plural, ["order_by": order]).map(\.id)
        #expect(Set(whole).count == 10)
        for size in [1, 3] {
            var forward: [String] = []
            var end: String?
            for _ in 0..<20 {
                let answer = try api.get(
                    "/rest/\(plural)?limit=\(size)" + (end.map { "&starting_after=\($0.urlEncoded)" } ?? ""),
                    ["order_by": order])
                forward += answer.data(plural)?.arrayValue?.map(\.id) ?? []
                end = answer["pageInfo"]?.text("endCursor")
                if answer["pageInfo"]?["hasNextPage"] != true { break }
            }
            #expect(forward == whole, "forward by \(size)")
            var backward: [String] = []
            var start = try api.get("/rest/\(plural)", ["order_by": order])["pageInfo"]?.text("endCursor")
            for _ in 0..<20 {
                guard let place = start else { break }
                let answer = try api.get(
                    "/rest/\(plural)", ["order_by": order, "limit": "\(size)", "ending_before": place])
                backward = (answer.data(plural)?.arrayValue?.map(\.id) ?? []) + backward
                start = answer["pageInfo"]?["hasPreviousPage"] == true ? answer["pageInfo"]?.text("startCursor") : nil
            }
            #expect(backward == Array(whole.dropLast()), "backward by \(size)")
        }
    }

    @Test("The record under the cursor need not exist any more")
    func gone() throws {
        let api = try API()
        try api.createMany("people", (1...4).map { ["id": .string(uuid($0)), "position": .int(Int64($0))] })
        let cursor = try #require(
            try api.get("/rest/people", ["order_by": "position", "limit": "2"])["pageInfo"]?.text("endCursor"))
        _ = try api.delete("/rest/people/\(uuid(2))")
        let after = try api.list("people", ["order_by": "position", "starting_after": cursor])
        #expect(after.map(\.id) == [uuid(3), uuid(4)])
        let before = try api.list("people", ["order_by": "position", "ending_before": cursor])
        #expect(before.map(\.id) == [uuid(1)])
    }

    private func page(_ cursor: String, order: String = "") throws -> Answer {
        try sharedAPI().get("/rest/people", ["order_by": order, "starting_after": Data.base64(cursor), "limit": "2"])
    }

    @Test("Older dotted keys are still read")
    func dottedKeys() throws {
        let order = "name.lastName"
        let nested = try page(#"{"name":{"lastName":""},"id":"\#(uuid(3))"}"#, order: order)
        let dotted = try page(#"{"name.lastName":"","id":"\#(uuid(3))"}"#, order: order)
        #expect(nested.data("people")?.arrayValue?.map(\.id) == [uuid(4), uuid(5)])
        #expect(dotted.data("people")?.arrayValue?.map(\.id) == [uuid(4), uuid(5)])
    }

    @Test("Keys may come in any order, as clients build cursors themselves (graphql-core 6.5)")
    func ownCursors() throws {
        let answer = try page(#"{"id":"\#(uuid(4))", "position": 0}"#, order: "position")
        #expect(answer.data("people")?.arrayValue?.map(\.id) == [uuid(7), uuid(10)])
    }

    @Test("A sort key that is missing is no error: paging follows those that are there")
    func missingKey() throws {
        let answer = try page(#"{"id":"\#(uuid(8))"}"#, order: "position")
        #expect(answer.status == 200)
        #expect(answer.data("people")?.arrayValue?.map(\.id) == [uuid(10), uuid(9)])
    }

    @Test(
        "What is no base64 JSON object is told as it came",
        arguments: ["x", "%%%", "bm90IGpzb24=", "WzFd", "MQ=="])
    func undecodable(cursor: String) throws {
        for name in ["starting_after", "ending_before"] {
            let answer = try sharedAPI().get("/rest/people?\(name)=\(cursor.urlEncoded)")
            #expect(answer.refusal == Refusal(400, "Invalid cursor: \(cursor)", code: "INVALID_CURSOR"))
        }
    }

    @Test(
        "Keys and values of a cursor are checked against the order",
        arguments: [
            (#"{"jobTitle":"a","id":"\#(uuid(1))"}"#, "position", "Invalid cursor"),
            (#"{"foo":1,"id":"\#(uuid(1))"}"#, "position", "Field metadata not found for key: foo"),
            (#"{"name":"x","id":"\#(uuid(1))"}"#, "name.lastName", "Expected composite field order by"),
            (#"{"position":{"a":1},"id":"\#(uuid(1))"}"#, "position", "Expected non-composite field order by"),
        ])
    func wrongKeys(cursor: String, order: String, message: String) throws {
        #expect(try page(cursor, order: order).refusal == Refusal(400, message, code: "INVALID_CURSOR"))
    }

    @Test("Padding may be left out, as the real decoder does not need it")
    func unpadded() throws {
        let cursor = Data.base64(#"{"id":"\#(uuid(3))" }"#)
        #expect(cursor.hasSuffix("="))
        let bare = cursor.replacing("=", with: "")
        #expect(try sharedAPI().list("people", ["starting_after": bare, "limit": "1"]).map(\.id) == [uuid(4)])
    }

    @Test("Filter, order and cursor may go through the same relation")
    func sameRelation() throws {
        let api = try sharedAPI()
        let query = "/rest/people?filter=company.name[is]:NOT_NULL&order_by=company.name[DescNullsLast]&limit=2"
        let first = try api.get(query)
        #expect(first["totalCount"] == 5)
        #expect(first.data("people")?.arrayValue?.map(\.id) == [3, 7].map(uuid))
        let cursor = try #require(first["pageInfo"]?.text("endCursor"))
        let second = try api.get("\(query)&starting_after=\(cursor.urlEncoded)")
        #expect(second.data("people")?.arrayValue?.map(\.id) == [1, 4].map(uuid))
    }

    @Test("A repeated or empty cursor is absent (rest-core 4)")
    func repeated() throws {
        let answer = try sharedAPI().get("/rest/people?starting_after=x&starting_after=y&ending_before=&limit=1")
        #expect(answer.data("people")?.arrayValue?.map(\.id) == [uuid(1)])
    }

    @Test("Both cursors at once conflict")
    func both() throws {
        let cursor = Data.base64("{}")
        #expect(
            try sharedAPI().get("/rest/people", ["starting_after": cursor, "ending_before": cursor]).refusal
                == Refusal(400, "Cannot provide both before and after", code: "ARGS_CONFLICT"))
    }
}

private enum CursorRecords {
    /// Keys with NULLs and ties: companies' names and people's titles, amounts and companies.
    @Sendable static func prepare(_ api: API) throws {
        try api.createMany(
            "companies",
            [
                ["id": .string(uuid(1)), "name": "Acme"], ["id": .string(uuid(2)), "name": "Zebra"],
                ["id": .string(uuid(3))],
            ])
        let titles = ["b", "", "a", "b", "", "é", "A", "c", "", "a"]
        let companies = [1, 0, 2, 1, 3, 0, 2, 1, 3, 0]
        try api.createMany(
            "people",
            (0..<10).map { index in
                [
                    "id": .string(uuid(index + 1)), "jobTitle": .string(titles[index]),
                    "position": .int(Int64(index % 3)),
                    "companyId": companies[index] == 0 ? nil : .string(uuid(companies[index])),
                    "createdAt": .string("2026-01-0\(index % 4 + 1)T00:00:00.000Z"),
                ]
            })
        try api.createMany(
            "opportunities",
            (0..<10).map { index in
                [
                    "id": .string(uuid(index + 1)), "stage": .string(["NEW", "MEETING", "CUSTOMER"][index % 3]),
                    "amount": ["amountMicros": index % 4 == 0 ? nil : .int(Int64(index % 4))],
                    "closeDate": index % 2 == 0 ? nil : .string("2026-02-0\(index)"),
                ]
            })
    }
}
