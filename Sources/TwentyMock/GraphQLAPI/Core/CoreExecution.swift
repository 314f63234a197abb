import GraphQL
import JSON

/// The execution of an operation against the core schema: validated, with locations (graphql-core 13).
struct CoreExecution: Sendable {
    /// Graphql-core 11.
    private static let maximumFields = 2000

    let schema: GraphQLSchema
    let cached: CachedDocument
    let operation: OperationDefinitionNode
    let request: GraphQLRequest
    /// What resolvers work with; `nil` without a key.
    let operations: RecordOperations?

    private var document: DocumentNode { cached.document }

    /// - Returns: the result, and whether it is that of a request that was not executed.
    func run() -> (result: ExecutionResult, isRequestError: Bool) {
        let errors = cached.errors(under: schema)
        guard errors.isEmpty else { return (ExecutionResult(data: nil, errors: errors), true) }
        do {
            try checkSize()
            _ = try schema.coerceVariables(of: operation, in: document, from: request.variables)
        } catch let error as GraphQLErrorList {
            return (ExecutionResult(data: nil, errors: error.errors.map(GraphQLFailure.badVariable)), true)
        } catch {
            let error = error as? GraphQLError ?? GraphQLError("\(error)")
            return (ExecutionResult(data: nil, errors: [error]), false)
        }
        let result = OperationExecutor(schema: schema, document: document).execute(
            operationName: request.operationName, variables: request.variables, context: operations)
        return (ExecutionResult(data: result.data, errors: result.errors.map(Self.named)), false)
    }

    /// Errors of resolvers tell what class they are of (graphql-core 13).
    private static func named(_ error: GraphQLError) -> GraphQLError {
        let names = [
            "BAD_USER_INPUT": "UserInputError", "NOT_FOUND": "NotFoundError", "FORBIDDEN": "ForbiddenError",
            "UNAUTHENTICATED": "AuthenticationError", "CONFLICT": "ConflictError",
            "INTERNAL_SERVER_ERROR": "InternalServerError",
        ]
        var error = error
        error.name = error.extensions?["code"]?.stringValue.flatMap { names[$0] } ?? "GraphQLError"
        return error
    }

    private func checkSize() throws {
        func count(_ fields: [UntypedField]) -> Int { fields.reduce(0) { $0 + 1 + count($1.selection ?? []) } }
        let size = count(
            try UntypedField.selection(of: operation, in: document, variables: request.variables))
        guard size <= Self.maximumFields else {
            throw GraphQLFailure.tooMany("fields", size, maximum: Self.maximumFields)
        }
    }
}
