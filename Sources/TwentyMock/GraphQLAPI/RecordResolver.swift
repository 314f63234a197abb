import DataModel
import GraphQL
import JSON
import RecordStore

/// Runs the root fields of the record API (graphql-core 3): arguments into operations, whose answers are the values.
struct RecordResolver {
    let operations: RecordOperations
    /// As they came in the request, with the defaults of those that it does not give.
    let variables: JSONObject

    var release: Release { operations.workspace.release }

    /// Writes the value of a field.
    ///
    /// - Throws: whatever becomes an entry of `errors`; what was written by then counts for nothing.
    func resolve(_ root: CompiledRoot, to writer: inout JSONWriter) throws {
        guard case .record(let method) = root.target, let object = root.object, let shape = root.shape else {
            return writer.writeNull()
        }
        let arguments = RecordArguments(root.field.arguments, variables: variables)
        switch method {
        case .findMany:
            let list = try self.list(arguments)
            try checkOrder(list.order, root, object)
            try operations.findConnection(list, connection(shape), to: &writer)
        case .findOne: try findOne(arguments, record: { try record(shape) }, to: &writer)
        case .findDuplicates: try findDuplicates(arguments, plan: { try connection(shape) }, to: &writer)
        case .groupBy: try groupBy(arguments, root, object, plan: { try connection(shape) }, to: &writer)
        default: try change(method, arguments, object, plan: { try record(shape) }, to: &writer)
        }
    }

    private func connection(_ shape: Result<CompiledRoot.Shape, any Error>) throws -> ConnectionPlan {
        guard case .connection(let plan) = try shape.get() else {
            throw RecordError(.internal, "Data validation error.")
        }
        return plan
    }

    private func record(_ shape: Result<CompiledRoot.Shape, any Error>) throws -> ReadPlan {
        guard case .record(let plan) = try shape.get() else { throw RecordError(.internal, "Data validation error.") }
        return plan
    }

    /// Orders through relations count as relations (graphql-core 11).
    private func checkOrder(_ order: [JSONObject], _ root: CompiledRoot, _ object: ObjectMetadata) throws {
        let relations = order.flatMap(\.members).count { object.field(named: $0.key)?.relation != nil }
        guard relations > 0 else { return }
        try RecordSelection.checkComplexity(1 + root.relationCount + relations)
    }
}
