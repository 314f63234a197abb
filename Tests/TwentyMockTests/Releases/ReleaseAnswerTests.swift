import JSON
import Testing

/// rest-core 18: what answers say, in the newest release and in the older one.
@Suite("Releases: answers") struct ReleaseAnswerTests {
    let releases: BothReleases

    init() throws { releases = try BothReleases() }

    @Test("errorsCarryCodes: older answers have none, of any kind")
    func codes() throws {
        let answers = try releases.both { try $0.post("/rest/people", ["foo": 1]) }
        #expect(answers.newest["code"] == "INVALID_ARGS_DATA")
        #expect(answers.older.refusal == Refusal(400, #"Object person doesn't have any "foo" field."#))
        for target in ["/rest/people?depth=9", "/rest/people?order_by=zz", "/rest/people?starting_after=x"] {
            #expect(try releases.older.get(target)["code"] == nil)
        }
    }

    @Test("answersForbidden: a refused permission is 403, older 400 as Error")
    func permission() throws {
        let answers = try releases.both { try $0.post("/rest/workspaceMembers", [:]) }
        let text = "Entity performing the request does not have permission"
        #expect(answers.newest.refusal == Refusal(403, text, code: "PERMISSION_DENIED"))
        #expect(answers.older.refusal == Refusal(400, text, error: "Error"))
    }

