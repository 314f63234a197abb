import JSON
import Testing

/// rest-core 2.2, data-model 12: records that another forbids to remove.
@Suite("Refused deletions") struct RefusedDeletionTests {
    let api: API

    init() throws { api = try API() }

    /// A many-to-one relation with that rule.
    private func relate(_ object: String, to target: String, _ onDelete: String) throws {
        let field = try api.createField(
            on: api.object(object).id, target, "RELATION",
            [
                "relationCreationPayload": [
                    "type": "MANY_TO_ONE", "targetObjectMetadataId": .string(try api.object(target).id),
                    "targetFieldLabel": .string("Those \(object)"), "targetFieldIcon": "IconX",
                ]
            ])
        let settings: JSONValue = [
            "relationType": "MANY_TO_ONE", "onDelete": .string(onDelete), "joinColumnName": .string(target + "Id"),
        ]
        let answer = try api.patch("/rest/metadata/fields/\(field.id)", ["settings": settings])
        try #require(answer.status == 200, "\(answer.raw)")
    }

    private func text(_ table: String, _ constraint: String, _ referrer: String) -> String {
        #"update or delete on table "\#(table)" violates foreign key constraint "\#(constraint)" on table "\#(referrer)""#
    }

    @Test("NO_ACTION and RESTRICT are told in the database's words", arguments: ["NO_ACTION", "RESTRICT"])
    func refused(onDelete: String) throws {
        try api.createObject("probe", "probes")
        try relate("probe", to: "company", onDelete)
        let company = try api.create("companies").id
        try api.create("probes", ["companyId": .string(company)])
        let before = try StoredTables(api)
        let text = text("company", "FK__probe_companyId", "_probe")
        #expect(try api.delete("/rest/companies/\(company)").refusal == Refusal(400, text))
        #expect(try api.delete("/rest/companies", ["filter": "id[eq]:\(company)"]).refusal == Refusal(400, text))
        #expect(try api.refusal("mutation{destroyCompany(id:\"\(company)\"){id}}").message == text)
        #expect(try StoredTables(api).differences(from: before).isEmpty)
    }

    @Test("So is what would go along and may not")
    func cascade() throws {
        try api.createObject("rocket", "rockets")
        try api.createObject("probe", "probes")
        try relate("rocket", to: "company", "CASCADE")
        try relate("probe", to: "rocket", "RESTRICT")
        let company = try api.create("companies").id
        let rocket = try api.create("rockets", ["companyId": .string(company)]).id
        try api.create("probes", ["rocketId": .string(rocket)])
        let text = text("_rocket", "FK__probe_rocketId", "_probe")
        #expect(try api.delete("/rest/companies/\(company)").refusal == Refusal(400, text))
        #expect(try api.find("rockets", rocket).id == rocket)
    }
}
