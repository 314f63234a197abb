import DataModel
import Testing

@testable import RecordStore

/// Several writes in one transaction.
@Suite struct WriteGroupTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func names() throws -> [String] {
        try temporary.page("company", RecordQuery()).compactMap { $0["name"]?.stringValue }.sorted()
    }

    @Test("Each write of a group is kept or taken back by itself")
    func alone() throws {
        struct Failure: Error {}
        try temporary.store.writeGroup {
            try temporary.insert("company", ["name": .text("first")])
            #expect(throws: Failure.self) {
                try temporary.store.write { store in
                    let table = try temporary.table("company")
                    var row = table.defaultValues
                    row[table.idIndex] = .text("20202020-0000-4000-8000-000000000000")
                    for column in [table.createdAt, table.updatedAt].compactMap({ $0 }) {
                        row[column.index] = .text("2026-03-02T09:30:00.000Z")
                    }
                    try store.insert([row], into: table)
                    throw Failure()
                }
            }
            try temporary.insert("company", ["name": .text("last")])
        }
        #expect(try names() == ["first", "last"])
        let table = try temporary.table("company")
        #expect(try temporary.store.read { try $0.count(table, where: nil) } == 2)
    }

    @Test("A refused row leaves those before and after it")
    func refused() throws {
        let id = try temporary.insert("company", ["name": .text("there")])
        try temporary.store.writeGroup {
            try temporary.insert("company", ["name": .text("new")])
            #expect(throws: RowError.self) { try temporary.insert("company", ["id": .text(id)]) }
        }
        #expect(try names() == ["new", "there"])
    }

    @Test("A group that fails has not happened")
    func failed() throws {
        struct Failure: Error {}
        #expect(throws: Failure.self) {
            try temporary.store.writeGroup {
                try temporary.insert("company", ["name": .text("never")])
                throw Failure()
            }
        }
        #expect(try names().isEmpty)
    }

    @Test("Nobody else sees a group before it is whole")
    func isolated() throws {
        try temporary.store.writeGroup {
            try temporary.insert("company", ["name": .text("soon")])
            #expect(try names().isEmpty)
        }
        #expect(try names() == ["soon"])
    }
}
