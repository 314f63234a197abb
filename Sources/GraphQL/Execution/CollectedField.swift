/// The fields of a selection that have one response key (spec 6.3.2). They are executed as one.
package final class CollectedField: Sendable {
    package let responseKey: String
    /// At least one.
    package let nodes: [FieldNode]

    init(responseKey: String, nodes: [FieldNode]) {
        self.responseKey = responseKey
        self.nodes = nodes
    }

    package var name: String { nodes.first?.name.text ?? responseKey }
    package var arguments: [ArgumentNode] { nodes.first?.arguments ?? [] }
    package var selectionSets: [SelectionSetNode] { nodes.compactMap(\.selectionSet) }
    package var hasSelectionSet: Bool { nodes.contains { $0.selectionSet != nil } }
}
