import DataModel
import HTTPServer
import JSON

// Objects and fields (metadata 3-8).
extension RESTMetadata {
    private var usesNewFormat: Bool { options.usesNewFormat && !workspace.release.hasLegacyMetadata }
    private var objectPresentation: ObjectPresentation {
        ObjectPresentation(workspace: workspace, dataModel: workspace.schema.dataModel)
    }

    func objects(_ request: RESTRequest) throws -> (Int, JSONValue?)? {
        let presentation = objectPresentation
        switch (request.http.method, route.id) {
        case (.get, nil), (.head, nil):
            let page = MetadataPage(
                operations.snapshot.metadata.objects, try MetadataPaging(request.parameters), comparesIDs: true,
                id: \.id)
            return (200, list(page, key: "objects") { .object(presentation.json($0.object)) })
        case (.get, .some), (.head, .some):
            return (200, item(presentation.json(try object()), key: "object"))
        case (.post, nil):
            let object = try operations.createObject(body(of: request))
            return (201, item(objectPresentation.json(object, isAnswerToWrite: true), key: "createOneObject"))
        case (.patch, .some), (.put, .some):
            let object = try operations.updateObject(id: try uuid(), body(of: request))
            return (200, item(objectPresentation.json(object, isAnswerToWrite: true), key: "updateOneObject"))
        case (.delete, .some):
            let object = try operations.deleteObject(id: try uuid())
            return (200, item(presentation.json(object, includesFields: false), key: "deleteOneObject"))
        default: return nil
        }
    }

    func fields(_ request: RESTRequest) throws -> (Int, JSONValue?)? {
        func json(_ entry: MetadataIndex.FieldEntry, isAnswerToWrite: Bool = true) -> JSONObject {
            FieldPresentation(
                workspace: workspace, dataModel: isAnswerToWrite ? workspace.schema.dataModel : operations.dataModel
            )
            .json(entry.field, of: entry.object, isAnswerToWrite: isAnswerToWrite)
        }
        switch (request.http.method, route.id) {
        case (.get, nil), (.head, nil):
            let page = MetadataPage(
                operations.snapshot.metadata.fields, try MetadataPaging(request.parameters), comparesIDs: true, id: \.id
            )
            return (200, list(page, key: "fields") { .object(json($0, isAnswerToWrite: false)) })
        case (.get, .some), (.head, .some):
            return (200, item(json(try operations.field(id: try uuid()), isAnswerToWrite: false), key: "field"))
        case (.post, nil):
            return (201, item(json(try operations.createField(body(of: request))), key: "createOneField"))
        case (.patch, .some), (.put, .some):
            let entry = try operations.updateField(id: try uuid(), body(of: request))
            return (200, item(json(entry), key: "updateOneField"))
        case (.delete, .some):
            return (200, item(json(try operations.deleteField(id: try uuid())), key: "deleteOneField"))
        default: return nil
        }
    }

    /// The object of the path, by its id or, as an extension, by one of its names.
    private func object() throws -> ObjectMetadata {
        if options.hasExtensions, let name = route.id, !MetadataID.isValid(name) {
            let model = operations.dataModel
            if let object = model.object(singular: name) ?? model.object(plural: name) { return object }
        }
        return try operations.object(id: try uuid())
    }

    private func item(_ json: JSONObject, key: String) -> JSONValue {
        usesNewFormat ? .object(json) : ["data": [key: .object(json)] as JSONValue]
    }

    private func list<Item>(_ page: MetadataPage<Item>, key: String, _ json: (Item) -> JSONValue) -> JSONValue {
        let items = JSONValue.array(page.items.map(json))
        var body: JSONObject = [
            "data": usesNewFormat ? items : .object(JSONObject([(key, items)])), "pageInfo": .object(page.pageInfo),
        ]
        if !workspace.release.hasLegacyMetadata { body["totalCount"] = .int(Int64(page.totalCount)) }
        return .object(body)
    }
}
