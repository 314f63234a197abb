import DataModel
import JSON

extension MetadataOperations {
    /// Makes objects and fields at once, all of them or none, and then views (metadata 14).
    func apply(
        objects: [JSONObject], fields: [JSONObject], views: [JSONObject]
    ) throws -> (objects: [ObjectMetadata], fields: [MetadataIndex.FieldEntry], views: [JSONObject]) {
        try require(.dataModel)
        let newObjects = try objects.map { try ObjectInput($0).creation() }
        let newFields = try fields.map { try FieldInput($0).creation() }
        let (model, ids) = try change { draft in
            let objects = try newObjects.map { try draft.create($0) }
            return (objects: objects, fields: try newFields.map { try draft.create($0) })
        } also: { writer, model, _ in
            try joinViews(model, writer)
        }
        let index = MetadataIndex(model)
        let after = MetadataOperations(workspace: workspace, caller: caller)
        let madeViews = try views.map {
            try ResourceOperations(operations: after, descriptor: .view).create($0)
        }
        return (ids.objects.compactMap(index.object(id:)), ids.fields.compactMap(index.field(id:)), madeViews)
    }
}
