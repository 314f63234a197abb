import Foundation
import GRDB

/// Everything that a server has stored, read past it from its file.
struct StoredTables: Equatable {
    private let rows: [String: [String]]
    /// The names of the indexes.
    let indexes: Set<String>

    init(_ api: API) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(
            path: api.server.dataDirectory + "/workspace.sqlite", configuration: configuration)
        indexes = try queue.read {
            try Set(String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'index'"))
        }
        rows = try queue.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            var rows: [String: [String]] = [:]
            for table in tables {
                rows[table] = try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { row in
                    row.databaseValues.map(\.description).joined(separator: "|")
                }.sorted()
            }
            return rows
        }
    }

    /// The tables that differ, for messages.
    func differences(from other: StoredTables) -> [String] {
        Set(rows.keys).union(other.rows.keys).filter { rows[$0] != other.rows[$0] }.sorted()
    }
}
