import DataModel
import Foundation
import GRDB
import JSON
import Testing

@testable import RecordStore

/// Changes of the data model as one transaction: tables, indexes and stored metadata go together.
@Suite struct ModelChangeTests {
    private let temporary: TemporaryStore
    private var store: RecordStore { temporary.store }
    private static let now = "2026-03-02T09:30:00.000Z"

    init() throws { temporary = try TemporaryStore() }

    private struct Broken: Error {}

    @discardableResult
    private func change<T>(
        observing: @escaping (MigrationStep) throws -> Void = { _ in }, _ body: (inout ModelDraft) throws -> T
    ) throws -> T {
        try store.changeModel(now: Self.now, observing: observing) { writer in
            var draft = ModelDraft(
                writer.reader.schema.dataModel, now: Self.now, newID: { UUID().uuidString.lowercased() })
            let result = try body(&draft)
            return (draft.finished(), result)
        }
    }

    private func createRocket() throws -> String {
        try change {
            try $0.create(
                ObjectCreation(
                    nameSingular: "rocket", namePlural: "rockets", labelSingular: "Rocket", labelPlural: "Rockets"))
        }
    }

    /// Every statement that made something, and every row of ours.
    private func dump(_ path: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { database in
            let schema = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master ORDER BY name").map {
                "\($0)"
            }
            let rows = try ["mock_objectMetadata", "mock_fieldMetadata", "mock_resource", "mock_recordCount"].flatMap {
                table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
            return schema + rows.sorted()
        }
    }

    @Test("An object that was made and deleted leaves the database as it was")
    func leavesNothing() throws {
        let before = try dump(temporary.path)
        let id = try createRocket()
        #expect(try dump(temporary.path) != before)
        try change { try $0.delete(object: id) }
        #expect(try dump(temporary.path) == before)
    }

