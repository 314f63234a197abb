import DataModel
import HTTPServer
import JSON
import RecordStore

/// A request to the record endpoints, read as far as the framework reads it.
struct RESTRequest {
    let http: HTTPRequest
    let path: RequestPath
    let parameters: QueryParameters
    let body: JSONValue?
}

/// The record endpoints, `/rest/{plural}` (rest-core 3, 5): decodes a request into an operation and puts the
/// envelope around its answer.
struct RESTRecords {
    let operations: RecordOperations

    var release: Release { operations.workspace.release }

    /// - Throws: ``OutdatedSchema``, when the data model changed while the request was read.
    func respond(to request: RESTRequest) throws(OutdatedSchema) -> HTTPResponse {
        do {
            return try route(request)
        } catch let error as OutdatedSchema {
            throw error
        } catch {
            let error = restError(error)
            return APIResponse.json(
                status: error.status, error.body(carriesCode: release.errorsCarryCodes), for: request.http)
        }
    }

    private func route(_ request: RESTRequest) throws -> HTTPResponse {
        switch request.http.method {
        case .get, .head: try get(request)
        case .post: try post(request)
        case .delete: try delete(request)
        case .patch, .put: try patch(request)
        default: APIResponse.notFound(request.http)
        }
    }

    private func get(_ request: RESTRequest) throws -> HTTPResponse {
        let path = try RESTPath(request.path, isPatch: false)
        if path.action == .groupBy { return try groupBy(request, path) }
        if let id = path.id { return try findOne(request, path, id) }
        return try findMany(request, path)
    }

    private func post(_ request: RESTRequest) throws -> HTTPResponse {
        // Here, and for merge, the query is read before the path (rest-core 2.4).
        let shape = try RecordParameters(request.parameters, release: release).shape()
        let path = try RESTPath(request.path, isPatch: false, isPost: true)
        return switch (path.action, path.id) {
        case (.batch, _): try createMany(request, path, shape)
        case (.duplicates, _): try findDuplicates(request, path, shape)
        case (.duplicate, let id?): try duplicateDashboard(request, path, id)
        default: try createOne(request, path, shape)
        }
    }

    private func delete(_ request: RESTRequest) throws -> HTTPResponse {
        let path = try RESTPath(request.path, isPatch: false)
        if let id = path.id { return try deleteOne(request, path, id) }
        return try deleteMany(request, path)
    }

    private func patch(_ request: RESTRequest) throws -> HTTPResponse {
        let isPatch = request.http.method == .patch
        if isPatch, request.path.segments.last == "merge" { return try merge(request) }
        let path = try RESTPath(request.path, isPatch: isPatch)
        return switch (path.action, path.id) {
        case (.restore, let id?): try restoreOne(request, path, id)
        case (.restore, nil): try restoreMany(request, path)
        case (_, let id?): try updateOne(request, path, id)
        case (_, nil): try updateMany(request, path)
        }
    }

    /// The error in the terms of REST.
    private func restError(_ error: any Error) -> RESTError {
        error as? RESTError
            ?? RESTError(error as? RecordError ?? RecordError(.internal, "Data validation error."), release: release)
    }

    /// The object that a path names by its plural (rest-core 3, "Unknown object").
    func object(_ path: RESTPath) throws -> ObjectMetadata {
        let dataModel = operations.snapshot.dataModel
        if let object = dataModel.object(plural: path.object), object.properties.isActive { return object }
        if let object = dataModel.object(singular: path.object), object.properties.isActive {
            throw RESTError("object '\(path.object)' not found. Did you mean '\(object.namePlural)'?")
        }
        throw RESTError("object '\(path.object)' not found. eg: companies")
    }

    /// The plan for what the answer shows of a record.
    func plan(_ object: ObjectMetadata, _ shape: RecordShape) throws -> ReadPlan {
        let rights = operations.caller.records
        return try operations.snapshot.plans.plan(
            for: object, depth: shape.depth, fields: shape.fields, rights: rights
        ) { selection in
            if let fields = shape.fields { return try selection.restricted(to: fields, depth: shape.depth, rights) }
            return release.hasFieldsParameter ? selection.capped() : selection
        }
    }

    /// The answer with the headers that tell of fields left out for their number (rest-core 1).
    func tellingOfCap(_ response: HTTPResponse, _ object: ObjectMetadata, _ shape: RecordShape) -> HTTPResponse {
        let maximum = Selection.defaultFieldLimit
        guard release.hasFieldsParameter, shape.fields == nil, object.fields.count > maximum else { return response }
        let shown = Selection.records(of: object, depth: shape.depth, in: operations.snapshot.dataModel)
            .permitted(by: operations.caller.records).fieldNames.count
        guard shown > maximum else { return response }
        var response = response
        response.headers.append("X-Twenty-Fields-Capped", "true")
        response.headers.append("X-Twenty-Fields-Max", String(maximum))
        return response
    }

    /// `{"data":{"<key>":…}}` around what `body` writes of records in that shape.
    func answer(
        _ request: RESTRequest, status: Int = 200, key: String, _ object: ObjectMetadata, _ shape: RecordShape,
        _ body: (ReadPlan, inout JSONWriter) throws -> Void
    ) throws -> HTTPResponse {
        let plan = try plan(object, shape)
        let response = try answer(request, status: status, key: key) { try body(plan, &$0) }
        return tellingOfCap(response, object, shape)
    }

    /// `{"data":{"<key>":…}}` around what `body` writes.
    func answer(
        _ request: RESTRequest, status: Int = 200, key: String, _ body: (inout JSONWriter) throws -> Void
    ) throws -> HTTPResponse {
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.write(raw: "{\"data\":{\"")
        writer.bytes.append(contentsOf: key.utf8)
        writer.write(raw: "\":")
        try body(&writer)
        writer.write(raw: "}}")
        return APIResponse.json(status: status, writer.bytes, for: request.http)
    }
}

extension String {
    /// With its first letter in upper case: `noteTargets` becomes `NoteTargets`.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
