/// Directives exist and may stand where they stand (spec 5.7.1, 5.7.2).
final class KnownDirectivesRule: ValidationRule {
    private var locations: [String: [DirectiveLocation]] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .document(let document):
            for case .directive(let definition) in document.definitions {
                locations[definition.name.text] = definition.locations
            }
        case .directive(let directive, let location):
            let name = directive.name.text
            guard let allowed = locations[name] ?? context.schema.directives[name]?.locations else {
                context.report("Unknown directive \"@\(name)\".", at: directive.offset)
                break
            }
            if !allowed.contains(location) {
                context.report(
                    "Directive \"@\(name)\" may not be used on \(location.rawValue).", at: directive.offset)
            }
        default:
            break
        }
        return .visitChildren
    }
}
