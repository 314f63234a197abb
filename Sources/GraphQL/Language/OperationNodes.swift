package enum OperationType: String, Sendable, Hashable, CaseIterable {
    case query, mutation, subscription
}

/// An operation (spec 2.3).
package final class OperationDefinitionNode: Sendable {
    package let type: OperationType
    package let name: NameNode?
    package let variables: [VariableDefinitionNode]
    package let directives: [DirectiveNode]
    package let selectionSet: SelectionSetNode
    package let offset: Int

    init(
        type: OperationType, name: NameNode?, variables: [VariableDefinitionNode], directives: [DirectiveNode],
        selectionSet: SelectionSetNode, offset: Int
    ) {
        self.type = type
        self.name = name
        self.variables = variables
        self.directives = directives
        self.selectionSet = selectionSet
        self.offset = offset
    }
}

/// A variable of an operation (spec 2.10).
package struct VariableDefinitionNode: Sendable {
    /// Without the dollar sign, at which `offset` is.
    package let name: NameNode
    package let type: TypeNode
    package let defaultValue: ValueNode?
    package let directives: [DirectiveNode]
    package let offset: Int
}

/// A named fragment (spec 2.8).
package final class FragmentDefinitionNode: Sendable {
    package let name: NameNode
    package let typeCondition: NameNode
    package let directives: [DirectiveNode]
    package let selectionSet: SelectionSetNode
    package let offset: Int

    init(
        name: NameNode, typeCondition: NameNode, directives: [DirectiveNode], selectionSet: SelectionSetNode,
        offset: Int
    ) {
        self.name = name
        self.typeCondition = typeCondition
        self.directives = directives
        self.selectionSet = selectionSet
        self.offset = offset
    }
}
