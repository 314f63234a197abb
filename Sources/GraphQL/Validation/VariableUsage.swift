/// A place where a variable is used (spec 5.8.5).
struct VariableUsage {
    let name: String
    let offset: Int
    /// The type that a value must have at this place, if it is known.
    let type: TypeReference?
    let hasDefault: Bool
}

final class VariableUsageCollector: DocumentVisitor {
    private var usages: [VariableUsage] = []

    static func usages(schema: GraphQLSchema, _ walk: (inout DocumentWalker) -> Void) -> [VariableUsage] {
        let collector = VariableUsageCollector()
        var walker = DocumentWalker(schema: schema, visitor: collector)
        walk(&walker)
        return collector.usages
    }

    func enter(_ node: VisitedNode, _ types: TypeContext) -> Traversal {
        switch node {
        case .variableDefinition:
            return .skipChildren
        case .value(let value):
            if let name = value.variableName {
                usages.append(
                    VariableUsage(
                        name: name, offset: value.offset, type: types.inputType, hasDefault: types.hasDefault))
            }
        default:
            break
        }
        return .visitChildren
    }

    func leave(_ node: VisitedNode, _ types: TypeContext) {}
}
