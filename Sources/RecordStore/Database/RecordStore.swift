import DataModel
import Foundation

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
    /// Used only with ``writing`` held.
    private let writer: Database
    private let writing = NSLock()
    private let readers: ReaderPool
    private let checkpoints: Checkpoints
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
        let open = { @Sendable (access: Database.Access) in
            let database = try Database(path: path, access)
            try database.execute(sql: RecordStore.settings(durability))
            return database
        }
        let writer = try open(.writing)
        try RecordStore.prepare(writer)
        writer.countPagesInLog()
        checkpoints = Checkpoints(mover: try open(.writing))
        readers = ReaderPool { try open(.reading) }
        let standard = try dataModel(RecordStore.attributes(in: writer))
        self.standard = standard
        let pristine = Schema(dataModel: standard)
        try RecordStore.createTables(of: pristine, in: writer)
        let model = try ModelTables.load(over: standard, from: writer)
        snapshots = SchemaSnapshots(model === standard ? pristine : Schema(dataModel: model, previous: pristine))
        self.writer = writer
    }

    /// Closes every connection; the file is then complete without its log.
    package func close() throws {
        readers.close()
        writing.withLock {
            checkpoints.close()
            writer.close()
        }
    }

    /// Reads the last committed state; everything read in `body` belongs to one moment, and so does the schema.
    ///
    /// - Parameter expected: the schema that the reading was prepared with.
    /// - Throws: ``OutdatedSchema`` when the data model is another by now; nothing has been read then.
    package func read<T>(expecting expected: Schema? = nil, _ body: (RecordReader) throws -> T) throws -> T {
        try readers.withReader { database in
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
            guard expected == nil || expected === group.reader.schema else { throw OutdatedSchema() }
            return try group.write { try body(RecordWriter(reader: group.reader)) }
        }
        return try transaction { database in
            try body(RecordWriter(reader: reader(database, expecting: expected)))
        }
    }

    /// Runs `body` in a transaction of its own.
    func transaction<T>(_ body: (Database) throws -> T) throws -> T {
        try withWriter { database in try transaction(database) { try body(database) } }
    }

    private func withWriter<T>(_ body: (Database) throws -> T) rethrows -> T {
        try writing.withLock {
            defer {
                writer.trimStatements()
                checkpoints.follow(writer)
            }
            return try body(writer)
        }
    }

    /// Does what ``write(expecting:_:)`` does and takes it all back: the result tells what would have become of it.
    package func rehearse<T>(expecting expected: Schema? = nil, _ body: (RecordWriter) throws -> T) throws -> T {
        try withWriter { database in
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
        try withWriter { database in
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

    func reader(_ database: Database, expecting expected: Schema?) throws -> RecordReader {
        let schema = try snapshots.schema(seenBy: database) { database in
            Schema(dataModel: try ModelTables.load(over: standard, from: database))
        }
        guard expected == nil || expected === schema else { throw OutdatedSchema() }
        return RecordReader(database: database, schema: schema)
    }

    /// What the file says of itself: release, workspace id and the like.
    package func attributes() throws -> [String: String] {
        try readers.withReader { try RecordStore.attributes(in: $0) }
    }

    package func setAttributes(_ attributes: [String: String]) throws {
        try transaction { database in
            for (name, value) in attributes {
                let sql =
                    "INSERT INTO mock_workspace VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                try PreparedStatement(sql, on: database).run([.text(name), .text(value)])
            }
        }
    }

    private static func attributes(in database: Database) throws -> [String: String] {
        var attributes: [String: String] = [:]
        try PreparedStatement("SELECT name, value FROM mock_workspace", on: database).forEachRow([], table: "") { row in
            if let name = SQLValue(column: 0, of: row).text { attributes[name] = SQLValue(column: 1, of: row).text }
        }
        return attributes
    }
}

// MARK: - Opening

extension RecordStore {
    /// Debian's SQLite overwrites what is deleted and sorts in files unless told otherwise.
    private static func settings(_ durability: Durability) -> String {
        """
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -4000;
        PRAGMA mmap_size = 268435456;
        PRAGMA synchronous = \(durability == .none ? "OFF" : "NORMAL");
        """
    }

    /// Looks into an existing file without changing it.
    private static func check(_ path: String) throws {
        let database = try Database(path: path, .reading)
        defer { database.close() }
        func number(_ sql: String) throws -> Int { try PreparedStatement(sql, on: database).firstInteger() }
        let application = try number("PRAGMA application_id")
        let isUnused = try application == 0 && number("SELECT count(*) FROM sqlite_master") == 0
        guard application == applicationID || isUnused else { throw StoreError.foreignFile(path: path) }
        let version = try number("PRAGMA user_version")
        guard version <= layoutVersion else {
            throw StoreError.newerVersion(path: path, found: version, supported: layoutVersion)
        }
    }

    /// Readers never wait for the writer with a write-ahead log.
    private static func prepare(_ database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA journal_mode = WAL;
                BEGIN IMMEDIATE;
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = \(layoutVersion);
                CREATE TABLE IF NOT EXISTS mock_workspace (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
                \(ModelTables.definitions)
                COMMIT;
                """)
    }

    /// Makes the tables of the standard model when the file is new.
    private static func createTables(of schema: Schema, in database: Database) throws {
        let isThere = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        guard
            try PreparedStatement(isThere, on: database).firstValue([.text(TableDefinition.recordCountTable)]) == nil
        else { return }
        let statements = schema.tables.flatMap { TableDefinition(table: $0, schema: schema).statements }
        try database.execute(
            sql:
                "BEGIN IMMEDIATE; \(TableDefinition.recordCountDefinition); \(statements.joined(separator: ";\n")); COMMIT"
        )
    }
}
