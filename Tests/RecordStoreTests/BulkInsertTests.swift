import DataModel
import Testing

@testable import RecordStore

/// Many rows at once.
@Suite struct BulkInsertTests {
    private let temporary: TemporaryStore
    private let table: Table

    init() throws {
        temporary = try TemporaryStore()
        table = try temporary.table("company")
    }

    private func row(_ number: Int) throws -> [SQLValue] {
        var row = table.defaultValues
        row[table.idIndex] = .text("20202020-0000-4000-8000-\(String(100_000_000_000 + number))")
        for column in [table.createdAt, table.updatedAt].compactMap({ $0 }) {
            row[column.index] = .text("2026-03-02T09:30:00.000Z")
        }
        row[try #require(table.column(named: "name")).index] = .text("Company \(number)")
        return row
    }

    @Test("Any number of rows arrives, in order", arguments: [0, 1, 24, 25, 26, 75, 99])
    func counts(_ number: Int) throws {
        let rows = try (0..<number).map(row)
        try temporary.store.write { try $0.insert(rows, into: table) }
        let (count, ids) = try temporary.store.read { reader in
            (try reader.count(table, where: nil), try reader.ids(in: table, where: nil))
        }
        #expect(count == number)
        #expect(ids == rows.compactMap { $0[table.idIndex].text })
    }

    @Test("The row that is refused is told, and nothing stays", arguments: [0, 7, 24, 25, 49, 59])
    func refused(_ position: Int) throws {
        try temporary.store.write { try $0.insert([row(1000)], into: table) }
        var rows = try (0..<60).map(row)
        rows[position] = try row(1000)
        #expect {
            try temporary.store.write { try $0.insert(rows, into: table) }
        } throws: { error in
            if let error = error as? RowError, case .duplicate(_, ["id"]) = error.reason {
                error.position == position
            } else {
                false
            }
        }
        #expect(try temporary.store.read { try $0.count(table, where: nil) } == 1)
    }
}
