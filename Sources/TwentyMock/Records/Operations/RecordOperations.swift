import DataModel
import JSON
import RecordStore

/// What can be done with records, for every adapter alike.
///
/// Operations check and normalise what they are given, run in one transaction, and write their answer as JSON
/// into the adapter's buffer. They throw ``RecordError``.
package struct RecordOperations {
    package let workspace: Workspace
    package let caller: Caller

    package init(workspace: Workspace, caller: Caller) {
        self.workspace = workspace
        self.caller = caller
    }

    var schema: Schema { workspace.schema }
    var release: Release { workspace.release }

    /// The table of `object`.
    func table(of object: ObjectMetadata) throws -> Table {
        guard let table = schema.table(of: object.nameSingular) else {
            throw RecordError(.internal, "Data validation error.")
        }
        return table
    }

    /// The timeline of the moment.
    var timeline: Timeline { Timeline(schema: schema, caller: caller, now: workspace.clock.now) }

    /// Runs `body` in one write transaction; what the database refuses is told in the API's words.
    func write<T>(_ body: (RecordWriter) throws -> T) throws -> T {
        do {
            return try workspace.store.write(body)
        } catch let error as StoreError {
            throw RecordError(error)
        }
    }

    func read<T>(_ body: (RecordReader) throws -> T) throws -> T {
        do {
            return try workspace.store.read(body)
        } catch let error as StoreError {
            throw RecordError(error)
        }
    }
}
