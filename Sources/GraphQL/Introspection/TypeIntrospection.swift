import JSON

extension IntrospectionResolvers {
    /// `__Type` (spec 4.2.2).
    static func type(_ field: String) -> Body {
        { node, arguments, schema in
            switch node {
            case .type(let type): value(of: field, type, arguments, schema)
            case .wrapper(let reference): value(of: field, reference, schema)
            default: .null
            }
        }
    }

    private static func value(
        of field: String, _ type: NamedType, _ arguments: JSONObject, _ schema: GraphQLSchema
    ) -> ResolvedValue {
        switch (field, type) {
        case ("kind", _): return .value(.string(type.kind))
        case ("name", _): return .value(.string(type.name))
        case ("description", _): return .text(type.description)
        case ("specifiedByURL", .scalar(let scalar)): return .text(scalar.specifiedByURL)
        case ("fields", .object), ("fields", .interface):
            let fields = (type.fields?.elements ?? []).filter { includes($0.deprecationReason, arguments) }
            return .list(fields.map { .node(.field($0)) })
        case ("interfaces", .object), ("interfaces", .interface):
            return .types(type.interfaces, schema)
        case ("possibleTypes", .interface), ("possibleTypes", .union):
            return .types(schema.possibleTypes(of: type), schema)
        case ("enumValues", .enumeration(let enumeration)):
            let values = enumeration.values.filter { includes($0.deprecationReason, arguments) }
            return .list(values.map { .node(.enumValue($0)) })
        case ("inputFields", .inputObject(let input)):
            return .inputs(input.fields, arguments)
        // Of an input object's fields any number may be given; code generators ask.
        case ("isOneOf", .inputObject): return .value(false)
        default:
            return .null
        }
    }

    private static func value(
        of field: String, _ reference: TypeReference, _ schema: GraphQLSchema
    ) -> ResolvedValue {
        switch (field, reference) {
        case ("kind", .list): .value("LIST")
        case ("kind", .nonNull): .value("NON_NULL")
        case ("ofType", .list(let inner)), ("ofType", .nonNull(let inner)): .type(inner, schema)
        default: .null
        }
    }

    fileprivate static func includes(_ deprecationReason: String?, _ arguments: JSONObject) -> Bool {
        deprecationReason == nil || arguments["includeDeprecated"] == true
    }
}

extension ResolvedValue {
    static func node(_ node: IntrospectedNode) -> ResolvedValue {
        .object(node)
    }

    static func text(_ text: String?) -> ResolvedValue {
        text.map { .value(.string($0)) } ?? .null
    }

    static func object(_ type: ObjectType?) -> ResolvedValue {
        type.map { .node(.type(.object($0))) } ?? .null
    }

    static func type(_ reference: TypeReference, _ schema: GraphQLSchema) -> ResolvedValue {
        guard case .named(let name) = reference else { return .node(.wrapper(reference)) }
        return schema.type(named: name).map { .node(.type($0)) } ?? .null
    }

    static func types(_ names: [String], _ schema: GraphQLSchema) -> ResolvedValue {
        .list(names.compactMap { schema.type(named: $0) }.map { .node(.type($0)) })
    }

    static func inputs(_ inputs: DefinitionList<InputValueDefinition>, _ arguments: JSONObject) -> ResolvedValue {
        let shown = inputs.filter { IntrospectionResolvers.includes($0.deprecationReason, arguments) }
        return .list(shown.map { .node(.input($0)) })
    }
}

extension NamedType {
    /// `__TypeKind` (spec 4.2.2).
    fileprivate var kind: String {
        switch self {
        case .scalar: "SCALAR"
        case .object: "OBJECT"
        case .interface: "INTERFACE"
        case .union: "UNION"
        case .enumeration: "ENUM"
        case .inputObject: "INPUT_OBJECT"
        }
    }
}
