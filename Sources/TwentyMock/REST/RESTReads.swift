import DataModel
import HTTPServer
import JSON
import RecordStore

// Find one, find many, duplicates (rest-core 5.1, 5.2, 12).
extension RESTRecords {
    func findOne(_ request: RESTRequest, _ path: RESTPath, _ id: String) throws -> HTTPResponse {
        let shape = try RecordParameters(request.parameters, release: release).shape()
        let object = try object(path)
        return try answer(request, key: object.nameSingular, object, shape) { plan, writer in
            try operations.findOne(id, plan, to: &writer)
        }
    }

    func findMany(_ request: RESTRequest, _ path: RESTPath) throws -> HTTPResponse {
        let parameters = RecordParameters(request.parameters, release: release)
        let depth = try parameters.depth()
        let list = try parameters.list()
        let shape = RecordShape(depth: depth, fields: try parameters.fields())
        let object = try object(path)
        var writer = JSONWriter(reservingCapacity: 64 * 1024)
        writer.write(raw: "{\"data\":{\"")
        writer.bytes.append(contentsOf: object.namePlural.utf8)
        writer.write(raw: "\":")
        let page = try operations.findMany(list, plan(object, shape), to: &writer)
        writer.write(raw: "},\"totalCount\":")
        writer.write(int: Int64(page.totalCount))
        writer.write(raw: ",\"pageInfo\":")
        writer.write(page, omitsFalsePreviousPage: release.omitsFalsePreviousPage)
        writer.write(raw: "}")
        return tellingOfCap(APIResponse.json(status: 200, writer.bytes, for: request.http), object, shape)
    }

    func findDuplicates(_ request: RESTRequest, _ path: RESTPath, _ shape: RecordShape) throws -> HTTPResponse {
        let object = try object(path)
        let body = request.body?.objectValue
        let source = try RecordOperations.duplicateSource(
            ids: body?["ids"]?.arrayValue, data: body?["data"]?.arrayValue)
        var writer = JSONWriter(reservingCapacity: 4096)
        writer.write(raw: "{\"data\":[")
        var isFirst = true
        try operations.findDuplicates(source, plan(object, shape)) { write in
            writer.write(raw: isFirst ? "{\"" : ",{\"")
            isFirst = false
            writer.bytes.append(contentsOf: "\(object.nameSingular)Duplicates\":".utf8)
            let page = try write(&writer)
            writer.write(raw: ",\"totalCount\":")
            writer.write(int: Int64(page.totalCount))
            writer.write(raw: ",\"pageInfo\":")
            writer.write(page, omitsFalsePreviousPage: release.omitsFalsePreviousPage)
            writer.write(raw: "}")
        }
        writer.write(raw: "]}")
        return tellingOfCap(APIResponse.json(status: 200, writer.bytes, for: request.http), object, shape)
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ page: PageInfo, omitsFalsePreviousPage: Bool) {
        write(raw: "{\"hasNextPage\":")
        write(bool: page.hasNextPage)
        if page.hasPreviousPage || !omitsFalsePreviousPage {
            write(raw: ",\"hasPreviousPage\":")
            write(bool: page.hasPreviousPage)
        }
        write(raw: ",\"startCursor\":")
        if let cursor = page.startCursor { write(string: cursor) } else { writeNull() }
        write(raw: ",\"endCursor\":")
        if let cursor = page.endCursor { write(string: cursor) } else { writeNull() }
        write(raw: "}")
    }
}
