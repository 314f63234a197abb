import DataModel
import HTTPServer
import JSON
import RecordStore

// Create, update, delete, restore, merge (rest-core 5.3-5.9, 13).
extension RESTRecords {
    func createOne(_ request: RESTRequest, _ path: RESTPath, _ shape: RecordShape) throws -> HTTPResponse {
        let object = try object(path)
        let isUpsert = request.parameters.isTrue("upsert")
        let key = "create" + object.nameSingular.capitalisedFirst
        return try answer(request, status: 201, key: key, object, shape) { plan, writer in
            try operations.createOne(RecordBody.record(request.body), upsert: isUpsert, plan, to: &writer)
        }
    }

    func createMany(_ request: RESTRequest, _ path: RESTPath, _ shape: RecordShape) throws -> HTTPResponse {
        let object = try object(path)
        let isUpsert = request.parameters.isTrue("upsert")
        let key = "create" + object.namePlural.capitalisedFirst
        return try answer(request, status: 201, key: key, object, shape) { plan, writer in
            try operations.createMany(RecordBody.records(request.body), upsert: isUpsert, plan, to: &writer)
        }
    }

    func updateOne(_ request: RESTRequest, _ path: RESTPath, _ id: String) throws -> HTTPResponse {
        let shape = try RecordParameters(request.parameters, release: release).shape()
        let object = try object(path)
        return try answer(request, key: "update" + object.nameSingular.capitalisedFirst, object, shape) {
            plan, writer in
            try operations.update(id, RecordBody.record(request.body), plan, to: &writer)
        }
    }

    func updateMany(_ request: RESTRequest, _ path: RESTPath) throws -> HTTPResponse {
        let (filter, shape) = try bulkParameters(request)
        let object = try object(path)
        return try answer(request, key: "update" + object.namePlural.capitalisedFirst, object, shape) { plan, writer in
            try operations.updateMany(where: filter, RecordBody.record(request.body), plan, to: &writer)
        }
    }

    /// Both ways of deleting answer under one key; only what is soft-deleted is still there to be shown.
    func deleteOne(_ request: RESTRequest, _ path: RESTPath, _ id: String) throws -> HTTPResponse {
        let object = try object(path)
        return try answer(request, key: "delete" + object.nameSingular.capitalisedFirst) { writer in
            if request.parameters.isTrue("soft_delete") {
                try operations.softDelete(id, plan(object, RecordShape(depth: 0)), to: &writer)
            } else {
                try operations.destroy(id, of: object)
                writer.write(["id": .string(id)] as JSONValue)
            }
        }
    }

    func deleteMany(_ request: RESTRequest, _ path: RESTPath) throws -> HTTPResponse {
        let isSoft = request.parameters.isTrue("soft_delete")
        guard let filter = try RecordParameters(request.parameters, release: release).filter() else {
            throw RESTError(
                "Filters are mandatory for bulk \(isSoft ? "delete" : "destroy") operations. Please provide at least one "
                    + "filter to prevent accidental deletion of all records.")
        }
        let object = try object(path)
        return try answer(request, key: "delete" + object.namePlural.capitalisedFirst) { writer in
            let plan = try plan(object, RecordShape(depth: 0, fields: []))
            try isSoft
                ? operations.softDeleteMany(where: filter, plan, to: &writer)
                : operations.destroyMany(where: filter, plan, to: &writer)
        }
    }

    /// What is documented of the answer is the record, and no `data` around it (openapi 3).
    func duplicateDashboard(_ request: RESTRequest, _ path: RESTPath, _ id: String) throws -> HTTPResponse {
        let plan = try plan(object(path), RecordShape(depth: 0))
        var writer = JSONWriter(reservingCapacity: 1024)
        try operations.duplicateDashboard(id, plan, to: &writer)
        return APIResponse.json(status: 201, writer.bytes, for: request.http)
    }

    func restoreOne(_ request: RESTRequest, _ path: RESTPath, _ id: String) throws -> HTTPResponse {
        let shape = try RecordParameters(request.parameters, release: release).shape()
        let object = try object(path)
        return try answer(request, key: "restore" + object.nameSingular.capitalisedFirst, object, shape) {
            plan, writer in
            try operations.restore(id, plan, to: &writer)
        }
    }

    func restoreMany(_ request: RESTRequest, _ path: RESTPath) throws -> HTTPResponse {
        let (filter, shape) = try bulkParameters(request)
        let object = try object(path)
        return try answer(request, key: "restore" + object.namePlural.capitalisedFirst, object, shape) { plan, writer in
            try operations.restoreMany(where: filter, plan, to: &writer)
        }
    }

    /// The key of the answer is singular, whatever the documentation says.
    func merge(_ request: RESTRequest) throws -> HTTPResponse {
        let shape = try RecordParameters(request.parameters, release: release).shape()
        let path = try RESTPath(request.path, isPatch: true)
        let object = try object(path)
        let body = request.body?.objectValue
        let merge = RecordOperations.Merge(
            ids: body?["ids"]?.arrayValue?.map { $0.stringValue ?? $0.serializedText } ?? [],
            priorityIndex: body?["conflictPriorityIndex"]?.intValue.map(Int.init(clamping:)),
            isDryRun: body?["dryRun"] == .bool(true))
        return try answer(request, key: "merge" + object.nameSingular.capitalisedFirst, object, shape) { plan, writer in
            try operations.merge(merge, plan, to: &writer)
        }
    }

    /// No filter means every record.
    private func bulkParameters(_ request: RESTRequest) throws -> (filter: JSONObject?, shape: RecordShape) {
        let parameters = RecordParameters(request.parameters, release: release)
        let depth = try parameters.depth()
        let filter = try parameters.filter()
        return (filter, RecordShape(depth: depth, fields: try parameters.fields()))
    }
}
