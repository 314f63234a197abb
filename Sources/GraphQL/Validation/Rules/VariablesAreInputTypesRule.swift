/// Variables are of input types (spec 5.8.2).
final class VariablesAreInputTypesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        if case .variableDefinition(let variable) = node {
            let type = variable.type.reference
            if let named = context.schema.type(of: type), !named.isInput {
                context.report(
                    "Variable \"$\(variable.name.text)\" cannot be non-input type \"\(type)\".",
                    at: variable.type.offset)
            }
        }
        return .visitChildren
    }
}
