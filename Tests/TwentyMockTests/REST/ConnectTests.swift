import JSON
import Testing

/// rest-core 9.1 (connect), graphql-core 9.3.
@Suite("Connect and disconnect") struct ConnectTests {
    let api: API
    let company: String

    init() throws {
        api = try API()
        company = try api.create("companies", ["name": "Acme", "domainName": ["primaryLinkUrl": "acme.com"]]).id
    }

    private func connect(_ condition: JSONValue) -> JSONValue { ["company": ["connect": ["where": condition]]] }

    @Test(
        "By id, or by a unique field with the value as it is stored",
        arguments: [
            ["domainName": ["primaryLinkUrl": "acme.com"]],
            ["domainName": ["primaryLinkUrl": "https://www.ACME.com/x"]],
        ] as [JSONValue])
    func byUniqueField(condition: JSONValue) throws {
        #expect(try api.create("people", connect(condition))["companyId"] == .string(company))
        #expect(try api.create("people", connect(["id": .string(company)]))["companyId"] == .string(company))
    }

    @Test("On create, batch, update, update many and upsert")
    func everywhere() throws {
        let body = connect(["id": .string(company)])
        let person = try api.create("people")
        #expect(try api.createMany("people", [[:], body])[1]["companyId"] == .string(company))
        #expect(try api.update("people", person.id, body)["companyId"] == .string(company))
        let many = try api.patch("/rest/people", body).data("updatePeople")?.arrayValue ?? []
        #expect(many.count == 3)
        #expect(many.allSatisfy { $0["companyId"] == .string(company) })
        let upserted = try api.create(
            "people", ["id": .string(person.id), "company": ["connect": ["where": ["id": .string(company)]]]],
            ["upsert": "true"])
        #expect(upserted.id == person.id)
    }

    @Test("By an e-mail address, and for morph relations")
    func otherTargets() throws {
        let person = try api.create("people", ["emails": ["primaryEmail": "ada@x.io"]])
        let opportunity = try api.create(
            "opportunities", ["pointOfContact": ["connect": ["where": ["emails": ["primaryEmail": "ADA@x.io"]]]]])
        #expect(opportunity["pointOfContactId"] == .string(person.id))
        let target = try api.create(
            "noteTargets", ["targetPerson": ["connect": ["where": ["id": .string(person.id)]]]])
        #expect(target["targetPersonId"] == .string(person.id))
    }

    @Test("disconnect true clears, false does nothing, null disconnects")
    func disconnect() throws {
        let person = try api.create("people", ["companyId": .string(company)])
        #expect(
            try api.update("people", person.id, ["company": ["disconnect": false]])["companyId"] == .string(company))
        #expect(try api.update("people", person.id, ["company": ["disconnect": true]])["companyId"] == JSONValue.null)
        _ = try api.update("people", person.id, ["companyId": .string(company)])
        #expect(try api.update("people", person.id, ["company": nil])["companyId"] == JSONValue.null)
    }

    @Test(
        "What cannot be connected is refused, and nothing is written",
        arguments: [
            (
                ["domainName": ["primaryLinkUrl": "nope.com"]],
                "Expected 1 record to connect to company, but found 0 for domainNamePrimaryLinkUrl = nope.com"
            ),
            (
                ["id": .string(uuid(404))],
                "Expected 1 record to connect to company, but found 0 for id = \(uuid(404))"
            ),
            (["name": "Acme"], "Field name is not a unique constraint field for 'company'."),
            (
                ["domainName": ["primaryLinkLabel": "x"]],
                "Missing required fields: at least one unique constraint have to be fully populated for 'company'."
            ),
            ([:], "Missing required fields: at least one unique constraint have to be fully populated for 'company'."),
        ] as [(JSONValue, String)])
    func refused(condition: JSONValue, message: String) throws {
        let person = try api.create("people")
        let before = try StoredTables(api)
        #expect(try api.post("/rest/people", connect(condition)).refusal == Refusal(400, message))
        #expect(try api.post("/rest/batch/people", [[:], connect(condition)]).refusal == Refusal(400, message))
        #expect(try api.patch("/rest/people/\(person.id)", connect(condition)).refusal == Refusal(400, message))
        #expect(try StoredTables(api) == before)
    }

    @Test("A soft-deleted target is not found")
    func softDeleted() throws {
        _ = try api.delete("/rest/companies/\(company)", ["soft_delete": "true"])
        #expect(
            try api.post("/rest/people", connect(["id": .string(company)])).message
                == "Expected 1 record to connect to company, but found 0 for id = \(company)")
    }

    @Test("Both the relation and its join column conflict, unless the column is null")
    func both() throws {
        let connection: JSONValue = ["connect": ["where": ["id": .string(company)]]]
        #expect(
            try api.post("/rest/people", ["company": connection, "companyId": .string(company)]).refusal
                == Refusal(400, "company and companyId cannot be both provided."))
        #expect(
            try api.post("/rest/people", ["companyId": .string(company), "company": ["disconnect": true]]).refusal
                == Refusal(400, "company and companyId cannot be both provided."))
        #expect(try api.create("people", ["companyId": nil, "company": connection])["companyId"] == .string(company))
    }

    @Test("A batch names its targets in one way, and only relations are connected (graphql-core 9.3)")
    func consistency() throws {
        let byID = connect(["id": .string(company)])
        let byDomain = connect(["domainName": ["primaryLinkUrl": "acme.com"]])
        #expect(
            try api.post("/rest/batch/people", [byID, byDomain]).refusal
                == Refusal(
                    400,
                    "Expected the same constraint fields to be used consistently across all operations for company."))
        #expect(try api.createMany("people", [byID, byID]).count == 2)
        #expect(
            try api.post("/rest/people", ["jobTitle": ["connect": ["where": ["id": .string(company)]]]]).refusal
                == Refusal(400, "Connect is not allowed for jobTitle on person"))
    }

    @Test("A shape without operation, or with both, is refused")
    func shapes() throws {
        let wanted = Refusal.data(#"Relation "company" requires connect or disconnect operation"#)
        for shape in [[:], ["id": .string(company)], "x", 1, [], ["connect": [:]], ["connect": "x"]] as [JSONValue] {
            #expect(try api.post("/rest/people", ["company": shape]).refusal == wanted, "\(shape)")
        }
        #expect(
            try api.post(
                "/rest/people",
                ["company": ["connect": ["where": ["id": .string(company)]], "disconnect": true]]
            ).refusal == Refusal(400, "Cannot have both connect and disconnect for the same field on undefined."))
    }
}
