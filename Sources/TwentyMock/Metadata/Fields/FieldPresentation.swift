import DataModel
import JSON

/// Fields as the metadata API shows them over REST (metadata 6.1).
struct FieldPresentation {
    let workspace: Workspace
    let dataModel: DataModel

    /// - Parameter isAnswerToWrite: an empty default and empty options are `null` then, else left out.
    func json(_ field: FieldMetadata, of object: ObjectMetadata, isAnswerToWrite: Bool = false) -> JSONObject {
        dataModel.release.hasLegacyMetadata
            ? legacy(field, of: object) : current(field, of: object, isAnswerToWrite: isAnswerToWrite)
    }

    /// The keys of the present generation.
    func current(_ field: FieldMetadata, of object: ObjectMetadata, isAnswerToWrite: Bool) -> JSONObject {
        let details = field.details
        let id = object.id(of: field)
        var json: JSONObject = [
            "id": .string(id), "universalIdentifier": .string(id),
            "applicationId": .string(ApplicationID.owner(isCustom: field.isCustom)),
            "workspaceId": .string(workspace.id), "objectMetadataId": .string(object.id),
            "type": .string(dataModel.release.name(of: field.type)), "name": .string(field.name),
            "label": .string(field.shownLabel),
        ]
        json.add("description", details.overrides["description"]?.stringValue ?? details.description)
        json.add("icon", details.overrides["icon"]?.stringValue ?? field.icon)
        if !details.overrides.isEmpty { json["overrides"] = .object(details.overrides) }
        json["isActive"] = .bool(field.isActive)
        json["isSystem"] = .bool(field.isSystem)
        json["isUIEditable"] = .bool(!field.isUIReadOnly)
        json["isUIReadOnly"] = .bool(field.isUIReadOnly)
        json["writability"] = field.isSystem ? "SYSTEM" : "OPEN"
        json["isNullable"] = .bool(field.isNullable)
        json["isUnique"] = .bool(field.isUnique || field.name == "id")
        json["isSearchable"] = .bool(
            details.isSearchable || object.properties.searchFields.contains(field.name))
        let defaultValue = field.defaultValueJSON
        if isAnswerToWrite || !defaultValue.isNull { json["defaultValue"] = defaultValue }
        if !field.options.isEmpty {
            json["options"] = .array(options(of: field, on: object))
        } else if isAnswerToWrite {
            json["options"] = .null
        }
        if let settings = settings(of: field) { json["settings"] = .object(settings) }
        json["isLabelSyncedWithName"] = .bool(details.isLabelSyncedWithName)
        json.add("morphId", object.morphID(of: field))
        json["createdAt"] = .string(details.createdAt ?? workspace.createdAt)
        json["updatedAt"] = .string(details.updatedAt ?? workspace.createdAt)
        if workspace.metadataOptions.showsCompatibilityKeys {
            json["isCustom"] = .bool(field.isCustom)
            json["relation"] = relation(of: field, on: object)
        }
        return json
    }

    /// The keys of the first generation, with `null` for what is empty.
    private func legacy(_ field: FieldMetadata, of object: ObjectMetadata) -> JSONObject {
        let details = field.details
        return [
            "id": .string(object.id(of: field)), "type": .string(dataModel.release.name(of: field.type)),
            "name": .string(field.name), "label": .string(field.shownLabel),
            "description": .text(details.overrides["description"]?.stringValue ?? details.description),
            "icon": .text(details.overrides["icon"]?.stringValue ?? field.icon), "isCustom": .bool(field.isCustom),
            "isActive": .bool(field.isActive), "isSystem": .bool(field.isSystem),
            "isNullable": .bool(field.isNullable), "createdAt": .string(details.createdAt ?? workspace.createdAt),
            "updatedAt": .string(details.updatedAt ?? workspace.createdAt), "defaultValue": field.defaultValueJSON,
            "options": field.options.isEmpty ? .null : .array(options(of: field, on: object)),
            "relation": relation(of: field, on: object),
        ]
    }

    /// The options of SELECT, MULTI_SELECT and RATING (metadata 7.1).
    func options(of field: FieldMetadata, on object: ObjectMetadata) -> [JSONValue] {
        field.options.map { option in
            var json: JSONObject = [
                "id": .string(
                    option.id ?? StandardID.option(object.nameSingular, field.name, option.value)),
                "label": .string(option.label), "value": .string(option.value),
            ]
            json.add("color", option.color)
            json["position"] = .double(option.position)
            return .object(json)
        }
    }

    func settings(of field: FieldMetadata) -> JSONObject? {
        field.settingsJSON { name in
            field.relation.flatMap { dataModel.object(singular: $0.targetObject)?.fieldID(name) }
        }
    }

    /// Both ends of a relation, as older servers told them; `null` for other fields.
    func relation(of field: FieldMetadata, on object: ObjectMetadata) -> JSONValue {
        guard let relation = field.relation, let target = dataModel.object(singular: relation.targetObject),
            let inverse = target.field(named: relation.targetField)
        else { return .null }
        return [
            "type": .string(relation.kind.rawValue), "sourceObjectMetadata": reference(to: object),
            "sourceFieldMetadata": reference(to: field, of: object), "targetObjectMetadata": reference(to: target),
            "targetFieldMetadata": reference(to: inverse, of: target),
        ]
    }

    private func reference(to object: ObjectMetadata) -> JSONValue {
        [
            "id": .string(object.id), "nameSingular": .string(object.nameSingular),
            "namePlural": .string(object.namePlural),
        ]
    }

    private func reference(to field: FieldMetadata, of object: ObjectMetadata) -> JSONValue {
        ["id": .string(object.id(of: field)), "name": .string(field.name)]
    }
}

extension FieldMetadata {
    /// The label with the workspace's own wording, where it has one.
    package var shownLabel: String { details.overrides["label"]?.stringValue ?? label }
}

extension ObjectMetadata {
    /// What the legs of one morph relation share; `nil` for other fields.
    package func morphID(of field: FieldMetadata) -> String? {
        guard let group = field.relation?.morphGroup else { return nil }
        return field.details.morphID ?? StandardID.uuid(for: "morph:\(nameSingular).\(group)")
    }
}
