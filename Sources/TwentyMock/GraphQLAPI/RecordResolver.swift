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
        let refusal = root.refusal ?? root.reads.refusal(under: operations.caller.records)
        let resolver = RecordResolver(operations: operations.refusing(refusal), variables: variables)
        switch (method, shape) {
        case (.findMany, .connection(let plan)):
            let list = try self.list(arguments)
            let cost = QueryComplexity.cost(relations: root.relationCount, order: list.order, of: object)
            try resolver.operations.refusing(QueryComplexity.refusal(ofCost: cost)).findConnection(
                list, plan, to: &writer)
        case (.findOne, .record(let plan)): try resolver.findOne(arguments, plan, to: &writer)
        case (.findDuplicates, .connection(let plan)): try resolver.findDuplicates(arguments, plan, to: &writer)
        case (.groupBy, .connection(let plan)): try resolver.groupBy(arguments, root, object, plan, to: &writer)
        case (_, .record(let plan)): try resolver.change(method, arguments, plan, to: &writer)
        case (_, .connection): writer.writeNull()
        }
    }
}
