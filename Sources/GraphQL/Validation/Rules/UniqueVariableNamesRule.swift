/// The variables of an operation have names of their own (spec 5.8.1).
final class UniqueVariableNamesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .operation(let operation):
            for (name, nodes) in NameGroups(operation.variables.map(\.name)).repeated {
                context.report(
                    "There can be only one variable named \"$\(name)\".", at: nodes.map(\.offset))
            }
            return .skipChildren
        case .fragment:
            return .skipChildren
        default:
            return .visitChildren
        }
    }
}
