import Synchronization

/// The schemas that open transactions may see, by the version that the database itself tells.
///
/// A change is announced before it is committed and becomes the current one afterwards, so whoever reads the version
/// of a committed state finds its schema here.
final class SchemaSnapshots: Sendable {
    /// How many older schemas are kept for readers that began before a change. No more readers than connections can
    /// be open, and each of them looks its schema up when it begins.
    private static let capacity = 16

    private struct State {
        var current: Schema
        var known: [Int: Schema]
    }

    private let state: Mutex<State>

    init(_ schema: Schema) {
        state = Mutex(State(current: schema, known: [schema.dataModel.version: schema]))
    }

    var current: Schema { state.withLock { $0.current } }

    /// The schema of the state that `database` sees; reading the version begins the transaction's snapshot.
    ///
    /// - Parameter load: makes the schema of a version that was not announced here.
    func schema(seenBy database: Database, load: (Database) throws -> Schema) throws -> Schema {
        let version = try ModelTables.version(in: database)
        let known = state.withLock { state in
            state.current.dataModel.version == version ? state.current : state.known[version]
        }
        if let known { return known }
        let schema = try load(database)
        announce(schema)
        publish(schema)
        return schema
    }

    /// Makes `schema` known before the change that it belongs to is committed.
    func announce(_ schema: Schema) {
        state.withLock { $0.known[schema.dataModel.version] = schema }
    }

    /// Takes back an announcement: the change was not committed.
    func withdraw(_ schema: Schema) {
        state.withLock { state in
            if state.current !== schema { state.known[schema.dataModel.version] = nil }
        }
    }

    /// Makes an announced schema the one that new requests start with.
    func publish(_ schema: Schema) {
        state.withLock { state in
            state.current = schema
            guard state.known.count > Self.capacity else { return }
            for version in state.known.keys.sorted().prefix(state.known.count - Self.capacity)
            where version != schema.dataModel.version {
                state.known[version] = nil
            }
        }
    }
}

/// A request was prepared with a data model that has changed since; it has to be prepared anew.
package struct OutdatedSchema: Error {
    package init() {}
}
