import JSON
import Testing

/// rest-core 8.1 to 8.3, graphql-core 6.7.
@Suite("Depth and relations") struct DepthTests {
    let api: API

    init() throws { api = try API() }

    @Test("Depth 0 is the default: scalars, composites and join columns, no relations")
    func zero() throws {
        let company = try api.create("companies", ["name": "Acme"])
        let person = try api.create("people", ["companyId": .string(company.id)])
        for query in ["", "?depth=0", "?depth="] {
            let found = try api.get("/rest/people/\(person.id)\(query)").data("person")
            #expect(
                Set(found?.keys ?? []) == [
                    "id", "createdAt", "updatedAt", "deletedAt", "name", "emails", "linkedinLink", "jobTitle",
                    "phones", "avatarUrl", "avatarFile", "createdBy", "updatedBy", "position", "companyId",
                ], "\(query)")
            #expect(found?["companyId"] == .string(company.id))
        }
    }

    @Test("Depth 1 adds one key for each relation, system relations too")
    func one() throws {
        let company = try api.create("companies", ["name": "Acme"])
        let person = try api.create("people", ["companyId": .string(company.id)])
        let flat = Set(try api.find("people", person.id).keys)
        let deep = try api.find("people", person.id, ["depth": "1"])
        #expect(
            Set(deep.keys).subtracting(flat) == [
                "company", "attachments", "calendarEventParticipants", "listMemberships", "messageParticipants",
                "noteTargets", "pointOfContactForOpportunities", "taskTargets", "timelineActivities",
                "calendarEventTargets", "messageThreadTargets",
            ])
        #expect(deep["company"]?["name"] == "Acme")
        #expect(deep["companyId"] == .string(company.id))
        #expect(deep["noteTargets"] == [])
    }

    @Test("Related records have the shape of depth 0, without relations of their own")
    func relatedShape() throws {
        let company = try api.create("companies", ["name": "Acme"])
        let person = try api.create("people", ["companyId": .string(company.id)])
        let shown = try #require(try api.find("people", person.id, ["depth": "1"])["company"])
        #expect(shown == (try api.find("companies", company.id)))
        #expect(shown["people"] == nil)
        let people = try api.find("companies", company.id, ["depth": "1"])["people"]
        #expect(people == [try api.find("people", person.id)])
    }

    @Test("A relation that leads nowhere is null beside a null join column")
    func nowhere() throws {
        let person = try api.create("people", [:], ["depth": "1"])
        #expect(person["company"] == JSONValue.null)
        #expect(person["companyId"] == JSONValue.null)
    }

    @Test(
        "When the target is soft-deleted both read null at depth 1, the id stays at depth 0, restoring brings both back"
    )
    func softDeletedTarget() throws {
        let company = try api.create("companies")
        let person = try api.create("people", ["companyId": .string(company.id)])
        _ = try api.delete("/rest/companies/\(company.id)", ["soft_delete": "true"])
        #expect(try api.find("people", person.id)["companyId"] == .string(company.id))
        let deep = try api.find("people", person.id, ["depth": "1"])
        #expect(deep["companyId"] == JSONValue.null)
        #expect(deep["company"] == JSONValue.null)
        let listed = try api.list("people", ["depth": "1"])[0]
        #expect(listed["companyId"] == JSONValue.null)
        _ = try api.patch("/rest/companies/\(company.id)/restore", nil)
        let back = try api.find("people", person.id, ["depth": "1"])
        #expect(back["company"]?.id == company.id)
        #expect(back["companyId"] == .string(company.id))
    }

    @Test("Morph relations show the record beside the join column, one key for each target object")
    func morph() throws {
        let note = try api.create("notes", ["title": "Call"])
        let person = try api.create("people")
        let target = try api.create(
            "noteTargets", ["noteId": .string(note.id), "targetPersonId": .string(person.id)])
        let deep = try api.find("noteTargets", target.id, ["depth": "1"])
        #expect(deep["note"]?.id == note.id)
        #expect(deep["targetPerson"]?.id == person.id)
        #expect(deep["targetPersonId"] == .string(person.id))
        #expect(deep["targetCompany"] == JSONValue.null)
        #expect(deep["targetCompanyId"] == JSONValue.null)
        #expect(deep["targetOpportunity"] == JSONValue.null)
        let inverse = try api.find("people", person.id, ["depth": "1"])["noteTargets"]
        #expect(inverse?.arrayValue?.map(\.id) == [target.id])
    }

    @Test("Lists are cut at 60 for each parent; a sibling keeps all of its own; deleted ones do not count")
    func limit() throws {
        let companies = try api.createMany("companies", [["name": "many"], ["name": "few"], ["name": "none"]])
        try api.createMany(
            "people",
            (0..<68).map { ["companyId": .string(companies[$0 < 65 ? 0 : 1].id)] })
        let first = try api.find("companies", companies[0].id, ["depth": "1"])["people"]?.arrayValue ?? []
        #expect(first.count == 60)
        for person in first.prefix(3) { _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": "true"]) }
        let counts = try api.list("companies", ["depth": "1", "order_by": "name"]).map { company in
            (company.text("name"), company["people"]?.arrayValue?.count)
        }
        #expect(counts.map(\.0) == ["few", "many", "none"])
        #expect(counts.map(\.1) == [3, 60, 0])
        let shown = try api.find("companies", companies[0].id, ["depth": "1"])["people"]?.arrayValue ?? []
        #expect(Set(shown.map(\.id)).isDisjoint(with: first.prefix(3).map(\.id)))
    }

    @Test("Every endpoint that returns records takes depth")
    func endpoints() throws {
        let company = try api.create("companies")
        let body: JSONValue = ["companyId": .string(company.id)]
        let created = try api.create("people", body, ["depth": "1"])
        #expect(created["company"]?.id == company.id)
        #expect(try api.createMany("people", [body], ["depth": "1"])[0]["company"]?.id == company.id)
        let path = "/rest/people/\(created.id)"
        #expect(try api.patch(path, [:], ["depth": "1"]).data("updatePerson")?["company"]?.id == company.id)
        #expect(
            try api.patch("/rest/people", [:], ["depth": "1"]).data("updatePeople")?[0]?["company"]?.id == company.id)
        #expect(
            try api.patch("\(path)/restore", nil, ["depth": "1"]).data("restorePerson")?["company"]?.id == company.id)
        #expect(
            try api.patch("/rest/people/restore", nil, ["depth": "1"]).data("restorePeople")?[0]?["company"]?.id
                == company.id)
        #expect(try api.list("people", ["depth": "1"])[0]["company"]?.id == company.id)
    }

    @Test("Only 0 and 1 are depths (8.3)", arguments: ["2", "-1", "1.5", "abc", "10", "true"])
    func refused(depth: String) throws {
        let expected = Refusal(
            400, "'depth=\(depth)' parameter invalid. Allowed values are 0, 1", code: "INVALID_DEPTH_QUERY_PARAM")
        #expect(try api.get("/rest/people", ["depth": depth]).refusal == expected)
        #expect(try api.get("/rest/people/\(uuid(1))", ["depth": depth]).refusal == expected)
        #expect(try api.post("/rest/people", [:], ["depth": depth]).refusal == expected)
        #expect(try api.post("/rest/batch/people", [], ["depth": depth]).refusal == expected)
        #expect(try api.patch("/rest/people/\(uuid(1))", [:], ["depth": depth]).refusal == expected)
    }

    @Test("A repeated depth is not a number")
    func repeated() throws {
        #expect(try api.get("/rest/people?depth=1&depth=1").status == 400)
    }
}
