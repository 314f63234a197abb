import JSON
import Testing

/// rest-core 1, 8.4 and 15: objects with more than 200 fields.
@Suite("Default fields") struct DefaultFieldTests {
    @Test("200 fields are shown unless some are named: the known ones, then standard before custom, by name")
    func capped() throws {
        let api = try API()
        let object = try api.object("company").id
        let standard = try api.create("companies").keys
        // Fields are made in an order that is not that of their names.
        let names = (0..<200).map { "a\(1000 + ($0 * 7) % 200)" }
        for name in names { try api.createField(on: object, name, "TEXT") }
        let created = try api.post("/rest/companies", ["name": "Acme"])
        let record = try #require(created.data("createCompany"))
        #expect(record.keys.count == 200)
        #expect(created.headers["x-twenty-fields-capped"] == "true")
        #expect(created.headers["x-twenty-fields-max"] == "200")
        let shown = Set(names.sorted().prefix(200 - standard.count))
        #expect(Set(record.keys) == shown.union(standard))
        for answer in [try api.get("/rest/companies"), try api.get("/rest/companies/\(record.id)")] {
            #expect(answer.headers["x-twenty-fields-capped"] == "true")
        }
        #expect(try api.list("companies")[0].keys.count == 200)
        let last = try #require(names.max())
        let named = try api.get("/rest/companies/\(record.id)", ["fields": last])
        #expect(named.data("company")?.keys == ["id", last])
        #expect(named.headers["x-twenty-fields-capped"] == nil)
        #expect(try api.get("/rest/people").headers["x-twenty-fields-capped"] == nil)
    }
}
