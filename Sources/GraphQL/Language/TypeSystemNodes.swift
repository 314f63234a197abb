/// `schema { }` or `extend schema { }` (spec 3.3).
package struct SchemaDefinitionNode: Sendable {
    package let description: String?
    package let directives: [DirectiveNode]
    package let rootTypes: [(operation: OperationType, type: NameNode)]
    package let isExtension: Bool
    package let offset: Int
}

/// A definition or an extension of a type of any kind (spec 3.4 to 3.10). What its kind does not have is empty.
package final class TypeDefinitionNode: Sendable {
    package enum Kind: String, Sendable {
        case scalar
        case object = "type"
        case interface
        case union
        case enumeration = "enum"
        case inputObject = "input"
    }

    package let kind: Kind
    package let description: String?
    package let name: NameNode
    package let interfaces: [NameNode]
    package let directives: [DirectiveNode]
    package let fields: [FieldDefinitionNode]
    package let members: [NameNode]
    package let values: [EnumValueDefinitionNode]
    package let inputFields: [InputValueDefinitionNode]
    package let isExtension: Bool
    package let offset: Int

    init(
        kind: Kind, description: String?, name: NameNode, interfaces: [NameNode] = [],
        directives: [DirectiveNode], fields: [FieldDefinitionNode] = [], members: [NameNode] = [],
        values: [EnumValueDefinitionNode] = [], inputFields: [InputValueDefinitionNode] = [], isExtension: Bool,
        offset: Int
    ) {
        self.kind = kind
        self.description = description
        self.name = name
        self.interfaces = interfaces
        self.directives = directives
        self.fields = fields
        self.members = members
        self.values = values
        self.inputFields = inputFields
        self.isExtension = isExtension
        self.offset = offset
    }
}

/// A field of an object or an interface (spec 3.6).
package struct FieldDefinitionNode: Sendable {
    package let description: String?
    package let name: NameNode
    package let arguments: [InputValueDefinitionNode]
    package let type: TypeNode
    package let directives: [DirectiveNode]
}

/// An argument or a field of an input object (spec 3.6.1, 3.10).
package struct InputValueDefinitionNode: Sendable {
    package let description: String?
    package let name: NameNode
    package let type: TypeNode
    package let defaultValue: ValueNode?
    package let directives: [DirectiveNode]
}

/// A value of an enum (spec 3.9).
package struct EnumValueDefinitionNode: Sendable {
    package let description: String?
    package let name: NameNode
    package let directives: [DirectiveNode]
}

/// `directive @name on ...` (spec 3.13).
package struct DirectiveDefinitionNode: Sendable {
    package let description: String?
    package let name: NameNode
    package let arguments: [InputValueDefinitionNode]
    package let isRepeatable: Bool
    package let locations: [DirectiveLocation]
    package let offset: Int
}
