/// What the rules of one validation share.
final class ValidationContext {
    let schema: GraphQLSchema
    let document: DocumentNode
    private(set) var errors: [GraphQLError] = []
    private(set) var isAborted = false

    private let maximumErrors: Int
    private var work: Int
    private var spreads: [Int: [FragmentSpreadNode]] = [:]
    private var usages: [Int: [VariableUsage]] = [:]
    private var references: [Int: [FragmentDefinitionNode]] = [:]

    init(schema: GraphQLSchema, document: DocumentNode, limits: ValidationLimits) {
        self.schema = schema
        self.document = document
        maximumErrors = limits.maximumErrors
        work = limits.maximumWork
    }

    /// - Parameter offsets: the places in the document that are at fault.
    func report(_ message: @autoclosure () -> String, at offsets: [Int]) {
        if isAborted { return }
        if errors.count >= maximumErrors {
            abort("Too many validation errors, error limit reached. Validation aborted.")
        } else {
            errors.append(GraphQLError(message(), locations: document.source.locations(at: offsets)))
        }
    }

    func report(_ message: @autoclosure () -> String, at offset: Int) {
        report(message(), at: [offset])
    }

    /// - Returns: whether there was so much left. If not, the validation ends.
    @discardableResult
    func spend(_ amount: Int = 1) -> Bool {
        if amount > work {
            abort("Document is too complex to validate. Validation aborted.")
        } else {
            work -= amount
        }
        return !isAborted
    }

    private func abort(_ message: String) {
        if isAborted { return }
        isAborted = true
        errors.append(GraphQLError(message))
    }

    func fragment(named name: String) -> FragmentDefinitionNode? {
        document.fragments[name]
    }

    /// The spreads in a selection set and in the sets inside it.
    func fragmentSpreads(in selectionSet: SelectionSetNode) -> [FragmentSpreadNode] {
        if let found = spreads[selectionSet.offset] { return found }
        var found: [FragmentSpreadNode] = []
        var pending = [selectionSet]
        while let set = pending.popLast() {
            for selection in set.selections {
                switch selection {
                case .fragmentSpread(let spread): found.append(spread)
                case .field(let field): pending += field.selectionSet.map { [$0] } ?? []
                case .inlineFragment(let fragment): pending.append(fragment.selectionSet)
                }
            }
        }
        spreads[selectionSet.offset] = found
        return found
    }

    /// The fragments that an operation uses, directly or through others.
    func fragments(usedBy operation: OperationDefinitionNode) -> [FragmentDefinitionNode] {
        if let found = references[operation.offset] { return found }
        var found: [FragmentDefinitionNode] = []
        var names: Set<String> = []
        var pending = [operation.selectionSet]
        while let set = pending.popLast() {
            for spread in fragmentSpreads(in: set) {
                guard spend() else { return [] }
                if names.insert(spread.name.text).inserted, let fragment = fragment(named: spread.name.text) {
                    found.append(fragment)
                    pending.append(fragment.selectionSet)
                }
            }
        }
        references[operation.offset] = found
        return found
    }

    /// The uses of variables in an operation and in the fragments that it uses.
    func variableUsages(in operation: OperationDefinitionNode) -> [VariableUsage] {
        if let found = usages[operation.offset] { return found }
        var found = VariableUsageCollector.usages(schema: schema) { $0.walk(operation) }
        for fragment in fragments(usedBy: operation) {
            let inFragment = variableUsages(in: fragment)
            guard spend(inFragment.count) else { return [] }
            found += inFragment
        }
        usages[operation.offset] = found
        return found
    }

    private func variableUsages(in fragment: FragmentDefinitionNode) -> [VariableUsage] {
        if let found = usages[fragment.offset] { return found }
        let found = VariableUsageCollector.usages(schema: schema) { $0.walk(fragment) }
        usages[fragment.offset] = found
        return found
    }
}
