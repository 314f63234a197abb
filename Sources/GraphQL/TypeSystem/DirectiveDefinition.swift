/// A directive (spec 3.13).
package final class DirectiveDefinition: NamedDefinition {
    package let name: String
    package let description: String?
    package let arguments: DefinitionList<InputValueDefinition>
    package let isRepeatable: Bool
    package let locations: [DirectiveLocation]

    package init(
        _ name: String, description: String? = nil, arguments: [InputValueDefinition] = [],
        isRepeatable: Bool = false, locations: [DirectiveLocation]
    ) {
        self.name = name
        self.description = description
        self.arguments = DefinitionList(arguments)
        self.isRepeatable = isRepeatable
        self.locations = locations
    }
}
