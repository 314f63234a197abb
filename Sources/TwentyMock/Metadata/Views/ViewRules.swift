import DataModel
import JSON

/// metadata 12, "view".
struct ViewRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        if change.old != nil, context.isStandard(change.descriptor, change.text("id") ?? "") {
            change.document["isCustom"] = change.old?["isCustom"]
        }
        guard change.text("visibility") != "UNLISTED" || !change.changes("visibility") else {
            throw MetadataError(
                .forbidden, "VIEW_CREATE_PERMISSION_DENIED", "An API key cannot own an unlisted view")
        }
        if let width = change.document["kanbanColumnWidth"]?.doubleValue, !(150...400).contains(width) {
            throw InputShapeError([
                width < 150
                    ? "kanbanColumnWidth must not be less than 150" : "kanbanColumnWidth must not be greater than 400"
            ])
        }
        guard change.text("type") == "KANBAN" else { return }
        guard let id = change.text("mainGroupByFieldMetadataId") else {
            throw change.report("INVALID_VIEW_DATA", "Kanban view must have a main group by field")
        }
        let field = context.metadata.field(id: id)?.field
        guard field?.type == .select || field?.relation?.kind == .manyToOne else {
            throw change.report(
                "INVALID_VIEW_DATA", "Kanban main group by field must be a SELECT or a many-to-one relation field")
        }
    }

    /// A view that groups has a group for each option of the field.
    func finish(_ change: ResourceChange, _ context: ResourceContext) throws {
        guard change.changes("mainGroupByFieldMetadataId") || change.old == nil, let viewID = change.text("id") else {
            return
        }
        for group in try context.all(.viewGroup, parent: viewID) { try context.remove(group, .viewGroup) }
        guard let id = change.text("mainGroupByFieldMetadataId"), let field = context.metadata.field(id: id)?.field
        else { return }
        try ViewGroups(context: context, viewID: viewID).make(for: field)
    }

    func isListed(_ document: JSONObject) -> Bool { document["visibility"] != "UNLISTED" }

    /// A stored name may stand for the object's label.
    func shown(_ document: JSONObject, _ context: ResourceContext) -> JSONObject {
        guard let name = document["name"]?.stringValue, name.contains("{objectLabelPlural}"),
            let object = document["objectMetadataId"]?.stringValue.flatMap(context.metadata.object(id:))
        else { return document }
        var shown = document
        shown["name"] = .string(name.replacing("{objectLabelPlural}", with: object.shownLabelPlural))
        return shown
    }

    func checkDeletion(_ deletion: ResourceDeletion, _ context: ResourceContext) throws {
        guard deletion.verb == .destroy,
            try context.all(.view, parent: deletion.text("objectMetadataId")).count == 1
        else { return }
        throw deletion.report("INVALID_VIEW_DATA", "Cannot delete the only view for this object")
    }

    /// A view of the system's is only put out of use.
    func deleted(_ document: JSONObject, _ context: ResourceContext) -> JSONObject? {
        guard let id = document["id"]?.stringValue, context.isStandard(.view, id) else { return nil }
        var kept = document
        kept["isActive"] = false
        kept["updatedAt"] = .string(context.operations.now)
        return kept
    }
}

/// The groups of a view that come by themselves.
struct ViewGroups {
    /// How many of them are shown at first.
    private static let visible = 40

    let context: ResourceContext
    let viewID: String

    func make(for field: FieldMetadata) throws {
        let values = field.options.map(\.value) + (field.isNullable ? [""] : [])
        for (position, value) in values.enumerated() { try add(value, position: position) }
    }

    func add(_ value: String, position: Int) throws {
        let now = context.operations.now
        try context.store(
            [
                "id": .string(UUIDText.random()), "isVisible": .bool(position < Self.visible),
                "fieldValue": .string(value), "position": .int(Int64(position)), "viewId": .string(viewID),
                "workspaceId": .string(context.workspace.id), "createdAt": .string(now), "updatedAt": .string(now),
                "deletedAt": .null,
            ], .viewGroup)
    }
}
