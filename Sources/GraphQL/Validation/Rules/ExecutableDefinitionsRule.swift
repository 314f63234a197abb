/// A document that is executed has only operations and fragments (spec 5.1.1).
final class ExecutableDefinitionsRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        guard case .document(let document) = node else { return .visitChildren }
        for definition in document.definitions {
            switch definition {
            case .operation, .fragment: break
            case .schema(let schema): report("schema", schema.offset, context)
            case .type(let type): report("\"\(type.name.text)\"", type.offset, context)
            case .directive(let directive): report("\"\(directive.name.text)\"", directive.offset, context)
            }
        }
        return .skipChildren
    }

    private func report(_ name: String, _ offset: Int, _ context: ValidationContext) {
        context.report("The \(name) definition is not executable.", at: offset)
    }
}
