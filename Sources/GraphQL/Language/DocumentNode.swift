/// A parsed document (spec 2.2). Nodes keep the offset in bytes at which they begin; within a document no two nodes of
/// one kind have the same.
package final class DocumentNode: Sendable {
    package let source: GraphQLSource
    package let definitions: [DefinitionNode]
    /// By name; of several with one name the last.
    package let fragments: [String: FragmentDefinitionNode]

    init(source: GraphQLSource, definitions: [DefinitionNode]) {
        self.source = source
        self.definitions = definitions
        var fragments: [String: FragmentDefinitionNode] = [:]
        for case .fragment(let fragment) in definitions {
            fragments[fragment.name.text] = fragment
        }
        self.fragments = fragments
    }

    package var operations: [OperationDefinitionNode] {
        definitions.compactMap { if case .operation(let operation) = $0 { operation } else { nil } }
    }
}

package enum DefinitionNode: Sendable {
    case operation(OperationDefinitionNode)
    case fragment(FragmentDefinitionNode)
    case schema(SchemaDefinitionNode)
    case type(TypeDefinitionNode)
    case directive(DirectiveDefinitionNode)
}

package struct NameNode: Sendable {
    package let text: String
    package let offset: Int
}