    @Test("A failure between any two steps leaves nothing half done", arguments: MigrationStep.allCases)
    func failure(step: MigrationStep) throws {
        let id = try createRocket()
        let object = try #require(store.schema.dataModel.object(singular: "rocket"))
        let before = try dump(temporary.path)
        let schema = store.schema
        let breaking = { (reached: MigrationStep) in if reached == step { throw Broken() } }
        #expect(throws: Broken.self) {
            try change(observing: breaking) { draft in
                try draft.update(object: id, ObjectUpdate(["nameSingular": "ship", "namePlural": "ships"]))
                _ = try draft.create(FieldCreation(objectID: object.id, type: .number, name: "thrust", label: "Thrust"))
            }
        }
        #expect(try dump(temporary.path) == before)
        #expect(store.schema === schema)
        // The same change goes through afterwards.
        try change { try $0.update(object: id, ObjectUpdate(["nameSingular": "ship", "namePlural": "ships"])) }
        #expect(store.schema.table(of: "ship")?.name == "_ship")
        try temporary.insert("ship", ["name": .text("a")])
    }

    /// What a `kill -9` leaves behind are the files as they are at that moment.
    @Test("Files copied between any two steps open as they were before the change", arguments: MigrationStep.allCases)
    func killed(step: MigrationStep) throws {
        let id = try createRocket()
        try temporary.insert("rocket", ["name": .text("kept")])
        let copy = try TemporaryStore.makeDirectory()
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let path = temporary.path
        let copying = { (reached: MigrationStep) in
            guard reached == step else { return }
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + "/workspace.sqlite" + suffix)
            }
        }
        try change(observing: copying) {
            try $0.update(object: id, ObjectUpdate(["nameSingular": "ship", "namePlural": "ships"]))
        }
        let reopened = try RecordStore(path: copy + "/workspace.sqlite", durability: .process) { _ in
            StandardModel.dataModel(of: .v2)
        }
        defer { try? reopened.close() }
        let table = try #require(reopened.schema.table(of: "rocket"))
        #expect(reopened.schema.table(of: "ship") == nil)
        #expect(try reopened.read { try $0.count(table, where: nil) } == 1)
        #expect(try reopened.read { try $0.ids(in: table, where: nil) }.count == 1)
    }

    @Test("A changed model is there after reopening")
    func reopened() throws {
        let id = try createRocket()
        _ = try change {
            try $0.create(FieldCreation(objectID: id, type: .currency, name: "price", label: "Price"))
        }
        let before = store.schema.dataModel.objects.map { ($0.properties, $0.fields) }
        try store.close()
        let again = try RecordStore(path: temporary.path, durability: .none) { _ in StandardModel.dataModel(of: .v2) }
        let after = again.schema.dataModel.objects.map { ($0.properties, $0.fields) }
        #expect(before.map(\.0) == after.map(\.0))
        #expect(before.map(\.1) == after.map(\.1))
        try again.close()
    }

    @Test("A reader that began before a change finishes on the old tables, one that was prepared before is told")
    func readersInFlight() throws {
        let id = try createRocket()
        try temporary.insert("rocket", ["name": .text("a")])
        let old = store.schema
        let table = try temporary.table("rocket")
        try store.read { reader in
            #expect(try reader.count(table, where: nil) == 1)
            try change { try $0.delete(object: id) }
            #expect(try reader.ids(in: table, where: nil).count == 1)
            #expect(reader.schema === old)
        }
        #expect(store.schema.table(of: "rocket") == nil)
        #expect(throws: OutdatedSchema.self) { try store.read(expecting: old) { _ in } }
        #expect(throws: OutdatedSchema.self) { try store.write(expecting: old) { _ in } }
    }

    @Test("A new field shows its default in the records that there are, and a unique one refuses duplicates")
    func existingRecords() throws {
        let id = try createRocket()
        try temporary.insert("rocket", ["name": .text("a")])
        try temporary.insert("rocket", ["name": .text("a")])
        var stage = FieldCreation(objectID: id, type: .number, name: "stage", label: "Stage")
        stage.defaultValue = 3
        stage.isNullable = false
        var token = FieldCreation(objectID: id, type: .uuid, name: "token", label: "Token")
        token.defaultValue = "uuid"
        try change { draft in for field in [stage, token] { _ = try draft.create(field) } }
        let rows = try temporary.page("rocket", RecordQuery())
        #expect(rows.map { $0["stage"] } == [3, 3])
        #expect(Set(rows.compactMap { $0["token"]?.stringValue }).count == 2)
        let nameID = try #require(
            store.schema.dataModel.object(singular: "rocket")?.fields.first { $0.name == "name" }?.id)
        let before = try dump(temporary.path)
        #expect {
            try change { try $0.update(field: nameID, FieldUpdate(["isUnique": true])) }
        } throws: { error in
            if case StoreError.duplicate? = error as? StoreError { true } else { false }
        }
        #expect(try dump(temporary.path) == before)
    }

    @Test("A column that needs another type or constraint keeps its values")
    func redefined() throws {
        let id = try createRocket()
        var count = FieldCreation(objectID: id, type: .number, name: "count", label: "Count")
        count.settings = ["dataType": "int"]
        let field = try change { try $0.create(count) }
        try temporary.insert("rocket", ["count": .integer(5)])
        try temporary.insert("rocket", [:])
        try change {
            try $0.update(
                field: field,
                FieldUpdate(["settings": ["dataType": "float"], "isNullable": false, "defaultValue": 1.5]))
        }
        #expect(try Set(temporary.page("rocket", RecordQuery()).map { $0["count"] }) == [5, 1.5])
    }

    @Test("A relation of its own kind and a field with 100 000 records are added quickly")
    func manyRecords() throws {
        let id = try createRocket()
        let table = try temporary.table("rocket")
        var row = table.defaultValues
        for column in table.nowColumns { row[column] = .text(Self.now) }
        let rows = (0..<100_000).map { number -> [SQLValue] in
            var row = row
            row[table.idIndex] = .text("\(number)")
            return row
        }
        try store.write { try $0.insert(rows, into: table) }
        var field = FieldCreation(objectID: id, type: .text, name: "note", label: "Note")
        field.defaultValue = "'x'"
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try change { try $0.create(field) } }
        #expect(time < .milliseconds(500))
        #expect(try temporary.page("rocket", RecordQuery(limit: 1)).first?["note"] == "x")
    }
}
