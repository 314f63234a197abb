/// Fragments that are spread exist (spec 5.5.2.1).
final class KnownFragmentNamesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        if case .fragmentSpread(let spread) = node, context.fragment(named: spread.name.text) == nil {
            context.report("Unknown fragment \"\(spread.name.text)\".", at: spread.name.offset)
        }
        return .visitChildren
    }
}
