extension GraphQLSchema {
    /// The names of the objects that a value of a type may be (spec 5.5.2.3, "GetPossibleTypes").
    package func possibleTypes(of type: NamedType) -> [String] {
        switch type {
        case .object(let object): [object.name]
        case .interface(let interface): implementations.objects[interface.name] ?? []
        case .union(let union): union.members
        default: []
        }
    }

    /// Whether an object or an interface belongs to an interface or a union.
    package func isSubtype(_ name: String, of type: NamedType) -> Bool {
        switch type {
        case .union(let union): union.members.contains(name)
        case .interface(let interface): self.type(named: name)?.interfaces.contains(interface.name) ?? false
        default: false
        }
    }

    /// Whether every value of one type is one of another (spec 5.8.5, "AreTypesCompatible").
    func isSubtype(_ type: TypeReference, of supertype: TypeReference) -> Bool {
        switch (type, supertype) {
        case (.nonNull(let inner), .nonNull(let superInner)): isSubtype(inner, of: superInner)
        case (_, .nonNull): false
        case (.nonNull(let inner), _): isSubtype(inner, of: supertype)
        case (.list(let inner), .list(let superInner)): isSubtype(inner, of: superInner)
        case (.list, _), (_, .list): false
        case (.named(let name), .named(let superName)):
            name == superName || self.type(named: superName).map { isSubtype(name, of: $0) } ?? false
        }
    }

    /// Whether a value may belong to both of two composite types (spec 5.5.2.3).
    func overlap(_ left: NamedType, _ right: NamedType) -> Bool {
        if left.name == right.name { return true }
        switch (left.isAbstract, right.isAbstract) {
        case (true, true):
            return possibleTypes(of: left).contains { isSubtype($0, of: right) }
        case (true, false):
            return isSubtype(right.name, of: left)
        case (false, true):
            return isSubtype(left.name, of: right)
        case (false, false):
            return false
        }
    }

    /// The field that a selection on a composite type means, including `__typename` and, on the query root, `__schema`
    /// and `__type` (spec 4.1, 4.2).
    package func field(named name: String, on parent: NamedType) -> FieldDefinition? {
        if name.utf8.starts(with: "__".utf8) {
            switch name {
            case "__typename" where parent.isComposite:
                return Introspection.typenameField
            case "__schema" where parent.name == queryType?.name:
                return Introspection.schemaField
            case "__type" where parent.name == queryType?.name:
                return Introspection.typeField
            default:
                break
            }
        }
        return parent.fields?[name]
    }
}
