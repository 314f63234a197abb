import DataModel
import Foundation
import Testing

import class GRDB.DatabaseQueue
import class GRDB.Row

@testable import RecordStore

/// What a store does with files that are there already.
@Suite struct StoreFileTests {
    private func open(_ path: String) throws -> RecordStore {
        try RecordStore(path: path, durability: .process) { _ in StandardModel.dataModel(of: .v2) }
    }

    @Test("A closed store opens again with its records")
    func reopen() throws {
        let temporary = try TemporaryStore()
        let id = try temporary.insert("company", ["name": .text("Acme")])
        try temporary.store.close()
        let store = try open(temporary.path)
        let table = try #require(store.schema.table(of: "company"))
        #expect(try store.read { try $0.contains(id, in: table) })
        try store.close()
    }

    @Test("A text file is refused and left as it is")
    func textFile() throws {
        let directory = try TemporaryStore.makeDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let path = directory + "/notes.txt"
        let text = String(repeating: "These are my notes, not a database.\n", count: 100)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        #expect { try open(path) } throws: { error in
            if case StoreError.foreignFile = error { true } else { false }
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test("A database of another program is refused and left as it is")
    func foreignDatabase() throws {
        let directory = try TemporaryStore.makeDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let path = directory + "/other.sqlite"
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE other (x)") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect { try open(path) } throws: { error in
            if case StoreError.foreignFile = error { true } else { false }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test("A database of a newer version is refused")
    func newerVersion() throws {
        let temporary = try TemporaryStore()
        try temporary.store.close()
        let queue = try DatabaseQueue(path: temporary.path)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 999") }
        try queue.close()
        #expect { try open(temporary.path) } throws: { error in
            if case StoreError.newerVersion(_, found: 999, _) = error { true } else { false }
        }
    }

    @Test("Any SQLite tool can check a file")
    func integrity() throws {
        let temporary = try TemporaryStore()
        try temporary.insert("company", ["name": .text("Éclair")])
        try temporary.store.close()
        let queue = try DatabaseQueue(path: temporary.path)
        #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
        #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
    }
}
