/// Variables that an operation uses are defined by it (spec 5.8.3).
final class NoUndefinedVariablesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        .visitChildren
    }

    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {
        guard case .operation(let operation) = node else { return }
        let defined = Set(operation.variables.map(\.name.text))
        let place = operation.name.map { " by operation \"\($0.text)\"" } ?? ""
        for usage in context.variableUsages(in: operation) where !defined.contains(usage.name) {
            context.report(
                "Variable \"$\(usage.name)\" is not defined\(place).", at: [usage.offset, operation.offset])
            if context.isAborted { return }
        }
    }
}
