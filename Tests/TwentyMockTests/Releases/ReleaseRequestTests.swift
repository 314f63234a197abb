import DataModel
import JSON
import Testing

/// rest-core 18: what requests may say, in the newest release and in the older one.
@Suite("Releases: requests") struct ReleaseRequestTests {
    let releases: BothReleases

    init() throws { releases = try BothReleases() }

    @Test("The releases are 2 and 1")
    func names() {
        #expect(Release.all.map(\.name) == ["2", "1"])
        #expect(Release(name: "3") == nil)
    }

    @Test("maximumPageSize 200 and 60, maximumBatchSize 200 and 60")
    func sizes() throws {
        let newestBatch = JSONValue.array(Array(repeating: [:], count: 200))
        #expect(try releases.newest.post("/rest/batch/people", newestBatch).status == 201)
        #expect(try releases.newest.list("people", ["limit": "500"]).count == 200)
        #expect(
            try releases.older.post("/rest/batch/people", .array(Array(repeating: [:], count: 61))).message
                == "Maximum number of records to upsert is 60.")
        for _ in 0..<2 { try releases.older.createMany("people", Array(repeating: [:], count: 60)) }
        #expect(try releases.older.list("people", ["limit": "500"]).count == 60)
    }

    @Test("allowedDepths: 2 was allowed, with nested relations")
    func depths() throws {
        let answers = try releases.both { api in
            let company = try api.create("companies", ["name": "Acme"])
            let person = try api.create("people", ["companyId": .string(company.id)])
            return try api.get("/rest/people/\(person.id)?depth=2")
        }
        #expect(answers.newest.message == "'depth=2' parameter invalid. Allowed values are 0, 1")
        let person = answers.older.data("person")
        #expect(person?["company"]?["people"]?[0]?.id == person?.id)
        #expect(person?["company"]?["people"]?[0]?["company"] == nil)
        #expect(
            try releases.older.get("/rest/people?depth=3").message
                == "'depth=3' parameter invalid. Allowed values are 0, 1, 2")
    }

    @Test("hasFieldsParameter: older servers ignore it")
    func fields() throws {
        let answers = try releases.both { api in
            try api.create("people")
            return try api.get("/rest/people?fields=jobTitle,foo")
        }
        #expect(answers.newest.status == 400)
        #expect(answers.older.status == 200)
        #expect(answers.older.data("people")?[0]?["name"] != nil)
        #expect(try releases.older.get("/rest/people?fields=").status == 200)
    }

    @Test("filtersThroughRelations: older servers filter by the join column only")
    func relationFilters() throws {
        let answers = try releases.both { try $0.get("/rest/people", ["filter": "company.name[eq]:Acme"]) }
        #expect(answers.newest.status == 200)
        #expect(answers.older.refusal == Refusal(400, #"Cannot filter by relation field "company""#))
        #expect(try releases.older.get("/rest/people", ["filter": "companyId[is]:NULL"]).status == 200)
    }

    @Test("hasEndsWithOperator: older servers do not know it")
    func endsWith() throws {
        let answers = try releases.both { try $0.get("/rest/people", ["filter": "jobTitle[endsWith]:x"]) }
        #expect(answers.newest.status == 200)
        #expect(
            answers.older.message
                == "'filter' invalid for 'jobTitle[endsWith]:x', comparator endsWith not in eq, neq, in, containsAny, is, "
                + "gt, gte, lt, lte, startsWith, like, ilike")
    }

    @Test("startsWithIsLike: it was a LIKE without a % of its own (6.5)")
    func startsWith() throws {
        func count(_ api: API, _ value: String) throws -> JSONValue? {
            try api.get("/rest/people", ["filter": "jobTitle[startsWith]:\(value)"])["totalCount"]
        }
        for api in [releases.newest, releases.older] { try api.create("people", ["jobTitle": "Engineer"]) }
        #expect(try count(releases.newest, "Eng") == 1)
        #expect(try count(releases.newest, "Eng%") == 0)
        #expect(try count(releases.older, "Eng") == 0)
        #expect(try count(releases.older, "Eng%") == 1)
    }

    @Test("Both spellings of restore are understood in either release")
    func restore() throws {
        for api in [releases.newest, releases.older] {
            let person = try api.create("people")
            for path in ["/rest/people/\(person.id)/restore", "/rest/restore/people/\(person.id)"] {
                _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": "true"])
                #expect(try api.patch(path, nil).data("restorePerson")?.id == person.id)
            }
        }
    }

    @Test("A workspace keeps the release that it was made with")
    func kept() throws {
        #expect(try releases.older.get("/rest/favorites").status == 200)
        #expect(try releases.newest.get("/rest/favorites").message == "object 'favorites' not found. eg: companies")
    }
}
