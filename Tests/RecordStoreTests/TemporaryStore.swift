import DataModel
import Foundation
import JSON

@testable import RecordStore

/// A store in a directory of its own that goes away with the test.
final class TemporaryStore {
    let directory: String
    let store: RecordStore

    var path: String { directory + "/workspace.sqlite" }
    var schema: Schema { store.schema }

    init(release: Release = .v2) throws {
        directory = try TemporaryStore.makeDirectory()
        store = try RecordStore(path: directory + "/workspace.sqlite", durability: .none) { _ in
            StandardModel.dataModel(of: release)
        }
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    static func makeDirectory() throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/record-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    func table(_ object: String) throws -> Table {
        guard let table = schema.table(of: object) else { throw StoreError.database(message: "no \(object)") }
        return table
    }

    /// Adds a record with the given columns, and a random id unless one is given.
    @discardableResult
    func insert(_ object: String, _ values: [String: SQLValue]) throws -> String {
        let table = try table(object)
        var row = table.defaultValues
        let id = values["id"]?.text ?? UUID().uuidString.lowercased()
        row[table.idIndex] = .text(id)
        for column in [table.createdAt, table.updatedAt].compactMap({ $0 })
            + table.nowColumns.map({ table.columns[$0] })
        {
            row[column.index] = .text("2026-03-02T09:30:00.000Z")
        }
        for (name, value) in values {
            if let column = table.column(named: name) { row[column.index] = value }
        }
        try store.write { try $0.insert([row], into: table) }
        return id
    }

    /// The records of a page as JSON.
    func page(_ object: String, _ query: RecordQuery) throws -> [JSONValue] {
        let plan = try ReadPlan(.depth0(of: table(object).object), schema: schema)
        var writer = JSONWriter()
        _ = try store.read { try $0.writePage(query, plan, to: &writer) }
        return try JSONValue(parsing: writer.bytes).arrayValue ?? []
    }

    /// The SQL texts that `body` runs.
    func statements(_ body: (RecordReader) throws -> Void) throws -> [String] {
        try store.read { reader in try reader.database.statements { try body(reader) } }
    }
}
