import JSON
import Testing

/// rest-core 11.2, data-model 8.
@Suite("Unique conflicts") struct UniqueConflictTests {
    let api: API

    init() throws { api = try API() }

    private func expectDuplicate(_ answer: Answer, of table: String, sourceLocation: SourceLocation = #_sourceLocation)
    {
        #expect(answer.status == 400, sourceLocation: sourceLocation)
        #expect(answer["error"] == "BadRequestException", sourceLocation: sourceLocation)
        #expect(answer["code"] == nil, sourceLocation: sourceLocation)
        let message = answer.message ?? ""
        #expect(
            message.hasPrefix("A duplicate entry was detected: unique constraint \(table)."),
            sourceLocation: sourceLocation)
        #expect(message.hasSuffix(" was violated"), sourceLocation: sourceLocation)
    }

    @Test("The same id twice")
    func id() throws {
        try api.create("people", ["id": .string(uuid(1))])
        let before = try StoredTables(api)
        expectDuplicate(try api.post("/rest/people", ["id": .string(uuid(1).uppercased())]), of: "person")
        expectDuplicate(
            try api.post("/rest/batch/people", [["id": .string(uuid(2))], ["id": .string(uuid(2))]]), of: "person")
        #expect(try StoredTables(api) == before)
    }

    @Test("The same value of a unique field, compared as it is stored")
    func field() throws {
        try api.create("people", ["emails": ["primaryEmail": "a@x.io"]])
        expectDuplicate(try api.post("/rest/people", ["emails": ["primaryEmail": "A@X.io"]]), of: "person")
        let other = try api.create("people", ["emails": ["primaryEmail": "b@x.io"]])
        expectDuplicate(
            try api.patch("/rest/people/\(other.id)", ["emails": ["primaryEmail": "a@x.io"]]), of: "person")
        #expect(try api.find("people", other.id)["emails"]?["primaryEmail"] == "b@x.io")
        try api.create("companies", ["domainName": ["primaryLinkUrl": "acme.com"]])
        expectDuplicate(
            try api.post("/rest/companies", ["domainName": ["primaryLinkUrl": "https://www.acme.com"]]), of: "company")
    }

    @Test("Empty never conflicts; other fields may repeat")
    func empty() throws {
        for _ in 0..<2 {
            try api.create(
                "people", ["emails": ["primaryEmail": "", "additionalEmails": ["a@x.io"]], "jobTitle": "x"])
            try api.create("companies", ["domainName": ["primaryLinkUrl": ""], "name": "Acme"])
        }
    }

    @Test("Soft-deleted rows still block; permanently deleted ones do not")
    func softDeleted() throws {
        let person = try api.create("people", ["emails": ["primaryEmail": "a@x.io"]])
        _ = try api.delete("/rest/people/\(person.id)", ["soft_delete": "true"])
        expectDuplicate(try api.post("/rest/people", ["emails": ["primaryEmail": "a@x.io"]]), of: "person")
        _ = try api.delete("/rest/people/\(person.id)")
        #expect(try api.post("/rest/people", ["emails": ["primaryEmail": "a@x.io"]]).status == 201)
    }

    @Test("A link of note and person may be there twice; a list member only once while it lives (data-model 8)")
    func links() throws {
        let person = try api.create("people")
        let note = try api.create("notes")
        for _ in 0..<2 {
            try api.create("noteTargets", ["noteId": .string(note.id), "targetPersonId": .string(person.id)])
        }
        let list = try api.create("messageLists")
        let body: JSONValue = ["listId": .string(list.id), "personId": .string(person.id)]
        let member = try api.create("messageListMembers", body)
        expectDuplicate(try api.post("/rest/messageListMembers", body), of: "messageListMember")
        _ = try api.delete("/rest/messageListMembers/\(member.id)", ["soft_delete": "true"])
        try api.create("messageListMembers", body)
        expectDuplicate(try api.patch("/rest/messageListMembers/\(member.id)/restore", nil), of: "messageListMember")
    }
}
