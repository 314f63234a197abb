/// Types that variables and fragments name exist (spec 5.5.1.2, 5.8.2).
final class KnownTypeNamesRule: ValidationRule {
    private var definedNames: [String] = []

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .document(let document):
            for case .type(let type) in document.definitions where !type.isExtension {
                definedNames.append(type.name.text)
            }
        case .namedType(let name):
            if context.schema.type(named: name.text) == nil, !definedNames.contains(name.text) {
                let names = context.schema.types.map(\.name) + definedNames
                let suggestions = Suggestions.similar(to: name.text, in: names)
                context.report(
                    "Unknown type \"\(name.text)\"." + Suggestions.didYouMean(suggestions), at: name.offset)
            }
        default:
            break
        }
        return .visitChildren
    }
}
