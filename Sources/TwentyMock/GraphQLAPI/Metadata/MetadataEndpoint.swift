import GraphQL
import HTTPServer
import JSON
import RecordStore

/// `/metadata` (metadata 15): decodes a request and puts the envelope around the answer.
struct MetadataEndpoint: Sendable {
    let workspace: Workspace
    let authenticator: Authenticator
    private let documents: DocumentCache

    init(workspace: Workspace, authenticator: Authenticator) {
        self.workspace = workspace
        self.authenticator = authenticator
        let isCompatible = workspace.metadataOptions.showsCompatibilityKeys
        documents = DocumentCache { document in
            isCompatible
                ? OlderTypeNames(schema: MetadataSchema.shared(showsCompatibilityKeys: true)).replaced(in: document)
                : document
        }
    }

    private var schema: GraphQLSchema {
        MetadataSchema.shared(showsCompatibilityKeys: workspace.metadataOptions.showsCompatibilityKeys)
    }

    func job(_ http: HTTPRequest) -> GraphQLEndpoint.Job {
        guard http.body.count <= GraphQLEndpoint.largestImmediateBody else {
            return GraphQLEndpoint.Job(pace: .write) { prepare(http).answer() }
        }
        return prepare(http)
    }

    private func prepare(_ http: HTTPRequest) -> GraphQLEndpoint.Job {
        do {
            let caller = try authenticator.callerIfAny(of: http)
            let request = try GraphQLRequest(http)
            let cached = try documents.document(request.query)
            let operation = try cached.document.operation(named: request.operationName)
            guard !request.isGet || operation.type != .mutation else {
                return GraphQLEndpoint.Job(pace: .immediate) { GraphQLAnswer.mutationByGet(http) }
            }
            let execution = MetadataExecution(
                schema: schema, cached: cached, operation: operation, request: request,
                context: MetadataRequest(workspace: workspace, caller: caller, host: http.headers["host"]))
            return GraphQLEndpoint.Job(pace: operation.type == .mutation ? .write : .slow) {
                let (result, status) = execution.run()
                return GraphQLAnswer.response(result, status: status, http, mayBeGraphQLResponse: true)
            }
        } catch let refusal as Authenticator.Refusal {
            return answered(200, GraphQLFailure.error(refusal), http)
        } catch let error as RequestBody.Malformed {
            return GraphQLEndpoint.Job(pace: .immediate) { APIResponse.framework(status: 400, error.message) }
        } catch let error as GraphQLRequest.Malformed {
            return answered(400, GraphQLError(error.message), http)
        } catch {
            // A document that cannot be read, or an operation that is not in it.
            return answered(200, MetadataFailure.badDocument(error, code: "GRAPHQL_PARSE_FAILED"), http)
        }
    }

    private func answered(_ status: Int, _ error: GraphQLError, _ http: HTTPRequest) -> GraphQLEndpoint.Job {
        GraphQLEndpoint.Job(pace: .immediate) {
            GraphQLAnswer.response(
                ExecutionResult(data: nil, errors: [error]), status: status, http, mayBeGraphQLResponse: true)
        }
    }
}
