/// A subscription has one root field, and not one of the introspection (spec 5.2.3.1).
final class SingleFieldSubscriptionsRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        guard case .operation(let operation) = node else {
            if case .document = node { return .visitChildren }
            return .skipChildren
        }
        let schema = context.schema
        guard operation.type == .subscription, let root = schema.subscriptionType else { return .skipChildren }
        var collector = FieldCollector(document: context.document, variables: [:])
        let applies = { (condition: String) in
            condition == root.name || schema.type(named: condition).map { schema.isSubtype(root.name, of: $0) } ?? false
        }
        guard let fields = try? collector.collect([operation.selectionSet], applies: applies) else {
            return .skipChildren
        }
        let subject = operation.name.map { "Subscription \"\($0.text)\"" } ?? "Anonymous Subscription"
        if fields.count > 1 {
            context.report(
                "\(subject) must select only one top level field.",
                at: fields.dropFirst().flatMap(\.nodes).map(\.offset))
        }
        for field in fields where field.name.utf8.starts(with: "__".utf8) {
            context.report(
                "\(subject) must not select an introspection top level field.", at: field.nodes.map(\.offset))
        }
        return .skipChildren
    }
}
