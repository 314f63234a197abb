/// What an operation, a fragment or a field selects (spec 2.4). It has at least one selection.
package struct SelectionSetNode: Sendable {
    package let selections: [SelectionNode]
    package let offset: Int
}

package enum SelectionNode: Sendable {
    case field(FieldNode)
    case fragmentSpread(FragmentSpreadNode)
    case inlineFragment(InlineFragmentNode)
}

/// A field (spec 2.5).
package final class FieldNode: Sendable {
    package let alias: NameNode?
    package let name: NameNode
    package let arguments: [ArgumentNode]
    package let directives: [DirectiveNode]
    package let selectionSet: SelectionSetNode?

    init(
        alias: NameNode?, name: NameNode, arguments: [ArgumentNode], directives: [DirectiveNode],
        selectionSet: SelectionSetNode?
    ) {
        self.alias = alias
        self.name = name
        self.arguments = arguments
        self.directives = directives
        self.selectionSet = selectionSet
    }

    package var offset: Int { alias?.offset ?? name.offset }

    /// The key of the field in the response: its alias if it has one (spec 2.7).
    package var responseKey: String { alias?.text ?? name.text }
}

/// `...Name` (spec 2.8).
package final class FragmentSpreadNode: Sendable {
    package let name: NameNode
    package let directives: [DirectiveNode]
    package let offset: Int

    init(name: NameNode, directives: [DirectiveNode], offset: Int) {
        self.name = name
        self.directives = directives
        self.offset = offset
    }
}

/// `... on Type { }` (spec 2.8.2).
package final class InlineFragmentNode: Sendable {
    package let typeCondition: NameNode?
    package let directives: [DirectiveNode]
    package let selectionSet: SelectionSetNode
    package let offset: Int

    init(typeCondition: NameNode?, directives: [DirectiveNode], selectionSet: SelectionSetNode, offset: Int) {
        self.typeCondition = typeCondition
        self.directives = directives
        self.selectionSet = selectionSet
        self.offset = offset
    }
}

/// An argument of a field or of a directive (spec 2.6).
package struct ArgumentNode: Sendable {
    package let name: NameNode
    package let value: ValueNode

    package var offset: Int { name.offset }
}

/// A directive where it is used (spec 2.12).
package struct DirectiveNode: Sendable {
    package let name: NameNode
    package let arguments: [ArgumentNode]
    package let offset: Int
}
