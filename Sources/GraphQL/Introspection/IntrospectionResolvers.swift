import JSON

/// How the fields of the introspection types get their values (spec 4.2).
enum IntrospectionResolvers {
    static func resolver(type: String, field: String) -> Resolver? {
        let body: (@Sendable (IntrospectedNode, JSONObject, GraphQLSchema) -> ResolvedValue)? =
            switch type {
            case "__Schema": schema(field)
            case "__Type": self.type(field)
            case "__Field": self.field(field)
            case "__InputValue": input(field)
            case "__EnumValue": enumValue(field)
            case "__Directive": directive(field)
            default: nil
            }
        guard let body else { return nil }
        return { source, arguments, info in
            guard let node = source as? IntrospectedNode else { return .null }
            return body(node, arguments, info.schema)
        }
    }

    typealias Body = @Sendable (IntrospectedNode, JSONObject, GraphQLSchema) -> ResolvedValue

    private static func schema(_ field: String) -> Body {
        { node, _, _ in
            guard case .schema(let schema) = node else { return .null }
            switch field {
            case "description": return .text(schema.description)
            case "types": return .list(schema.types.map { .node(.type($0)) })
            case "queryType": return .object(schema.queryType)
            case "mutationType": return .object(schema.mutationType)
            case "subscriptionType": return .object(schema.subscriptionType)
            case "directives": return .list(schema.directives.map { .node(.directive($0)) })
            default: return .null
            }
        }
    }

    private static func field(_ field: String) -> Body {
        { node, arguments, schema in
            guard case .field(let definition) = node else { return .null }
            switch field {
            case "name": return .value(.string(definition.name))
            case "description": return .text(definition.description)
            case "args": return .inputs(definition.arguments, arguments)
            case "type": return .type(definition.type, schema)
            case "isDeprecated": return .value(.bool(definition.deprecationReason != nil))
            case "deprecationReason": return .text(definition.deprecationReason)
            default: return .null
            }
        }
    }

    private static func input(_ field: String) -> Body {
        { node, _, schema in
            guard case .input(let definition) = node else { return .null }
            switch field {
            case "name": return .value(.string(definition.name))
            case "description": return .text(definition.description)
            case "type": return .type(definition.type, schema)
            case "defaultValue": return .text(schema.defaultText(of: definition))
            case "isDeprecated": return .value(.bool(definition.deprecationReason != nil))
            case "deprecationReason": return .text(definition.deprecationReason)
            default: return .null
            }
        }
    }

    private static func enumValue(_ field: String) -> Body {
        { node, _, _ in
            guard case .enumValue(let definition) = node else { return .null }
            switch field {
            case "name": return .value(.string(definition.name))
            case "description": return .text(definition.description)
            case "isDeprecated": return .value(.bool(definition.deprecationReason != nil))
            case "deprecationReason": return .text(definition.deprecationReason)
            default: return .null
            }
        }
    }

    private static func directive(_ field: String) -> Body {
        { node, arguments, _ in
            guard case .directive(let definition) = node else { return .null }
            switch field {
            case "name": return .value(.string(definition.name))
            case "description": return .text(definition.description)
            case "isRepeatable": return .value(.bool(definition.isRepeatable))
            case "locations": return .list(definition.locations.map { .value(.string($0.rawValue)) })
            case "args": return .inputs(definition.arguments, arguments)
            default: return .null
            }
        }
    }
}
