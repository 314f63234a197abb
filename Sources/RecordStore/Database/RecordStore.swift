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

    /// The tables of the current data model. It changes with ``changeModel(now:observing:_:)``; who needs it more than
    /// once takes it once, and hands it to the accesses that follow.
    package var schema: Schema { snapshots.current }
    private let pool: DatabasePool
    private let standard: DataModel
    private let snapshots: SchemaSnapshots

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
        let standard = try dataModel(attributes)
        self.standard = standard
        let pristine = Schema(dataModel: standard)
        try RecordStore.createTables(of: pristine, in: pool)
        let model = try pool.writeWithoutTransaction { try ModelTables.load(over: standard, from: $0) }
        snapshots = SchemaSnapshots(model === standard ? pristine : Schema(dataModel: model, previous: pristine))
    }

    /// Closes every connection; the file is then complete without its log.
    package func close() throws { try pool.close() }

    /// Reads the last committed state; everything read in `body` belongs to one moment, and so does the schema.
    ///
    /// - Parameter expected: the schema that the reading was prepared with.
    /// - Throws: ``OutdatedSchema`` when the data model is another by now; nothing has been read then.
    package func read<T>(expecting expected: Schema? = nil, _ body: (RecordReader) throws -> T) throws -> T {
        try pool.unsafeRead { database in
            try PreparedStatement("BEGIN", on: database).run()
            // Reading changed nothing, so ending the transaction either way is the same.
            defer { _ = try? PreparedStatement("COMMIT", on: database).run() }
            return try body(reader(database, expecting: expected))
        }
    }

    /// Changes records: all of `body` happens, or nothing when it throws.
    ///
    /// - Throws: ``OutdatedSchema`` as ``read(expecting:_:)`` does.
    package func write<T>(expecting expected: Schema? = nil, _ body: (RecordWriter) throws -> T) throws -> T {
        if let group = WriteGroup.current, group.store === self {
            return try savepoint(group.database) {
                try body(RecordWriter(reader: reader(group.database, expecting: expected)))
            }
        }
        return try transaction { database in
            try body(RecordWriter(reader: reader(database, expecting: expected)))
        }
    }

    /// Runs `body` in a transaction of its own.
    func transaction<T>(_ body: (Database) throws -> T) throws -> T {
        try pool.writeWithoutTransaction { database in
            try transaction(database) { try body(database) }
        }
    }

    /// Does what ``write(expecting:_:)`` does and takes it all back: the result tells what would have become of it.
    package func rehearse<T>(expecting expected: Schema? = nil, _ body: (RecordWriter) throws -> T) throws -> T {
        try pool.writeWithoutTransaction { database in
            try PreparedStatement("BEGIN IMMEDIATE", on: database).run()
            defer { _ = try? PreparedStatement("ROLLBACK", on: database).run() }
            return try body(RecordWriter(reader: reader(database, expecting: expected)))
        }
    }

    /// Changes the data model: rows of the metadata, tables, indexes and whatever `body` writes are one transaction.
    ///
    /// Readers that are in flight finish on the old model.
    ///
    /// - Parameter now: the moment of the change, ISO-8601 with milliseconds.
    /// - Parameter observer: called between the steps; what it throws undoes the change.
    /// - Parameter body: makes the new model of the present one.
    package func changeModel<T>(
        now: String, observing observer: @escaping (MigrationStep) throws -> Void = { _ in },
        _ body: (RecordWriter) throws -> (model: DataModel, result: T)
    ) throws -> T {
        try pool.writeWithoutTransaction { database in
            // Takes no effect within a transaction, so it is set around it.
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
            var announced: Schema?
            do {
                let result = try transaction(database) {
                    let reader = try reader(database, expecting: nil)
                    let old = reader.schema
                    try observer(.begun)
                    let (model, result) = try body(RecordWriter(reader: reader))
                    let new = Schema(dataModel: model, previous: old)
                    try SchemaMigration(old: old, new: new, database: database, now: now, checkpoint: observer).run()
                    try ModelTables.store(model, replacing: old.dataModel, standard: standard, in: database)
                    try observer(.modelStored)
                    snapshots.announce(new)
                    announced = new
                    return result
                }
                if let announced { snapshots.publish(announced) }
                return result
            } catch {
                if let announced { snapshots.withdraw(announced) }
                throw error
            }
        }
    }

    private func transaction<T>(_ database: Database, _ body: () throws -> T) throws -> T {
        try PreparedStatement("BEGIN IMMEDIATE", on: database).run()
        do {
            let result = try body()
            try PreparedStatement("COMMIT", on: database).run()
            return result
        } catch {
            _ = try? PreparedStatement("ROLLBACK", on: database).run()
            throw error
        }
    }

    private func reader(_ database: Database, expecting expected: Schema?) throws -> RecordReader {
        let schema = try snapshots.schema(seenBy: database) { database in
            Schema(dataModel: try ModelTables.load(over: standard, from: database))
        }
        guard expected == nil || expected === schema else { throw OutdatedSchema() }
        return RecordReader(database: database, schema: schema)
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
                    PRAGMA wal_autocheckpoint = 4000;
                    PRAGMA synchronous = \(durability == .none ? "OFF" : "NORMAL");
                    """)
            guard let connection = database.sqliteConnection else { return }
            TextCollation.register(on: connection)
            LikePattern.register(on: connection)
            ZoneOffset.register(on: connection)
            SearchFolding.register(on: connection)
            SearchRanking.register(on: connection)
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
                    \(ModelTables.definitions)
                    """)
            return .commit
        }
    }

    /// Makes the tables of the standard model when the file is new.
    private static func createTables(of schema: Schema, in pool: DatabasePool) throws {
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
