import JSON

/// Executes operations of a document against a schema (spec 6), one field after the other.
///
/// The document should be valid. What is not, is skipped or gives an error.
package struct OperationExecutor: Sendable {
    package let schema: GraphQLSchema
    package let document: DocumentNode
    package var limits: ExecutionLimits

    package init(schema: GraphQLSchema, document: DocumentNode, limits: ExecutionLimits = ExecutionLimits()) {
        self.schema = schema
        self.document = document
        self.limits = limits
    }

    /// Chooses an operation, coerces its variables and executes it.
    ///
    /// - Parameters:
    ///   - variables: as they came in the request.
    ///   - source: the source of the root fields.
    ///   - context: handed to every resolver.
    package func execute(
        operationName: String? = nil, variables: JSONObject = [:], source: any Sendable = JSONValue.null,
        context: (any Sendable)? = nil
    ) -> ExecutionResult {
        do throws(GraphQLErrorList) {
            let operation = try operation(named: operationName)
            let variables = try schema.coerceVariables(of: operation, in: document, from: variables)
            guard let root = schema.rootType(of: operation.type) else {
                let message = "Schema is not configured to execute \(operation.type.rawValue) operation."
                throw GraphQLErrorList([
                    GraphQLError(message, locations: [document.source.location(at: operation.offset)])
                ])
            }
            let run = ExecutionRun(executor: self, variables: variables, context: context)
            return run.execute([operation.selectionSet], on: root, source: source)
        } catch {
            return ExecutionResult(error)
        }
    }

    /// Executes some fields of a selection on the root of queries, such as the introspection of a request whose other
    /// fields are executed without a schema.
    ///
    /// - Parameter variables: taken as coerced.
    package func execute(
        fields: [CollectedField], variables: JSONObject, source: any Sendable = JSONValue.null,
        context: (any Sendable)? = nil
    ) -> ExecutionResult {
        guard let root = schema.queryType else {
            return ExecutionResult(
                data: nil, errors: [GraphQLError("Schema is not configured to execute query operation.")])
        }
        let run = ExecutionRun(executor: self, variables: variables, context: context)
        return run.execute(fields, on: root, source: source)
    }

    private func operation(named name: String?) throws(GraphQLErrorList) -> OperationDefinitionNode {
        do throws(GraphQLError) {
            return try document.operation(named: name)
        } catch {
            throw GraphQLErrorList([error])
        }
    }
}
