extension DirectiveDefinition {
    /// The directives that every schema has (spec 3.13).
    package static let specified = [include, skip, deprecated, specifiedBy]

    package static let include = DirectiveDefinition(
        "include",
        description: "Directs the executor to include this field or fragment only when the `if` argument is true.",
        arguments: [InputValueDefinition("if", .nonNull(.named("Boolean")), description: "Included when true.")],
        locations: [.field, .fragmentSpread, .inlineFragment])

    package static let skip = DirectiveDefinition(
        "skip",
        description: "Directs the executor to skip this field or fragment when the `if` argument is true.",
        arguments: [InputValueDefinition("if", .nonNull(.named("Boolean")), description: "Skipped when true.")],
        locations: [.field, .fragmentSpread, .inlineFragment])

    package static let deprecated = DirectiveDefinition(
        "deprecated",
        description: "Marks an element of a GraphQL schema as no longer supported.",
        arguments: [
            InputValueDefinition(
                "reason", .named("String"),
                description: "Explains why this element was deprecated, usually also including a suggestion for how "
                    + "to access supported similar data. Formatted using the Markdown syntax, as specified by "
                    + "[CommonMark](https://commonmark.org/).",
                defaultValue: .value(.string(defaultDeprecationReason)))
        ],
        locations: [.fieldDefinition, .argumentDefinition, .inputFieldDefinition, .enumValue])

    package static let specifiedBy = DirectiveDefinition(
        "specifiedBy",
        description: "Exposes a URL that specifies the behavior of this scalar.",
        arguments: [
            InputValueDefinition(
                "url", .nonNull(.named("String")),
                description: "The URL that specifies the behavior of this scalar.")
        ],
        locations: [.scalar])

    package static let defaultDeprecationReason = "No longer supported"

    var isSpecified: Bool {
        Self.specified.contains { $0.name == name }
    }
}
