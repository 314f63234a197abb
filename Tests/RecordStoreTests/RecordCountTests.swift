import DataModel
import Testing

@testable import RecordStore

/// The counts behind `totalCount`, and what a permanent delete takes along (data-model 12).
@Suite struct RecordCountTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func count(_ object: String) throws -> Int {
        let table = try temporary.table(object)
        return try temporary.store.read { try $0.count(table, where: nil) }
    }

    @Test("Inserted, soft-deleted, restored and destroyed records are counted")
    func counted() throws {
        let table = try temporary.table("company")
        let deletedAt = try #require(table.deletedAt)
        let ids = try (0..<3).map { try temporary.insert("company", ["name": .text("C\($0)")]) }
        #expect(try count("company") == 3)
        let moment = SQLValue.text("2026-03-02T09:30:00.000Z")
        try temporary.store.write { _ = try $0.update(ids[0], [Assignment(deletedAt, moment)], in: table) }
        #expect(try count("company") == 2)
        try temporary.store.write { _ = try $0.update(ids[0], [Assignment(deletedAt, moment)], in: table) }
        #expect(try count("company") == 2)
        try temporary.store.write { _ = try $0.update(ids[0], [Assignment(deletedAt, .null)], in: table) }
        #expect(try count("company") == 3)
        try temporary.store.write { _ = try $0.destroy(ids[1], in: table) }
        #expect(try count("company") == 2)
        try temporary.insert("company", ["name": .text("gone"), "deletedAt": moment])
        #expect(try count("company") == 2)
    }

    @Test("Rows that go with a destroyed record are counted out, those that stay lose their pointer")
    func cascades() throws {
        let company = try temporary.insert("company", ["name": .text("Acme")])
        let person = try temporary.insert("person", ["companyId": .text(company)])
        let note = try temporary.insert("note", ["title": .text("Call")])
        try temporary.insert("noteTarget", ["noteId": .text(note), "targetCompanyId": .text(company)])
        let table = try temporary.table("company")
        #expect(try temporary.store.write { try $0.destroy(company, in: table) })
        #expect(try count("noteTarget") == 0)
        #expect(try count("note") == 1)
        let people = try temporary.table("person")
        let pointer = try #require(people.column(named: "companyId"))
        #expect(try temporary.store.read { try $0.values([pointer], of: person, in: people) } == [.null])
    }

    @Test("A change that fails leaves nothing behind")
    func rollback() throws {
        struct Failure: Error {}
        let table = try temporary.table("company")
        let id = try temporary.insert("company", ["name": .text("Acme")])
        #expect(throws: Failure.self) {
            try temporary.store.write { store in
                _ = try store.destroy(id, in: table)
                throw Failure()
            }
        }
        #expect(try count("company") == 1)
    }
}
