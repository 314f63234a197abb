import JSON
import Testing

/// rest-core 5.7, 5.8, 5.9, 11.3 and 11.4.
@Suite("Deleting and restoring records") struct DeleteTests {
    let api: API

    init() throws { api = try API() }

    private func softDelete(_ id: String, of plural: String = "people") throws -> Answer {
        try api.delete("/rest/\(plural)/\(id)", ["soft_delete": "true"])
    }

    @Test("By default the row is removed for good, and only the id is answered")
    func permanent() throws {
        let person = try api.create("people")
        let answer = try api.delete("/rest/people/\(person.id)")
        #expect(answer.status == 200)
        #expect(answer.raw == #"{"data":{"deletePerson":{"id":"\#(person.id)"}}}"#)
        #expect(try api.list("people", ["filter": "deletedAt[is]:NOT_NULL"]).isEmpty)
        #expect(try api.patch("/rest/people/\(person.id)/restore", nil).refusal == .recordNotFound)
        #expect(try api.delete("/rest/people/\(person.id)").refusal == .recordNotFound)
    }

    @Test("Only exactly soft_delete=true is a soft delete", arguments: ["TRUE", "1", "yes", "", "false", " true"])
    func exactly(value: String) throws {
        let person = try api.create("people")
        _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": value])
        #expect(try api.list("people", ["filter": "deletedAt[is]:NOT_NULL"]).isEmpty)
    }

    @Test("A soft delete sets deletedAt, moves updatedAt and hides the record")
    func soft() throws {
        let person = try api.create("people", ["updatedAt": "2020-01-01", "emails": ["primaryEmail": "a@x.io"]])
        let answer = try softDelete(person.id)
        #expect(answer.status == 200)
        #expect(answer["data"]?.keys == ["deletePerson"])
        #expect(answer.data("deletePerson")?.id == person.id)
        #expect(answer.data("deletePerson")?.text("deletedAt")?.hasSuffix("Z") == true)
        #expect(try api.get("/rest/people/\(person.id)").refusal == .recordNotFound)
        #expect(try api.get("/rest/people")["totalCount"] == 0)
        let trash = try api.list("people", ["filter": "deletedAt[is]:NOT_NULL"])
        #expect(trash.map(\.id) == [person.id])
        #expect(trash[0].text("updatedAt") ?? "" > "2026")
    }

