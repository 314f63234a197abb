/// A directive is not repeated unless it is made for it (spec 5.7.3).
final class UniqueDirectivesPerLocationRule: ValidationRule {
    private var isRepeatable: [String: Bool] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .document(let document):
            for directive in context.schema.directives {
                isRepeatable[directive.name] = directive.isRepeatable
            }
            for case .directive(let definition) in document.definitions {
                isRepeatable[definition.name.text] = definition.isRepeatable
            }
        case .operation(let operation): check(operation.directives, context)
        case .fragment(let fragment): check(fragment.directives, context)
        case .variableDefinition(let variable): check(variable.directives, context)
        case .field(let field): check(field.directives, context)
        case .fragmentSpread(let spread): check(spread.directives, context)
        case .inlineFragment(let fragment): check(fragment.directives, context)
        default: break
        }
        return .visitChildren
    }

    private func check(_ directives: [DirectiveNode], _ context: ValidationContext) {
        guard directives.count > 1 else { return }
        var seen: [String: Int] = [:]
        for directive in directives where isRepeatable[directive.name.text] == false {
            let name = directive.name.text
            if let first = seen[name] {
                context.report(
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: [first, directive.offset])
            } else {
                seen[name] = directive.offset
            }
        }
    }
}
