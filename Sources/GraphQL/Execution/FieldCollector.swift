import JSON

/// Collects what selection sets select, through fragments and the directives `@include` and `@skip` (spec 6.3.2).
package struct FieldCollector {
    private let fragments: [String: FragmentDefinitionNode]
    private let variables: JSONObject
    private var budget: WorkBudget

    package init(document: DocumentNode, variables: JSONObject, limits: ExecutionLimits = ExecutionLimits()) {
        fragments = document.fragments
        self.variables = variables
        budget = WorkBudget(limits.maximumWork)
    }

    /// - Parameter applies: whether a fragment with this type condition counts.
    /// - Throws: when the work that all calls may do together is used up.
    package mutating func collect(
        _ selectionSets: [SelectionSetNode], applies: (_ typeCondition: String) -> Bool
    ) throws(GraphQLError) -> [CollectedField] {
        var groups = FieldGroups()
        var visited: Set<String> = []
        // Fragments can be chained as long as the document is, so this has its own stack.
        var stack = selectionSets.reversed().map { $0.selections[...] }
        while var selections = stack.popLast() {
            guard let selection = selections.popFirst() else { continue }
            try budget.spend()
            stack.append(selections)
            switch selection {
            case .field(let field):
                if isIncluded(field.directives) {
                    groups.add(field)
                }
            case .inlineFragment(let fragment):
                if isIncluded(fragment.directives), fragment.typeCondition.map({ applies($0.text) }) ?? true {
                    stack.append(fragment.selectionSet.selections[...])
                }
            case .fragmentSpread(let spread):
                if isIncluded(spread.directives), visited.insert(spread.name.text).inserted,
                    let fragment = fragments[spread.name.text], applies(fragment.typeCondition.text)
                {
                    stack.append(fragment.selectionSet.selections[...])
                }
            }
        }
        return groups.fields
    }

    /// Counts something else as work.
    mutating func spend() throws(GraphQLError) {
        try budget.spend()
    }

    /// Spec 3.13.1, 3.13.2. A condition that is no Boolean counts as if the directive were not there.
    private func isIncluded(_ directives: [DirectiveNode]) -> Bool {
        for directive in directives {
            switch directive.name.text {
            case "skip":
                if condition(of: directive) == true { return false }
            case "include":
                if condition(of: directive) == false { return false }
            default:
                break
            }
        }
        return true
    }

    private func condition(of directive: DirectiveNode) -> Bool? {
        directive.arguments.first { $0.name.text == "if" }?.value.untypedValue(variables)?.boolValue
    }
}

/// Fields by response key, in the order in which the keys first came.
private struct FieldGroups {
    private var groups: [(key: String, nodes: [FieldNode])] = []
    private var positions: [String: Int] = [:]

    mutating func add(_ field: FieldNode) {
        let key = field.responseKey
        if let position = positions[key] {
            groups[position].nodes.append(field)
        } else {
            positions[key] = groups.count
            groups.append((key, [field]))
        }
    }

    var fields: [CollectedField] {
        groups.map { CollectedField(responseKey: $0.key, nodes: $0.nodes) }
    }
}
