import JSON

/// The stored form of a field.
extension FieldMetadata {
    package var document: JSONObject {
        var document: JSONObject = [
            "id": .of(id), "name": .string(name), "label": .string(label), "type": .string(type.rawValue),
            "icon": .of(icon), "isNullable": .bool(isNullable), "isUnique": .bool(isUnique),
            "isSystem": .bool(isSystem), "isUIReadOnly": .bool(isUIReadOnly), "isCustom": .bool(isCustom),
            "isActive": .bool(isActive), "isDeprecated": .bool(isDeprecated),
            "options": .array(options.map { .object($0.document) }), "settings": .object(settings.document),
            "isLabelSyncedWithName": .bool(details.isLabelSyncedWithName), "overrides": .object(details.overrides),
            "description": .of(details.description), "morphId": .of(details.morphID),
            "isSearchable": .bool(details.isSearchable), "createdAt": .of(details.createdAt),
            "updatedAt": .of(details.updatedAt),
        ]
        document["default"] = defaultValue?.document
        document["sentDefault"] = details.defaultValue
        document["sentSettings"] = details.settings.map(JSONValue.object)
        document["relation"] = relation.map { .object($0.document) }
        return document
    }

    /// - Returns: `nil` for a document that is none of ours.
    package init?(document: JSONObject) {
        guard let name = document.text("name"), let type = document.text("type").flatMap(FieldType.init(rawValue:))
        else { return nil }
        self.init(
            name: name, label: document.text("label") ?? name, type: type, icon: document.text("icon"),
            isNullable: document.flag("isNullable", default: true), isUnique: document.flag("isUnique"),
            isSystem: document.flag("isSystem"), isUIReadOnly: document.flag("isUIReadOnly"),
            isCustom: document.flag("isCustom"), isActive: document.flag("isActive", default: true),
            isDeprecated: document.flag("isDeprecated"),
            defaultValue: document["default"].flatMap(DefaultValue.init(document:)),
            options: (document["options"]?.arrayValue ?? []).compactMap {
                $0.objectValue.flatMap(FieldOption.init(document:))
            },
            settings: FieldSettings(document: document["settings"]?.objectValue ?? JSONObject()),
            relation: document["relation"]?.objectValue.flatMap(Relation.init(document:)))
        id = document.text("id")
        details.description = document.text("description")
        details.isLabelSyncedWithName = document.flag("isLabelSyncedWithName")
        details.overrides = document["overrides"]?.objectValue ?? JSONObject()
        details.settings = document["sentSettings"]?.objectValue
        details.defaultValue = document["sentDefault"]
        details.morphID = document.text("morphId")
        details.isSearchable = document.flag("isSearchable")
        details.createdAt = document.text("createdAt")
        details.updatedAt = document.text("updatedAt")
    }
}

extension FieldOption {
    fileprivate var document: JSONObject {
        [
            "id": .of(id), "value": .string(value), "label": .string(label), "color": .string(color),
            "position": .double(position),
        ]
    }

    fileprivate init?(document: JSONObject) {
        guard let value = document.text("value") else { return nil }
        self.init(
            id: document.text("id"), value: value, label: document.text("label") ?? value,
            color: document.text("color") ?? "gray", position: document["position"]?.doubleValue ?? 0)
    }
}

extension FieldSettings {
    fileprivate var document: JSONObject {
        [
            "displayFormat": .of(displayFormat), "dataType": .of(dataType), "isDomain": .bool(isDomain),
            "displayedMaxRows": displayedMaxRows.map { .int(Int64($0)) } ?? .null,
            "maxNumberOfValues": maxNumberOfValues.map { .int(Int64($0)) } ?? .null,
        ]
    }

    fileprivate init(document: JSONObject) {
        self.init(
            displayFormat: document.text("displayFormat"), displayedMaxRows: document.whole("displayedMaxRows"),
            dataType: document.text("dataType"), maxNumberOfValues: document.whole("maxNumberOfValues"),
            isDomain: document.flag("isDomain"))
    }
}

extension Relation {
    fileprivate var document: JSONObject {
        [
            "kind": .string(kind.rawValue), "targetObject": .string(targetObject), "targetField": .string(targetField),
            "joinColumnName": .of(joinColumnName), "onDelete": .of(onDelete?.rawValue), "morphGroup": .of(morphGroup),
            "junctionTargetField": .of(junctionTargetField),
        ]
    }

    fileprivate init?(document: JSONObject) {
        guard let kind = document.text("kind").flatMap(Kind.init(rawValue:)),
            let object = document.text("targetObject"), let field = document.text("targetField")
        else { return nil }
        self.init(
            kind: kind, targetObject: object, targetField: field, joinColumnName: document.text("joinColumnName"),
            onDelete: document.text("onDelete").flatMap(OnDelete.init(rawValue:)),
            morphGroup: document.text("morphGroup"), junctionTargetField: document.text("junctionTargetField"))
    }
}

extension DefaultValue {
    fileprivate var document: JSONValue {
        switch self {
        case .uuid: ["uuid": true]
        case .now: ["now": true]
        case .text(let text): .string(text)
        case .number(let number): .double(number)
        case .boolean(let flag): .bool(flag)
        case .list(let texts): .array(texts.map(JSONValue.string))
        case .json(let text): ["json": .string(text)]
        case .composite(let parts):
            [
                "parts": .array(
                    parts.map { ["name": .string($0.name), "value": $0.value?.document ?? .null] })
            ]
        }
    }

    fileprivate init?(document: JSONValue) {
        switch document {
        case .string(let text): self = .text(text)
        case .bool(let flag): self = .boolean(flag)
        case .int, .double, .bigInteger: self = .number(document.doubleValue ?? 0)
        case .array(let texts): self = .list(texts.compactMap(\.stringValue))
        case .object(let object):
            if object.flag("uuid") {
                self = .uuid
            } else if object.flag("now") {
                self = .now
            } else if let text = object.text("json") {
                self = .json(text)
            } else if let parts = object["parts"]?.arrayValue {
                self = .composite(
                    parts.map { part in
                        SubFieldDefault(
                            part["name"]?.stringValue ?? "", part["value"].flatMap(DefaultValue.init(document:)))
                    })
            } else {
                return nil
            }
        case .null: return nil
        }
    }
}
