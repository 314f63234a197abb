import DataModel
import GraphQL
import RecordStore
import Synchronization

/// What GraphQL makes of one snapshot of the data model: root fields, documents that were seen, the schema. All of it
/// is made when it is first asked for.
final class GraphQLModel: Sendable {
    let schema: Schema
    let documents = DocumentCache()
    private let introspected = Mutex<GraphQLSchema?>(nil)
    private let named = Mutex<RecordRoots?>(nil)

    init(_ schema: Schema) { self.schema = schema }

    var roots: RecordRoots {
        named.withLock { kept in
            if let kept { return kept }
            let made = RecordRoots(schema.dataModel)
            kept = made
            return made
        }
    }

    /// The schema of the record API.
    var recordSchema: GraphQLSchema {
        introspected.withLock { kept in
            if let kept { return kept }
            let made = RecordSchema.make(schema)
            kept = made
            return made
        }
    }
}
