import DataModel
import HTTPServer
import JSON
import RecordStore

/// A request to the record endpoints, read as far as the framework reads it.
struct RESTRequest {
    let http: HTTPRequest
    /// Percent-decoded, with `/rest`, without the query.
    let path: String
    let parameters: QueryParameters
    let body: JSONValue?
}

/// The record endpoints, `/rest/{plural}` (rest-core 3, 5): decodes a request into an operation and puts the
/// envelope around its answer.
struct RESTRecords {
    let operations: RecordOperations

    private var release: Release { operations.workspace.release }

    func respond(to request: RESTRequest) -> HTTPResponse {
        do {
            return try route(request)
        } catch {
            let body = error.restError.body(carriesCode: release.errorsCarryCodes)
            return APIResponse.json(status: error.restError.status, body, for: request.http)
        }
    }

    private func route(_ request: RESTRequest) throws -> HTTPResponse {
        switch request.http.method {
        case .post: try post(request)
        case .get, .head: try get(request)
        case .delete: try delete(request)
        case .patch, .put: try patch(request)
        default: APIResponse.notFound(request.http)
        }
    }

    // MARK: GET

    private func get(_ request: RESTRequest) throws -> HTTPResponse {
        let path = try RESTPath(request.path, isPatch: false)
        let parameters = RecordParameters(request.parameters, release: release)
        if let id = path.id {
            let depth = try parameters.depth()
            let object = try object(path)
            return try answer(request, "{\"data\":{\"\(object.nameSingular)\":", end: "}}") { writer in
                try operations.findOne(id, plan(object, depth), to: &writer)
            }
        }
        let depth = try parameters.depth()
        let list = try parameters.list()
        let object = try object(path)
        var writer = JSONWriter(reservingCapacity: 32 * 1024)
        writer.write(raw: Array("{\"data\":{\"\(object.namePlural)\":".utf8))
        let page = try operations.findMany(list, plan(object, depth), to: &writer)
        writer.write(raw: "},\"totalCount\":")
        writer.write(int: Int64(page.totalCount))
        writer.write(raw: ",\"pageInfo\":")
        writer.write(page)
        writer.write(raw: "}")
        return APIResponse.json(status: 200, writer.bytes, for: request.http)
    }

    // MARK: POST

    private func post(_ request: RESTRequest) throws -> HTTPResponse {
        let parameters = RecordParameters(request.parameters, release: release)
        let depth = try parameters.depth()
        let path = try RESTPath(request.path, isPatch: false)
        let object = try object(path)
        if path.action == .batch {
            return try answer(
                request, status: 201, "{\"data\":{\"create\(object.namePlural.capitalisedFirst)\":", end: "}}"
            ) {
                try operations.create(RecordBody.records(request.body), plan(object, depth), to: &$0)
            }
        }
        return try answer(
            request, status: 201, "{\"data\":{\"create\(object.nameSingular.capitalisedFirst)\":", end: "}}"
        ) { writer in
            try operations.createOne(RecordBody.record(request.body), plan(object, depth), to: &writer)
        }
    }

    // MARK: DELETE

    private func delete(_ request: RESTRequest) throws -> HTTPResponse {
        let isSoft = request.parameters.isTrue("soft_delete")
        let path = try RESTPath(request.path, isPatch: false)
        guard let id = path.id else { return APIResponse.notFound(request.http) }
        let object = try object(path)
        let start = "{\"data\":{\"delete\(object.nameSingular.capitalisedFirst)\":"
        return try answer(request, start, end: "}}") { writer in
            if isSoft {
                try operations.softDelete(id, plan(object, 0), to: &writer)
            } else {
                try operations.destroy(id, of: object)
                writer.write(["id": .string(id)] as JSONValue)
            }
        }
    }

    // MARK: PATCH and PUT

    private func patch(_ request: RESTRequest) throws -> HTTPResponse {
        let path = try RESTPath(request.path, isPatch: request.http.method == .patch)
        guard let id = path.id else { return APIResponse.notFound(request.http) }
        let depth = try RecordParameters(request.parameters, release: release).depth()
        let object = try object(path)
        let verb = path.action == .restore ? "restore" : "update"
        return try answer(request, "{\"data\":{\"\(verb)\(object.nameSingular.capitalisedFirst)\":", end: "}}") {
            writer in
            if path.action == .restore {
                try operations.restore(id, plan(object, depth), to: &writer)
            } else {
                try operations.update(id, RecordBody.record(request.body), plan(object, depth), to: &writer)
            }
        }
    }

    // MARK: Shared

    private func answer(
        _ request: RESTRequest, status: Int = 200, _ start: String, end: StaticString,
        _ body: (inout JSONWriter) throws -> Void
    ) throws -> HTTPResponse {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.write(raw: Array(start.utf8))
        try body(&writer)
        writer.write(raw: end)
        return APIResponse.json(status: status, writer.bytes, for: request.http)
    }

    private func plan(_ object: ObjectMetadata, _ depth: Int) throws -> ReadPlan {
        try operations.workspace.plans.plan(for: object, depth: depth)
    }

    /// The object that a path names by its plural (rest-core 3, "Unknown object").
    private func object(_ path: RESTPath) throws -> ObjectMetadata {
        let dataModel = operations.workspace.schema.dataModel
        if let object = dataModel.object(plural: path.object), object.properties.isActive { return object }
        if let object = dataModel.object(singular: path.object), object.properties.isActive {
            throw RESTError("object '\(path.object)' not found. Did you mean '\(object.namePlural)'?")
        }
        throw RESTError("object '\(path.object)' not found. eg: companies")
    }
}

extension Error {
    /// The error in the terms of REST.
    fileprivate var restError: RESTError {
        self as? RESTError ?? RESTError(self as? RecordError ?? RecordError(.internal, "Data validation error."))
    }
}

extension String {
    /// With its first letter in upper case: `noteTargets` becomes `NoteTargets`.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension JSONWriter {
    fileprivate mutating func write(_ page: PageInfo) {
        write(raw: "{\"hasNextPage\":")
        write(bool: page.hasNextPage)
        write(raw: ",\"hasPreviousPage\":")
        write(bool: page.hasPreviousPage)
        write(raw: ",\"startCursor\":")
        if let cursor = page.startCursor { write(string: cursor) } else { writeNull() }
        write(raw: ",\"endCursor\":")
        if let cursor = page.endCursor { write(string: cursor) } else { writeNull() }
        write(raw: "}")
    }
}
