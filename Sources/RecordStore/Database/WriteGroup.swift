import GRDB

/// Writes that share one transaction; see ``RecordStore/writeGroup(_:)``.
///
/// `@unchecked Sendable`: the value is bound to the code that runs within the group, on the thread that has the
/// database, so the connection is never used by two threads.
final class WriteGroup: @unchecked Sendable {
    @TaskLocal static var current: WriteGroup?

    let store: RecordStore
    let database: Database

    init(store: RecordStore, database: Database) {
        self.store = store
        self.database = database
    }
}

extension RecordStore {
    /// Makes one transaction of all that ``write(expecting:_:)`` does within `body`, on the same thread.
    ///
    /// Each write is kept or taken back by itself, as if it were alone, but what they all cost together is little
    /// more than one costs: they share the pages that are written. They are durable when this returns, not before;
    /// when it throws, none of them has happened.
    package func writeGroup<T>(_ body: () throws -> T) throws -> T {
        try transaction { database in
            try WriteGroup.$current.withValue(WriteGroup(store: self, database: database), operation: body)
        }
    }

    /// Runs `body` so that it can be taken back without the rest of the transaction.
    func savepoint<T>(_ database: Database, _ body: () throws -> T) throws -> T {
        try PreparedStatement("SAVEPOINT mock_write", on: database).run()
        do {
            let result = try body()
            try PreparedStatement("RELEASE mock_write", on: database).run()
            return result
        } catch {
            try PreparedStatement("ROLLBACK TO mock_write", on: database).run()
            try PreparedStatement("RELEASE mock_write", on: database).run()
            throw error
        }
    }
}
