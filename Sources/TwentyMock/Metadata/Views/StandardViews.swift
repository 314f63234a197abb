import DataModel
import JSON

/// The views that come with an object: the one of its list, and for a custom object the one of its record page
/// (metadata 5.4). The contract names no fields for standard objects; we show those that a person would look for.
struct StandardViews {
    let object: ObjectMetadata
    let workspace: Workspace

    var indexID: String { StandardID.uuid(for: "view:\(object.id):index") }
    var recordPageID: String { StandardID.uuid(for: "view:\(object.id):recordPage") }

    var views: [JSONObject] {
        let index = view(
            indexID, name: "All {objectLabelPlural}", type: "TABLE", key: "INDEX", icon: "IconList", position: 0)
        guard object.properties.isCustom else { return [index] }
        let recordPage = view(
            recordPageID, name: "\(object.shownLabelSingular) Record Page Fields", type: "FIELDS_WIDGET", key: nil,
            icon: "IconList", position: 1)
        return [index, recordPage]
    }

    var viewFields: [JSONObject] {
        let shown = shownFields
        let later = laterFields
        var documents = shown.enumerated().map { viewField($1, indexID, position: $0, isVisible: true) }
        documents += later.enumerated().map { viewField($1, indexID, position: shown.count + $0, isVisible: false) }
        guard object.properties.isCustom else { return documents }
        let inside = (shown + later).filter { $0.name != labelIdentifier?.name }
        return documents + inside.enumerated().map { viewField($1, recordPageID, position: $0, isVisible: true) }
    }

    /// The label identifier of the beginning: views are not made anew when there is another one (metadata 5.5).
    private var labelIdentifier: FieldMetadata? {
        let properties = object.properties
        guard let first = properties.details.firstLabelIdentifierID else {
            return object.field(named: properties.labelIdentifierField)
        }
        return object.field(id: first)
    }

    /// The fields that the list shows from the beginning, the label identifier first.
    private var shownFields: [FieldMetadata] {
        let identifier = labelIdentifier
        let others: [FieldMetadata]
        if object.properties.isCustom {
            others = ["createdAt", "createdBy", "updatedAt", "updatedBy"].compactMap(object.field(named:))
        } else {
            let own = object.fields.filter { field in
                !field.isSystem && !field.isCustom && field.relation?.kind != .oneToMany
                    && ![.tsVector, .position, .richText, .morphRelation].contains(field.type)
            }
            others = own + ["createdAt", "createdBy"].compactMap(object.field(named:))
        }
        return ([identifier].compactMap { $0 } + others.filter { $0.name != identifier?.name }).filter(\.isActive)
    }

    /// The fields that came later are there, but hidden in the list.
    private var laterFields: [FieldMetadata] {
        let shown = Set(shownFields.map(\.name))
        return object.fields.filter { joins($0) && !shown.contains($0.name) }
    }

    /// Whether views of the object get the field when it is made (metadata 6.2).
    func joins(_ field: FieldMetadata) -> Bool {
        field.isCustom && field.isActive && !field.isSystem && !isLink(field)
    }

    /// Whether the field came with a custom object rather than by a request for it.
    private func isLink(_ field: FieldMetadata) -> Bool {
        guard let relation = field.relation else { return false }
        if relation.morphGroup == "target", field.details.morphID == nil { return true }
        return object.properties.isCustom
            && ["timelineActivity", "attachment", "noteTarget", "taskTarget", "favorite"].contains(
                relation.targetObject)
            && relation.kind == .oneToMany
            && ["timelineActivities", "attachments", "noteTargets", "taskTargets", "favorites"].contains(field.name)
    }

    private var createdAt: JSONValue { .string(object.properties.details.createdAt ?? workspace.createdAt) }

    private func view(
        _ id: String, name: String, type: String, key: String?, icon: String, position: Int
    ) -> JSONObject {
        [
            "id": .string(id), "name": .string(name), "objectMetadataId": .string(object.id), "type": .string(type),
            "key": .text(key), "icon": .string(icon), "position": .int(Int64(position)), "isCompact": false,
            "isCustom": .bool(object.properties.isCustom), "openRecordIn": "SIDE_PANEL", "shouldHideEmptyGroups": false,
            "visibility": "WORKSPACE", "workspaceId": .string(workspace.id),
            "applicationId": .string(ApplicationID.owner(isCustom: object.properties.isCustom)), "isActive": true,
            "createdAt": createdAt, "updatedAt": createdAt, "deletedAt": .null,
        ]
    }

    /// The id of what shows a field in a view that comes with an object.
    static func viewFieldID(_ field: String, in view: String) -> String {
        StandardID.uuid(for: "viewField:\(view):\(field)")
    }

    private func viewField(_ field: FieldMetadata, _ view: String, position: Int, isVisible: Bool) -> JSONObject {
        let fieldID = object.id(of: field)
        return [
            "id": .string(Self.viewFieldID(fieldID, in: view)), "fieldMetadataId": .string(fieldID),
            "viewId": .string(view), "isVisible": .bool(isVisible), "size": 180, "position": .int(Int64(position)),
            "workspaceId": .string(workspace.id), "isActive": true, "createdAt": createdAt, "updatedAt": createdAt,
            "deletedAt": .null, "isOverridden": false,
        ]
    }
}
