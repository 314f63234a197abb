import JSON
import Testing

/// rest-core 5.5 and 5.6.
@Suite("Updating records") struct UpdateTests {
    let api: API

    init() throws { api = try API() }

    @Test("One: 200 with the full record; fields left out are untouched")
    func one() throws {
        let person = try api.create("people", ["jobTitle": "x", "name": ["firstName": "Ada"]])
        let answer = try api.patch("/rest/people/\(person.id)", ["jobTitle": "y"])
        #expect(answer.status == 200)
        #expect(answer["data"]?.keys == ["updatePerson"])
        let updated = try #require(answer.data("updatePerson"))
        #expect(updated["jobTitle"] == "y")
        #expect(updated["name"]?["firstName"] == "Ada")
        #expect(updated == (try api.find("people", person.id)))
    }

    @Test("An unknown id is 404")
    func unknown() throws {
        #expect(try api.patch("/rest/people/\(uuid(1))", ["jobTitle": "y"]).refusal == .recordNotFound)
        #expect(
            try api.patch("/rest/people/\(uuid(1))", ["jobTitle": 1]).refusal
                == .data(#"Invalid string value 1 for text field "jobTitle""#), "values are checked first")
    }

    @Test("A soft-deleted record is updated like any other; deletedAt null brings it back")
    func softDeleted() throws {
        let person = try api.create("people")
        _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": "true"])
        let updated = try api.update("people", person.id, ["jobTitle": "x"])
        #expect(updated["jobTitle"] == "x")
        #expect(updated["deletedAt"] != JSONValue.null)
        #expect(try api.get("/rest/people/\(person.id)").status == 404)
        _ = try api.update("people", person.id, ["deletedAt": nil])
        #expect(try api.get("/rest/people/\(person.id)").status == 200)
        #expect(try api.get("/rest/people")["totalCount"] == 1)
    }

    @Test("deletedAt may be sent: the record goes")
    func deletion() throws {
        let person = try api.create("people")
        _ = try api.update("people", person.id, ["deletedAt": "2026-01-01"])
        #expect(try api.get("/rest/people")["totalCount"] == 0)
    }

    @Test("Many: one body for every match, answered under the plural")
    func many() throws {
        try api.createMany("people", [["jobTitle": "a"], ["jobTitle": "a"], ["jobTitle": "b"]])
        let answer = try api.patch("/rest/people", ["jobTitle": "c"], ["filter": "jobTitle[eq]:a"])
        #expect(answer.status == 200)
        #expect(answer["data"]?.keys == ["updatePeople"])
        #expect(answer.data("updatePeople")?.arrayValue?.map { $0.text("jobTitle") } == ["c", "c"])
        #expect(try api.list("people", ["filter": "jobTitle[eq]:c"]).count == 2)
        #expect(try api.list("people", ["filter": "jobTitle[eq]:b"]).count == 1)
    }

    @Test("Many: no match is an empty list")
    func noMatch() throws {
        let answer = try api.patch("/rest/people", ["jobTitle": "c"], ["filter": "jobTitle[eq]:a"])
        #expect(answer.status == 200)
        #expect(answer.raw == #"{"data":{"updatePeople":[]}}"#)
    }

    @Test("Many: no filter means every record, soft-deleted ones too, and so does a repeated one (rest-core 4)")
    func noFilter() throws {
        let people = try api.createMany("people", [[:], [:], [:]])
        _ = try api.delete("/rest/people/\(people[0].id)", ["soft_delete": "true"])
        #expect(try api.patch("/rest/people", ["jobTitle": "x"]).data("updatePeople")?.arrayValue?.count == 3)
        #expect(
            try api.patch("/rest/people?filter=jobTitle[eq]:q&filter=jobTitle[eq]:q", ["jobTitle": "y"])
                .data("updatePeople")?.arrayValue?.count == 3)
        #expect(
            try api.patch("/rest/people", ["jobTitle": "z"], ["filter": "deletedAt[is]:NULL"])
                .data("updatePeople")?.arrayValue?.count == 2)
    }

    @Test("Many: more than 200 matches are refused, and nothing is written")
    func limit() throws {
        try api.createMany("people", Array(repeating: [:], count: 200))
        #expect(try api.patch("/rest/people", ["jobTitle": "x"]).status == 200)
        try api.create("people")
        let before = try StoredTables(api)
        #expect(
            try api.patch("/rest/people", ["jobTitle": "y"]).refusal
                == Refusal(
                    400, "Cannot update more than 200 records at once", code: "TOO_MANY_RECORDS_TO_UPDATE"))
        #expect(try StoredTables(api) == before)
    }

    @Test("Many: a filter through a relation works (6.3)")
    func relationFilter() throws {
        let company = try api.create("companies", ["name": "Acme"])
        try api.createMany("people", [["companyId": .string(company.id)], [:]])
        let answer = try api.patch("/rest/people", ["jobTitle": "x"], ["filter": "company.name[eq]:Acme"])
        #expect(answer.data("updatePeople")?.arrayValue?.count == 1)
    }

    @Test("Many: all or nothing when a unique value would be there twice")
    func unique() throws {
        try api.createMany("people", [[:], [:]])
        let before = try StoredTables(api)
        let answer = try api.patch("/rest/people", ["emails": ["primaryEmail": "a@x.io"]])
        #expect(answer.message?.hasPrefix("A duplicate entry was detected") == true)
        #expect(try StoredTables(api) == before)
    }
}
