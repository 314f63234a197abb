import CSQLite

/// What can go wrong in a store besides a defect.
package enum StoreError: Error, Sendable {
    /// Two records share the value of a unique index; `columns` are those of the index.
    case duplicate(table: String, columns: [String])
    /// A join column points at no record.
    case foreignKey(table: String)
    /// A column that must be filled is empty.
    case notNull(table: String, column: String)
    /// A record is still referred to by another that forbids its removal, through the column `column` of `referrer`.
    case restricted(table: String, referrer: String, column: String)
    /// Any other refusal of the database, in SQLite's words.
    case database(message: String)
    /// The file belongs to another program, or to a newer version of this one.
    case foreignFile(path: String)
    case newerVersion(path: String, found: Int, supported: Int)
}

extension StoreError {
    /// Reads SQLite's verdict on a statement that works on `table`.
    init(code: Int32, message: String, table: String) {
        // "UNIQUE constraint failed: person.emailsPrimaryEmail, person.…" names the columns after the colon.
        func columns() -> [String] {
            guard let colon = message.range(of: "failed: ") else { return [] }
            return message[colon.upperBound...].split(separator: ",").map { name in
                String(name.drop { $0 == " " }.split(separator: ".").last ?? "")
            }
        }
        switch code {
        case SQLITE_CONSTRAINT | 8 << 8, SQLITE_CONSTRAINT | 6 << 8:
            // SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY, whose definitions Swift does not read.
            self = .duplicate(table: table, columns: columns())
        case SQLITE_CONSTRAINT | 3 << 8: self = .foreignKey(table: table)
        case SQLITE_CONSTRAINT | 5 << 8: self = .notNull(table: table, column: columns().first ?? "")
        case SQLITE_CONSTRAINT | 7 << 8: self = .restricted(table: table, referrer: table, column: "id")
        default: self = .database(message: message)
        }
    }
}
