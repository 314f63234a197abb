import CSQLite

/// A prepared statement taken from a connection's cache, stepped without intermediate values.
///
/// The statement belongs to one `Database` and is used within one access to it, so it never crosses threads.
struct PreparedStatement {
    let pointer: OpaquePointer
    private let database: Database

    /// Prepares `sql`, or takes it from the connection's cache.
    ///
    /// - Throws: ``StoreError/database(message:)`` when SQLite refuses the text.
    init(_ sql: String, on database: Database) throws {
        pointer = try database.statement(sql)
        self.database = database
    }

    /// Binds `arguments` and calls `row` for each row; the statement is free again afterwards.
    func forEachRow(_ arguments: [SQLValue], table: String, _ row: (OpaquePointer) throws -> Void) throws {
        try forEachRow(CollectionOfOne(arguments), table: table, row)
    }

    /// Runs the statement for its effect, its parameters being the values of `rows`, row by row.
    func run(rows: ArraySlice<[SQLValue]>, table: String) throws {
        try forEachRow(rows, table: table) { _ in }
    }

    private func forEachRow(
        _ arguments: some Collection<[SQLValue]>, table: String, _ row: (OpaquePointer) throws -> Void
    ) throws {
        // All texts are put into one buffer that outlives the run, so that SQLite need not copy each of them.
        let textBytes = arguments.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8Count } }
        try withUnsafeTemporaryAllocation(of: CChar.self, capacity: max(textBytes, 1)) { texts in
            defer {
                sqlite3_reset(pointer)
                sqlite3_clear_bindings(pointer)
            }
            var position = 0
            var index: Int32 = 0
            for values in arguments {
                for value in values {
                    index += 1
                    value.bind(to: pointer, at: index, texts: texts, &position)
                }
            }
            try step(table: table, row)
        }
    }

    private func step(table: String, _ row: (OpaquePointer) throws -> Void) throws {
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: try row(pointer)
            case SQLITE_DONE: return
            default: throw database.error(table)
            }
        }
    }

    /// Runs the statement for its effect.
    ///
    /// - Returns: how many rows it changed itself, without those changed by foreign keys and triggers.
    @discardableResult
    func run(_ arguments: [SQLValue] = [], table: String = "") throws -> Int {
        try forEachRow(arguments, table: table) { _ in }
        return Int(sqlite3_changes(database.handle))
    }

    /// The first column of the first row, 0 when it holds no integer or there is no row.
    func firstInteger(_ arguments: [SQLValue] = [], table: String = "") throws -> Int {
        guard case .integer(let value)? = try firstValue(arguments, table: table) else { return 0 }
        return Int(value)
    }

    /// The first column of the first row.
    func firstValue(_ arguments: [SQLValue] = [], table: String = "") throws -> SQLValue? {
        var value: SQLValue?
        try forEachRow(arguments, table: table) { row in
            if value == nil { value = SQLValue(column: 0, of: row) }
        }
        return value
    }
}
