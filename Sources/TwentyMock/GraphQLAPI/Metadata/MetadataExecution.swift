import GraphQL
import JSON

/// The execution of an operation against the metadata schema: limits, validation, variables, fields (metadata 15.1).
struct MetadataExecution: Sendable {
    private static let maximumRoots = 10
    private static let maximumNesting = 10

    let schema: GraphQLSchema
    let cached: CachedDocument
    let operation: OperationDefinitionNode
    let request: GraphQLRequest
    let context: MetadataRequest

    private var document: DocumentNode { cached.document }

    func run() -> (result: ExecutionResult, status: Int) {
        let errors = cached.errors(under: schema)
        guard errors.isEmpty else {
            let errors = errors.map { MetadataFailure.badDocument($0, code: "GRAPHQL_VALIDATION_FAILED") }
            return (ExecutionResult(data: nil, errors: errors), 200)
        }
        do {
            try checkSize()
            _ = try schema.coerceVariables(of: operation, in: document, from: request.variables)
        } catch let list as GraphQLErrorList {
            return (ExecutionResult(data: nil, errors: list.errors.map(GraphQLFailure.badVariable)), 400)
        } catch {
            return (ExecutionResult(data: nil, errors: [MetadataFailure.error(error)]), 200)
        }
        let result = OperationExecutor(schema: schema, document: document).execute(
            operationName: request.operationName, variables: request.variables, context: context)
        return (ExecutionResult(data: result.data, errors: result.errors.map(MetadataFailure.completed)), 200)
    }

    /// The introspection is as deep and as wide as it needs to be.
    private func checkSize() throws {
        let roots = try UntypedField.selection(of: operation, in: document, variables: request.variables)
            .filter { !$0.name.hasPrefix("__") }
        guard roots.count <= Self.maximumRoots else {
            throw GraphQLFailure.tooMany("root resolvers", roots.count, maximum: Self.maximumRoots)
        }
        var seen = Set<String>()
        if let repeated = roots.first(where: { !seen.insert($0.name).inserted || $0.isRepeated }) {
            throw GraphQLFailure.repeatedRoot(repeated.name)
        }
        func depth(_ fields: [UntypedField]) -> Int { fields.map { 1 + depth($0.selection ?? []) }.max() ?? 0 }
        let nesting = depth(roots)
        guard nesting <= Self.maximumNesting else {
            throw GraphQLFailure.tooMany("nested fields", nesting, maximum: Self.maximumNesting)
        }
    }
}
