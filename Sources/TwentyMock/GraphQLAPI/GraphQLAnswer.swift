import GraphQL
import HTTPServer
import JSON

/// The envelope of both GraphQL endpoints (graphql-core 1).
enum GraphQLAnswer {
    /// - Parameter mayBeGraphQLResponse: whether the client's wish for that media type is granted.
    static func response(
        _ result: ExecutionResult, status: Int, _ http: HTTPRequest, mayBeGraphQLResponse: Bool = false
    ) -> HTTPResponse {
        var writer = JSONWriter(reservingCapacity: 1024)
        result.write(to: &writer)
        var response = APIResponse.json(status: status, writer.bytes, for: http)
        if mayBeGraphQLResponse, GraphQLMediaType(http) == .graphQLResponse {
            response.headers.remove("Content-Type")
            response.headers.append("Content-Type", "application/graphql-response+json; charset=utf-8")
        }
        return response
    }

    static func mutationByGet(_ http: HTTPRequest) -> HTTPResponse {
        let error = GraphQLError("Can only perform a mutation operation from a POST request.")
        var response = response(ExecutionResult(data: nil, errors: [error]), status: 405, http)
        response.headers.append("Allow", "POST")
        return response
    }
}
