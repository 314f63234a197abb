import JSON

/// A field of a selection on one object type. Its arguments are the same for every object, and so are coerced once.
final class PlannedField {
    let field: CollectedField
    let definition: FieldDefinition
    let arguments: Result<JSONObject, GraphQLError>
    /// The response key, quoted and with its colon.
    let key: [UInt8]

    init(field: CollectedField, definition: FieldDefinition, arguments: Result<JSONObject, GraphQLError>) {
        self.field = field
        self.definition = definition
        self.arguments = arguments
        var writer = JSONWriter()
        writer.write(string: field.responseKey)
        writer.write(raw: ":")
        key = writer.bytes
    }

    /// What a plan depends on: the fields whose selections it merges, and the type of the object.
    struct Key: Hashable {
        let field: ObjectIdentifier
        let type: ObjectIdentifier
    }
}
