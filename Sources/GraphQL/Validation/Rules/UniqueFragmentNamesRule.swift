/// Fragments have names of their own (spec 5.5.1.1).
final class UniqueFragmentNamesRule: ValidationRule {
    private var names: [String: Int] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .operation:
            return .skipChildren
        case .fragment(let fragment):
            let name = fragment.name
            if let first = names[name.text] {
                context.report(
                    "There can be only one fragment named \"\(name.text)\".", at: [first, name.offset])
            } else {
                names[name.text] = name.offset
            }
            return .skipChildren
        default:
            return .visitChildren
        }
    }
}
