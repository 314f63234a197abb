import JSON
import Testing

/// rest-core 8.4.
@Suite("The fields parameter") struct FieldsParameterTests {
    let api: API
    let company: String
    let person: String

    init() throws {
        api = try API()
        company = try api.create("companies", ["name": "Acme"]).id
        person = try api.create("people", ["companyId": .string(company), "jobTitle": "x"]).id
    }

    private func keys(_ query: String) throws -> [String] {
        let answer = try api.get("/rest/people/\(person)?\(query)")
        try #require(answer.status == 200, "\(answer.raw)")
        return answer.data("person")?.keys.sorted() ?? []
    }

    @Test("Only what is named is returned, and id in any case")
    func named() throws {
        #expect(try keys("fields=jobTitle,emails") == ["emails", "id", "jobTitle"])
        #expect(try keys("fields=id") == ["id"])
        #expect(try keys("fields=name") == ["id", "name"])
    }

    @Test("Repeated parameters are merged, blanks trimmed, empty entries and repeats dropped")
    func tolerance() throws {
        #expect(try keys("fields=jobTitle&fields=emails") == ["emails", "id", "jobTitle"])
        #expect(try keys("fields=%20jobTitle%20,,emails,jobTitle,") == ["emails", "id", "jobTitle"])
        #expect(try keys("fields[]=jobTitle&fields[]=emails") == ["emails", "id", "jobTitle"])
    }

    @Test("A composite is chosen whole")
    func composite() throws {
        let found = try api.find("people", person, ["fields": "name"])
        #expect(found["name"] == ["firstName": "", "lastName": ""])
        #expect(
            try api.get("/rest/people", ["fields": "name.firstName"]).message
                == "'fields' parameter invalid. Unknown or unreadable fields on 'person': name.firstName")
    }

    @Test("A many-to-one relation is its join column at depth 0, object and join column at depth 1")
    func manyToOne() throws {
        #expect(try keys("fields=company") == ["companyId", "id"])
        #expect(try keys("fields=company&depth=1") == ["company", "companyId", "id"])
        let target = try api.create("noteTargets", ["targetPersonId": .string(person)])
        let found = try api.find("noteTargets", target.id, ["fields": "targetPerson", "depth": "1"])
        #expect(found.keys.sorted() == ["id", "targetPerson", "targetPersonId"])
    }

    @Test("A one-to-many relation is returned with depth 1 only")
    func oneToMany() throws {
        #expect(try keys("fields=noteTargets&depth=1") == ["id", "noteTargets"])
        #expect(
            try api.get("/rest/people", ["fields": "noteTargets,id,taskTargets"]).refusal
                == Refusal(
                    400,
                    "'fields' parameter invalid. One-to-many relation fields on 'person' are only returned with depth=1: "
                        + "noteTargets, taskTargets", code: "INVALID_FIELDS_QUERY_PARAM"))
    }

    @Test("With depth 1 only the relations that are named are expanded")
    func depthOne() throws {
        #expect(try keys("fields=jobTitle&depth=1") == ["id", "jobTitle"])
    }

    @Test("Unknown names are told, all of them; a join column is no field name")
    func unknown() throws {
        func refusal(_ names: String) -> Refusal {
            Refusal(
                400, "'fields' parameter invalid. Unknown or unreadable fields on 'person': \(names)",
                code: "INVALID_FIELDS_QUERY_PARAM")
        }
        #expect(try api.get("/rest/people", ["fields": "foo,id,bar"]).refusal == refusal("foo, bar"))
        #expect(try api.get("/rest/people", ["fields": "companyId"]).refusal == refusal("companyId"))
        #expect(try api.get("/rest/people", ["fields": "searchVector"]).refusal == refusal("searchVector"))
        #expect(try api.get("/rest/people", ["fields": "foo noteTargets"]).refusal == refusal("foo noteTargets"))
    }

    @Test("Empty is refused", arguments: ["fields=", "fields=,", "fields=%20,%20", "fields=&fields="])
    func empty(query: String) throws {
        #expect(
            try api.get("/rest/people?\(query)").refusal
                == Refusal(
                    400,
                    "'fields' parameter is empty. Expected a comma-separated list of field names, e.g. fields=id,name",
                    code: "INVALID_FIELDS_QUERY_PARAM"))
    }

    @Test("What is no text is refused")
    func notText() throws {
        #expect(
            try api.get("/rest/people?fields[a]=b").refusal
                == Refusal(
                    400,
                    "'fields' parameter invalid. Expected a comma-separated list of field names, e.g. fields=id,name",
                    code: "INVALID_FIELDS_QUERY_PARAM"))
    }

    @Test("It works on every endpoint that returns records, and never changes what is stored")
    func endpoints() throws {
        let fields: KeyValuePairs = ["fields": "id"]
        let body: JSONValue = ["jobTitle": "stored"]
        let created = try api.create("people", body, fields)
        #expect(created.keys == ["id"])
        #expect(try api.find("people", created.id)["jobTitle"] == "stored")
        #expect(try api.createMany("people", [body], fields)[0].keys == ["id"])
        let path = "/rest/people/\(created.id)"
        #expect(try api.patch(path, ["jobTitle": "new"], fields).data("updatePerson")?.keys == ["id"])
        #expect(try api.find("people", created.id)["jobTitle"] == "new")
        #expect(try api.patch("/rest/people", [:], fields).data("updatePeople")?[0]?.keys == ["id"])
        #expect(try api.patch("\(path)/restore", nil, fields).data("restorePerson")?.keys == ["id"])
        #expect(try api.patch("/rest/people/restore", nil, fields).data("restorePeople")?[0]?.keys == ["id"])
        #expect(try api.list("people", fields)[0].keys == ["id"])
        let duplicates = try api.post("/rest/people/duplicates", ["ids": [.string(created.id)]], fields)
        #expect(duplicates.status == 200)
    }
}
