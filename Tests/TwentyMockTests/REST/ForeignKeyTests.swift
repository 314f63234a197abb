import JSON
import Testing

/// rest-core 2.2, 16.4 and data-model 12.
@Suite("Foreign keys") struct ForeignKeyTests {
    let api: API

    init() throws { api = try API() }

    @Test(
        "A join column that points nowhere is 400 in the database's words, and nothing is written",
        arguments: [
            ("people", "companyId", "person"), ("companies", "accountOwnerId", "company"),
            ("noteTargets", "targetPersonId", "noteTarget"), ("noteTargets", "noteId", "noteTarget"),
            ("opportunities", "pointOfContactId", "opportunity"), ("tasks", "assigneeId", "task"),
        ])
    func nowhere(plural: String, column: String, table: String) throws {
        let record = try api.create(plural)
        let before = try StoredTables(api)
        let body: JSONValue = .object([column: .string(uuid(404))])
        for answer in [
            try api.post("/rest/\(plural)", body), try api.patch("/rest/\(plural)/\(record.id)", body),
            try api.patch("/rest/\(plural)", body), try api.post("/rest/batch/\(plural)", [[:], body]),
        ] {
            #expect(answer.status == 400)
            #expect(answer["error"] == "BadRequestException")
            #expect(
                answer.message?.hasPrefix(
                    "insert or update on table \"\(table)\" violates foreign key constraint \"FK_") == true)
        }
        #expect(try StoredTables(api) == before)
    }

    @Test("A soft-deleted target can be pointed at")
    func softDeletedTarget() throws {
        let company = try api.create("companies")
        _ = try api.delete("/rest/companies/\(company.id)", ["soft_delete": "true"])
        #expect(try api.create("people", ["companyId": .string(company.id)])["companyId"] == .string(company.id))
    }

    /// A record of each kind, linked to the others.
    private func links() throws -> (company: String, person: String, opportunity: String, note: String, task: String) {
        let company = try api.create("companies").id
        let person = try api.create("people", ["companyId": .string(company)]).id
        let opportunity = try api.create(
            "opportunities", ["companyId": .string(company), "pointOfContactId": .string(person)]
        ).id
        let note = try api.create("notes").id
        let task = try api.create("tasks").id
        for (target, id) in [
            ("targetCompanyId", company), ("targetPersonId", person), ("targetOpportunityId", opportunity),
        ] {
            try api.create("noteTargets", .object(["noteId": .string(note), target: .string(id)]))
            try api.create("taskTargets", .object(["taskId": .string(task), target: .string(id)]))
            try api.create("attachments", .object([target: .string(id)]))
            try api.create("timelineActivities", .object([target: .string(id)]))
        }
        try api.create("attachments", ["targetNoteId": .string(note)])
        try api.create("attachments", ["targetTaskId": .string(task)])
        return (company, person, opportunity, note, task)
    }

    private func count(_ plural: String, _ filter: String) throws -> JSONValue? {
        try api.get("/rest/\(plural)", ["filter": filter])["totalCount"]
    }

    @Test("company: people and opportunities stay without it, its links and attachments go")
    func company() throws {
        let ids = try links()
        #expect(try api.delete("/rest/companies/\(ids.company)").status == 200)
        #expect(try api.find("people", ids.person)["companyId"] == JSONValue.null)
        #expect(try api.find("opportunities", ids.opportunity)["companyId"] == JSONValue.null)
        for plural in ["noteTargets", "taskTargets", "attachments", "timelineActivities"] {
            #expect(try count(plural, "targetCompanyId[is]:NOT_NULL") == 0, "\(plural)")
        }
        #expect(try count("noteTargets", "id[is]:NOT_NULL") == 2)
        #expect(try count("notes", "id[eq]:\(ids.note)") == 1)
        #expect(try count("tasks", "id[eq]:\(ids.task)") == 1)
    }

    @Test("person: opportunities stay without a contact, links, attachments and list memberships go")
    func person() throws {
        let ids = try links()
        let list = try api.create("messageLists")
        try api.create("messageListMembers", ["listId": .string(list.id), "personId": .string(ids.person)])
        #expect(try api.delete("/rest/people/\(ids.person)").status == 200)
        #expect(try api.find("opportunities", ids.opportunity)["pointOfContactId"] == JSONValue.null)
        for plural in ["noteTargets", "taskTargets", "attachments", "timelineActivities"] {
            #expect(try count(plural, "targetPersonId[is]:NOT_NULL") == 0, "\(plural)")
        }
        #expect(try count("messageListMembers", "id[is]:NOT_NULL") == 0)
        #expect(try count("companies", "id[eq]:\(ids.company)") == 1)
    }

    @Test("opportunity: links and attachments go, timeline activities stay without it")
    func opportunity() throws {
        let ids = try links()
        let activities = try api.list("timelineActivities", ["filter": "targetOpportunityId[eq]:\(ids.opportunity)"])
        #expect(try api.delete("/rest/opportunities/\(ids.opportunity)").status == 200)
        for plural in ["noteTargets", "taskTargets", "attachments"] {
            #expect(try count(plural, "targetOpportunityId[is]:NOT_NULL") == 0, "\(plural)")
            #expect(try count(plural, "targetPersonId[is]:NOT_NULL") == 1, "\(plural)")
        }
        for activity in activities {
            #expect(try api.find("timelineActivities", activity.id)["targetOpportunityId"] == JSONValue.null)
        }
        #expect(!activities.isEmpty)
    }

    @Test("note and task: their links go, attachments stay without them")
    func noteAndTask() throws {
        let ids = try links()
        #expect(try api.delete("/rest/notes/\(ids.note)").status == 200)
        #expect(try count("noteTargets", "id[is]:NOT_NULL") == 0)
        #expect(try count("attachments", "targetNoteId[is]:NOT_NULL") == 0)
        #expect(try count("attachments", "id[is]:NOT_NULL") == 5)
        #expect(try api.delete("/rest/tasks", ["filter": "id[eq]:\(ids.task)"]).status == 200)
        #expect(try count("taskTargets", "id[is]:NOT_NULL") == 0)
        #expect(try count("attachments", "id[is]:NOT_NULL") == 5)
        #expect(try count("people", "id[is]:NOT_NULL") == 1)
    }

    @Test("Soft-deleted rows that refer are treated the same")
    func softDeletedReferrers() throws {
        let company = try api.create("companies")
        let person = try api.create("people", ["companyId": .string(company.id)])
        _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": "true"])
        #expect(try api.delete("/rest/companies/\(company.id)").status == 200)
        #expect(
            try api.patch("/rest/people/\(person.id)/restore", nil).data("restorePerson")?["companyId"]
                == JSONValue.null)
    }

    @Test("totalCount follows what a cascade removes")
    func counts() throws {
        let ids = try links()
        #expect(try api.get("/rest/noteTargets")["totalCount"] == 3)
        _ = try api.delete("/rest/notes/\(ids.note)")
        #expect(try api.get("/rest/noteTargets")["totalCount"] == 0)
        #expect(try api.list("noteTargets").isEmpty)
    }
}
