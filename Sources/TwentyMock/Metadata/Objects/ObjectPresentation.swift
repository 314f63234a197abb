import DataModel
import JSON

/// Objects as the metadata API shows them over REST (metadata 5.1).
struct ObjectPresentation {
    let workspace: Workspace
    let dataModel: DataModel
    let options: MetadataOptions

    init(workspace: Workspace, dataModel: DataModel) {
        self.workspace = workspace
        self.dataModel = dataModel
        options = workspace.metadataOptions
    }

    private var fields: FieldPresentation { FieldPresentation(workspace: workspace, dataModel: dataModel) }

    /// - Parameter includesFields: whether the object's fields are shown, all of them; not when it was deleted.
    /// - Parameter isAnswerToWrite: what is written shows defaults and options that are empty, too (metadata 6.1).
    func json(_ object: ObjectMetadata, includesFields: Bool = true, isAnswerToWrite: Bool = false) -> JSONObject {
        let release = dataModel.release
        var json = release.hasLegacyMetadata ? legacy(object) : current(object)
        if includesFields {
            let list = object.fields.map { fields.json($0, of: object, isAnswerToWrite: isAnswerToWrite) }
            json["fields"] = .array(list.map(JSONValue.object))
        }
        return json
    }

    /// The keys of the present generation, without the fields.
    func current(_ object: ObjectMetadata) -> JSONObject {
        let properties = object.properties
        let details = properties.details
        var json: JSONObject = [
            "id": .string(object.id), "universalIdentifier": .string(object.id),
            "applicationId": .string(ApplicationID.owner(isCustom: properties.isCustom)),
            "nameSingular": .string(properties.nameSingular), "namePlural": .string(properties.namePlural),
            "labelSingular": .string(object.shownLabelSingular), "labelPlural": .string(object.shownLabelPlural),
        ]
        json.add("description", details.overrides["description"]?.stringValue ?? details.description)
        json.add("icon", details.overrides["icon"]?.stringValue ?? properties.icon)
        json.add("color", details.overrides["color"]?.stringValue ?? details.color)
        json.add("shortcut", properties.shortcut)
        if !details.overrides.isEmpty { json["overrides"] = .object(details.overrides) }
        json["isRemote"] = false
        json["isActive"] = .bool(properties.isActive)
        json["isSystem"] = .bool(properties.isSystem)
        json["isUIEditable"] = .bool(details.isUIEditable)
        json["isUICreatable"] = .bool(properties.isUICreatable)
        json["isUIReadOnly"] = .bool(!details.isUIEditable)
        json["isSearchable"] = .bool(properties.isSearchable)
        json["openRecordIn"] = .string(properties.openRecordIn ?? "SIDE_PANEL")
        // The values of the two access levels are not established beyond these (metadata 5.1).
        json["readability"] = "WORKSPACE"
        json["writability"] = properties.isSystem ? "SYSTEM" : "OPEN"
        json["isLabelSyncedWithName"] = .bool(details.isLabelSyncedWithName)
        json["workspaceId"] = .string(workspace.id)
        json.add("labelIdentifierFieldMetadataId", object.fieldID(properties.labelIdentifierField))
        json.add("imageIdentifierFieldMetadataId", properties.imageIdentifierField.flatMap(object.fieldID))
        if !properties.duplicateCriteria.isEmpty {
            json["duplicateCriteria"] = .array(
                properties.duplicateCriteria.map { .array($0.map(JSONValue.string)) })
        }
        json["createdAt"] = .string(details.createdAt ?? workspace.createdAt)
        json["updatedAt"] = .string(details.updatedAt ?? workspace.createdAt)
        if options.showsCompatibilityKeys { json["isCustom"] = .bool(properties.isCustom) }
        return json
    }

    /// The keys of the first generation, with `null` for what is empty.
    private func legacy(_ object: ObjectMetadata) -> JSONObject {
        let properties = object.properties
        let details = properties.details
        return [
            "id": .string(object.id), "nameSingular": .string(properties.nameSingular),
            "namePlural": .string(properties.namePlural), "labelSingular": .string(object.shownLabelSingular),
            "labelPlural": .string(object.shownLabelPlural),
            "description": .text(details.overrides["description"]?.stringValue ?? details.description),
            "icon": .text(details.overrides["icon"]?.stringValue ?? properties.icon),
            "isCustom": .bool(properties.isCustom), "isActive": .bool(properties.isActive),
            "isSystem": .bool(properties.isSystem), "createdAt": .string(details.createdAt ?? workspace.createdAt),
            "updatedAt": .string(details.updatedAt ?? workspace.createdAt),
            "labelIdentifierFieldMetadataId": .text(object.fieldID(properties.labelIdentifierField)),
            "imageIdentifierFieldMetadataId": .text(properties.imageIdentifierField.flatMap(object.fieldID)),
        ]
    }
}

extension ObjectMetadata {
    /// The label with the workspace's own wording, where it has one.
    package var shownLabelSingular: String {
        properties.details.overrides["labelSingular"]?.stringValue ?? properties.labelSingular
    }

    package var shownLabelPlural: String {
        properties.details.overrides["labelPlural"]?.stringValue ?? properties.labelPlural
    }

    var labelIdentifierID: String? { fieldID(properties.labelIdentifierField) }

    /// The id of the field called `name`.
    package func fieldID(_ name: String) -> String? { field(named: name).map(id(of:)) }
}

extension JSONObject {
    /// Adds a text, or nothing when it is empty.
    mutating func add(_ key: String, _ text: String?) {
        if let text, !text.isEmpty { self[key] = .string(text) }
    }
}

extension JSONValue {
    static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
