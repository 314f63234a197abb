/// Every fragment is used by an operation (spec 5.5.1.4).
final class NoUnusedFragmentsRule: ValidationRule {
    private var operations: [OperationDefinitionNode] = []
    private var fragments: [FragmentDefinitionNode] = []

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .operation(let operation):
            operations.append(operation)
            return .skipChildren
        case .fragment(let fragment):
            fragments.append(fragment)
            return .skipChildren
        default:
            return .visitChildren
        }
    }

    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {
        guard case .document = node else { return }
        var used: Set<String> = []
        for operation in operations {
            for fragment in context.fragments(usedBy: operation) {
                guard context.spend() else { return }
                used.insert(fragment.name.text)
            }
        }
        for fragment in fragments where !used.contains(fragment.name.text) {
            context.report("Fragment \"\(fragment.name.text)\" is never used.", at: fragment.offset)
        }
    }
}
