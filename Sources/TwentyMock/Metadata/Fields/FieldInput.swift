import DataModel
import JSON

/// The body of a request on a field, checked for its shape (metadata 2.2 c, 6.2).
struct FieldInput {
    let body: JSONObject

    init(_ body: JSONObject) { self.body = body }

    private static let types = FieldType.allCases.map(\.rawValue).sorted()

    func creation() throws -> FieldCreation {
        var body = body
        // The older name of the composite type.
        if body["type"] == "RICH_TEXT_V2" { body["type"] = "RICH_TEXT" }
        var shape = InputShape(body)
        shape.requireUUID("objectMetadataId")
        shape.requireChoice("type", of: FieldInput.types)
        shape.requireName("name")
        shape.requireText("label")
        checkOptional(&shape)
        try shape.check()
        guard let type = FieldType(rawValue: shape.text("type")) else { throw InputShapeError([]) }
        var creation = FieldCreation(
            objectID: shape.text("objectMetadataId").lowercased(), type: type,
            name: shape.text("name").collapsingWhitespace, label: shape.text("label").collapsingWhitespace)
        creation.description = body["description"]?.stringValue?.collapsingWhitespace
        creation.icon = body["icon"]?.stringValue?.collapsingWhitespace
        creation.isNullable = body["isNullable"]?.boolValue ?? true
        creation.isUnique = body["isUnique"]?.boolValue ?? false
        creation.isSearchable = body["isSearchable"]?.boolValue ?? false
        creation.isSystem = body["isSystem"]?.boolValue ?? false
        creation.isUIEditable = body["isUIEditable"]?.boolValue ?? !(body["isUIReadOnly"]?.boolValue ?? false)
        creation.isLabelSyncedWithName = body["isLabelSyncedWithName"]?.boolValue ?? false
        creation.isRemote = body["isRemoteCreation"]?.boolValue ?? false
        creation.defaultValue = body["defaultValue"]
        creation.options = body["options"]
        creation.settings = body["settings"]?.objectValue
        creation.relation = body["relationCreationPayload"]
        creation.morphRelations = body["morphRelationsCreationPayload"]
        return creation
    }

    func update() throws -> FieldUpdate {
        var shape = InputShape(body)
        shape.optionalName("name")
        shape.optionalText("label")
        checkOptional(&shape)
        try shape.check()
        return FieldUpdate(body)
    }

    private func checkOptional(_ shape: inout InputShape) {
        for key in ["description", "icon"] { shape.optionalText(key) }
        for key in [
            "isActive", "isNullable", "isUnique", "isSearchable", "isSystem", "isUIEditable", "isUIReadOnly",
            "isLabelSyncedWithName",
        ] {
            shape.optionalFlag(key)
        }
        shape.optionalObject("settings")
    }
}
