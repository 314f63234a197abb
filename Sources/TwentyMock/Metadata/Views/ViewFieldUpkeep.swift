import DataModel
import JSON

// Fields that come into views by themselves (metadata 5.5, 6.2).
extension ViewUpkeep {
    /// Every view of the object shows its new label identifier, before all other fields.
    func showLabelIdentifier(of object: ObjectMetadata) throws {
        guard let id = object.labelIdentifierID else { return }
        for view in try context.all(.view, parent: object.id) {
            let fields = try context.all(.viewField, parent: view.id())
            let present = fields.first { $0.id("fieldMetadataId") == id }
            let others = fields.filter { $0.id("fieldMetadataId") != id }
            var document = present ?? newViewField(of: id, in: view)
            document["isVisible"] = true
            document["position"] = .double((others.first?.position ?? 1) - 1)
            document["updatedAt"] = .string(operations.now)
            try context.store(document, .viewField)
        }
    }

    /// New fields of an object join its lists, hidden, and its record pages as their widgets say.
    func join(_ fields: [MetadataIndex.FieldEntry]) throws {
        for entry in fields {
            guard StandardViews(object: entry.object, workspace: operations.workspace).joins(entry.field) else {
                continue
            }
            for view in try context.all(.view, parent: entry.object.id) {
                guard let isVisible = try showsNewFields(view) else { continue }
                let others = try context.all(.viewField, parent: view.id())
                var document = newViewField(of: entry.id, in: view)
                document["isVisible"] = .bool(isVisible)
                document["position"] = .double((others.last?.position ?? -1) + 1)
                try context.store(document, .viewField)
            }
        }
    }

    /// Whether a view shows a field that joins it; `nil` for a view that no field joins.
    private func showsNewFields(_ view: JSONObject) throws -> Bool? {
        if view["key"] == "INDEX" { return false }
        guard view["type"] == "FIELDS_WIDGET" else { return nil }
        let configurations = try context.all(.pageLayoutWidget).compactMap { $0["configuration"] }.filter {
            $0["configurationType"] == "FIELDS" && $0["viewId"]?.stringValue?.lowercased() == view.id()
        }
        guard !configurations.isEmpty else { return nil }
        return configurations.contains { $0["newFieldDefaultVisibility"] == true }
    }

    private func newViewField(of field: String, in view: JSONObject) -> JSONObject {
        var document = JSONObject(ResourceDescriptor.viewField.keys.map { ($0.name, $0.standard) })
        let isStandard = context.isStandard(.view, view.id())
        document["id"] = .string(isStandard ? StandardViews.viewFieldID(field, in: view.id()) : UUIDText.random())
        document["fieldMetadataId"] = .string(field)
        document["viewId"] = .string(view.id())
        document["workspaceId"] = .string(operations.workspace.id)
        document["size"] = 180
        document["createdAt"] = .string(operations.now)
        document["updatedAt"] = .string(operations.now)
        return document
    }
}