    @Test(
        "hasSpecificTexts: orders that cannot be",
        arguments: [
            (
                "name.nick", #"Sub field "nick" not found for composite field "name""#,
                "Sub field metadata not found for composite type: FULL_NAME"
            ),
            (
                "company.address", #"Composite field "company.address" requires one of its sub fields to be ordered"#,
                #"Composite field "address" requires a subfield to be specified"#
            ),
            ("company.name.x", #"Field "company.name" does not support nested ordering"#, nil),
        ] as [(String, String, String?)])
    func orders(order: String, newestText: String, olderText: String?) throws {
        let answers = try releases.both { try $0.get("/rest/people", ["order_by": order]) }
        #expect(answers.newest.message == newestText)
        #expect(answers.older.message == olderText)
        if olderText == nil { #expect(answers.older.status == 200) }
    }

    @Test("hasSpecificTexts: merging what is not there")
    func merges() throws {
        let answers = try releases.both { api in
            let person = try api.create("people")
            return try api.patch(
                "/rest/people/merge", ["ids": [.string(person.id), .string(uuid(404))], "conflictPriorityIndex": 0])
        }
        #expect(answers.newest.message == "One or more records not found")
        #expect(answers.older.message == "Record not found")
        let withoutIndex = try releases.both { api in
            let people = try api.createMany("people", [[:], [:]])
            return try api.patch("/rest/people/merge", ["ids": .array(people.map { .string($0.id) })])
        }
        #expect(withoutIndex.newest.message == "Priority record not found")
        #expect(withoutIndex.older.message == "Record not found")
    }

    @Test("answersNotFound: older finds say 400, older updates let the database layer speak")
    func notFound() throws {
        let found = try releases.both { try $0.get("/rest/people/\(uuid(404))") }
        #expect(found.newest.refusal == .recordNotFound)
        #expect(found.older.refusal == Refusal(400, "Record not found"))
        let updated = try releases.both { try $0.patch("/rest/people/\(uuid(404))", [:]) }
        #expect(updated.newest.refusal == .recordNotFound)
        #expect(updated.older.status == 400)
        #expect(updated.older["error"] == "EntityNotFoundError")
        #expect(
            updated.older.message?.hasPrefix(#"Could not find any entity of type "person" matching: "#) == true)
    }

    @Test("Whatever else is not there is 404 in every release (rest-core 5.7, 5.9, 13)")
    func neverFound() throws {
        let path = "/rest/people/\(uuid(404))"
        for method in [("DELETE", path), ("DELETE", path + "?soft_delete=true"), ("PATCH", path + "/restore")] {
            let answers = try releases.both { try $0.request(method.0, method.1) }
            #expect(answers.newest.refusal == .recordNotFound)
            #expect(answers.older.refusal == Refusal(404, "Record not found"))
        }
        let merged = try releases.both { api in
            let person = try api.create("people")
            return try api.patch(
                "/rest/people/merge", ["ids": [.string(person.id), .string(uuid(404))], "conflictPriorityIndex": 0])
        }
        #expect(merged.newest.refusal == Refusal(404, "One or more records not found", code: "RECORD_NOT_FOUND"))
        #expect(merged.older.refusal == Refusal(404, "Record not found"))
    }

    @Test("Older: favourites of what is soft-deleted go, and so do those in a folder (data-model 12)")
    func favorites() throws {
        let person = try releases.older.create("people").id
        let kept = try releases.older.create("people").id
        let folder = try releases.older.create("favoriteFolders").id
        try releases.older.create("favorites", ["personId": .string(person)])
        try releases.older.create("favorites", ["personId": .string(kept), "favoriteFolderId": .string(folder)])
        _ = try releases.older.delete("/rest/people/\(person)", ["soft_delete": "true"])
        #expect(try releases.older.list("favorites").map { $0.text("personId") } == [kept])
        _ = try releases.older.delete("/rest/favoriteFolders", ["soft_delete": "true", "filter": "id[eq]:\(folder)"])
        #expect(try releases.older.get("/rest/favorites")["totalCount"] == 0)
        #expect(try releases.older.list("favorites", ["filter": "deletedAt[is]:NOT_NULL"]).isEmpty)
    }

    @Test("hasApplicationActors: older servers know no applications that write (data-model 6)")
    func applications() throws {
        let answers = try releases.both { try $0.post("/rest/people", ["createdBy": ["source": "APPLICATION"]]) }
        #expect(answers.newest.data("createPerson")?["createdBy"]?["source"] == "APPLICATION")
        #expect(answers.older.status == 400)
        #expect(answers.older.message?.hasSuffix("SYSTEM, WEBHOOK") == true)
        let query = #"{__type(name:"ActorSourceEnum"){enumValues{name}}}"#
        func sources(_ api: API) throws -> [String] {
            try api.data(query)["__type"]?["enumValues"]?.arrayValue?.compactMap { $0.text("name") } ?? []
        }
        #expect(try sources(releases.newest).contains("APPLICATION"))
        #expect(
            try sources(releases.older) == [
                "EMAIL", "CALENDAR", "WORKFLOW", "AGENT", "API", "IMPORT", "MANUAL", "SYSTEM", "WEBHOOK",
            ])
        let filtered = try releases.both { try $0.get("/rest/people", ["filter": "createdBy.source[eq]:APPLICATION"]) }
        #expect(filtered.newest.status == 200)
        #expect(filtered.older.status == 400)
    }

    @Test("pageInfoReflectsCursor and omitsFalsePreviousPage")
    func pageInfo() throws {
        for api in [releases.newest, releases.older] {
            try api.createMany("people", (1...3).map { ["id": .string(uuid($0))] })
        }
        let first = try releases.both { try $0.get("/rest/people?limit=1") }
        #expect(first.newest["pageInfo"]?["hasPreviousPage"] == false)
        #expect(first.older["pageInfo"]?.keys == ["hasNextPage", "startCursor", "endCursor"])
        let second = try releases.both { api in
            let cursor = try api.get("/rest/people?limit=1")["pageInfo"]?.text("endCursor") ?? ""
            return try api.get("/rest/people", ["limit": "1", "starting_after": cursor])
        }
        #expect(second.newest["pageInfo"]?["hasPreviousPage"] == true)
        #expect(second.older["pageInfo"]?["hasPreviousPage"] == nil)
        #expect(second.older["pageInfo"]?["hasNextPage"] == true)
        let backward = try releases.both { api in
            let last = "{\"id\":\"\(uuid(3))\"}".base64
            return try api.get("/rest/people", ["limit": "1", "ending_before": last])
        }
        #expect(backward.newest["pageInfo"]?["hasNextPage"] == true)
        #expect(backward.older["pageInfo"]?["hasNextPage"] == false)
        #expect(backward.older["pageInfo"]?["hasPreviousPage"] == true)
        // Swapped cursors are a defect and not reproduced.
        #expect(backward.older["pageInfo"]?.text("startCursor") == "{\"id\":\"\(uuid(2))\"}".base64)
    }

    @Test("namesUniqueConstraints: older texts are bare")
    func duplicates() throws {
        let answers = try releases.both { api in
            try api.create("people", ["emails": ["primaryEmail": "a@x.io"]])
            return try api.post("/rest/people", ["emails": ["primaryEmail": "a@x.io"]])
        }
        #expect(answers.newest.message?.hasPrefix("A duplicate entry was detected: unique constraint person.") == true)
        #expect(answers.older.refusal == Refusal(400, "A duplicate entry was detected"))
    }

    @Test("relatedRecordLimit 60 and 20")
    func relatedRecords() throws {
        let answers = try releases.both { api in
            let company = try api.create("companies")
            let body: JSONValue = ["companyId": .string(company.id)]
            for _ in 0..<2 { try api.createMany("people", Array(repeating: body, count: 35)) }
            return try api.get("/rest/companies/\(company.id)?depth=1")
        }
        #expect(answers.newest.data("company")?["people"]?.arrayValue?.count == 60)
        #expect(answers.older.data("company")?["people"]?.arrayValue?.count == 20)
    }

    @Test("showsMorphTargets: older servers show the join column only")
    func morphTargets() throws {
        let answers = try releases.both { api in
            let person = try api.create("people")
            let target = try api.create("noteTargets", ["targetPersonId": .string(person.id)])
            return try api.get("/rest/noteTargets/\(target.id)?depth=1")
        }
        #expect(answers.newest.data("noteTarget")?["targetPerson"]?["id"] != nil)
        #expect(answers.older.data("noteTarget")?["targetPerson"] == nil)
        #expect(answers.older.data("noteTarget")?["targetPersonId"] != nil)
        #expect(answers.older.data("noteTarget")?["note"] == JSONValue.null)
    }

    @Test("unsetListsReadEmpty and unsetCurrencyCodeReadsNull")
    func unset() throws {
        let people = try releases.both { try $0.post("/rest/people", [:]) }
        #expect(people.newest.data("createPerson")?["emails"] == ["primaryEmail": "", "additionalEmails": []])
        #expect(people.older.data("createPerson")?["emails"] == ["primaryEmail": "", "additionalEmails": nil])
        #expect(people.older.data("createPerson")?["linkedinLink"]?["secondaryLinks"] == JSONValue.null)
        #expect(people.older.data("createPerson")?["phones"]?["additionalPhones"] == JSONValue.null)
        let deals = try releases.both { try $0.post("/rest/opportunities", [:]) }
        #expect(deals.newest.data("createOpportunity")?["amount"] == ["amountMicros": nil, "currencyCode": nil])
        #expect(deals.older.data("createOpportunity")?["amount"] == ["amountMicros": nil, "currencyCode": ""])
    }
}
