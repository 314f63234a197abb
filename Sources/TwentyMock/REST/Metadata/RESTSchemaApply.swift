import DataModel
import HTTPServer
import JSON

// A bulk create (metadata 14). Each element takes the body of the resource's own POST; what its result looks like in a
// real server is not established, so every list comes back with what was made.
extension RESTMetadata {
    func applySchema(_ request: RESTRequest) throws -> (Int, JSONValue?)? {
        guard request.http.method == .post else { return nil }
        let body = body(of: request)
        let known = ["objects", "fields", "fieldSettings", "indexes", "views"]
        let problems =
            body.keys.compactMap { known.contains($0) ? nil : "property \($0) should not exist" }
            + body.members.compactMap { $0.value.arrayValue == nil ? "\($0.key) must be an array" : nil }
        guard problems.isEmpty else { throw InputShapeError(problems) }
        func elements(_ key: String) -> [JSONObject] { (body[key]?.arrayValue ?? []).compactMap(\.objectValue) }
        let made = try operations.apply(
            objects: elements("objects"), fields: elements("fields"), views: elements("views"))
        let model = workspace.schema.dataModel
        let objects = ObjectPresentation(workspace: workspace, dataModel: model)
        let fields = FieldPresentation(workspace: workspace, dataModel: model)
        return (
            200,
            [
                "data": [
                    "objects": .array(made.objects.map { .object(objects.json($0)) }),
                    "fields": .array(made.fields.map { .object(fields.json($0.field, of: $0.object)) }),
                    "views": .array(made.views.map(JSONValue.object)),
                ]
            ]
        )
    }
}
