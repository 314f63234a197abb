import JSON
import Testing

/// Graphql-core 13.1; data-model 9.
struct SearchTests {
    private let api: API

    init() throws {
        api = try API()
        try api.createMany(
            "people",
            [
                [
                    "id": .string(uuid(1)), "name": ["firstName": "José", "lastName": "Müller"],
                    "phones": ["primaryPhoneNumber": "2071234567", "primaryPhoneCountryCode": "GB"],
                    "emails": ["primaryEmail": "jm@needle.example", "additionalEmails": ["other@haystack.example"]],
                ],
                ["id": .string(uuid(2)), "name": ["firstName": "Acme", "lastName": "Acme"]],
                ["id": .string(uuid(3)), "name": ["firstName": "Acmeline", "lastName": "Jones"]],
            ])
        try api.create(
            "companies",
            ["id": .string(uuid(4)), "name": "Acme", "domainName": ["primaryLinkUrl": "https://docs.widgets.com"]])
        try api.create(
            "notes", ["id": .string(uuid(5)), "title": "About acme", "bodyV2": ["markdown": "Rocket *fuel*"]])
    }

    private func search(_ input: String, _ arguments: String = "limit:10") throws -> JSONValue {
        try #require(
            try api.data(
                "query($s:String!){search(searchInput:$s,\(arguments)){edges{cursor node{recordId objectNameSingular objectLabelSingular label imageUrl tsRankCD tsRank}} pageInfo{endCursor hasNextPage}}}",
                ["s": .string(input)])["search"])
    }

    private func ids(_ input: String, _ arguments: String = "limit:10") throws -> [Int] {
        let edges = try search(input, arguments)["edges"]?.arrayValue ?? []
        return edges.compactMap { $0.at("node", "recordId")?.stringValue.flatMap { Int($0.prefix(8), radix: 16) } }
    }

    @Test(
        "words, phones, addresses and domains are found by how they begin, without case and accents",
        arguments: [
            ("jose", [1]), ("JOSÉ", [1]), ("müll", [1]), ("2071234567", [1]), ("442071234567", [1]),
            ("+442071234567", [1]), ("02071234567", [1]), ("jm@needle.example", [1]), ("needle.exam", [1]),
            ("haystack", [1]), ("docs.widgets", [4]), ("fuel", [5]), ("jose nonsense", [1]), ("  ", [1, 2, 3, 4, 5]),
            ("eedl", [1]), ("zzz", []), ("\"", []), ("acme* OR", [2, 4, 3, 5]),
        ] as [(String, [Int])])
    func matches(input: String, expected: [Int]) throws {
        let found = try ids(input)
        #expect(Set(found) == Set(expected), "\(found)")
    }

    @Test("ranks as PostgreSQL's, ties by object and id")
    func ranking() throws {
        let edges = try search("acme")["edges"]?.arrayValue ?? []
        let shown = edges.map { [$0.at("node", "label") ?? nil, $0.at("node", "tsRankCD") ?? nil] }
        #expect(
            shown == [
                ["Acme Acme", 0.2], ["Acmeline Jones", 0.1], ["Acme", 0.1], ["About acme", 0.1],
            ])
        let both = try search("acme jones")["edges"]?[0]?["node"]
        #expect(both?["label"] == "Acmeline Jones")
        #expect(try ids("jones acme").first == 3)
    }

    @Test("pages by cursor, over all objects")
    func paging() throws {
        var seen: [String] = []
        var after: JSONValue = nil
        for page in 0..<4 {
            let arguments = after.isNull ? "limit:1" : "limit:1,after:\(after.serializedText)"
            let result = try search("acme", arguments)
            seen += result["edges"]?.arrayValue?.compactMap { $0.at("node", "label")?.stringValue } ?? []
            #expect(result.at("pageInfo", "hasNextPage") == .bool(page < 3))
            after = result.at("pageInfo", "endCursor") ?? nil
        }
        #expect(seen == ["Acme Acme", "Acmeline Jones", "Acme", "About acme"])
        #expect(try search("acme", "limit:1,after:\(after.serializedText)")["edges"] == [])
        let none = try search("acme", "limit:0")
        #expect(none == ["edges": [], "pageInfo": ["endCursor": nil, "hasNextPage": true]])
    }

    @Test("objects and filters")
    func restriction() throws {
        #expect(try ids("acme", "limit:9,includedObjectNameSingulars:[\"company\"]") == [4])
        #expect(try ids("acme", "limit:9,excludedObjectNameSingulars:[\"person\",\"note\"]") == [4])
        #expect(try ids("acme", "limit:9,filter:{id:{eq:\"\(uuid(2))\"}}") == [2])
        #expect(
            try search("acme", "limit:9,includedObjectNameSingulars:[\"company\"]").at("edges", "0", "node", "imageUrl")
                == "https://twenty-icons.com/docs.widgets.com")
    }

    @Test("the index follows every write")
    func freshness() throws {
        #expect(try ids("acme").count == 4)
        try api.update("people", uuid(2), ["name": ["firstName": "Zoe", "lastName": "Z"]])
        #expect(try ids("zoe") == [2])
        #expect(try ids("acme").count == 3)
        _ = try api.delete("/rest/people/\(uuid(2))", ["soft_delete": "true"])
        #expect(try ids("zoe") == [])
        #expect(try ids("zoe", "limit:9,filter:{deletedAt:{is:NOT_NULL}}") == [2])
        _ = try api.delete("/rest/people/\(uuid(2))")
        #expect(try ids("zoe", "limit:9,filter:{deletedAt:{is:NOT_NULL}}") == [])
        try api.createMany("companies", (0..<5).map { ["name": .string("Fresh \($0)")] })
        #expect(try ids("fresh").count == 5)
    }

    @Test("what has been searched can be destroyed, whatever its foreign keys do to others (9.5)")
    func destruction() throws {
        _ = try ids("acme")
        let company = try api.create("companies", ["name": "Doomed"]).id
        let person = try api.create("people", ["companyId": .string(company)]).id
        try api.create("opportunities", ["companyId": .string(company), "pointOfContactId": .string(person)])
        #expect(
            try api.data("mutation{destroyCompany(id:\"\(company)\"){id}}") == [
                "destroyCompany": ["id": .string(company)]
            ])
        #expect(try api.find("people", person)["companyId"] == .null)
        #expect(try api.delete("/rest/people/\(person)").status == 200)
        #expect(try ids("doomed") == [])
    }

    @Test("what is refused, in the shape of the core schema (13)")
    func refusals() throws {
        let tooMany = try api.graphQL("{search(searchInput:\"a\",limit:101){edges{cursor}}}")
        #expect(tooMany.status == 200 && tooMany["data"] == .null)
        #expect(tooMany.graphQLRefusal == .bad("Limit cannot exceed 100 items"))
        #expect(tooMany.json.at("errors", "0", "name") == "UserInputError")
        #expect(
            try api.graphQL("{search(searchInput:\"a\",limit:1,after:\"x\"){edges{cursor}}}").graphQLRefusal?.message
                == "Invalid cursor: x")
        let missing = try api.graphQL("{search(limit:1){edges{cursor}}}", accept: nil)
        #expect(missing.status == 400)
        #expect(
            missing.graphQLRefusal?.message
                == "Field \"search\" argument \"searchInput\" of type \"String!\" is required, but it was not provided."
        )
        let variable = try api.graphQL("query($s:String!){search(searchInput:$s,limit:1){edges{cursor}}}", accept: nil)
        #expect(variable.status == 400)
        #expect(variable.graphQLRefusal == .bad("Variable \"$s\" of required type \"String!\" was not provided."))
    }

    @Test("timelines are empty; a malformed id is a coercion error (13)")
    func timeline() throws {
        let document =
            "query($id:UUID!){getTimelineThreadsFromPersonId(personId:$id,page:1,pageSize:5){totalNumberOfThreads timelineThreads{id}}}"
        #expect(
            try api.data(document, ["id": .string(uuid(1))])
                == ["getTimelineThreadsFromPersonId": ["totalNumberOfThreads": 0, "timelineThreads": []]])
        let malformed = try api.graphQL(document, ["id": "x"], accept: "*/*")
        #expect(malformed.status == 400)
        #expect(malformed.graphQLRefusal == GraphQLRefusal("Invalid UUID: 'x'", "GRAPHQL_VALIDATION_FAILED"))
        #expect(malformed.json["errors"]?[0]?["extensions"]?["http"] == ["status": 400])
    }
}
