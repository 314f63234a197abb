extension GraphQLSchema {
    /// Builds a schema from a document of type system definitions and extensions (spec 3).
    ///
    /// The document is not validated: of two definitions with one name the first counts.
    ///
    /// - Parameters:
    ///   - scalars: how the custom scalars behave; those that are not given take any value. What the document says
    ///     about them (description, URL) counts.
    ///   - resolver: the resolver of a field, by the names of the type and the field.
    package convenience init(
        sdl document: DocumentNode, scalars: [ScalarType] = [],
        resolver: (_ type: String, _ field: String) -> Resolver? = { _, _ in nil }
    ) {
        let builder = SchemaBuilder(document: document, scalars: scalars, resolver: resolver)
        let types = builder.types
        let defined = Set(types.map(\.name))
        let root = { (operation: OperationType, name: String) -> String? in
            builder.rootTypes[operation] ?? (builder.hasSchemaDefinition || !defined.contains(name) ? nil : name)
        }
        self.init(
            query: root(.query, "Query"), mutation: root(.mutation, "Mutation"),
            subscription: root(.subscription, "Subscription"), types: types, directives: builder.directives,
            description: builder.description)
    }

    package convenience init(sdl text: String) throws(GraphQLError) {
        self.init(sdl: try DocumentNode.parse(text))
    }
}
