/// Collects the types of a schema in the order of graphql-js's type map.
struct TypeCollector {
    private let types: [String: NamedType]
    private var seen: Set<String> = []
    private var collected: [NamedType] = []
    /// Names that are still to be looked at, the next one last.
    private var pending: [String] = []

    init(types: [String: NamedType]) {
        self.types = types
    }

    mutating func collect(
        _ explicit: [NamedType], roots: [ObjectType], directives: [DirectiveDefinition]
    ) -> [NamedType] {
        // Given types keep their order, whatever refers to them before their turn.
        seen = Set(explicit.map(\.name))
        for type in explicit where seen.remove(type.name) != nil {
            collect(type.name)
            seen.insert(type.name)
        }
        for root in roots {
            collect(root.name)
        }
        for argument in directives.flatMap(\.arguments.elements) {
            collect(argument.type.name)
        }
        collect("__Schema")
        return collected
    }

    private mutating func collect(_ name: String) {
        pending.append(name)
        while let name = pending.popLast() {
            guard let type = types[name], seen.insert(name).inserted else { continue }
            collected.append(type)
            pending.append(contentsOf: references(of: type).reversed())
        }
    }

    private func references(of type: NamedType) -> [String] {
        switch type {
        case .scalar, .enumeration:
            []
        case .union(let union):
            union.members
        case .inputObject(let input):
            input.fields.map(\.type.name)
        case .object, .interface:
            type.interfaces
                + (type.fields?.elements ?? []).flatMap { field in
                    [field.type.name] + field.arguments.map(\.type.name)
                }
        }
    }
}
