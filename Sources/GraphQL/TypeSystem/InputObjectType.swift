/// An input object (spec 3.10).
package final class InputObjectType: Sendable {
    package let name: String
    package let description: String?
    private let lazyFields: Lazy<DefinitionList<InputValueDefinition>>

    /// - Parameter fields: called once, when a field is first asked for.
    package init(
        _ name: String, description: String? = nil, fields: @escaping @Sendable () -> [InputValueDefinition]
    ) {
        self.name = name
        self.description = description
        lazyFields = Lazy { DefinitionList(fields()) }
    }

    package var fields: DefinitionList<InputValueDefinition> { lazyFields.value }
}
