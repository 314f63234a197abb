import GraphQL
import Synchronization

/// The schema of `/metadata` (metadata 15), the same for every data model: that is what its objects and fields are
/// about.
enum MetadataSchema {
    private static let schemas = Mutex<[Bool: GraphQLSchema]>([:])

    /// - Parameter showsCompatibilityKeys: whether there is what older servers had, too (metadata 16).
    static func shared(showsCompatibilityKeys: Bool) -> GraphQLSchema {
        schemas.withLock { schemas in
            if let schema = schemas[showsCompatibilityKeys] { return schema }
            let schema = make(isCompatible: showsCompatibilityKeys)
            schemas[showsCompatibilityKeys] = schema
            return schema
        }
    }

    /// An id in a variable is checked, and shown where it is none; one that stands in the document is not looked at
    /// (metadata 15.1).
    private static let uuid = ScalarType(
        RecordScalars.uuid.name, description: RecordScalars.uuid.description,
        parseValue: { value in
            do {
                return try RecordScalars.uuid.parseValue(value)
            } catch var error as GraphQLError {
                error.extensions = ["value": value]
                throw error
            }
        },
        parseLiteral: { literal, variables in
            guard case .string(let text)? = literal.untypedValue(variables) else {
                throw GraphQLError("UUID must be a string")
            }
            return .string(text)
        })

    private static func make(isCompatible: Bool) -> GraphQLSchema {
        let fields =
            ModelFields.all + ResourceFields.all(isCompatible: isCompatible) + LayoutFields.all
            + PlatformFields.all(isCompatible: isCompatible) + RoleFields.all + WorkspaceFields.all
        guard let document = try? DocumentNode.parse(text(fields, isCompatible: isCompatible)) else {
            return GraphQLSchema(types: [])
        }
        let roots = Dictionary(fields.map { ($0.name, resolver($0)) }, uniquingKeysWith: { first, _ in first })
        return GraphQLSchema(sdl: document, scalars: [uuid]) { type, field in
            switch type {
            case "Query", "Mutation": roots[field]
            case "PageLayoutWidget": WidgetTypes.resolver(field)
            case _ where type.hasSuffix("Connection"):
                field == "edges" ? MetadataPageSource.edges : MetadataPageSource.pageInfo
            case _ where type.hasSuffix("Edge"):
                field == "node" ? MetadataEdgeSource.node : MetadataEdgeSource.cursor
            default:
                ModelLinks.resolver(type: type, field: field) ?? RoleLinks.resolver(type: type, field: field)
                    ?? WorkspaceFields.resolver(type: type, field: field)
            }
        }
    }

    static func text(_ fields: [MetadataRootField], isCompatible: Bool) -> String {
        let definitions = { (isMutation: Bool) in
            fields.filter { $0.isMutation == isMutation }.map { $0.name + $0.signature }.joined(separator: "\n")
        }
        let resources = ResourceStyle.all.map(\.descriptor)
        return """
            type Query { \(definitions(false)) }
            type Mutation { \(definitions(true)) }
            \(ModelTypes.text(isCompatible: isCompatible))
            \(PlatformTypes.text(isCompatible: isCompatible))
            \(RoleTypes.text)
            \(ResourceTypes.enums(resources))
            \(resources.map { ResourceTypes(descriptor: $0).text }.joined(separator: "\n"))
            \(LayoutTypes.text)
            \(WidgetTypes.text)
            """
    }

    private static func resolver(_ field: MetadataRootField) -> Resolver {
        { _, arguments, info in
            try info.metadataRequest().perform { try field.resolve($0, arguments, info) }
        }
    }
}
