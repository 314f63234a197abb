import DataModel
import Testing

@testable import RecordStore

/// How many records match a filter.
@Suite struct FilteredCountTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func count(_ pattern: String) throws -> Int {
        let table = try temporary.table("company")
        let name = try #require(table.column(named: "name"))
        return try temporary.store.read { try $0.count(table, where: .column(name, .ilike(pattern))) }
    }

    @Test("A count follows every write")
    func follows() throws {
        #expect(try count("%acme%") == 0)
        let id = try temporary.insert("company", ["name": .text("Acme")])
        #expect(try count("%acme%") == 1)
        #expect(try count("%acme%") == 1)
        try temporary.insert("company", ["name": .text("ACME Ltd")])
        #expect(try count("%acme%") == 2)
        let table = try temporary.table("company")
        try temporary.store.write { _ = try $0.destroy(id, in: table) }
        #expect(try count("%acme%") == 1)
    }

    @Test("Within a write its own changes count")
    func ownChanges() throws {
        let table = try temporary.table("company")
        let name = try #require(table.column(named: "name"))
        let id = try temporary.insert("company", ["name": .text("Acme")])
        try temporary.store.write { store in
            let filter = Filter.column(name, .ilike("%acme%"))
            #expect(try store.reader.count(table, where: filter) == 1)
            _ = try store.destroy(id, in: table)
            #expect(try store.reader.count(table, where: filter) == 0)
        }
    }

    @Test(
        "ilike of a part finds it anywhere, without regard to the case of ASCII letters",
        arguments: [
            ("%ac%", ["Acme", "Pacific", "TAC"]), ("%acme%", ["Acme"]), ("%C%", ["Acme", "Pacific", "TAC", "Éclair"]),
            ("%[%", ["a[b"]), ("%É%", ["Éclair"]), ("%é%", ["Éclair"]), ("%%", names), ("%a_m%", ["Acme"]),
            ("%b%", ["a[b"]), ("%{%", []), ("%zzzzzzzzzzzz%", []),
        ])
    func parts(_ pattern: String, _ expected: [String]) throws {
        for name in names { try temporary.insert("company", ["name": .text(name)]) }
        try temporary.insert("company", ["name": .null])
        let table = try temporary.table("company")
        let column = try #require(table.column(named: "name"))
        let found = try temporary.page("company", RecordQuery(filter: .column(column, .ilike(pattern))))
        #expect(found.compactMap { $0["name"]?.stringValue }.sorted() == expected.sorted())
    }
}

private let names = ["Acme", "Pacific", "TAC", "Éclair", "a[b"]
