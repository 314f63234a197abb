/// No argument is given twice (spec 5.4.2).
final class UniqueArgumentNamesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .field(let field): check(field.arguments, context)
        case .directive(let directive, _): check(directive.arguments, context)
        default: break
        }
        return .visitChildren
    }

    private func check(_ arguments: [ArgumentNode], _ context: ValidationContext) {
        for (name, nodes) in NameGroups(arguments.map(\.name)).repeated {
            context.report("There can be only one argument named \"\(name)\".", at: nodes.map(\.offset))
        }
    }
}
