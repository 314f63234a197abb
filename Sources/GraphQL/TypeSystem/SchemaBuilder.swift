import JSON

/// Turns type system definitions into types.
struct SchemaBuilder {
    private(set) var types: [NamedType] = []
    private(set) var directives: [DirectiveDefinition] = []
    private(set) var rootTypes: [OperationType: String] = [:]
    private(set) var hasSchemaDefinition = false
    private(set) var description: String?

    private var extensions: [String: [TypeDefinitionNode]] = [:]
    private let scalars: [String: ScalarType]

    init(document: DocumentNode, scalars: [ScalarType], resolver: (String, String) -> Resolver?) {
        self.scalars = Dictionary(scalars.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for case .type(let node) in document.definitions where node.isExtension {
            extensions[node.name.text, default: []].append(node)
        }
        for definition in document.definitions {
            switch definition {
            case .schema(let node): addSchema(node)
            case .type(let node) where !node.isExtension: types.append(type(node, resolver))
            case .directive(let node): directives.append(directive(node))
            default: break
            }
        }
        let names = Set(directives.map(\.name))
        directives += DirectiveDefinition.specified.filter { !names.contains($0.name) }
    }

    private mutating func addSchema(_ node: SchemaDefinitionNode) {
        if !node.isExtension {
            hasSchemaDefinition = true
            description = node.description
        }
        for root in node.rootTypes {
            rootTypes[root.operation] = root.type.text
        }
    }

    private func type(_ node: TypeDefinitionNode, _ resolver: (String, String) -> Resolver?) -> NamedType {
        let parts = [node] + (extensions[node.name.text] ?? [])
        let name = node.name.text
        let interfaces = parts.flatMap(\.interfaces).map(\.text)
        switch node.kind {
        case .scalar:
            return .scalar(scalar(node, parts))
        case .object:
            let fields = parts.flatMap(\.fields).map { field($0, resolver(name, $0.name.text)) }
            return .object(
                ObjectType(name, description: node.description, interfaces: interfaces, fields: { fields }))
        case .interface:
            let fields = parts.flatMap(\.fields).map { field($0, nil) }
            return .interface(
                InterfaceType(name, description: node.description, interfaces: interfaces, fields: { fields }))
        case .union:
            return .union(
                UnionType(name, description: node.description, members: parts.flatMap(\.members).map(\.text)))
        case .enumeration:
            let values = parts.flatMap(\.values).map {
                EnumValueDefinition(
                    $0.name.text, description: $0.description, deprecationReason: deprecationReason($0.directives))
            }
            return .enumeration(EnumType(name, description: node.description, values: values))
        case .inputObject:
            let fields = parts.flatMap(\.inputFields).map(inputValue)
            return .inputObject(InputObjectType(name, description: node.description, fields: { fields }))
        }
    }

    private func scalar(_ node: TypeDefinitionNode, _ parts: [TypeDefinitionNode]) -> ScalarType {
        let name = node.name.text
        let behaviour = scalars[name] ?? ScalarType(name)
        let url = parts.lazy.compactMap { argument("url", of: "specifiedBy", in: $0.directives) }.first
        return ScalarType(
            name, description: node.description, specifiedByURL: url, serialize: behaviour.serialize,
            parseValue: behaviour.parseValue, parseLiteral: behaviour.parseLiteral)
    }

    private func field(_ node: FieldDefinitionNode, _ resolver: Resolver?) -> FieldDefinition {
        FieldDefinition(
            node.name.text, node.type.reference, description: node.description,
            arguments: node.arguments.map(inputValue), deprecationReason: deprecationReason(node.directives),
            resolve: resolver)
    }

    private func inputValue(_ node: InputValueDefinitionNode) -> InputValueDefinition {
        InputValueDefinition(
            node.name.text, node.type.reference, description: node.description,
            defaultValue: node.defaultValue.map { .literal($0) },
            deprecationReason: deprecationReason(node.directives))
    }

    private func directive(_ node: DirectiveDefinitionNode) -> DirectiveDefinition {
        DirectiveDefinition(
            node.name.text, description: node.description, arguments: node.arguments.map(inputValue),
            isRepeatable: node.isRepeatable, locations: node.locations)
    }

    private func deprecationReason(_ directives: [DirectiveNode]) -> String? {
        guard directives.contains(where: { $0.name.text == "deprecated" }) else { return nil }
        return argument("reason", of: "deprecated", in: directives) ?? DirectiveDefinition.defaultDeprecationReason
    }

    private func argument(_ name: String, of directive: String, in directives: [DirectiveNode]) -> String? {
        let arguments = directives.first { $0.name.text == directive }?.arguments
        guard case .string(let text, _)? = arguments?.first(where: { $0.name.text == name })?.value.kind else {
            return nil
        }
        return text
    }
}
