import JSON
import Testing

/// rest-core 12, data-model 10.
@Suite("Finding duplicates") struct DuplicateTests {
    let api: API

    init() throws { api = try API() }

    private func duplicates(_ plural: String, _ body: JSONValue, _ query: KeyValuePairs<String, String> = [:]) throws
        -> Answer
    {
        try api.post("/rest/\(plural)/duplicates", body, query)
    }

    private func ids(_ answer: Answer, _ key: String = "personDuplicates") -> [[String]] {
        (answer["data"]?.arrayValue ?? []).map { $0[key]?.arrayValue?.map(\.id).sorted() ?? [] }
    }

    private static func named(_ first: String, _ last: String) -> JSONValue {
        ["name": ["firstName": .string(first), "lastName": .string(last)]]
    }

    @Test("One element for each record, with count, page info and the records (200)")
    func shape() throws {
        let person = try api.create("people", DuplicateTests.named("Ada", "Byron"))
        let answer = try duplicates("people", ["data": [DuplicateTests.named("Ada", "Byron"), [:]]])
        #expect(answer.status == 200)
        let cursor = JSONValue.string("{\"id\":\"\(person.id)\"}".base64)
        #expect(
            answer["data"] == [
                [
                    "totalCount": 1,
                    "pageInfo": [
                        "hasNextPage": false, "hasPreviousPage": false, "startCursor": cursor, "endCursor": cursor,
                    ],
                    "personDuplicates": [try api.find("people", person.id)],
                ],
                [
                    "totalCount": 0,
                    "pageInfo": [
                        "hasNextPage": false, "hasPreviousPage": false, "startCursor": nil, "endCursor": nil,
                    ],
                    "personDuplicates": [],
                ],
            ])
    }

    @Test("person: first and last name, LinkedIn link or e-mail address, as they are stored")
    func personCriteria() throws {
        let person = try api.create(
            "people",
            [
                "name": ["firstName": "Ada", "lastName": "Byron"], "emails": ["primaryEmail": "ada@x.io"],
                "linkedinLink": ["primaryLinkUrl": "https://linkedin.com/in/ada"],
            ])
        for (data, isFound) in [
            (DuplicateTests.named("Ada", "Byron"), true), (["name": ["firstName": "Ada"]], false),
            (DuplicateTests.named("ada", "Byron"), false), (["emails": ["primaryEmail": "ADA@X.IO"]], true),
            (["linkedinLink": ["primaryLinkUrl": "HTTPS://LinkedIn.com/in/ada/"]], true),
            (["jobTitle": "x"], false), (["emails": ["additionalEmails": ["ada@x.io"]]], false),
        ] as [(JSONValue, Bool)] {
            #expect(ids(try duplicates("people", ["data": [data]])) == [isFound ? [person.id] : []], "\(data)")
        }
    }

    @Test("company: name or domain")
    func companyCriteria() throws {
        let company = try api.create("companies", ["name": "Acme", "domainName": ["primaryLinkUrl": "acme.com"]])
        for (data, isFound) in [
            (["name": "Acme"], true), (["name": "acme"], false),
            (["domainName": ["primaryLinkUrl": "www.acme.com"]], true), (["name": "Other"], false),
        ] as [(JSONValue, Bool)] {
            #expect(
                ids(try duplicates("companies", ["data": [data]]), "companyDuplicates")
                    == [isFound ? [company.id] : []], "\(data)")
        }
    }

    @Test("A criterion with a value of less than three characters is skipped")
    func shortValues() throws {
        try api.create("companies", ["name": "AB"])
        #expect(ids(try duplicates("companies", ["data": [["name": "AB"]]]), "companyDuplicates") == [[]])
        try api.create("people", DuplicateTests.named("Al", "Byron"))
        #expect(ids(try duplicates("people", ["data": [DuplicateTests.named("Al", "Byron")]])) == [[]])
        let three = try api.create("companies", ["name": "ABC"])
        #expect(ids(try duplicates("companies", ["data": [["name": "ABC"]]]), "companyDuplicates") == [[three.id]])
    }

    @Test("Objects without criteria have none: always empty")
    func noCriteria() throws {
        let task = try api.create("tasks", ["title": "same"])
        try api.create("tasks", ["title": "same"])
        let answer = try duplicates("tasks", ["ids": [.string(task.id)]])
        #expect(answer["data"]?[0]?["totalCount"] == 0)
        #expect(answer["data"]?[0]?["taskDuplicates"] == [])
    }

    @Test("By ids: one element for each record that exists and lives, without the record itself")
    func byIDs() throws {
        let twins = try api.createMany("people", Array(repeating: DuplicateTests.named("Ada", "Byron"), count: 3))
        let alone = try api.create("people", DuplicateTests.named("Bob", "Builder"))
        _ = try api.delete("/rest/people/\(twins[2].id)", ["soft_delete": "true"])
        let asked: JSONValue = [
            .string(twins[0].id), .string(twins[2].id), .string(alone.id), .string(uuid(404)),
            .string(twins[1].id.uppercased()),
        ]
        #expect(ids(try duplicates("people", ["ids": asked])) == [[twins[1].id], [], [twins[0].id]])
    }

    @Test("By data: an id in one excludes that record; soft-deleted rows are no duplicates")
    func byData() throws {
        let twins = try api.createMany("people", Array(repeating: DuplicateTests.named("Ada", "Byron"), count: 3))
        _ = try api.delete("/rest/people/\(twins[2].id)", ["soft_delete": "true"])
        var data = DuplicateTests.named("Ada", "Byron").objectValue ?? JSONObject()
        data["id"] = .string(twins[0].id)
        #expect(ids(try duplicates("people", ["data": [.object(data)]])) == [[twins[1].id]])
    }

    @Test("depth is honoured")
    func depth() throws {
        let company = try api.create("companies")
        try api.create("people", ["emails": ["primaryEmail": "a@x.io"], "companyId": .string(company.id)])
        let answer = try duplicates("people", ["data": [["emails": ["primaryEmail": "a@x.io"]]]], ["depth": "1"])
        #expect(answer["data"]?[0]?["personDuplicates"]?[0]?["company"]?.id == company.id)
    }

    struct Case: Sendable {
        let body: JSONValue
        let refusal: Refusal

        init(_ body: JSONValue, _ refusal: Refusal) {
            self.body = body
            self.refusal = refusal
        }
    }

    @Test(
        "The arguments are checked",
        arguments: [
            Case([:], Refusal.query(#"You have to provide either "data" or "ids" argument"#)),
            Case(["data": [], "ids": []], .query(#"You cannot provide both "data" and "ids" arguments"#)),
            Case(["data": [[:]], "ids": []], .query(#"You cannot provide both "data" and "ids" arguments"#)),
            Case(["data": []], .query(#"The "data" condition can not be empty when "ids" input not provided"#)),
            Case(["ids": ["x"]], Refusal(400, #"invalid input syntax for type uuid: "x""#)),
            Case(["data": [["foo": 1]]], .data(#"Object person doesn't have any "foo" field."#)),
            Case(
                ["data": [["emails": ["primaryEmail": "x"]]]],
                .data(#"Invalid string value 'x' for email field "emails.primaryEmail""#)
            ),
        ])
    func arguments(_ wanted: Case) throws {
        #expect(try duplicates("people", wanted.body).refusal == wanted.refusal)
    }

    @Test("No ids: an empty list")
    func noIDs() throws {
        #expect(try duplicates("people", ["ids": []]).raw == #"{"data":[]}"#)
    }

    @Test("No body at all")
    func noBody() throws {
        #expect(try api.post("/rest/people/duplicates", nil).status == 400)
    }

    @Test("At most 200 duplicates")
    func limit() throws {
        for _ in 0..<3 { try api.createMany("companies", Array(repeating: ["name": "Acme"], count: 70)) }
        let answer = try duplicates("companies", ["data": [["name": "Acme"]]])
        #expect(answer["data"]?[0]?["companyDuplicates"]?.arrayValue?.count == 200)
        #expect(answer["data"]?[0]?["pageInfo"]?["hasNextPage"] == false)
    }
}
