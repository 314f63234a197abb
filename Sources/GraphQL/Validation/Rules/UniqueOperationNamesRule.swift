/// Operations have names of their own (spec 5.2.1.1).
final class UniqueOperationNamesRule: ValidationRule {
    private var names: [String: Int] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .operation(let operation):
            guard let name = operation.name else { return .skipChildren }
            if let first = names[name.text] {
                context.report(
                    "There can be only one operation named \"\(name.text)\".", at: [first, name.offset])
            } else {
                names[name.text] = name.offset
            }
            return .skipChildren
        case .fragment:
            return .skipChildren
        default:
            return .visitChildren
        }
    }
}
