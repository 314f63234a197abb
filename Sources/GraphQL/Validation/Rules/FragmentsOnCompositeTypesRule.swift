/// Fragments are on objects, interfaces and unions (spec 5.5.1.3).
final class FragmentsOnCompositeTypesRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .inlineFragment(let fragment):
            if let condition = fragment.typeCondition {
                check(condition, "Fragment", context)
            }
        case .fragment(let fragment):
            check(fragment.typeCondition, "Fragment \"\(fragment.name.text)\"", context)
        default:
            break
        }
        return .visitChildren
    }

    private func check(_ condition: NameNode, _ subject: String, _ context: ValidationContext) {
        if let type = context.schema.type(named: condition.text), !type.isComposite {
            context.report(
                "\(subject) cannot condition on non composite type \"\(condition.text)\".", at: condition.offset)
        }
    }
}
