import DataModel
import JSON

/// The body of a request on an object, checked for its shape (metadata 2.2 c, 5.2 step 1).
struct ObjectInput {
    let body: JSONObject

    init(_ body: JSONObject) { self.body = body }

    private static let names = ["nameSingular", "namePlural"]
    private static let labels = ["labelSingular", "labelPlural"]

    func creation() throws -> ObjectCreation {
        var shape = InputShape(body)
        // The checks of one property come in the order in which the framework runs them.
        for key in ObjectInput.names { shape.requireName(key) }
        for key in ObjectInput.labels { shape.requireText(key) }
        for key in ["description", "icon", "shortcut", "color"] { shape.optionalText(key) }
        for key in ["isLabelSyncedWithName", "skipNameField", "isRemote"] { shape.optionalFlag(key) }
        try shape.check()
        var creation = ObjectCreation(
            nameSingular: shape.text("nameSingular"), namePlural: shape.text("namePlural"),
            labelSingular: shape.text("labelSingular"), labelPlural: shape.text("labelPlural"))
        creation.description = body["description"]?.stringValue
        creation.icon = body["icon"]?.stringValue
        creation.shortcut = body["shortcut"]?.stringValue
        creation.color = body["color"]?.stringValue
        creation.isLabelSyncedWithName = body["isLabelSyncedWithName"]?.boolValue ?? false
        creation.skipsNameField = body["skipNameField"]?.boolValue ?? false
        creation.isRemote = body["isRemote"]?.boolValue ?? false
        return creation
    }

    func update() throws -> ObjectUpdate {
        var shape = InputShape(body)
        for key in ObjectInput.names { shape.optionalName(key) }
        for key in ObjectInput.labels + ["description", "icon", "shortcut", "color", "openRecordIn"] {
            shape.optionalText(key)
        }
        for key in ["isActive", "isLabelSyncedWithName", "isSearchable"] { shape.optionalFlag(key) }
        for key in ["labelIdentifierFieldMetadataId", "imageIdentifierFieldMetadataId"] { shape.optionalUUID(key) }
        try shape.check()
        return ObjectUpdate(body)
    }
}
