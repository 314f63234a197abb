import DataModel
import JSON
import RecordStore

/// What can be done with records, for every adapter alike.
///
/// Operations check and normalise what they are given, run in one transaction, and write their answer as JSON
/// into the adapter's buffer. They throw ``RecordError``, or ``OutdatedSchema`` when the data model has changed since they
/// were made: the request is then to be answered anew.
package struct RecordOperations {
    package let workspace: Workspace
    package let caller: Caller
    /// The data model that the operation is prepared and carried out with.
    package let snapshot: ModelSnapshot
    /// Why nothing is to be read or written once the arguments have been found good: what is wrong with the selection
    /// is told after what is wrong with them (graphql-core 7).
    private(set) var refusal: (any Error)?

    package init(workspace: Workspace, caller: Caller) {
        self.workspace = workspace
        self.caller = caller
        snapshot = workspace.snapshot
    }

    var schema: Schema { snapshot.schema }
    var release: Release { workspace.release }

    /// The table of `object`.
    func table(of object: ObjectMetadata) throws -> Table {
        guard let table = schema.table(of: object.nameSingular) else {
            throw RecordError(.internal, "Data validation error.")
        }
        return table
    }

    /// The timeline of the moment.
    var timeline: Timeline {
        Timeline(schema: schema, table: snapshot.activities, caller: caller, now: workspace.clock.now)
    }

    /// The same operations, which fail with `error` once the arguments have been found good; with `nil` they go on.
    func refusing(_ error: (any Error)?) -> RecordOperations {
        var operations = self
        operations.refusal = refusal ?? error
        return operations
    }

    /// Checks what is left to check before records are touched (rest-core 2.4, step 11).
    func require(_ rights: [RecordRights.Right], on table: Table) throws {
        if let refusal { throw refusal }
        guard rights.allSatisfy({ caller.records.allows($0, on: table.object) }) else {
            throw RecordError.permissionDenied
        }
    }

    /// Refuses bodies that set a field which the caller may not change.
    func requireWritable(_ bodies: [JSONObject], on table: Table) throws {
        guard !caller.records.lockedFields.isEmpty else { return }
        let object = table.object
        for member in bodies.flatMap(\.members) {
            let field = object.field(named: member.key) ?? object.field(withJoinColumn: member.key)
            if let field, caller.records.lockedFields.contains(object.id(of: field)) {
                throw RecordError.permissionDenied
            }
        }
    }

    /// Runs `body` in one write transaction; what the database refuses is told in the API's words.
    ///
    /// - Parameter isRehearsal: whether everything is undone afterwards.
    func write<T>(isRehearsal: Bool = false, _ body: (RecordWriter) throws -> T) throws -> T {
        do {
            return try isRehearsal
                ? workspace.store.rehearse(expecting: schema, body) : workspace.store.write(expecting: schema, body)
        } catch let error as StoreError {
            throw RecordError(error, release: release)
        }
    }

    func read<T>(_ body: (RecordReader) throws -> T) throws -> T {
        do {
            return try workspace.store.read(expecting: schema, body)
        } catch let error as StoreError {
            throw RecordError(error, release: release)
        }
    }
}
