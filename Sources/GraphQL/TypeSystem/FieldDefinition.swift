/// A field of an object or an interface (spec 3.6).
package final class FieldDefinition: NamedDefinition {
    package let name: String
    package let description: String?
    package let arguments: DefinitionList<InputValueDefinition>
    package let type: TypeReference
    package let deprecationReason: String?
    /// `nil` takes the member of the source's JSON object that has the field's name.
    package let resolve: Resolver?

    package init(
        _ name: String, _ type: TypeReference, description: String? = nil, arguments: [InputValueDefinition] = [],
        deprecationReason: String? = nil, resolve: Resolver? = nil
    ) {
        self.name = name
        self.description = description
        self.arguments = DefinitionList(arguments)
        self.type = type
        self.deprecationReason = deprecationReason
        self.resolve = resolve
    }
}
