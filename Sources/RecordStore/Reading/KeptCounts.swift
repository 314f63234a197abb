/// How many records matched a filter, for as long as nothing is written.
///
/// Who walks through the pages of a filtered list is told the total with each of them, and counting costs about as much
/// as finding the page.
struct KeptCounts {
    private struct Key: Hashable {
        let sql: String
        let arguments: [SQLValue]
    }

    private static let capacity = 100

    /// SQLite's `data_version`, which changes with every commit of another connection.
    private var version: SQLValue?
    private var counts: [Key: Int] = [:]

    /// The first value of what `sql` selects.
    ///
    /// - Parameter database: one that only reads, within a transaction: its own commits would not show.
    mutating func count(_ sql: String, _ arguments: [SQLValue], on database: Database, table: String) throws -> Int {
        let version = try PreparedStatement("PRAGMA data_version", on: database).firstValue()
        if version != self.version || counts.count >= Self.capacity { counts = [:] }
        self.version = version
        let key = Key(sql: sql, arguments: arguments)
        if let kept = counts[key] { return kept }
        let count = try PreparedStatement(sql, on: database).firstInteger(arguments, table: table)
        counts[key] = count
        return count
    }
}
