import DataModel
import HTTPServer
import JSON

// Webhooks, keys, views and page layouts (metadata 10-13).
extension RESTMetadata {
    func resource(_ request: RESTRequest) throws -> (Int, JSONValue?)? {
        guard let descriptor = ResourceDescriptor.of(path: route.resource) else { return nil }
        let resources = ResourceOperations(operations: operations, descriptor: descriptor)
        switch (request.http.method, route.id) {
        case (.get, nil), (.head, nil): return (200, try list(request, resources))
        case (.get, .some), (.head, .some): return (200, try read(resources))
        case (.post, nil): return (201, .object(try resources.create(body(of: request))))
        case (.patch, .some):
            let body = body(of: request)
            return try write(resources) { .object(try resources.update($0, body)) }
        case (.delete, .some):
            return try write(resources) { id in
                let deleted = try resources.delete(id)
                return descriptor.kind == "apiKey" ? .object(deleted) : descriptor.deletionAnswer
            }
        default: return nil
        }
    }

    private func list(_ request: RESTRequest, _ resources: ResourceOperations) throws -> JSONValue {
        let descriptor = resources.descriptor
        var filters: [String: String] = [:]
        for key in [descriptor.parent].compactMap({ $0 }) + descriptor.filters {
            guard let value = request.parameters.text(key), !value.isEmpty else { continue }
            filters[key == "pageLayoutType" ? "type" : key] = value
        }
        // The aliases know no pages, and older servers none either.
        if route.isAlias || !workspace.release.pagesMetadataResources {
            return .array(try resources.list(filters).map(JSONValue.object))
        }
        let paging = try MetadataPaging(request.parameters)
        let page = MetadataPage(try resources.list(filters), paging, comparesIDs: false) { $0["id"]?.stringValue ?? "" }
        return [
            "data": .array(page.items.map(JSONValue.object)), "pageInfo": .object(page.pageInfo),
            "totalCount": .int(Int64(page.totalCount)),
        ]
    }

    /// A webhook or key that is not there reads as nothing; other resources are not found.
    private func read(_ resources: ResourceOperations) throws -> JSONValue? {
        let descriptor = resources.descriptor
        let id = try id(of: descriptor)
        if let found = try resources.find(id) { return .object(found) }
        if isPlatform(descriptor) { return nil }
        throw MetadataError(.notFound, descriptor.missing.code, descriptor.missing.read(id))
    }

    /// Changing or revoking a key that is not there answers with nothing.
    private func write(
        _ resources: ResourceOperations, _ body: (String) throws -> JSONValue
    ) throws -> (Int, JSONValue?) {
        let id = try id(of: resources.descriptor)
        do {
            return (200, try body(id))
        } catch let error as MetadataError where error.code == "API_KEY_NOT_FOUND" {
            return (200, nil)
        }
    }

    private func id(of descriptor: ResourceDescriptor) throws -> String {
        guard isPlatform(descriptor), let id = route.id, !MetadataID.isValid(id) else { return try uuid() }
        throw MetadataRefusal(
            status: 400, errorClass: "BadRequestException", "invalid input syntax for type uuid: \"\(id)\"")
    }

    private func isPlatform(_ descriptor: ResourceDescriptor) -> Bool {
        descriptor.kind == "webhook" || descriptor.kind == "apiKey"
    }
}
