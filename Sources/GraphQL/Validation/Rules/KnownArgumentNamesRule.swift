/// Arguments exist on the field or the directive that they are given to (spec 5.4.1).
final class KnownArgumentNamesRule: ValidationRule {
    private var definedDirectives: [String: [String]] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .document(let document):
            for case .directive(let definition) in document.definitions {
                definedDirectives[definition.name.text] = definition.arguments.map(\.name.text)
            }
        case .directive(let directive, _):
            let name = directive.name.text
            if let known = definedDirectives[name] ?? context.schema.directives[name]?.arguments.names {
                for argument in directive.arguments where !known.contains(argument.name.text) {
                    report(argument, "directive \"@\(name)\"", known, context)
                }
            }
            return .skipChildren
        case .argument(let argument):
            if types.argument == nil, let field = types.field, let parent = types.parentType {
                report(argument, "field \"\(parent.name).\(field.name)\"", field.arguments.names, context)
            }
        default:
            break
        }
        return .visitChildren
    }

    private func report(
        _ argument: ArgumentNode, _ owner: String, _ known: [String], _ context: ValidationContext
    ) {
        let name = argument.name.text
        let suggestion = Suggestions.didYouMean(Suggestions.similar(to: name, in: known))
        context.report("Unknown argument \"\(name)\" on \(owner)." + suggestion, at: argument.offset)
    }
}
