import Dispatch
import HTTPServer
import JSON
import Logging
import RecordStore
import Synchronization

/// Leads every request through body, route and authentication to the API that answers it.
final class RequestHandler: HTTPHandler {
    private let workspace: Workspace
    private let logger: Logger
    private let authenticator: Authenticator
    private let graphQL: GraphQLEndpoint
    private let metadata: MetadataEndpoint
    /// Writes follow one another anyway; waiting for them here keeps the event loops free.
    private let writes = DispatchQueue(label: "twenty-mock.writes")
    /// Reads that may take long run beside the event loops, no more at a time than there are connections for.
    private let slowReads = [
        DispatchQueue(label: "twenty-mock.reads.1"), DispatchQueue(label: "twenty-mock.reads.2"),
    ]
    private let nextSlowRead = Atomic<Int>(0)
    private let creations: GroupedWrites

    init(workspace: Workspace, logger: Logger, authenticator: Authenticator) {
        self.workspace = workspace
        self.logger = logger
        self.authenticator = authenticator
        graphQL = GraphQLEndpoint(workspace: workspace, authenticator: authenticator)
        metadata = MetadataEndpoint(workspace: workspace, authenticator: authenticator)
        creations = GroupedWrites(store: workspace.store, queue: writes)
    }

    func handle(_ request: HTTPRequest, _ responder: HTTPResponder) {
        if let job = graphQLJob(request) { return carryOut(job, request, responder) }
        if createsRecord(request) { return creations.add(responder) { self.logged(request) } }
        guard let queue = queue(for: request) else {
            responder.respond(logged(request))
            return
        }
        queue.async { responder.respond(self.logged(request)) }
    }

    private func logged(_ request: HTTPRequest) -> HTTPResponse {
        let response = answer(request)
        logger.debug("\(request.method) \(request.target) \(response.status)")
        return response
    }

    /// Where a request is answered; `nil` for what is so quick that handing it over would take longer.
    private func queue(for request: HTTPRequest) -> DispatchQueue? {
        guard request.method == .get || request.method == .head else {
            return request.method == .options ? nil : writes
        }
        if request.pathBytes.starts(with: "/rest/metadata".utf8) { return slowRead }
        guard let query = request.query,
            query.contains("filter") || query.contains("order_by") || query.contains("depth")
        else { return nil }
        return slowRead
    }

    private var slowRead: DispatchQueue {
        let index = nextSlowRead.wrappingAdd(1, ordering: .relaxed).newValue
        return slowReads[(index & Int.max) % slowReads.count]
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        if request.method == .options { return APIResponse.preflight(request) }
        let path = PercentCoding.decode(request.path)
        let body: JSONValue?
        do {
            body = try RequestBody.parse(request)
        } catch {
            return APIResponse.framework(status: 400, error.message)
        }
        let segments = path.pathSegments
        if segments == ["healthz"], request.method == .get || request.method == .head {
            return APIResponse.healthy(request)
        }
        if segments == ["client-config"], request.method == .get || request.method == .head {
            return ClientConfig(release: workspace.release).response(to: request)
        }
        guard segments.first == "rest", segments.count > 1, RequestHandler.methods.contains(request.method) else {
            return APIResponse.notFound(request)
        }
        let caller: Caller
        do {
            caller = try authenticator.caller(of: request)
        } catch {
            return APIResponse.unauthenticated(error)
        }
        let restRequest = RESTRequest(
            http: request, path: path, parameters: QueryParameters(request.query), body: body)
        while true {
            // A request that the data model changed under is answered anew: nothing has been done for it yet.
            if let response = try? answer(restRequest, from: caller) { return response }
        }
    }

    private func answer(_ request: RESTRequest, from caller: Caller) throws(OutdatedSchema) -> HTTPResponse {
        if let route = MetadataRoute(request.path, options: workspace.metadataOptions) {
            return try RESTMetadata(operations: MetadataOperations(workspace: workspace, caller: caller), route: route)
                .respond(to: request)
        }
        return try RESTRecords(operations: RecordOperations(workspace: workspace, caller: caller)).respond(to: request)
    }

    /// Whether the request is `POST /rest/{plural}`, the write that comes most often and changes nothing else.
    private func createsRecord(_ request: HTTPRequest) -> Bool {
        guard request.method == .post else { return false }
        let segments = request.pathBytes.split(separator: UInt8(ascii: "/"))
        return segments.count == 2 && segments[0].elementsEqual("rest".utf8)
            && MetadataRoute(PercentCoding.decode(request.path), options: workspace.metadataOptions) == nil
    }

    /// What a request to one of the GraphQL endpoints asks for; `nil` for other requests.
    private func graphQLJob(_ request: HTTPRequest) -> GraphQLEndpoint.Job? {
        guard request.method == .post || request.method == .get else { return nil }
        let path = request.pathBytes.filter { $0 != UInt8(ascii: "/") }
        if path.elementsEqual("graphql".utf8) { return graphQL.job(request) }
        return path.elementsEqual("metadata".utf8) ? metadata.job(request) : nil
    }

    /// What a request does shows in its document, so where it is answered is decided when that is read.
    private func carryOut(_ job: GraphQLEndpoint.Job, _ request: HTTPRequest, _ responder: HTTPResponder) {
        let answer: @Sendable () -> Void = {
            let response = job.answer()
            self.logger.debug("\(request.method) \(request.target) \(response.status)")
            responder.respond(response)
        }
        switch job.pace {
        case .immediate: answer()
        case .slow: slowRead.async(execute: answer)
        case .write: writes.async(execute: answer)
        }
    }

    /// The methods that the API has routes for; others get no further than the framework.
    private static let methods: Set<HTTPMethod> = [.get, .head, .post, .put, .patch, .delete]
}
