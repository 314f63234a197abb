import CSQLite

/// One connection to the file of a workspace, with the statements that were prepared on it.
///
/// `@unchecked Sendable`: one thread at a time uses it, the one that holds the store's write lock or took the connection
/// from the pool of readers. SQLite itself does not lock then.
final class Database: @unchecked Sendable {
    enum Access {
        case writing, reading
    }

    /// How many prepared statements are kept; clients can ask for any filter.
    private static let statementCapacity = 500

    private static let isConfigured: Void = csqlite_keep_no_memory_statistics()

    let access: Access
    /// Used by ``RecordReader/count(_:where:)``.
    var counts = KeptCounts()
    /// SQLite's handle; `nil` once the connection is closed.
    private(set) var handle: OpaquePointer?
    /// How many pages the log held after the latest commit of this connection; see ``countPagesInLog()``.
    private(set) var pagesInLog = 0
    private let path: String
    private var statements: [StatementKey: OpaquePointer] = [:]

    /// Opens the file at `path`, making it when there is none and `access` is for writing.
    ///
    /// - Throws: ``StoreError/foreignFile(path:)`` for a file that is no database; it may show only with a statement.
    init(path: String, _ access: Access) throws {
        _ = Self.isConfigured
        self.path = path
        self.access = access
        let mode = access == .writing ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, mode | SQLITE_OPEN_NOMUTEX, nil)
        handle = opened
        guard code == SQLITE_OK, let opened else {
            let error = self.error()
            close()
            throw error
        }
        sqlite3_busy_timeout(opened, 5000)
        // A misspelt column is an error then, not a text.
        csqlite_refuse_double_quoted_texts(opened)
        TextCollation.register(on: opened)
        LikePattern.register(on: opened)
        ZoneOffset.register(on: opened)
        SearchFolding.register(on: opened)
        SearchRanking.register(on: opened)
    }

    deinit { close() }

    /// Lets go of the file; statements prepared before must not be used any more.
    func close() {
        finalizeStatements()
        if let handle { sqlite3_close_v2(handle) }
        handle = nil
    }

    /// The statement for `sql`, prepared when it is first asked for.
    ///
    /// - Throws: ``StoreError/database(message:)`` when SQLite refuses the text.
    func statement(_ sql: String) throws -> OpaquePointer {
        let key = StatementKey(sql: sql)
        if let statement = statements[key] { return statement }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw error() }
        statements[key] = statement
        return statement
    }

    /// Runs several statements for their effect.
    func execute(sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error() }
    }

    /// Keeps ``pagesInLog``, instead of moving the log into the file from time to time within a commit.
    func countPagesInLog() {
        // The hook goes with the connection, which does not outlive its owner.
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                if let context {
                    Unmanaged<Database>.fromOpaque(context).takeUnretainedValue().pagesInLog = Int(pages)
                }
                return SQLITE_OK
            }, context)
    }

    /// Moves committed pages from the log into the file, as far as nobody reads what they would replace.
    func checkpoint() {
        // What cannot be moved now will be later.
        _ = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    /// Keeps the number of prepared statements within bounds; call it when none of them is running.
    func trimStatements() {
        if statements.count > Self.statementCapacity { finalizeStatements() }
    }

    private func finalizeStatements() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
    }

    /// What SQLite says of its latest refusal.
    ///
    /// - Parameter table: the table that was worked on.
    func error(_ table: String = "") -> StoreError {
        guard let handle else { return .database(message: "database is closed") }
        let code = sqlite3_extended_errcode(handle)
        if code == SQLITE_NOTADB { return .foreignFile(path: path) }
        return StoreError(code: code, message: String(cString: sqlite3_errmsg(handle)), table: table)
    }
}

/// SQL text as a key: what is hashed does not grow with the text, which for a whole record is more than a kilobyte.
private struct StatementKey: Hashable {
    let sql: String

    func hash(into hasher: inout Hasher) {
        let bytes = sql.utf8
        hasher.combine(bytes.count)
        // Texts of one length mostly differ in the condition that they end with.
        hasher.combine(bytes.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
