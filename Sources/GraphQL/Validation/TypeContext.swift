/// What the type system says about the place in a document at which a walk is.
struct TypeContext {
    /// The type that fields are selected from.
    var parentType: NamedType?
    /// The type of the field, fragment or operation.
    var type: TypeReference?
    var field: FieldDefinition?
    var directive: DirectiveDefinition?
    var argument: InputValueDefinition?
    /// The type that a value must have here.
    var inputType: TypeReference?
    /// The type of the list or the input object that the value is in.
    var parentInputType: TypeReference?
    /// Whether a default stands in for a value that is missing here.
    var hasDefault = false
}
