/// Fields with one response key are the same field and have the same shape (spec 5.3.2).
///
/// The fields of a selection set are compared with each other, and with those of the fragments that it spreads; the
/// fragments with each other as well. Two fragments are compared once. What is left is still quadratic, so it counts as
/// work.
final class OverlappingFieldsCanBeMergedRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        if case .selectionSet(let selectionSet) = node {
            let comparison = comparison ?? FieldComparison(context: context)
            self.comparison = comparison
            for conflict in comparison.conflicts(within: selectionSet, of: types.parentType) {
                context.report(
                    "Fields \"\(conflict.reason.key)\" conflict because \(conflict.reason.text). "
                        + "Use different aliases on the fields to fetch both if this was intentional.",
                    at: (conflict.left + conflict.right).map(\.offset))
            }
        }
        return .visitChildren
    }

    private var comparison: FieldComparison?
}
