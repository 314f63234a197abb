/// Leaves have no selection, everything else has one (spec 5.3.3).
final class ScalarLeafsRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        guard case .field(let field) = node, let type = types.type, let named = context.schema.type(of: type) else {
            return .visitChildren
        }
        let name = field.name.text
        if let selectionSet = field.selectionSet {
            if named.isLeaf {
                context.report(
                    "Field \"\(name)\" must not have a selection since type \"\(type)\" has no subfields.",
                    at: selectionSet.offset)
            }
        } else if !named.isLeaf {
            context.report(
                "Field \"\(name)\" of type \"\(type)\" must have a selection of subfields. "
                    + "Did you mean \"\(name) { ... }\"?",
                at: field.offset)
        }
        return .visitChildren
    }
}
