import GraphQL
import HTTPServer
import JSON
import RecordStore

/// `/graphql` (graphql-core 1): decodes a request, finds out what it needs, and puts the envelope around the answer.
struct GraphQLEndpoint: Sendable {
    let workspace: Workspace
    let authenticator: Authenticator

    /// A request that is ready to be answered.
    struct Job: Sendable {
        enum Pace: Sendable {
            /// So quick that handing it over would take longer.
            case immediate
            case slow
            case write
        }

        let pace: Pace
        let answer: @Sendable () -> HTTPResponse
    }

    /// Bodies beyond this size are not looked at where requests arrive.
    static let largestImmediateBody = 64 * 1024

    func job(_ request: HTTPRequest) -> Job {
        guard request.body.count <= Self.largestImmediateBody else {
            // What it is shows only when it is read, so it waits where it does not harm.
            return Job(pace: .write) { prepare(request).answer() }
        }
        return prepare(request)
    }

    private func prepare(_ http: HTTPRequest) -> Job {
        do {
            let caller = try authenticator.callerIfAny(of: http)
            return try job(try GraphQLRequest(http), caller, http)
        } catch let refusal as Authenticator.Refusal {
            return answered(200, [GraphQLFailure.error(refusal)], http)
        } catch let error as RequestBody.Malformed {
            return Job(pace: .immediate) { APIResponse.framework(status: 400, error.message) }
        } catch let error as GraphQLRequest.Malformed {
            return answered(400, [GraphQLError(error.message)], http)
        } catch {
            let error = GraphQLFailure.error(error, schema: workspace.schema)
            return answered(GraphQLMediaType(http).requestErrorStatus, [error], http)
        }
    }

    private func job(_ request: GraphQLRequest, _ caller: Caller?, _ http: HTTPRequest) throws -> Job {
        let operations = caller.map { RecordOperations(workspace: workspace, caller: $0) }
        let model = (operations?.snapshot ?? workspace.snapshot).graphQL
        let document = try model.documents.document(request.query)
        let operation = try document.document.operation(named: request.operationName)
        if request.isGet {
            // A GET changes nothing, and reaches the core schema only.
            return operation.type == .mutation
                ? Job(pace: .immediate) { GraphQLAnswer.mutationByGet(http) }
                : core(document, operation, request, operations, http)
        }
        let variables = operation.untypedVariables(request.variables)
        let compiled = try document.operation(
            named: request.operationName, variables: variables, isKnown: operations != nil
        ) {
            try CompiledOperation(
                operation, in: document.document, variables: variables, model: model, isKnown: operations != nil)
        }
        switch (compiled.kind, operations) {
        case (.refused(let error), _): return answered(200, [error], http)
        case (.core, _), (.records, nil): return core(document, operation, request, operations, http)
        case (.records, let operations?):
            let execution = RecordExecution(
                compiled: compiled, document: document.document, operation: operation, variables: variables,
                operations: operations)
            return Job(pace: execution.pace) { APIResponse.json(status: 200, execution.run(), for: http) }
        }
    }

    private func core(
        _ document: CachedDocument, _ operation: OperationDefinitionNode, _ request: GraphQLRequest,
        _ operations: RecordOperations?, _ http: HTTPRequest
    ) -> Job {
        let execution = CoreExecution(
            schema: CoreSchema.shared, cached: document, operation: operation, request: request,
            operations: operations)
        return Job(pace: .slow) {
            let (result, isRequestError) = execution.run()
            let status = isRequestError ? GraphQLMediaType(http).requestErrorStatus : 200
            return GraphQLAnswer.response(result, status: status, http, mayBeGraphQLResponse: true)
        }
    }

    private func answered(_ status: Int, _ errors: [GraphQLError], _ http: HTTPRequest) -> Job {
        Job(pace: .immediate) { GraphQLAnswer.response(.init(data: nil, errors: errors), status: status, http) }
    }
}
