import DataModel
import HTTPServer
import JSON

/// Reads requests as far as that goes without looking at records: body, route and key.
struct RequestReader {
    enum Reading {
        case request(RESTRequest, Caller)
        /// What needs no more to be answered, or is refused.
        case answer(HTTPResponse)
    }

    /// The methods that the API has routes for, the most frequent first; others get no further than the framework.
    private static let methods: [HTTPMethod] = [.get, .head, .post, .put, .patch, .delete]

    let authenticator: Authenticator
    let release: Release

    func read(_ request: HTTPRequest) -> Reading {
        if request.method == .options { return .answer(APIResponse.preflight(request)) }
        let body: JSONValue?
        do {
            body = try RequestBody.parse(request)
        } catch {
            return .answer(APIResponse.framework(status: 400, error.message))
        }
        let path = RequestPath(PercentCoding.decode(request.path))
        let segments = path.segments
        if segments.count == 1, request.method == .get || request.method == .head {
            switch segments[0] {
            case "healthz": return .answer(APIResponse.healthy(request))
            case "client-config": return .answer(ClientConfig(release: release).response(to: request))
            default: break
            }
        }
        guard segments.first == "rest", segments.count > 1, Self.methods.contains(request.method) else {
            return .answer(APIResponse.notFound(request))
        }
        do {
            let caller = try authenticator.caller(of: request)
            let parameters = QueryParameters(request.query)
            return .request(RESTRequest(http: request, path: path, parameters: parameters, body: body), caller)
        } catch {
            return .answer(APIResponse.unauthenticated(error))
        }
    }
}