    @Test("Ids in a filter of many that are none are told as such, in every form of filter (graphql-core 6.1)")
    func badIDs() throws {
        try api.create("people")
        let before = try StoredTables(api)
        for filter in ["id[in]:[x]", "and(id[in]:[\(uuid(1)),x])", "or(jobTitle[eq]:a,not(id[in]:[x]))"] {
            for answer in [
                try api.delete("/rest/people", ["filter": filter]),
                try api.delete("/rest/people", ["filter": filter, "soft_delete": "true"]),
                try api.patch("/rest/people", ["jobTitle": "b"], ["filter": filter]),
                try api.patch("/rest/people/restore", nil, ["filter": filter]),
            ] {
                #expect(answer.refusal == .query(#"Value "x" is not a valid UUID"#))
            }
            #expect(
                try api.get("/rest/people", ["filter": filter]).refusal
                    == .filter(#"Invalid UUID value 'x' for field "id""#))
        }
        #expect(try StoredTables(api) == before)
    }

    @Test("Soft-deleting twice is 200 again; permanent removes soft-deleted rows too")
    func twice() throws {
        let person = try api.create("people")
        #expect(try softDelete(person.id).status == 200)
        #expect(try softDelete(person.id).status == 200)
        #expect(try api.delete("/rest/people/\(person.id)").status == 200)
        #expect(try api.get("/rest/people", ["filter": "deletedAt[is]:NOT_NULL"])["totalCount"] == 0)
    }

    @Test("An unknown id is 404 in both modes")
    func unknown() throws {
        #expect(try api.delete("/rest/people/\(uuid(1))").refusal == .recordNotFound)
        #expect(try softDelete(uuid(1)).refusal == .recordNotFound)
    }

    // MARK: - Many

    @Test(
        "Many: the filter is mandatory, and nothing is deleted without",
        arguments: [
            "/rest/people", "/rest/people?filter=", "/rest/people?filter=id[is]:NOT_NULL&filter=id[is]:NOT_NULL",
        ])
    func filterIsMandatory(target: String) throws {
        try api.createMany("people", [[:], [:]])
        let before = try StoredTables(api)
        func refusal(_ operation: String) -> Refusal {
            Refusal(
                400,
                "Filters are mandatory for bulk \(operation) operations. Please provide at least one filter to prevent "
                    + "accidental deletion of all records.")
        }
        #expect(try api.delete(target).refusal == refusal("destroy"))
        #expect(try api.delete(target, ["soft_delete": "true"]).refusal == refusal("delete"))
        #expect(try StoredTables(api) == before)
    }

    @Test("Many: answers the ids, in both modes; a body is ignored")
    func many() throws {
        let people = try api.createMany("people", [["jobTitle": "a"], ["jobTitle": "a"], ["jobTitle": "b"]])
        let soft = try api.request(
            "DELETE", "/rest/people", ["filter": "jobTitle[eq]:a", "soft_delete": "true"], ["ids": []])
        #expect(soft.status == 200)
        #expect(soft["data"]?.keys == ["deletePeople"])
        #expect(Set(soft.data("deletePeople")?.arrayValue?.map(\.id) ?? []) == Set(people.prefix(2).map(\.id)))
        #expect(try api.get("/rest/people")["totalCount"] == 1)
        // Soft-deleted rows match without any term on deletedAt.
        let hard = try api.delete("/rest/people", ["filter": "jobTitle[eq]:a"])
        #expect(
            Set(hard.data("deletePeople")?.arrayValue ?? []) == Set(people.prefix(2).map { ["id": .string($0.id)] }))
        #expect(try api.get("/rest/people", ["filter": "deletedAt[is]:NOT_NULL"])["totalCount"] == 0)
    }

    @Test("Many: no match is an empty list")
    func noMatch() throws {
        #expect(try api.delete("/rest/people", ["filter": "jobTitle[eq]:a"]).raw == #"{"data":{"deletePeople":[]}}"#)
    }

