/// A variable's type fits where the variable is used (spec 5.8.5).
final class VariablesInAllowedPositionRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        .visitChildren
    }

    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {
        guard case .operation(let operation) = node, !operation.variables.isEmpty else { return }
        let definitions = Dictionary(
            operation.variables.map { ($0.name.text, $0) }, uniquingKeysWith: { $1 })
        for usage in context.variableUsages(in: operation) {
            guard let definition = definitions[usage.name], let place = usage.type else { continue }
            let type = definition.type.reference
            if context.schema.type(of: type) != nil, !isAllowed(type, definition, in: place, usage, context.schema) {
                context.report(
                    "Variable \"$\(usage.name)\" of type \"\(type)\" used in position expecting type \"\(place)\".",
                    at: [definition.offset, usage.offset])
                if context.isAborted { return }
            }
        }
    }

    private func isAllowed(
        _ type: TypeReference, _ definition: VariableDefinitionNode, in place: TypeReference,
        _ usage: VariableUsage, _ schema: GraphQLSchema
    ) -> Bool {
        guard place.isNonNull && !type.isNonNull else { return schema.isSubtype(type, of: place) }
        let hasDefault = definition.defaultValue.map { !$0.isNull } ?? false
        return (hasDefault || usage.hasDefault) && schema.isSubtype(type, of: place.nullable)
    }
}
