import Foundation
import JSON
import Testing

/// rest-core 4 (limit), 5.1 and 7.2.
@Suite("Paging", .sharedServer(PagingRecords.prepare)) struct PagingTests {
    private func page(_ query: KeyValuePairs<String, String>) throws -> (numbers: [Int], info: JSONValue) {
        let answer = try sharedAPI().get("/rest/people", query)
        try #require(answer.status == 200, "\(answer.raw)")
        #expect(answer["totalCount"] == 4)
        let ids = answer.data("people")?.arrayValue?.map(\.id) ?? []
        return (ids.compactMap { Int($0.prefix(8), radix: 16) }, answer["pageInfo"] ?? .null)
    }

    private func cursor(_ number: Int) -> String { Data.base64("{\"id\":\"\(uuid(number))\"}") }

    @Test("The default page has 60 records, the largest 200; more is clamped without a word")
    func limits() throws {
        let api = try sharedAPI()
        #expect(try api.list("companies").count == 60)
        #expect(try api.list("companies", ["limit": ""]).count == 60)
        #expect(try api.list("companies", ["limit": "200"]).count == 200)
        #expect(try api.list("companies", ["limit": "201"]).count == 200)
        #expect(try api.list("companies", ["limit": "1e9"]).count == 200)
        #expect(try api.list("companies", ["limit": "3"]).count == 3)
        #expect(try api.get("/rest/companies", ["limit": "2.5"]).status == 200)
        #expect(try api.get("/rest/companies", ["limit": "3"])["totalCount"] == 250)
    }

    @Test("A limit that is no number, or negative, is refused", arguments: ["abc", "-1", "1,2", "NaN", "ten", "0x"])
    func badLimit(limit: String) throws {
        #expect(
            try sharedAPI().get("/rest/people", ["limit": limit]).refusal
                == Refusal(
                    400, "limit '\(limit)' is invalid. Should be an integer", code: "INVALID_LIMIT_QUERY_PARAM"))
    }

    @Test("A repeated limit is not a number")
    func repeatedLimit() throws {
        let answer = try sharedAPI().get("/rest/people?limit=1&limit=2")
        #expect(answer.status == 400)
        #expect(answer.message?.hasSuffix("is invalid. Should be an integer") == true)
    }

    @Test("limit=0 is honoured: nothing, and more to come")
    func zero() throws {
        let (numbers, info) = try page(["limit": "0"])
        #expect(numbers == [])
        #expect(info == ["hasNextPage": true, "hasPreviousPage": false, "startCursor": nil, "endCursor": nil])
        let none = try sharedAPI().get("/rest/tasks", ["limit": "0"])
        #expect(none["pageInfo"]?["hasNextPage"] == false)
    }

    @Test("Forward from the start, then from a cursor")
    func forward() throws {
        let (first, info) = try page(["limit": "2"])
        #expect(first == [1, 2])
        #expect(
            info == [
                "hasNextPage": true, "hasPreviousPage": false, "startCursor": .string(cursor(1)),
                "endCursor": .string(cursor(2)),
            ])
        let (second, next) = try page(["limit": "2", "starting_after": cursor(2)])
        #expect(second == [3, 4])
        #expect(
            next == [
                "hasNextPage": false, "hasPreviousPage": true, "startCursor": .string(cursor(3)),
                "endCursor": .string(cursor(4)),
            ])
        #expect(try page(["limit": "1", "starting_after": cursor(1)]).numbers == [2])
        #expect(try page(["limit": "4"]).info["hasNextPage"] == false)
        #expect(try page(["limit": "3"]).info["hasNextPage"] == true)
    }

    @Test("Backward is the records just before the cursor, in forward order")
    func backward() throws {
        let (numbers, info) = try page(["limit": "2", "ending_before": cursor(4)])
        #expect(numbers == [2, 3])
        #expect(
            info == [
                "hasNextPage": true, "hasPreviousPage": true, "startCursor": .string(cursor(2)),
                "endCursor": .string(cursor(3)),
            ])
        let (first, start) = try page(["limit": "2", "ending_before": cursor(2)])
        #expect(first == [1])
        #expect(start["hasPreviousPage"] == false)
        #expect(start["hasNextPage"] == true)
    }

    @Test("Past either end there is nothing, but the flag of the given cursor stays")
    func pastTheEnds() throws {
        let after = try page(["starting_after": cursor(4)])
        #expect(after.numbers == [])
        #expect(
            after.info == ["hasNextPage": false, "hasPreviousPage": true, "startCursor": nil, "endCursor": nil])
        let before = try page(["ending_before": cursor(1)])
        #expect(before.numbers == [])
        #expect(
            before.info == ["hasNextPage": true, "hasPreviousPage": false, "startCursor": nil, "endCursor": nil])
    }

    @Test("No match: an empty list, 0, both flags false, no cursors (5.1)")
    func noMatch() throws {
        #expect(
            try sharedAPI().get("/rest/people", ["filter": "id[eq]:\(uuid(77))"]).raw
                == #"{"data":{"people":[]},"totalCount":0,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"#
                + #""startCursor":null,"endCursor":null}}"#)
    }

    @Test("totalCount counts what matches, whatever the cursor and the limit")
    func totalCount() throws {
        let api = try sharedAPI()
        let answer = try api.get(
            "/rest/people", ["filter": "position[lte]:3", "limit": "1", "starting_after": cursor(2)])
        #expect(answer["totalCount"] == 3)
        #expect(answer.data("people")?.arrayValue?.map(\.id) == [uuid(3)])
    }

    @Test("Wrong names of parameters are ignored (rest-core 4)")
    func ignored() throws {
        let query = "search=x&offset=2&page=2&orderBy=foo&cursor=x&after=x&startingAfter=x&first=1&softDelete=true"
        let answer = try sharedAPI().get("/rest/people?\(query)")
        #expect(answer.data("people")?.arrayValue?.map(\.id) == (1...4).map(uuid))
    }

    @Test("Walking a list page by page meets every record once, in both directions")
    func walk() throws {
        let api = try sharedAPI()
        var forward: [String] = []
        var cursor: String?
        repeat {
            let answer = try api.get(
                "/rest/companies?limit=37" + (cursor.map { "&starting_after=\($0.urlEncoded)" } ?? ""))
            forward += answer.data("companies")?.arrayValue?.map(\.id) ?? []
            cursor = answer["pageInfo"]?["hasNextPage"] == true ? answer["pageInfo"]?.text("endCursor") : nil
        } while cursor != nil
        #expect(forward == (1...250).map(uuid))
        var backward: [String] = []
        cursor = Data.base64("{\"id\":\"ffffffff-ffff-4fff-bfff-ffffffffffff\"}")
        while let place = cursor {
            let answer = try api.get("/rest/companies?limit=41&ending_before=\(place.urlEncoded)")
            backward = (answer.data("companies")?.arrayValue?.map(\.id) ?? []) + backward
            cursor = answer["pageInfo"]?["hasPreviousPage"] == true ? answer["pageInfo"]?.text("startCursor") : nil
        }
        #expect(backward == (1...250).map(uuid))
    }
}

private enum PagingRecords {
    @Sendable static func prepare(_ api: API) throws {
        for start in stride(from: 1, through: 250, by: 125) {
            try api.createMany("companies", (start..<start + 125).map { ["id": .string(uuid($0))] })
        }
        try api.createMany("people", (1...4).map { ["id": .string(uuid($0)), "position": .int(Int64($0))] })
    }
}
