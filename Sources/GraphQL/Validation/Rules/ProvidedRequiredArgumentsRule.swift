/// Required arguments are given (spec 5.4.2.1).
final class ProvidedRequiredArgumentsRule: ValidationRule {
    private var definedDirectives: [String: [(name: String, type: TypeReference)]] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        if case .document(let document) = node {
            for case .directive(let definition) in document.definitions {
                definedDirectives[definition.name.text] = definition.arguments
                    .filter { $0.type.reference.isNonNull && $0.defaultValue == nil }
                    .map { ($0.name.text, $0.type.reference) }
            }
        }
        return .visitChildren
    }

    /// Errors further down come first.
    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {
        switch node {
        case .field(let field):
            let required = types.field.map { Self.required($0.arguments) } ?? []
            check(required, field.arguments, "Field \"\(field.name.text)\"", field.offset, context)
        case .directive(let directive, _):
            let name = directive.name.text
            let required =
                definedDirectives[name] ?? context.schema.directives[name].map { Self.required($0.arguments) } ?? []
            check(required, directive.arguments, "Directive \"@\(name)\"", directive.offset, context)
        default:
            break
        }
    }

    private static func required(
        _ arguments: DefinitionList<InputValueDefinition>
    ) -> [(name: String, type: TypeReference)] {
        arguments.filter(\.isRequired).map { ($0.name, $0.type) }
    }

    private func check(
        _ required: [(name: String, type: TypeReference)], _ given: [ArgumentNode], _ owner: String, _ offset: Int,
        _ context: ValidationContext
    ) {
        for argument in required where !given.contains(where: { $0.name.text == argument.name }) {
            context.report(
                "\(owner) argument \"\(argument.name)\" of type \"\(argument.type)\" is required, "
                    + "but it was not provided.",
                at: offset)
        }
    }
}
