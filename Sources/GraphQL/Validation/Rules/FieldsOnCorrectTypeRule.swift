/// Fields exist on the type that they are selected from (spec 5.3.1).
final class FieldsOnCorrectTypeRule: ValidationRule {
    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        guard case .field(let field) = node, let parent = types.parentType, types.field == nil else {
            return .visitChildren
        }
        let name = field.name.text
        var suggestion = Suggestions.didYouMean(
            typesWithField(name, insteadOf: parent, context.schema), phrase: "to use an inline fragment on ")
        if suggestion.isEmpty {
            suggestion = Suggestions.didYouMean(Suggestions.similar(to: name, in: parent.fields?.names ?? []))
        }
        context.report("Cannot query field \"\(name)\" on type \"\(parent.name)\"." + suggestion, at: field.offset)
        return .visitChildren
    }

    /// Possible types of an abstract type that have the field, and their interfaces that have it, the most common
    /// first.
    private func typesWithField(_ name: String, insteadOf parent: NamedType, _ schema: GraphQLSchema) -> [String] {
        guard parent.isAbstract else { return [] }
        var found: [NamedType] = []
        var counts: [String: Int] = [:]
        let hasField = { (type: NamedType) in type.fields?[name] != nil }
        for possible in schema.possibleTypes(of: parent).compactMap(schema.type(named:)) where hasField(possible) {
            found.append(possible)
            counts[possible.name] = 1
            for interface in possible.interfaces.compactMap(schema.type(named:)) where hasField(interface) {
                if counts[interface.name] == nil {
                    found.append(interface)
                }
                counts[interface.name, default: 0] += 1
            }
        }
        let sorted = found.sorted { left, right in
            let (leftCount, rightCount) = (counts[left.name] ?? 0, counts[right.name] ?? 0)
            if leftCount != rightCount { return leftCount > rightCount }
            if schema.isSubtype(right.name, of: left) { return true }
            if schema.isSubtype(left.name, of: right) { return false }
            return Suggestions.precedes(left.name, right.name)
        }
        return sorted.map(\.name)
    }
}
