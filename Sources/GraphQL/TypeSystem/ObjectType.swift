/// An object (spec 3.6).
package final class ObjectType: Sendable {
    package let name: String
    package let description: String?
    package let interfaces: [String]
    private let lazyFields: Lazy<DefinitionList<FieldDefinition>>

    /// - Parameter fields: called once, when a field is first asked for.
    package init(
        _ name: String, description: String? = nil, interfaces: [String] = [],
        fields: @escaping @Sendable () -> [FieldDefinition]
    ) {
        self.name = name
        self.description = description
        self.interfaces = interfaces
        lazyFields = Lazy { DefinitionList(fields()) }
    }

    package var fields: DefinitionList<FieldDefinition> { lazyFields.value }
}

/// An interface (spec 3.7).
package final class InterfaceType: Sendable {
    package let name: String
    package let description: String?
    package let interfaces: [String]
    private let lazyFields: Lazy<DefinitionList<FieldDefinition>>

    /// - Parameter fields: called once, when a field is first asked for.
    package init(
        _ name: String, description: String? = nil, interfaces: [String] = [],
        fields: @escaping @Sendable () -> [FieldDefinition]
    ) {
        self.name = name
        self.description = description
        self.interfaces = interfaces
        lazyFields = Lazy { DefinitionList(fields()) }
    }

    package var fields: DefinitionList<FieldDefinition> { lazyFields.value }
}

/// A union (spec 3.8).
package final class UnionType: Sendable {
    package let name: String
    package let description: String?
    package let members: [String]

    package init(_ name: String, description: String? = nil, members: [String]) {
        self.name = name
        self.description = description
        self.members = members
    }
}
