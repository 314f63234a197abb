import Dispatch
import HTTPServer
import JSON
import Logging
import RecordStore

/// Leads every request through body, route and authentication to the API that answers it.
final class RequestHandler: HTTPHandler {
    private let workspace: Workspace
    private let logger: Logger
    private let reader: RequestReader
    private let graphQL: GraphQLEndpoint
    private let metadata: MetadataEndpoint
    /// Writes follow one another anyway; waiting for them here keeps the event loops free.
    private let writes = DispatchQueue(label: "twenty-mock.writes")
    /// Of two batches one is read and answered while the other has the store.
    private let batches = QueueRing("twenty-mock.batches", count: 2)
    /// Reads that may take long run beside the event loops.
    private let slowReads = QueueRing("twenty-mock.reads", count: 2)
    private let creations: GroupedWrites

    init(workspace: Workspace, logger: Logger, authenticator: Authenticator) {
        self.workspace = workspace
        self.logger = logger
        reader = RequestReader(authenticator: authenticator, release: workspace.release)
        graphQL = GraphQLEndpoint(workspace: workspace, authenticator: authenticator)
        metadata = MetadataEndpoint(workspace: workspace, authenticator: authenticator)
        creations = GroupedWrites(store: workspace.store, queue: writes)
    }

    func handle(_ request: HTTPRequest, _ responder: HTTPResponder) {
        if let job = graphQLJob(request) { return carryOut(job, request, responder) }
        guard request.body.count <= Self.largestQuickBody else {
            let queue = request.pathBytes.starts(with: "/rest/batch/".utf8) ? batches.next : writes
            return queue.async {
                responder.respond(self.logged(request) { self.answer(self.reader.read(request)) })
            }
        }
        let reading = reader.read(request)
        let answer: @Sendable () -> HTTPResponse = { self.logged(request) { self.answer(reading) } }
        guard case .request(let taken, _) = reading else { return responder.respond(answer()) }
        if createsRecord(taken) { return creations.add(responder, answer: answer) }
        guard let queue = queue(for: taken) else { return responder.respond(answer()) }
        queue.async { responder.respond(answer()) }
    }

    /// Larger bodies than this are read where others do not wait for it.
    private static let largestQuickBody = 64 * 1024

    private func logged(_ request: HTTPRequest, _ answer: () -> HTTPResponse) -> HTTPResponse {
        let response = answer()
        logger.debug("\(request.method) \(request.target) \(response.status)")
        return response
    }

    /// Where a request is answered; `nil` for what is so quick that handing it over would take longer.
    private func queue(for request: RESTRequest) -> DispatchQueue? {
        let segments = request.path.segments
        guard request.http.method == .get || request.http.method == .head else {
            return request.http.method == .post && segments[1] == "batch" ? batches.next : writes
        }
        if segments[1] == "metadata" { return slowReads.next }
        guard let query = request.http.queryBytes else { return nil }
        return Self.slowParameters.contains { query.contains($0) } ? slowReads.next : nil
    }

    /// What makes a list slow when it is asked for.
    private static let slowParameters = ["filter", "order_by", "depth"].map { Array($0.utf8) }

    private func answer(_ reading: RequestReader.Reading) -> HTTPResponse {
        switch reading {
        case .answer(let response): return response
        case .request(let request, let caller):
            while true {
                // A request that the data model changed under is answered anew: nothing has been done for it yet.
                if let response = try? answer(request, from: caller) { return response }
            }
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
    private func createsRecord(_ request: RESTRequest) -> Bool {
        request.http.method == .post && request.path.segments.count == 2
            && MetadataRoute(request.path, options: workspace.metadataOptions) == nil
    }

    /// What a request to one of the GraphQL endpoints asks for; `nil` for other requests.
    private func graphQLJob(_ request: HTTPRequest) -> GraphQLEndpoint.Job? {
        guard request.method == .post || request.method == .get else { return nil }
        let path = request.pathBytes.lazy.filter { $0 != UInt8(ascii: "/") }
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
        case .slow: slowReads.next.async(execute: answer)
        case .write: writes.async(execute: answer)
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether `word`, which is not empty, stands anywhere in the bytes.
    fileprivate func contains(_ word: [UInt8]) -> Bool {
        indices.dropLast(word.count - 1).contains { self[$0] == word[0] && self[$0...].starts(with: word) }
    }
}
