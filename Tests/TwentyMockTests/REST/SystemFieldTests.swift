import JSON
import Testing

/// rest-core 10, data-model 5 and 6.
@Suite("System fields") struct SystemFieldTests {
    let api: API

    init() throws { api = try API() }

    static let apiActor: JSONValue = [
        "source": "API", "workspaceMemberId": nil, "name": "My api key", "context": [:],
    ]

    @Test("An id may be sent, else it is a new version 4 UUID")
    func id() throws {
        #expect(try api.create("people", ["id": .string(uuid(7))]).id == uuid(7))
        let made = try api.create("people").id
        #expect(made.count == 36)
        #expect(made.dropFirst(14).first == "4")
        #expect(try api.create("people", ["id": nil]).id.count == 36)
    }

    @Test("An id that is no UUID is refused: on create and on update in different words (graphql-core 6.1)")
    func badID() throws {
        let before = try StoredTables(api)
        #expect(try api.post("/rest/people", ["id": "x"]).refusal == .query(#"Value "x" is not a valid UUID"#))
        // Before anything else of the record, and of any record of a batch.
        #expect(
            try api.post("/rest/batch/people", [["jobTitle": 1], ["id": "x"]]).refusal
                == .query(#"Value "x" is not a valid UUID"#))
        let person = uuid(1)
        #expect(try StoredTables(api) == before)
        try api.create("people", ["id": .string(person)])
        #expect(
            try api.patch("/rest/people/\(person)", ["id": "x"]).refusal
                == .data(#"Invalid UUID value 'x' for field "id""#))
    }

    @Test("The id of a record does not change (graphql-core 9.4, before rest-core 10)")
    func idInUpdate() throws {
        let person = try api.create("people")
        let updated = try api.update("people", person.id, ["id": .string(uuid(9)), "jobTitle": "x"])
        #expect(updated.id == person.id)
        #expect(updated["jobTitle"] == "x")
        #expect(try api.get("/rest/people/\(uuid(9))").status == 404)
    }

    @Test("createdAt, updatedAt and deletedAt are taken as sent, else createdAt and updatedAt are now")
    func moments() throws {
        let plain = try api.create("people")
        #expect(plain["createdAt"] == plain["updatedAt"])
        #expect(plain.text("createdAt")?.count == 24)
        let sent = try api.create(
            "people",
            ["createdAt": "2020-01-01", "updatedAt": "2020-01-02", "deletedAt": "2020-01-03T00:00:00Z"])
        #expect(sent["createdAt"] == "2020-01-01T00:00:00.000Z")
        #expect(sent["updatedAt"] == "2020-01-02T00:00:00.000Z")
        #expect(sent["deletedAt"] == "2020-01-03T00:00:00.000Z")
        #expect(try api.get("/rest/people/\(sent.id)").status == 404, "it was born deleted")
        let updated = try api.update("people", plain.id, ["createdAt": "2019-01-01", "updatedAt": "2019-01-02"])
        #expect(updated["createdAt"] == "2019-01-01T00:00:00.000Z")
        #expect(updated["updatedAt"] == "2019-01-02T00:00:00.000Z")
    }

    @Test("updatedAt moves on every update, also with an empty body")
    func updatedAt() throws {
        let person = try api.create("people", ["updatedAt": "2020-01-01"])
        let updated = try api.update("people", person.id, [:])
        #expect(updated.text("updatedAt") ?? "" > "2026")
        #expect(updated["createdAt"] == person["createdAt"])
    }

    @Test("createdBy and updatedBy are the key")
    func actor() throws {
        let person = try api.create("people")
        #expect(person["createdBy"] == SystemFieldTests.apiActor)
        #expect(person["updatedBy"] == SystemFieldTests.apiActor)
    }

    @Test("createdBy without a name keeps only its source; with a name it is taken as sent")
    func sentActor() throws {
        let person = try api.create(
            "people", ["createdBy": ["source": "EMAIL", "workspaceMemberId": .string(uuid(3))]])
        #expect(
            person["createdBy"] == [
                "source": "EMAIL", "workspaceMemberId": nil, "name": "My api key", "context": [:],
            ])
        let named = try api.create(
            "people",
            [
                "createdBy": [
                    "source": "IMPORT", "name": "Ines", "workspaceMemberId": .string(uuid(3)),
                    "context": ["provider": "google"],
                ]
            ])
        #expect(
            named["createdBy"] == [
                "source": "IMPORT", "workspaceMemberId": .string(uuid(3)), "name": "Ines",
                "context": ["provider": "google"],
            ])
    }

    @Test("updatedBy is always the caller, whatever is sent; createdBy can be changed by parts")
    func overwritten() throws {
        let person = try api.create("people", ["updatedBy": ["source": "MANUAL", "name": "Ines"]])
        #expect(person["updatedBy"] == SystemFieldTests.apiActor)
        let updated = try api.update(
            "people", person.id,
            ["updatedBy": ["source": "MANUAL", "name": "Ines"], "createdBy": ["source": "CALENDAR"]])
        #expect(updated["updatedBy"] == SystemFieldTests.apiActor)
        #expect(updated["createdBy"]?["source"] == "CALENDAR")
        #expect(updated["createdBy"]?["name"] == "My api key")
    }
}
