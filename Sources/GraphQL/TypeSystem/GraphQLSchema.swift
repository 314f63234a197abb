/// The type system of a service (spec 3.3): immutable, and shared freely between threads.
///
/// A schema does not check itself: a reference to a type that it does not have is treated as an unknown type.
package final class GraphQLSchema: Sendable {
    package let description: String?
    package let queryType: ObjectType?
    package let mutationType: ObjectType?
    package let subscriptionType: ObjectType?
    package let directives: DefinitionList<DirectiveDefinition>

    let explicitTypes: [NamedType]
    private let typesByName: [String: NamedType]
    private let lazyTypes: Lazy<[NamedType]>
    private let lazyImplementations: Lazy<Implementations>

    /// - Parameters:
    ///   - query: the name of the root type of queries; so with the other two operations.
    ///   - types: every type but those of the introspection and the built-in scalars.
    package init(
        query: String? = "Query", mutation: String? = nil, subscription: String? = nil, types: [NamedType],
        directives: [DirectiveDefinition] = DirectiveDefinition.specified, description: String? = nil
    ) {
        var typesByName = [String: NamedType](minimumCapacity: types.count + 16)
        for type in types + Introspection.types + ScalarType.builtIn.map(NamedType.scalar)
        where typesByName[type.name] == nil {
            typesByName[type.name] = type
        }
        let object = { (name: String?) -> ObjectType? in
            if let name, case .object(let type) = typesByName[name] { type } else { nil }
        }
        self.description = description
        queryType = object(query)
        mutationType = object(mutation)
        subscriptionType = object(subscription)
        let directives = DefinitionList(directives)
        self.directives = directives
        self.typesByName = typesByName
        explicitTypes = types
        let roots = [queryType, mutationType, subscriptionType].compactMap { $0 }
        let lazyTypes = Lazy { [typesByName] in
            var collector = TypeCollector(types: typesByName)
            return collector.collect(types, roots: roots, directives: directives.elements)
        }
        self.lazyTypes = lazyTypes
        lazyImplementations = Lazy { Implementations(types: lazyTypes.value) }
    }

    package func type(named name: String) -> NamedType? {
        typesByName[name]
    }

    /// The type that is left of a reference without its lists and non-nulls.
    package func type(of reference: TypeReference) -> NamedType? {
        typesByName[reference.name]
    }

    /// Every type that can be reached, in the order of graphql-js's type map: the given types with what they refer to,
    /// then the introspection. Asks every type for its fields.
    package var types: [NamedType] { lazyTypes.value }

    package func rootType(of operation: OperationType) -> ObjectType? {
        switch operation {
        case .query: queryType
        case .mutation: mutationType
        case .subscription: subscriptionType
        }
    }

    var implementations: Implementations { lazyImplementations.value }
}
