/// Shows a document to several rules at once.
final class RuleVisitor: DocumentVisitor {
    private let rules: [any ValidationRule]
    private let context: ValidationContext
    private var depth = 0
    /// The depth of the node below which a rule sees nothing.
    private var skippedDepths: [Int?]

    init(rules: [any ValidationRule], context: ValidationContext) {
        self.rules = rules
        self.context = context
        skippedDepths = [Int?](repeating: nil, count: rules.count)
    }

    func enter(_ node: VisitedNode, _ types: TypeContext) -> Traversal {
        depth += 1
        for index in rules.indices where skippedDepths[index] == nil {
            if rules[index].enter(node, types, context) == .skipChildren {
                skippedDepths[index] = depth
            }
            if context.isAborted { break }
        }
        return context.isAborted ? .skipChildren : .visitChildren
    }

    func leave(_ node: VisitedNode, _ types: TypeContext) {
        for index in rules.indices {
            if skippedDepths[index] == nil {
                if !context.isAborted {
                    rules[index].leave(node, types, context)
                }
            } else if skippedDepths[index] == depth {
                skippedDepths[index] = nil
            }
        }
        depth -= 1
    }
}
