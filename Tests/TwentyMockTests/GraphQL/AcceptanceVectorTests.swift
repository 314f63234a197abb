import JSON
import Testing

@testable import TwentyMock

/// Graphql-core 16: the acceptance vectors, by their numbers.
struct AcceptanceVectorTests {
    private let api: API

    init() throws { api = try API() }

    @Test("1, 2: a count, and pages that follow one another without overlap")
    func pages() throws {
        for number in 1...5 {
            try api.create("people", ["id": .string(uuid(number)), "createdAt": "2026-01-01T00:00:00Z"])
        }
        #expect(try api.data("{people{totalCount}}") == ["people": ["totalCount": 5]])
        let selection = "edges{cursor node{id}} pageInfo{hasNextPage endCursor}"
        var seen: [String] = []
        var after = ""
        repeat {
            let page = try api.data(
                "{people(first:2,orderBy:[{createdAt:AscNullsLast}]\(after)){\(selection)}}")["people"]
            seen += page?["edges"]?.arrayValue?.compactMap { $0["node"]?.id } ?? []
            after =
                page?.at("pageInfo", "hasNextPage") == true
                ? ",after:\"\(page?.text("pageInfo", "endCursor") ?? "")\"" : ""
        } while !after.isEmpty && seen.count < 10
        #expect(seen == (1...5).map(uuid))
    }

    @Test(
        "3, 4, 5, 7, 10, 14, 15, 18, 21, 23: what is refused",
        arguments: [
            ("{people(first:1,last:1){totalCount}}", .bad("Cannot provide both first and last", "ARGS_CONFLICT")),
            ("{people(foo:1){totalCount}}", .query("Argument not allowed: foo")),
            ("{person(filter:{id:{eq:\"\(uuid(404))\"}}){id}}", .notFound),
            (
                "{opportunities(filter:{position:{gte:1,lte:5}}){totalCount}}",
                .filter("Filter for field \"position\" must have exactly one operator")
            ),
            (
                "mutation{createPeople(data:[\(String(repeating: "{},", count: 201))]){id}}",
                .bad("Maximum number of records to upsert is 200.", "TOO_MANY_RECORDS_TO_UPDATE")
            ),
            ("{a:people{totalCount} b:people{totalCount}}", .bad("Duplicate root resolver: \"people\"")),
            (
                "{people{totalCount} search(searchInput:\"a\",limit:5){edges{node{recordId}}}}",
                .bad(
                    "This query cannot be executed as a single request. Please split it into separate queries.",
                    "MIXED_CORE_AND_WORKSPACE_FIELDS")
            ),
            (
                "{opportunitiesGroupBy(groupBy:[{createdAt:{granularity:MONTH}}]){totalCount}}",
                .bad(
                    "Time zone should be specified for a group by date on Day, Week, Month, Quarter or Year",
                    "MISSING_TIMEZONE_FOR_DATE_GROUP_BY")
            ),
            (
                "{people(filter:{company:{eq:\"\(uuid(1))\"}}){totalCount}}",
                .filter("Object company doesn't have any \"eq\" field.")
            ),
            (
                "{companies(filter:{people:{eq:\"\(uuid(1))\"}}){totalCount}}",
                .filter("Cannot filter by relation field \"people\"")
            ),
            (
                "mutation{createPerson(data:{emails:{primaryEmail:\"not-an-email\"}}){id}}",
                .data("Invalid string value 'not-an-email' for email field \"emails.primaryEmail\"")
            ),
            (
                "mutation{createPerson(data:{phones:\"x\"}){id}}",
                .data("Invalid object value 'x' for field \"phones\"")
            ),
        ] as [(String, GraphQLRefusal)])
    func refusals(document: String, refusal: GraphQLRefusal) throws {
        #expect(try api.refusal(document) == refusal)
    }

