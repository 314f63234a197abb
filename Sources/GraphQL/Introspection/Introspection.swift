import JSON

/// The types and fields by which a schema tells of itself (spec 4).
package enum Introspection {
    static let types: [NamedType] = {
        guard let document = try? DocumentNode.parse(IntrospectionDocument.text) else { return [] }
        return SchemaBuilder(document: document, scalars: [], resolver: IntrospectionResolvers.resolver).types
    }()

    private static let names = Set(types.map(\.name))

    package static func isIntrospectionType(_ name: String) -> Bool {
        name.utf8.starts(with: "__".utf8) && names.contains(name)
    }

    static let schemaField = FieldDefinition(
        "__schema", .nonNull(.named("__Schema")), description: "Access the current type schema of this server."
    ) { _, _, info in
        .object(IntrospectedNode.schema(info.schema))
    }

    static let typeField = FieldDefinition(
        "__type", .named("__Type"), description: "Request the type information of a single type.",
        arguments: [InputValueDefinition("name", .nonNull(.named("String")))]
    ) { _, arguments, info in
        guard let name = arguments["name"]?.stringValue, let type = info.schema.type(named: name) else {
            return .null
        }
        return .object(IntrospectedNode.type(type))
    }

    static let typenameField = FieldDefinition(
        "__typename", .nonNull(.named("String")),
        description: "The name of the current Object type at runtime."
    ) { _, _, info in
        .value(.string(info.parentType.name))
    }
}

/// The source of an introspection field.
enum IntrospectedNode: Sendable {
    case schema(GraphQLSchema)
    case type(NamedType)
    /// A list or a non-null.
    case wrapper(TypeReference)
    case field(FieldDefinition)
    case input(InputValueDefinition)
    case enumValue(EnumValueDefinition)
    case directive(DirectiveDefinition)
}
