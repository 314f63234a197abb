import Foundation
import JSON
import Testing

@testable import RecordStore
@testable import TwentyMock

/// data-model 14: participants of messages and events get the person whose address they bear.
@Suite("Participants") struct ParticipantTests {
    let api: API

    init() throws { api = try API() }

    /// A participant of a message and one of an event, of the kind that `plural` names.
    private func participant(_ plural: String, _ handle: String) throws -> String {
        let (owners, key) =
            plural == "messageParticipants" ? ("messages", "messageId") : ("calendarEvents", "calendarEventId")
        let owner = try api.create(owners).id
        return try api.create(plural, .object([key: .string(owner), "handle": .string(handle)])).id
    }

    private static let plurals = ["messageParticipants", "calendarEventParticipants"]

    @Test("A new person gets the participants with its addresses, in any case", arguments: plurals)
    func created(plural: String) throws {
        let primary = try participant(plural, "Ada@X.io")
        let additional = try participant(plural, "ada@home.example")
        let other = try participant(plural, "bob@x.io")
        let person = try api.create(
            "people", ["emails": ["primaryEmail": "ADA@x.io", "additionalEmails": ["ada@home.example"]]])
        #expect(try api.find(plural, primary).text("personId") == person.id)
        #expect(try api.find(plural, additional).text("personId") == person.id)
        #expect(try api.find(plural, other)["personId"] == JSONValue.null)
    }

    @Test("So does a person whose addresses change, one by one, many at once or by upsert", arguments: plurals)
    func changed(plural: String) throws {
        let ids = try ["a@x.io", "b@x.io", "c@x.io", "d@x.io"].map { try participant(plural, $0) }
        let person = try api.create("people", ["emails": ["primaryEmail": "z@x.io"]])
        try api.update("people", person.id, ["emails": ["primaryEmail": "a@x.io"]])
        #expect(try api.find(plural, ids[0]).text("personId") == person.id)
        #expect(try api.find(plural, ids[1])["personId"] == JSONValue.null)
        let many = try api.patch(
            "/rest/people", ["emails": ["primaryEmail": "a@x.io", "additionalEmails": ["b@x.io"]]],
            ["filter": "id[eq]:\(person.id)"])
        #expect(many.status == 200)
        #expect(try api.find(plural, ids[1]).text("personId") == person.id)
        try api.create(
            "people", ["id": .string(person.id), "emails": ["primaryEmail": "c@x.io"]], ["upsert": "true"])
        #expect(try api.find(plural, ids[2]).text("personId") == person.id)
        _ = try api.data("mutation{updatePerson(id:\"\(person.id)\",data:{emails:{primaryEmail:\"d@x.io\"}}){id}}")
        #expect(try api.find(plural, ids[3]).text("personId") == person.id)
        // The contract knows no way back.
        #expect(try api.find(plural, ids[0]).text("personId") == person.id)
    }

    @Test("Other changes of a person leave participants alone")
    func unchanged() throws {
        let id = try participant("messageParticipants", "a@x.io")
        let person = try api.create("people", ["emails": ["primaryEmail": "a@x.io"]])
        try api.update("messageParticipants", id, ["personId": nil])
        try api.update("people", person.id, ["jobTitle": "CTO", "emails": ["primaryEmail": "a@x.io"]])
        #expect(try api.find("messageParticipants", id)["personId"] == JSONValue.null)
    }

    @Test("A primary address takes a participant over, an additional one only what is nobody's")
    func takenOver() throws {
        let id = try participant("messageParticipants", "a@x.io")
        let first = try api.create("people", ["emails": ["primaryEmail": "1@x.io", "additionalEmails": ["a@x.io"]]])
        #expect(try api.find("messageParticipants", id).text("personId") == first.id)
        let second = try api.create("people", ["emails": ["primaryEmail": "a@x.io"]])
        #expect(try api.find("messageParticipants", id).text("personId") == second.id)
        try api.create("people", ["emails": ["additionalEmails": ["a@x.io"]]])
        #expect(try api.find("messageParticipants", id).text("personId") == second.id)
    }

    @Test("What is refused links nobody")
    func refused() throws {
        _ = try participant("messageParticipants", "a@x.io")
        let before = try StoredTables(api)
        let answer = try api.post(
            "/rest/batch/people",
            [["emails": ["primaryEmail": "a@x.io"]], ["companyId": .string(uuid(404))]])
        #expect(answer.status == 400)
        #expect(try StoredTables(api) == before)
    }

    @Test("A batch looks once for all its addresses, and not at all without any", arguments: [(true, 2), (false, 0)])
    func statements(hasAddresses: Bool, expected: Int) throws {
        let path = FileManager.default.temporaryDirectory.path + "/participants-\(UUID().uuidString).sqlite"
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let workspace = try Workspace(path: path, release: .v2, durability: .none)
        let operations = RecordOperations(workspace: workspace, caller: .system)
        let person = try #require(operations.schema.dataModel.object(singular: "person"))
        for owner in ["message", "calendarEvent"] {
            let id = uuid(1)
            try create(owner, ["id": .string(id)], operations)
            try create(owner + "Participant", ["\(owner)Id": .string(id), "handle": "p7@x.io"], operations)
        }
        let bodies = (0..<200).map { index -> JSONObject in
            hasAddresses ? ["emails": ["primaryEmail": .string("p\(index)@x.io")]] : [:]
        }
        let database = try workspace.store.write { $0.reader.database }
        var writer = JSONWriter()
        let statements = try database.statements {
            try operations.createMany(
                bodies, ReadPlan(Selection(object: person), schema: operations.schema), to: &writer)
        }
        let updates = statements.filter { $0.hasPrefix("UPDATE") && $0.contains("Participant\"") }
        #expect(updates.count == expected)
        try workspace.store.close()
    }

    private func create(_ name: String, _ body: JSONObject, _ operations: RecordOperations) throws {
        let object = try #require(operations.schema.dataModel.object(singular: name))
        var writer = JSONWriter()
        try operations.createMany([body], ReadPlan(Selection(object: object), schema: operations.schema), to: &writer)
    }
}
