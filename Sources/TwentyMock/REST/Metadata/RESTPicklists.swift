import DataModel
import HTTPServer
import JSON

// An extension: the options of every field that has some, as Twenty's public guide tells (metadata 1).
extension RESTMetadata {
    /// Filtered by `object` (either name) and `field` (its name), or by their ids.
    func picklists(_ request: RESTRequest) throws -> (Int, JSONValue?)? {
        guard route.id == nil, request.http.method == .get || request.http.method == .head else { return nil }
        let presentation = FieldPresentation(workspace: workspace, dataModel: operations.dataModel)
        let paging = try MetadataPaging(request.parameters)
        let object = request.parameters.text("object")
        let field = request.parameters.text("field")
        let entries = operations.snapshot.metadata.fields.filter { entry in
            let names = [entry.object.nameSingular, entry.object.namePlural, entry.object.id]
            return [.select, .multiSelect, .rating].contains(entry.field.type)
                && (object.map(names.contains) ?? true)
                && (field.map { $0 == entry.field.name || $0 == entry.id } ?? true)
        }
        let page = MetadataPage(entries, paging, comparesIDs: true, id: \.id)
        let items = page.items.map { entry -> JSONValue in
            [
                "id": .string(entry.id), "objectMetadataId": .string(entry.object.id),
                "objectNameSingular": .string(entry.object.nameSingular),
                "objectNamePlural": .string(entry.object.namePlural), "fieldMetadataId": .string(entry.id),
                "fieldName": .string(entry.field.name), "label": .string(entry.field.shownLabel),
                "type": .string(entry.field.type.rawValue),
                "options": .array(presentation.options(of: entry.field, on: entry.object)),
            ]
        }
        return (
            200,
            [
                "data": .array(items), "pageInfo": .object(page.pageInfo), "totalCount": .int(Int64(page.totalCount)),
            ]
        )
    }
}
