import JSON
import Testing

/// rest-core 13, graphql-core 9.8.
@Suite("Merging records") struct MergeTests {
    let api: API

    init() throws { api = try API() }

    private func merge(
        _ ids: [String], _ index: JSONValue? = 0, dryRun: Bool = false, of plural: String = "people"
    ) throws -> Answer {
        var body: JSONObject = ["ids": .array(ids.map(JSONValue.string)), "dryRun": .bool(dryRun)]
        body["conflictPriorityIndex"] = index
        return try api.patch("/rest/\(plural)/merge", .object(body))
    }

    @Test("The priority record keeps its id, the others are gone for good; the key is singular")
    func survivor() throws {
        let people = try api.createMany("people", [["jobTitle": "a"], ["jobTitle": "b"], ["jobTitle": "c"]])
        let answer = try merge(people.map(\.id), 1)
        #expect(answer.status == 200)
        #expect(answer["data"]?.keys == ["mergePerson"])
        #expect(answer.data("mergePerson") == (try api.find("people", people[1].id)))
        #expect(answer.data("mergePerson")?["jobTitle"] == "b")
        #expect(try api.get("/rest/people/\(people[0].id)").refusal == .recordNotFound)
        #expect(try api.get("/rest/people", ["filter": "deletedAt[is]:NOT_NULL"])["totalCount"] == 0)
        #expect(try api.get("/rest/people")["totalCount"] == 1)
    }

    @Test(
        "The one value there is; of several the priority's, else the first in the order of ids; composites as a whole")
    func plainValues() throws {
        let companies = try api.createMany(
            "companies",
            [
                ["name": "A", "annualRevenue": ["amountMicros": 5]],
                [
                    "name": "B", "address": ["addressCity": "Lyon"],
                    "annualRevenue": ["amountMicros": 7, "currencyCode": "EUR"],
                ],
                ["address": ["addressCity": "Paris", "addressCountry": "FR"]],
            ])
        let merged = try merge(companies.map(\.id), 2, of: "companies").data("mergeCompany")
        #expect(merged?["name"] == "A")
        #expect(merged?["address"]?["addressCity"] == "Paris")
        #expect(merged?["annualRevenue"] == ["amountMicros": 5, "currencyCode": nil])
    }

    @Test("0 counts as a value, blank text and empty lists do not")
    func values() throws {
        let companies = try api.createMany(
            "companies",
            [
                ["name": "  ", "annualRevenue": ["amountMicros": 0]],
                ["name": "B", "annualRevenue": ["amountMicros": 9]],
            ])
        let merged = try merge(companies.map(\.id), 0, of: "companies").data("mergeCompany")
        #expect(merged?["name"] == "B")
        #expect(merged?["annualRevenue"]?["amountMicros"] == 0)
    }

    @Test("System fields are not merged")
    func systemFields() throws {
        let people = try api.createMany(
            "people",
            [
                ["avatarUrl": "", "position": 5, "createdAt": "2020-01-01"],
                [
                    "avatarUrl": "https://x.io/a.png", "position": 1, "createdAt": "2019-01-01",
                    "createdBy": ["source": "IMPORT", "name": "I"],
                ],
            ])
        let merged = try merge(people.map(\.id)).data("mergePerson")
        #expect(merged?["avatarUrl"] == "")
        #expect(merged?["position"] == 5)
        #expect(merged?["createdAt"] == "2020-01-01T00:00:00.000Z")
        #expect(merged?["createdBy"]?["source"] == "API")
    }

