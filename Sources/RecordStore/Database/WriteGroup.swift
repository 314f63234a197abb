/// Writes that share one transaction; see ``RecordStore/writeGroup(_:)``.
///
/// `@unchecked Sendable`: the value is bound to the code that runs within the group, on the thread that has the
/// database, so the connection is never used by two threads.
final class WriteGroup: @unchecked Sendable {
    @TaskLocal static var current: WriteGroup?

    let store: RecordStore
    let database: Database
    let reader: RecordReader
    /// Whether each write can be taken back by itself.
    let hasSavepoints: Bool
    /// Whether a write failed that cannot be taken back by itself.
    private(set) var isSpoilt = false

    init(store: RecordStore, database: Database, reader: RecordReader, hasSavepoints: Bool) {
        self.store = store
        self.database = database
        self.reader = reader
        self.hasSavepoints = hasSavepoints
    }

    func write<T>(_ body: () throws -> T) throws -> T {
        if hasSavepoints { return try store.savepoint(database, body) }
        guard !isSpoilt else { throw Spoilt() }
        do {
            return try body()
        } catch {
            isSpoilt = true
            throw error
        }
    }

    /// What all writes say that follow on one that spoilt the group; nobody gets to see it.
    struct Spoilt: Error {}
}

extension RecordStore {
    /// Makes one transaction of all that ``write(expecting:_:)`` does within `body`, on the same thread.
    ///
    /// Each write is kept or taken back by itself, as if it were alone, but what they all cost together is little
    /// more than one costs: they share the pages that are written. They are durable when this returns, not before;
    /// when it throws, none of them has happened.
    ///
    /// - Parameter body: called a second time, all that it wrote having been taken back, when one of its writes fails:
    ///   only then is it worth what it costs to be able to take back each by itself.
    package func writeGroup<T>(_ body: () throws -> T) throws -> T {
        try groupWithoutSavepoints(body) ?? group(hasSavepoints: true) { _ in try body() }
    }

    /// - Returns: `nil`, nothing having happened, when a write failed.
    private func groupWithoutSavepoints<T>(_ body: () throws -> T) throws -> T? {
        do {
            return try group(hasSavepoints: false) { group in
                let result = Result { try body() }
                if group.isSpoilt { throw WriteGroup.Spoilt() }
                return try result.get()
            }
        } catch is WriteGroup.Spoilt {
            return nil
        }
    }

    private func group<T>(hasSavepoints: Bool, _ body: (WriteGroup) throws -> T) throws -> T {
        try transaction { database in
            let reader = try reader(database, expecting: nil)
            let group = WriteGroup(store: self, database: database, reader: reader, hasSavepoints: hasSavepoints)
            return try WriteGroup.$current.withValue(group) { try body(group) }
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
