import Foundation

/// The connections that read, made when first needed; who reads takes one and gives it back.
///
/// There are as many as there were threads that read at the same time. Nobody waits for a connection.
///
/// `@unchecked Sendable`: `free` and `isClosed` are only touched with `lock` held.
final class ReaderPool: @unchecked Sendable {
    private let make: @Sendable () throws -> Database
    private let lock = NSLock()
    private var free: [Database] = []
    private var isClosed = false

    init(_ make: @escaping @Sendable () throws -> Database) { self.make = make }

    func withReader<T>(_ body: (Database) throws -> T) throws -> T {
        let reader = try take()
        defer { giveBack(reader) }
        return try body(reader)
    }

    private func take() throws -> Database {
        let kept = try lock.withLock {
            guard !isClosed else { throw StoreError.database(message: "database is closed") }
            return free.popLast()
        }
        return try kept ?? make()
    }

    private func giveBack(_ reader: Database) {
        reader.trimStatements()
        let isKept = lock.withLock {
            if !isClosed { free.append(reader) }
            return !isClosed
        }
        if !isKept { reader.close() }
    }

    /// Closes the connections that are free now, and others when they are given back.
    func close() {
        let readers = lock.withLock {
            isClosed = true
            defer { free = [] }
            return free
        }
        for reader in readers { reader.close() }
    }
}
