import DataModel
import Foundation
import GRDB
import GRDBSQLite

/// The records of one workspace, in one SQLite file.
///
/// One connection writes, several read; readers see the last committed state and never wait for the writer (WAL).
/// A write that has returned survives the end of the process, however it ends, unless the store is
/// ``Durability/none``.
package final class RecordStore: Sendable {
    package enum Durability: Sendable {
        /// Acknowledged writes survive the process.
        case process
        /// Nothing is kept beyond the life of the process; for temporary workspaces.
        case none
    }

    /// Marks a file as ours; `PRAGMA application_id`.
    private static let applicationID = 0x7477_6d6b
    /// Version of the layout of the tables; `PRAGMA user_version`.
    private static let layoutVersion = 1

    package let schema: Schema
    private let pool: DatabasePool

    /// Opens the store at `path`, making the file when there is none.
    ///
    /// - Parameter dataModel: gives the data model from what the file says of itself; a new file says nothing.
    /// - Throws: ``StoreError/foreignFile(path:)`` for a file of another program,
    ///   ``StoreError/newerVersion(path:found:supported:)`` for one of a later version; neither is changed.
    package init(
        path: String, durability: Durability, dataModel: (_ attributes: [String: String]) throws -> DataModel
    ) throws {
        if FileManager.default.fileExists(atPath: path) { try RecordStore.check(path) }
        do {
            pool = try DatabasePool(path: path, configuration: RecordStore.configuration(durability))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError.foreignFile(path: path)
        }
        let attributes = try pool.writeWithoutTransaction { database -> [String: String] in
            try RecordStore.prepare(database)
            let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM mock_workspace")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["value"]) })
        }
        schema = Schema(dataModel: try dataModel(attributes))
        try createTables()
    }

    /// Closes every connection; the file is then complete without its log.
    package func close() throws { try pool.close() }

    /// Reads the last committed state; everything read in `body` belongs to one moment.
    package func read<T>(_ body: (RecordReader) throws -> T) throws -> T {
        try pool.unsafeRead { database in
            try PreparedStatement("BEGIN", on: database).run()
            // Reading changed nothing, so ending the transaction either way is the same.
            defer { _ = try? PreparedStatement("COMMIT", on: database).run() }
            return try body(RecordReader(database: database, schema: schema))
        }
    }

    /// Changes records: all of `body` happens, or nothing when it throws.
    package func write<T>(_ body: (RecordWriter) throws -> T) throws -> T {
        try pool.writeWithoutTransaction { database in
            try PreparedStatement("BEGIN IMMEDIATE", on: database).run()
            do {
                let result = try body(RecordWriter(reader: RecordReader(database: database, schema: schema)))
                try PreparedStatement("COMMIT", on: database).run()
                return result
            } catch {
                _ = try? PreparedStatement("ROLLBACK", on: database).run()
                throw error
            }
        }
    }

    /// Does what ``write(_:)`` does and takes it all back: the result tells what would have become of it.
    package func rehearse<T>(_ body: (RecordWriter) throws -> T) throws -> T {
        try pool.writeWithoutTransaction { database in
            try PreparedStatement("BEGIN IMMEDIATE", on: database).run()
            defer { _ = try? PreparedStatement("ROLLBACK", on: database).run() }
            return try body(RecordWriter(reader: RecordReader(database: database, schema: schema)))
        }
    }

    /// What the file says of itself: release, workspace id and the like.
    package func attributes() throws -> [String: String] {
        try pool.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM mock_workspace")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["value"]) })
        }
    }

    package func setAttributes(_ attributes: [String: String]) throws {
        try pool.write { database in
            for (name, value) in attributes {
                try database.execute(
                    sql:
                        "INSERT INTO mock_workspace VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    arguments: [name, value])
            }
        }
    }
}

// MARK: - Opening

extension RecordStore {
    private static func configuration(_ durability: Durability) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // Debian's SQLite overwrites what is deleted and sorts in files unless told otherwise.
            try database.execute(
                sql: """
                    PRAGMA secure_delete = OFF;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -4000;
                    PRAGMA mmap_size = 268435456;
                    PRAGMA synchronous = \(durability == .none ? "OFF" : "NORMAL");
                    """)
            guard let connection = database.sqliteConnection else { return }
            TextCollation.register(on: connection)
            LikePattern.register(on: connection)
            ZoneOffset.register(on: connection)
        }
        return configuration
    }

    /// Looks into an existing file without changing it.
    private static func check(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let (application, version, objects) = try DatabaseQueue(path: path, configuration: configuration).read {
                database in
                (
                    try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
                )
            }
            let isUnused = application == 0 && objects == 0
            guard application == applicationID || isUnused else { throw StoreError.foreignFile(path: path) }
            guard version <= layoutVersion else {
                throw StoreError.newerVersion(path: path, found: version, supported: layoutVersion)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError.foreignFile(path: path)
        }
    }

    private static func prepare(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            try database.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    PRAGMA user_version = \(layoutVersion);
                    CREATE TABLE IF NOT EXISTS mock_workspace (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
                    """)
            return .commit
        }
    }

    /// Makes the tables of the data model that the file does not have yet.
    private func createTables() throws {
        try pool.writeWithoutTransaction { database in
            guard try !database.tableExists(TableDefinition.recordCountTable) else { return }
            try database.inTransaction(.immediate) {
                try database.execute(sql: TableDefinition.recordCountDefinition)
                for table in schema.tables {
                    for statement in TableDefinition(table: table, schema: schema).statements {
                        try database.execute(sql: statement)
                    }
                }
                return .commit
            }
        }
    }
}