    @Test(
        "E-mail addresses, phones and links are collected: the priority's primary, all others without repeats in order of ids"
    )
    func lists() throws {
        let people = try api.createMany(
            "people",
            [
                [
                    "emails": ["primaryEmail": "a@x.io", "additionalEmails": ["s@x.io", "c@x.io"]],
                    "phones": ["primaryPhoneNumber": "+33612345678"],
                    "linkedinLink": ["primaryLinkUrl": "https://a.io", "primaryLinkLabel": "A"],
                ],
                [
                    "emails": ["primaryEmail": "b@x.io", "additionalEmails": ["s@x.io"]],
                    "phones": [
                        "primaryPhoneNumber": "+442071234567", "additionalPhones": [["number": "+33612345678"]],
                    ],
                    "linkedinLink": [
                        "primaryLinkUrl": "https://b.io", "secondaryLinks": [["url": "https://c.io", "label": "C"]],
                    ],
                ],
            ])
        let merged = try #require(try merge(people.map(\.id), 1).data("mergePerson"))
        #expect(
            merged["emails"] == ["primaryEmail": "b@x.io", "additionalEmails": ["a@x.io", "s@x.io", "c@x.io"]])
        #expect(merged["phones"]?["primaryPhoneNumber"] == "2071234567")
        #expect(merged["phones"]?["primaryPhoneCountryCode"] == "GB")
        #expect(
            merged["phones"]?["additionalPhones"]
                == [["number": "612345678", "callingCode": "+33", "countryCode": "FR"]])
        #expect(merged["linkedinLink"]?["primaryLinkUrl"] == "https://b.io")
        #expect(
            merged["linkedinLink"]?["secondaryLinks"]
                == [["url": "https://a.io", "label": "A"], ["url": "https://c.io", "label": "C"]])
    }

    @Test("A primary that only another has moves up")
    func primaryOfAnother() throws {
        let people = try api.createMany("people", [[:], ["emails": ["primaryEmail": "b@x.io"]]])
        let merged = try merge(people.map(\.id)).data("mergePerson")
        #expect(merged?["emails"] == ["primaryEmail": "b@x.io", "additionalEmails": []])
    }

    @Test("A join column set on several stays the priority's, even null; set on one it is that one")
    func joinColumns() throws {
        let companies = try api.createMany("companies", [[:], [:]]).map(\.id)
        let three = try api.createMany(
            "people", [[:], ["companyId": .string(companies[0])], ["companyId": .string(companies[1])]])
        #expect(try merge(three.map(\.id)).data("mergePerson")?["companyId"] == JSONValue.null)
        let two = try api.createMany("people", [[:], ["companyId": .string(companies[0])]])
        #expect(try merge(two.map(\.id)).data("mergePerson")?["companyId"] == .string(companies[0]))
    }

    @Test("What pointed to the losers points to the survivor, also through morph relations")
    func repointed() throws {
        let people = try api.createMany("people", [[:], [:]]).map(\.id)
        let opportunity = try api.create("opportunities", ["pointOfContactId": .string(people[1])])
        let target = try api.create("noteTargets", ["targetPersonId": .string(people[1])])
        let attachment = try api.create("attachments", ["targetPersonId": .string(people[1])])
        #expect(try merge(people).status == 200)
        #expect(try api.find("opportunities", opportunity.id)["pointOfContactId"] == .string(people[0]))
        #expect(try api.find("noteTargets", target.id)["targetPersonId"] == .string(people[0]))
        #expect(try api.find("attachments", attachment.id)["targetPersonId"] == .string(people[0]))
        let companies = try api.createMany("companies", [[:], [:]]).map(\.id)
        let person = try api.create("people", ["companyId": .string(companies[1])])
        #expect(try merge(companies, of: "companies").status == 200)
        #expect(try api.find("people", person.id)["companyId"] == .string(companies[0]))
    }

    @Test("More than 200 rows of one table to re-point are refused, and nothing happens")
    func tooManyRows() throws {
        let companies = try api.createMany("companies", [[:], [:]]).map(\.id)
        for _ in 0..<3 {
            try api.createMany("people", Array(repeating: ["companyId": .string(companies[1])], count: 70))
        }
        let before = try StoredTables(api)
        #expect(
            try merge(companies, of: "companies").refusal
                == Refusal(
                    400, "Cannot update more than 200 records at once", code: "TOO_MANY_RECORDS_TO_UPDATE"))
        #expect(try StoredTables(api) == before)
    }

    @Test("A dry run changes nothing and shows the outcome under a fresh id, deleted now")
    func dryRun() throws {
        let people = try api.createMany("people", [["jobTitle": "a"], ["name": ["firstName": "Ada"]]])
        let before = try StoredTables(api)
        let preview = try #require(try merge(people.map(\.id), dryRun: true).data("mergePerson"))
        #expect(preview["jobTitle"] == "a")
        #expect(preview["name"]?["firstName"] == "Ada")
        #expect(!people.map(\.id).contains(preview.id))
        #expect(preview.text("deletedAt")?.hasSuffix("Z") == true)
        #expect(try StoredTables(api) == before)
    }

    @Test("depth is honoured")
    func depth() throws {
        let company = try api.create("companies")
        let people = try api.createMany("people", [["companyId": .string(company.id)], [:]])
        let body: JSONValue = ["ids": .array(people.map { .string($0.id) }), "conflictPriorityIndex": 0]
        let answer = try api.patch("/rest/people/merge", body, ["depth": "1"])
        #expect(answer.data("mergePerson")?["company"]?.id == company.id)
    }

    @Test("The arguments are checked in order, and nothing happens")
    func arguments() throws {
        let ids = try api.createMany("people", Array(repeating: [:], count: 10)).map(\.id)
        let deleted = try api.create("people").id
        _ = try api.delete("/rest/people/\(deleted)", ["soft_delete": "true"])
        let before = try StoredTables(api)
        #expect(
            try merge([], of: "tasks").refusal
                == .query(
                    "Merge is only available for objects with duplicate criteria. "
                        + "Object 'task' does not have duplicate criteria defined."))
        #expect(try merge([ids[0]], 5).refusal == .query("At least 2 record IDs are required for merge"))
        #expect(try merge([]).refusal == .query("At least 2 record IDs are required for merge"))
        #expect(try merge(ids, 50).refusal == .query("Maximum 9 records can be merged at once"))
        #expect(
            try merge([uuid(404), ids[0]], 5).refusal
                == .query("Invalid conflict priority '5'. Valid options for 2 records: 0-1"))
        #expect(
            try merge([ids[0], ids[1]], -1).refusal
                == .query("Invalid conflict priority '-1'. Valid options for 2 records: 0-1"))
        let missing = Refusal(404, "One or more records not found", code: "RECORD_NOT_FOUND")
        #expect(try merge([ids[0], uuid(404)]).refusal == missing)
        #expect(try merge([ids[0], deleted]).refusal == missing)
        #expect(try merge([ids[0], ids[0]]).refusal == missing)
        #expect(try merge([ids[0], uuid(404)], nil).refusal == missing)
        #expect(
            try merge([ids[0], ids[1]], nil).refusal
                == Refusal(404, "Priority record not found", code: "RECORD_NOT_FOUND"))
        #expect(try api.patch("/rest/people/merge", nil).status == 400)
        #expect(try StoredTables(api) == before)
    }

    @Test("Nine records can be merged")
    func nine() throws {
        let ids = try api.createMany("people", Array(repeating: [:], count: 9)).map(\.id)
        #expect(try merge(ids, 8).data("mergePerson")?.id == ids[8])
    }
}
