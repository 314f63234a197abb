import JSON

/// The stored form of an object's properties, without its fields.
extension ObjectMetadata.Properties {
    package var document: JSONObject {
        var document: JSONObject = [
            "nameSingular": .string(nameSingular), "namePlural": .string(namePlural),
            "labelSingular": .string(labelSingular), "labelPlural": .string(labelPlural), "icon": .of(icon),
            "shortcut": .of(shortcut), "isCustom": .bool(isCustom), "isActive": .bool(isActive),
            "isSystem": .bool(isSystem), "isSearchable": .bool(isSearchable), "isAuditLogged": .bool(isAuditLogged),
            "isUICreatable": .bool(isUICreatable), "openRecordIn": .of(openRecordIn),
            "labelIdentifierField": .string(labelIdentifierField), "imageIdentifierField": .of(imageIdentifierField),
            "duplicateCriteria": .array(duplicateCriteria.map { .array($0.map(JSONValue.string)) }),
            "searchFields": .array(searchFields.map(JSONValue.string)),
            "indexes": .array(indexes.map { .object($0.document) }), "description": .of(details.description),
            "color": .of(details.color), "isUIEditable": .bool(details.isUIEditable),
            "isLabelSyncedWithName": .bool(details.isLabelSyncedWithName), "overrides": .object(details.overrides),
            "countID": details.countID.map { .int(Int64($0)) } ?? .null, "createdAt": .of(details.createdAt),
            "updatedAt": .of(details.updatedAt),
        ]
        document["id"] = .of(id)
        document["firstLabelIdentifierId"] = details.firstLabelIdentifierID.map(JSONValue.string)
        return document
    }

    /// - Returns: `nil` for a document that is none of ours.
    package init?(document: JSONObject) {
        guard let singular = document.text("nameSingular"), let plural = document.text("namePlural"),
            let identifier = document.text("labelIdentifierField")
        else { return nil }
        self.init(
            nameSingular: singular, namePlural: plural, labelSingular: document.text("labelSingular") ?? singular,
            labelPlural: document.text("labelPlural") ?? plural, labelIdentifierField: identifier)
        id = document.text("id")
        icon = document.text("icon")
        shortcut = document.text("shortcut")
        isCustom = document.flag("isCustom")
        isActive = document.flag("isActive", default: true)
        isSystem = document.flag("isSystem")
        isSearchable = document.flag("isSearchable")
        isAuditLogged = document.flag("isAuditLogged", default: true)
        isUICreatable = document.flag("isUICreatable", default: true)
        openRecordIn = document.text("openRecordIn")
        imageIdentifierField = document.text("imageIdentifierField")
        duplicateCriteria = (document["duplicateCriteria"]?.arrayValue ?? []).map {
            ($0.arrayValue ?? []).compactMap(\.stringValue)
        }
        searchFields = (document["searchFields"]?.arrayValue ?? []).compactMap(\.stringValue)
        indexes = (document["indexes"]?.arrayValue ?? []).compactMap {
            $0.objectValue.map(IndexMetadata.init(document:))
        }
        details.description = document.text("description")
        details.color = document.text("color")
        details.isUIEditable = document.flag("isUIEditable", default: true)
        details.isLabelSyncedWithName = document.flag("isLabelSyncedWithName")
        details.overrides = document["overrides"]?.objectValue ?? JSONObject()
        details.firstLabelIdentifierID = document.text("firstLabelIdentifierId")
        details.countID = document.whole("countID")
        details.createdAt = document.text("createdAt")
        details.updatedAt = document.text("updatedAt")
    }
}

extension JSONValue {
    static func of(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}

extension JSONObject {
    func text(_ key: String) -> String? { self[key]?.stringValue }
    func whole(_ key: String) -> Int? { self[key]?.intValue.map { Int(clamping: $0) } }
    func flag(_ key: String, default standard: Bool = false) -> Bool { self[key]?.boolValue ?? standard }
}
