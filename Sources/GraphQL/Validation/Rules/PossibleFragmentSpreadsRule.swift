/// A fragment can apply to what it is spread in (spec 5.5.2.3).
final class PossibleFragmentSpreadsRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        guard let parent = types.parentType else { return .visitChildren }
        switch node {
        case .inlineFragment(let fragment):
            check(types.type?.name, parent, "Fragment", fragment.offset, context)
        case .fragmentSpread(let spread):
            let name = spread.name.text
            let condition = context.fragment(named: name)?.typeCondition.text
            check(condition, parent, "Fragment \"\(name)\"", spread.offset, context)
        default:
            break
        }
        return .visitChildren
    }

    private func check(
        _ name: String?, _ parent: NamedType, _ subject: String, _ offset: Int, _ context: ValidationContext
    ) {
        guard let type = name.flatMap(context.schema.type(named:)), type.isComposite,
            !context.schema.overlap(type, parent)
        else { return }
        let place = subject == "Fragment" ? "Fragment cannot be spread here" : "\(subject) cannot be spread here"
        context.report(
            "\(place) as objects of type \"\(parent.name)\" can never be of type \"\(type.name)\".", at: offset)
    }
}
