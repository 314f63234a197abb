import JSON
import Testing

/// Bad input gets an error and changes nothing, whatever the endpoint (rest-core 2, design "Habits").
@Suite("Bad input changes nothing", .sharedServer(BadInputRecords.prepare)) struct BadInputTests {
    struct Request: Sendable, CustomTestStringConvertible {
        let method: String
        let target: String
        let body: JSONValue?

        init(_ method: String, _ target: String, _ body: JSONValue? = nil) {
            self.method = method
            self.target = target
            self.body = body
        }

        var testDescription: String { "\(method) \(target) \(body?.serializedText ?? "")" }
    }

    private static let person = "/rest/people/\(uuid(1))"
    private static let ids: JSONValue = [.string(uuid(1)), .string(uuid(2))]

    static let requests = [
        Request("POST", "/rest/people?depth=2", [:]), Request("POST", "/rest/people?fields=zz", [:]),
        Request("POST", "/rest/people?fields=", [:]), Request("POST", "/rest/foo", [:]),
        Request("POST", "/rest/person", [:]), Request("POST", "/rest/people/x", [:]),
        Request("POST", "/rest/people/\(uuid(1))/x", [:]), Request("POST", "/rest/people"),
        Request("POST", "/rest/batch/people", [:]), Request("POST", "/rest/batch/people"),
        Request("POST", "/rest/batch/people?fields=zz", [[:], [:]]), Request("POST", "/rest/batch/people", [[:], 1]),
        Request("POST", "/rest/batch/people?upsert=true", [["id": .string(uuid(1)), "jobTitle": "x"], ["foo": 1]]),
        Request(
            "POST", "/rest/batch/people?upsert=true",
            [["id": .string(uuid(1)), "jobTitle": "x"], ["companyId": .string(uuid(404))]]),
        Request("PATCH", person + "?depth=2", ["jobTitle": "x"]),
        Request("PATCH", person + "?fields=zz", ["jobTitle": "x"]),
        Request("PATCH", person, ["jobTitle": "x", "foo": 1]), Request("PATCH", person),
        Request("PATCH", person, ["jobTitle": "x", "companyId": .string(uuid(404))]),
        Request("PATCH", person, ["jobTitle": "x", "company": ["connect": ["where": ["name": "Acme"]]]]),
        Request("PATCH", person, ["jobTitle": "x", "emails": ["primaryEmail": "taken@x.io"]]),
        Request("PATCH", "/rest/people?filter=(", ["jobTitle": "x"]),
        Request("PATCH", "/rest/people?filter=zz[eq]:1", ["jobTitle": "x"]),
        Request("PATCH", "/rest/people?filter=id[eq]:x", ["jobTitle": "x"]),
        Request("PATCH", "/rest/people?depth=2", ["jobTitle": "x"]),
        Request("PATCH", "/rest/people?fields=zz", ["jobTitle": "x"]),
        Request("PATCH", "/rest/people", ["jobTitle": "x", "emails": ["primaryEmail": "same@x.io"]]),
        Request("DELETE", "/rest/people"), Request("DELETE", "/rest/people?filter="),
        Request("DELETE", "/rest/people?filter=zz[eq]:1"), Request("DELETE", "/rest/people?filter=id[is]:x"),
        Request("DELETE", "/rest/people?filter=name[eq]:x&soft_delete=true"),
        Request("DELETE", "/rest/people?soft_delete=true"), Request("DELETE", "/rest/people/x"),
        Request("DELETE", "/rest/people/restore"), Request("DELETE", person + "/x"),
        Request("PATCH", person + "/restore?fields=zz"), Request("PATCH", "/rest/people/restore?filter=zz[eq]:1"),
        Request("PATCH", "/rest/people/restore?depth=2"), Request("PATCH", "/rest/restore/people/x"),
        Request("PATCH", "/rest/people/merge", ["ids": ids, "conflictPriorityIndex": 2]),
        Request("PATCH", "/rest/people/merge", ["ids": ids]),
        Request("PATCH", "/rest/people/merge?fields=zz", ["ids": ids, "conflictPriorityIndex": 0]),
        Request("PATCH", "/rest/people/merge", ["ids": "x", "conflictPriorityIndex": 0]),
        Request("PATCH", "/rest/people/merge", ["ids": [1, 2], "conflictPriorityIndex": 0]),
        Request("PATCH", "/rest/people/merge", ["ids": ["x", "y"], "conflictPriorityIndex": 0]),
        Request("POST", "/rest/people/duplicates", ["data": [["foo": 1]]]),
        Request("POST", "/rest/people/duplicates", ["data": "x"]),
        Request(
            "GET", "/rest/people?filter=jobTitle[eq]:'; DROP TABLE person; --'&order_by=x".replacing(" ", with: "+")),
        Request("GET", "/rest/people/groupBy?group_by=[{%22jobTitle\\%22;DROP%22:true}]"),
    ]

    @Test("Every one is refused, and every table stays as it was", arguments: requests)
    func refused(_ request: Request) throws {
        let api = try sharedAPI()
        let before = try StoredTables(api)
        let answer = try api.request(request.method, request.target, [:], request.body)
        #expect((400..<500).contains(answer.status), "\(answer.status) \(answer.raw)")
        #expect(answer.json["statusCode"] == .int(Int64(answer.status)))
        let after = try StoredTables(api)
        #expect(after == before, "\(after.differences(from: before))")
    }

    @Test(
        "Odd cursors, queries and values are answered, never with a failure of the server",
        arguments: [
            "starting_after=\(#"{"id":1}"#.base64)", "starting_after=\(#"{"id":null}"#.base64)",
            "starting_after=\(#"{"id":"x"}"#.base64)", "starting_after=\("{}".base64)",
            "order_by=position&starting_after=\(#"{"position":"x","id":"y"}"#.base64)",
            "order_by=position&starting_after=\(#"{"position":[1],"id":"y"}"#.base64)",
            "order_by=createdAt&ending_before=\(#"{"createdAt":"x","id":"y"}"#.base64)",
            "order_by=createdAt&ending_before=\(#"{"createdAt":5,"id":"y"}"#.base64)",
            "order_by=createdBy.source&starting_after=\(#"{"createdBy":{"source":"X"},"id":"y"}"#.base64)",
            "filter=%FF%FE", "filter=jobTitle[eq]:%00", "filter=jobTitle[like]:%5C", "filter=jobTitle[ilike]:\\",
            "filter=jobTitle[like]:" + String(repeating: "%25_", count: 400), "limit=1e400", "limit=%20%20",
            "%=%&&==&a[b[c]]=1",
            "filter=position[eq]:1e999", "filter=position[eq]:-", "filter=position[in]:[1,,2]", "order_by=%00",
            "order_by=[,]",
            "fields=__proto__", "filter=__proto__[eq]:1", "filter=constructor.name[eq]:1",
            "depth=1&depth[]=1&depth[x]=1",
        ])
    func odd(query: String) throws {
        let answer = try sharedAPI().get("/rest/people?\(query)")
        #expect(answer.status == 200 || answer.status == 400, "\(answer.status) \(answer.raw)")
    }
}

private enum BadInputRecords {
    @Sendable static func prepare(_ api: API) throws {
        try api.create("companies", ["id": .string(uuid(1)), "name": "Acme"])
        try api.createMany(
            "people",
            [
                ["id": .string(uuid(1)), "companyId": .string(uuid(1)), "jobTitle": "a"],
                ["id": .string(uuid(2)), "emails": ["primaryEmail": "taken@x.io"]], ["id": .string(uuid(3))],
            ])
        _ = try api.delete("/rest/people/\(uuid(3))", ["soft_delete": "true"])
    }
}