    @Test("Many: no cap on the number")
    func noCap() throws {
        for _ in 0..<2 { try api.createMany("people", Array(repeating: [:], count: 130)) }
        #expect(
            try api.delete("/rest/people", ["filter": "id[is]:NOT_NULL", "soft_delete": "true"])
                .data("deletePeople")?.arrayValue?.count == 260)
        #expect(try api.patch("/rest/people/restore", nil).data("restorePeople")?.arrayValue?.count == 260)
        #expect(
            try api.delete("/rest/people", ["filter": "id[is]:NOT_NULL"]).data("deletePeople")?.arrayValue?.count == 260
        )
        #expect(try api.get("/rest/people")["totalCount"] == 0)
    }

    // MARK: - Restore

    @Test("Restore one: the full record with deletedAt null, updatedAt moved")
    func restoreOne() throws {
        let person = try api.create("people", ["jobTitle": "x", "updatedAt": "2020-01-01"])
        _ = try softDelete(person.id)
        let answer = try api.patch("/rest/people/\(person.id)/restore", nil)
        #expect(answer.status == 200)
        #expect(answer["data"]?.keys == ["restorePerson"])
        #expect(answer.data("restorePerson") == (try api.find("people", person.id)))
        #expect(answer.data("restorePerson")?["deletedAt"] == JSONValue.null)
        #expect(answer.data("restorePerson")?.text("updatedAt") ?? "" > "2026")
    }

    @Test("Restore one: a live record is returned as it is, an unknown id is 404; a body is not needed but taken")
    func restoreLive() throws {
        let person = try api.create("people", ["jobTitle": "x"])
        let answer = try api.patch("/rest/people/\(person.id)/restore", [:])
        #expect(answer.data("restorePerson")?["jobTitle"] == "x")
        #expect(try api.patch("/rest/people/\(uuid(1))/restore", nil).refusal == .recordNotFound)
    }

    @Test(
        "Restore many: by filter, without a term on deletedAt or with one, and without any filter",
        arguments: [
            ("jobTitle[eq]:a", 2), ("deletedAt[is]:NOT_NULL", 2), ("", 3),
        ])
    func restoreMany(filter: String, count: Int) throws {
        let people = try api.createMany("people", [["jobTitle": "a"], ["jobTitle": "a"], ["jobTitle": "b"]])
        for person in people.prefix(2) { _ = try softDelete(person.id) }
        let answer = try api.patch("/rest/people/restore", nil, ["filter": filter])
        #expect(answer.status == 200)
        let restored = answer.data("restorePeople")?.arrayValue ?? []
        #expect(restored.count == count)
        #expect(restored.allSatisfy { $0["deletedAt"] == JSONValue.null })
        #expect(try api.get("/rest/people")["totalCount"] == 3)
    }

    // MARK: - The trash

    @Test(
        "Naming deletedAt anywhere in the filter shows the trash (11.4)",
        arguments: [
            ("deletedAt[is]:NOT_NULL", 1), ("or(deletedAt[is]:NULL,deletedAt[is]:NOT_NULL)", 3),
            ("deletedAt[is]:NULL", 2), ("not(deletedAt[is]:NULL)", 1), ("jobTitle[eq]:a,deletedAt[gt]:2020-01-01", 1),
            ("or(jobTitle[eq]:a,and(jobTitle[eq]:b,deletedAt[is]:NULL))", 3), ("jobTitle[is]:NOT_NULL", 2),
        ])
    func trash(filter: String, count: Int) throws {
        let people = try api.createMany("people", [["jobTitle": "a"], ["jobTitle": "a"], ["jobTitle": "b"]])
        _ = try softDelete(people[0].id)
        let answer = try api.get("/rest/people", ["filter": filter])
        #expect(answer["totalCount"] == .int(Int64(count)))
        #expect(answer.data("people")?.arrayValue?.count == count)
        let groups = try api.get(
            "/rest/people/groupBy", ["group_by": "[]", "aggregate": #"["totalCount"]"#, "filter": filter])
        #expect(groups.json[0]?["totalCount"] == .string(String(count)))
    }

    @Test(
        "A soft delete cascades to nothing, but for the links of notes and tasks",
        arguments: [
            ("notes", "noteTargets", "noteId"), ("tasks", "taskTargets", "taskId"),
        ])
    func links(owners: String, targets: String, column: String) throws {
        let company = try api.create("companies")
        let person = try api.create("people", ["companyId": .string(company.id)])
        let owner = try api.create(owners)
        let link = try api.create(
            targets, .object([column: .string(owner.id), "targetPersonId": .string(person.id)]))
        _ = try softDelete(company.id, of: "companies")
        #expect(try api.get("/rest/people/\(person.id)").status == 200)
        _ = try softDelete(person.id)
        #expect(try api.get("/rest/\(targets)/\(link.id)").status == 200, "the link to a person stays")
        _ = try softDelete(owner.id, of: owners)
        #expect(try api.get("/rest/\(targets)/\(link.id)").status == 404)
        _ = try api.patch("/rest/\(owners)/\(owner.id)/restore", nil)
        #expect(try api.get("/rest/\(targets)/\(link.id)").status == 200)
        // The many forms do the same.
        _ = try api.delete("/rest/\(owners)", ["filter": "id[eq]:\(owner.id)", "soft_delete": "true"])
        #expect(try api.get("/rest/\(targets)/\(link.id)").status == 404)
        _ = try api.patch("/rest/\(owners)/restore", nil, ["filter": "id[eq]:\(owner.id)"])
        #expect(try api.get("/rest/\(targets)/\(link.id)").status == 200)
    }
}
