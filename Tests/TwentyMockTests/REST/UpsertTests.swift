import JSON
import Testing

/// rest-core 11.1, graphql-core 9.6.
@Suite("Upsert") struct UpsertTests {
    let api: API

    init() throws { api = try API() }

    private func upsert(_ plural: String, _ body: JSONValue) throws -> Answer {
        try api.post("/rest/\(plural)", body, ["upsert": "true"])
    }

    private static func person(_ address: String, _ jobTitle: String) -> JSONValue {
        ["emails": ["primaryEmail": .string(address)], "jobTitle": .string(jobTitle)]
    }

    @Test("No match inserts: 201 under create")
    func insert() throws {
        let answer = try upsert("people", UpsertTests.person("a@x.io", "new"))
        #expect(answer.status == 201)
        #expect(answer.data("createPerson")?["jobTitle"] == "new")
    }

    @Test("A match by a unique field, compared as it is stored, updates the given fields only: still 201 under create")
    func byUniqueField() throws {
        let person = try api.create(
            "people",
            ["emails": ["primaryEmail": "a@x.io", "additionalEmails": ["b@x.io"]], "name": ["firstName": "Ada"]])
        let answer = try upsert("people", UpsertTests.person("A@X.IO", "new"))
        #expect(answer.status == 201)
        let updated = try #require(answer.data("createPerson"))
        #expect(updated.id == person.id)
        #expect(updated["jobTitle"] == "new")
        #expect(updated["name"]?["firstName"] == "Ada")
        #expect(updated["createdAt"] == person["createdAt"])
        #expect(try api.get("/rest/people")["totalCount"] == 1)
        let company = try api.create("companies", ["domainName": ["primaryLinkUrl": "acme.com"]])
        let matched = try upsert(
            "companies", ["domainName": ["primaryLinkUrl": "https://www.ACME.com/x"], "name": "Acme"])
        #expect(matched.data("createCompany")?.id == company.id)
    }

    @Test("A match by id")
    func byID() throws {
        let person = try api.create("people", ["jobTitle": "old"])
        let updated = try upsert("people", ["id": .string(person.id.uppercased()), "jobTitle": "new"])
        #expect(updated.data("createPerson")?.id == person.id)
        #expect(updated.data("createPerson")?["jobTitle"] == "new")
        let fresh = try upsert("people", ["id": .string(uuid(5))])
        #expect(fresh.data("createPerson")?.id == uuid(5))
    }

    @Test("Soft-deleted rows match too, and come back")
    func undelete() throws {
        let person = try api.create("people", UpsertTests.person("a@x.io", "old"))
        _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": "true"])
        let updated = try upsert("people", UpsertTests.person("a@x.io", "new"))
        #expect(updated.data("createPerson")?.id == person.id)
        #expect(updated.data("createPerson")?["deletedAt"] == JSONValue.null)
        #expect(try api.get("/rest/people/\(person.id)").status == 200)
    }

    @Test("createdBy is ignored for a match, and so is no position; a number is taken")
    func keeps() throws {
        let person = try api.create(
            "people",
            ["emails": ["primaryEmail": "a@x.io"], "position": 7, "createdBy": ["source": "IMPORT", "name": "Ines"]])
        let updated = try upsert(
            "people", ["emails": ["primaryEmail": "a@x.io"], "createdBy": ["source": "EMAIL", "name": "Bob"]])
        #expect(updated.data("createPerson")?["createdBy"] == person["createdBy"])
        #expect(updated.data("createPerson")?["position"] == 7)
        let placed = try upsert("people", ["emails": ["primaryEmail": "a@x.io"], "position": 3])
        #expect(placed.data("createPerson")?["position"] == 3)
    }

    @Test("A key takes part only if all of it is there: no match by empty values")
    func emptyKeys() throws {
        try api.create("people")
        #expect(try upsert("people", ["jobTitle": "x"]).status == 201)
        #expect(try upsert("people", ["emails": ["primaryEmail": ""]]).status == 201)
        #expect(try upsert("people", ["emails": ["additionalEmails": ["a@x.io"]]]).status == 201)
        #expect(try api.get("/rest/people")["totalCount"] == 4)
    }

    @Test("A body that matches two rows is refused, and nothing happens")
    func ambiguous() throws {
        let first = try api.create("people", UpsertTests.person("a@x.io", "1"))
        let second = try api.create("people", UpsertTests.person("b@x.io", "2"))
        let before = try StoredTables(api)
        #expect(
            try upsert("people", ["id": .string(first.id), "emails": ["primaryEmail": "b@x.io"]]).refusal
                == Refusal(
                    400,
                    "Multiple records found with the same unique field values for emails (emails.primaryEmail: b@x.io); "
                        + "id (id: \(first.id)). Cannot determine which record to update.",
                    code: "UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT"))
        #expect(try StoredTables(api) == before)
        #expect(try upsert("people", ["id": .string(second.id), "emails": ["primaryEmail": "b@x.io"]]).status == 201)
    }

    @Test("Many: updated records first, then inserted, each in input order; a row matched twice appears once")
    func many() throws {
        let known = try api.createMany(
            "people", [UpsertTests.person("a@x.io", "a"), UpsertTests.person("b@x.io", "b")])
        let answer = try api.createMany(
            "people",
            [
                UpsertTests.person("n1@x.io", "n1"), UpsertTests.person("b@x.io", "b2"),
                UpsertTests.person("n2@x.io", "n2"), UpsertTests.person("a@x.io", "a2"),
                ["id": .string(known[1].id), "jobTitle": "b3"],
            ], ["upsert": "true"])
        #expect(answer.map { $0.text("jobTitle") } == ["b3", "a2", "n1", "n2"])
        #expect(answer.prefix(2).map(\.id) == [known[1].id, known[0].id])
        #expect(try api.get("/rest/people")["totalCount"] == 4)
    }

    @Test("Many: two new records with one unique value do not match each other and fail as duplicates; all or nothing")
    func newTwins() throws {
        try api.create("people", UpsertTests.person("a@x.io", "old"))
        let before = try StoredTables(api)
        let answer = try api.post(
            "/rest/batch/people",
            [
                UpsertTests.person("a@x.io", "new"), UpsertTests.person("t@x.io", "1"),
                UpsertTests.person("t@x.io", "2"),
            ],
            ["upsert": "true"])
        #expect(answer.status == 400)
        #expect(answer.message?.hasPrefix("A duplicate entry was detected") == true)
        #expect(try StoredTables(api) == before)
    }

    @Test("Only exactly upsert=true is an upsert", arguments: ["TRUE", "1", "yes", "", "false"])
    func exactly(value: String) throws {
        try api.create("people", UpsertTests.person("a@x.io", "old"))
        let answer = try api.post("/rest/people", UpsertTests.person("a@x.io", "new"), ["upsert": value])
        #expect(answer.message?.hasPrefix("A duplicate entry was detected") == true)
    }

    @Test("An index over several fields is a key too; live rows only")
    func severalFields() throws {
        let list = try api.create("messageLists")
        let person = try api.create("people")
        let body: JSONValue = ["listId": .string(list.id), "personId": .string(person.id)]
        let member = try api.create("messageListMembers", body)
        #expect(try upsert("messageListMembers", body).data("createMessageListMember")?.id == member.id)
    }
}
