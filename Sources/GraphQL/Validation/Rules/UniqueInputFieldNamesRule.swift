/// No field of an input object is given twice (spec 5.6.3).
final class UniqueInputFieldNamesRule: ValidationRule {
    private var outerNames: [[String: Int]] = []
    private var names: [String: Int] = [:]

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .value(let value):
            if case .object = value.kind {
                outerNames.append(names)
                names = [:]
            }
        case .objectField(let field):
            let name = field.name.text
            if let first = names[name] {
                context.report(
                    "There can be only one input field named \"\(name)\".", at: [first, field.offset])
            } else {
                names[name] = field.offset
            }
        default:
            break
        }
        return .visitChildren
    }

    func leave(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) {
        if case .value(let value) = node, case .object = value.kind {
            names = outerNames.popLast() ?? [:]
        }
    }
}
