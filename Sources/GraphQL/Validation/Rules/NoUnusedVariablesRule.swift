/// Variables that an operation defines are used by it (spec 5.8.4).
final class NoUnusedVariablesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        .visitChildren
    }

    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {
        guard case .operation(let operation) = node, !operation.variables.isEmpty else { return }
        let used = Set(context.variableUsages(in: operation).map(\.name))
        let place = operation.name.map { " in operation \"\($0.text)\"" } ?? ""
        for variable in operation.variables where !used.contains(variable.name.text) {
            context.report("Variable \"$\(variable.name.text)\" is never used\(place).", at: variable.offset)
        }
    }
}