    @Test("6, 12: composite filters, unknown fields, values of a fresh record")
    func reading() throws {
        let made = try api.data(
            "mutation{createPerson(data:{name:{firstName:\"Adam\",lastName:\"L\"}}){jobTitle emails{primaryEmail additionalEmails} phones{primaryPhoneNumber} linkedinLink{primaryLinkUrl secondaryLinks}}}"
        )
        #expect(
            made["createPerson"] == [
                "jobTitle": "", "emails": ["primaryEmail": "", "additionalEmails": []],
                "phones": ["primaryPhoneNumber": ""], "linkedinLink": ["primaryLinkUrl": "", "secondaryLinks": []],
            ])
        let found = try api.data(
            "{people(filter:{name:{firstName:{ilike:\"%ad%\"},lastName:{eq:\"L\"}}}){edges{node{nope}}}}")
        #expect(found.nodes("people") == [["nope": nil]])
    }

    @Test("8, 11, 26: lower-case addresses, duplicates, upserts, connect")
    func writing() throws {
        let company = try api.create("companies", ["domainName": ["primaryLinkUrl": "https://acme.com"]]).id
        let create = { (rest: String) in
            "mutation{createPerson(\(rest)){id emails{primaryEmail} position deletedAt company{id}}}"
        }
        let email = "emails:{primaryEmail:\"A@X.io\"}"
        let connect = "company:{connect:{where:{domainName:{primaryLinkUrl:\"https://acme.com\"}}}}"
        let first = try #require(try api.data(create("data:{\(email),\(connect),position:7}"))["createPerson"])
        #expect(first.text("emails", "primaryEmail") == "a@x.io")
        #expect(first.text("company", "id") == company)
        #expect(try api.refusal(create("data:{\(email)}")).message == "A duplicate entry was detected")
        _ = try api.data("mutation{deletePerson(id:\"\(first.id)\"){id}}")
        let again = try #require(try api.data(create("upsert:true,data:{\(email)}"))["createPerson"])
        #expect(again.id == first.id)
        #expect(again["position"] == 7)
        #expect(again["deletedAt"] == .null)
        let moved = try api.data(create("upsert:true,data:{\(email),position:2}"))
        #expect(moved.at("createPerson", "position") == 2)
        let missing = try api.refusal(
            create("data:{company:{connect:{where:{domainName:{primaryLinkUrl:\"no.com\"}}}}}"))
        #expect(
            missing.message
                == "Expected 1 record to connect to company, but found 0 for domainNamePrimaryLinkUrl = no.com")
        #expect(
            try api.refusal(create("data:{companyId:\"\(company)\",\(connect)}")).message
                == "company and companyId cannot be both provided.")
    }

    @Test("9, 19, 29: deletion and back, positions, notes with their targets")
    func lives() throws {
        let ids = try (0..<2).map { _ in
            try #require(try api.data("mutation{createPerson(data:{}){id}}")["createPerson"]?.id)
        }
        let positions = try api.data("{people(orderBy:[{position:DescNullsLast}]){edges{node{position}}}}")
        #expect(positions.nodes("people").map { $0["position"] } == [0, -1])
        _ = try api.data("mutation{deletePerson(id:\"\(ids[0])\"){id}}")
        #expect(try api.data("{people{totalCount}}").at("people", "totalCount") == 1)
        #expect(
            try api.data("{people(filter:{deletedAt:{is:NOT_NULL}}){edges{node{id}}}}").nodes("people").map(\.id)
                == [ids[0]])
        _ = try api.data("mutation{restorePerson(id:\"\(ids[0])\"){id}}")
        _ = try api.data("mutation{destroyPerson(id:\"\(ids[1])\"){id}}")
        #expect(try api.data("{people{edges{node{id}}}}").nodes("people").map(\.id) == [ids[0]])

        let note = try api.create("notes", ["title": "N"]).id
        let target = try api.create("noteTargets", ["noteId": .string(note), "targetPersonId": .string(ids[0])]).id
        let live = "{noteTargets(filter:{id:{eq:\"\(target)\"}}){totalCount}}"
        for (mutation, count) in [("deleteNote", 0), ("restoreNote", 1), ("destroyNote", 0)] {
            _ = try api.data("mutation{\(mutation)(id:\"\(note)\"){id}}")
            #expect(try api.data(live).at("noteTargets", "totalCount") == .int(Int64(count)), "\(mutation)")
        }
    }

    @Test("13, 16, 18: results of their own, the schema, groups")
    func others() throws {
        let both = try api.graphQL("{people{totalCount} companies(foo:1){totalCount}}")
        #expect(both.status == 200)
        #expect(both["data"] == ["people": ["totalCount": 0], "companies": nil])
        #expect(both["errors"]?.arrayValue?.count == 1)
        let schema = try api.data("{__schema{queryType{name} mutationType{name} types{name}}}")
        #expect(schema.text("__schema", "queryType", "name") == "Query")
        #expect(schema.at("__schema", "types")?.arrayValue?.count ?? 0 > 300)
        try api.create("opportunities", ["stage": "NEW"])
        #expect(
            try api.data("{opportunitiesGroupBy(groupBy:[{stage:true}]){groupByDimensionValues totalCount}}")
                == ["opportunitiesGroupBy": [["groupByDimensionValues": ["NEW"], "totalCount": 1]]])
    }

    @Test("17: a revoked key")
    func revokedKey() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        let api = try API(metadata: options)
        let key = "input:{name:\"k\",expiresAt:\"2100-01-01\",roleId:\"\(Role.admin.id)\"}"
        let id = try #require(try api.metadataData("mutation{createApiKey(\(key)){id}}")["createApiKey"]?.id)
        let mint = "mutation{generateApiKeyToken(apiKeyId:\"\(id)\",expiresAt:\"2100-01-01\"){token}}"
        let token = try #require(try api.metadataData(mint).text("generateApiKeyToken", "token"))
        let headers = [("Authorization", "Bearer \(token)")]
        #expect(try api.graphQL("{people{totalCount}}", headers: headers)["errors"] == nil)
        _ = try api.metadataData("mutation{revokeApiKey(input:{id:\"\(id)\"}){id}}")
        let refused = try api.graphQL("{people{totalCount}}", headers: headers)
        #expect(refused.status == 200)
        #expect(refused["data"] == nil)
        #expect(refused.graphQLRefusal == .init("This API Key is revoked", "FORBIDDEN", "FORBIDDEN_EXCEPTION"))
    }

    @Test("20: a company with a soft-deleted link, and back")
    func softDeletedLink() throws {
        let company = try api.create("companies", ["name": "C"]).id
        let person = try api.create("people", ["companyId": .string(company)]).id
        let query = "{person(filter:{id:{eq:\"\(person)\"}}){company{id} companyId}}"
        _ = try api.data("mutation{deleteCompany(id:\"\(company)\"){id}}")
        #expect(try api.data(query) == ["person": ["company": nil, "companyId": nil]])
        _ = try api.data("mutation{restoreCompany(id:\"\(company)\"){id}}")
        #expect(
            try api.data(query) == ["person": ["company": ["id": .string(company)], "companyId": .string(company)]])
    }

    @Test("22, 24, 25: empty values, dates, links")
    func values() throws {
        let data = try api.data(
            "mutation{createOpportunity(data:{name:\"\",closeDate:\"2026-05-07\"}){name closeDate}}")
        #expect(data == ["createOpportunity": ["name": "", "closeDate": "2026-05-07T00:00:00.000Z"]])
        for filter in ["{eq:null}", "{is:NULL}", "{eq:\"\"}"] {
            #expect(
                try api.data("{opportunities(filter:{name:\(filter)}){totalCount}}").at("opportunities", "totalCount")
                    == 1)
        }
        #expect(
            try api.refusal("mutation{createOpportunity(data:{position:\"1\"}){id}}").subCode == "INVALID_ARGS_DATA")
        #expect(
            try api.data("{opportunities(filter:{position:{lte:\"1\"}}){totalCount}}").at("opportunities", "totalCount")
                == 1)
        let links = "linkedinLink{primaryLinkUrl primaryLinkLabel secondaryLinks}"
        #expect(
            try api.data(
                "mutation{createPerson(data:{linkedinLink:{primaryLinkUrl:\"https://twenty.com\",secondaryLinks:[{url:\"twenty.com\"}]}}){\(links)}}"
            ).at("createPerson", "linkedinLink", "primaryLinkUrl") == "https://twenty.com")
    }

    @Test("27: 60 of 65 people, all three of a sibling")
    func relationCap() throws {
        let big = try api.create("companies", ["name": "A"]).id
        let small = try api.create("companies", ["name": "B"]).id
        try api.createMany("people", (0..<65).map { _ in ["companyId": .string(big)] })
        try api.createMany("people", (0..<3).map { _ in ["companyId": .string(small)] })
        let nodes = try api.data(
            "{companies(orderBy:[{name:AscNullsLast}]){edges{node{people{edges{node{id}} totalCount}}}}}"
        ).nodes("companies")
        #expect(nodes.map { $0.nodes("people").count } == [60, 3])
        #expect(nodes.map { $0.at("people", "totalCount") } == [65, 3])
    }

    @Test("28: the many-mutations filter through relations")
    func relationFilters() throws {
        let company = try api.create("companies", ["name": "X"]).id
        let person = try api.create("people", ["companyId": .string(company)]).id
        try api.create("people")
        let filter = "filter:{company:{name:{eq:\"X\"}}}"
        for (field, arguments) in [
            ("updatePeople", "\(filter),data:{jobTitle:\"J\"}"), ("deletePeople", filter), ("restorePeople", filter),
            ("destroyPeople", filter),
        ] {
            #expect(
                try api.data("mutation{\(field)(\(arguments)){id}}") == [field: [["id": .string(person)]]], "\(field)")
        }
    }

    @Test(
        "30: a phone number is found however it is written", arguments: ["2071234567", "+442071234567", "02071234567"])
    func phones(text: String) throws {
        let person = try api.create(
            "people",
            [
                "phones": [
                    "primaryPhoneNumber": "2071234567", "primaryPhoneCountryCode": "GB",
                    "primaryPhoneCallingCode": "+44",
                ]
            ]
        ).id
        let hits = try api.data("{search(searchInput:\"\(text)\",limit:5){edges{node{recordId}}}}")
        #expect(hits.nodes("search").map { $0.text("recordId") } == [person])
    }
}
