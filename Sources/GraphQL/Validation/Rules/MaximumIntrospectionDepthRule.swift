/// Introspection does not go round in circles: lists of types in lists of types, three deep. The specification has no
/// such rule; graphql-js has.
final class MaximumIntrospectionDepthRule: ValidationRule {
    private static let listFields: Set = ["fields", "interfaces", "possibleTypes", "inputFields"]
    private static let maximumLists = 3
    private static let maximumRecursion = 500

    /// The fragments that the search is in.
    private var visited: Set<String> = []

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        guard case .field(let field) = node, field.name.text == "__schema" || field.name.text == "__type",
            let selectionSet = field.selectionSet, isTooDeep(selectionSet, lists: 0, recursion: 0, context)
        else { return .visitChildren }
        context.report("Maximum introspection depth exceeded", at: field.offset)
        return .skipChildren
    }

    private func isTooDeep(
        _ selectionSet: SelectionSetNode, lists: Int, recursion: Int, _ context: ValidationContext
    ) -> Bool {
        if recursion > Self.maximumRecursion { return true }
        return selectionSet.selections.contains { selection in
            guard context.spend() else { return false }
            switch selection {
            case .field(let field):
                let lists = lists + (Self.listFields.contains(field.name.text) ? 1 : 0)
                if lists >= Self.maximumLists { return true }
                return field.selectionSet.map {
                    isTooDeep($0, lists: lists, recursion: recursion + 1, context)
                } ?? false
            case .inlineFragment(let fragment):
                return isTooDeep(fragment.selectionSet, lists: lists, recursion: recursion + 1, context)
            case .fragmentSpread(let spread):
                guard let fragment = context.fragment(named: spread.name.text),
                    visited.insert(spread.name.text).inserted
                else { return false }
                defer { visited.remove(spread.name.text) }
                return isTooDeep(fragment.selectionSet, lists: lists, recursion: recursion + 1, context)
            }
        }
    }
}
