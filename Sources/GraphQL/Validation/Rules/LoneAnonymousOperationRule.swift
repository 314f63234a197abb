/// An operation without a name is alone (spec 5.2.2.1).
final class LoneAnonymousOperationRule: ValidationRule {
    private var count = 0

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .document(let document):
            count = document.operations.count
            return .visitChildren
        case .operation(let operation):
            if operation.name == nil && count > 1 {
                context.report(
                    "This anonymous operation must be the only defined operation.", at: operation.offset)
            }
            return .skipChildren
        default:
            return .skipChildren
        }
    }
}
