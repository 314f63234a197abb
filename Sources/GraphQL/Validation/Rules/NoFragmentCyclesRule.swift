/// No fragment spreads itself, directly or through others (spec 5.5.2.2).
final class NoFragmentCyclesRule: ValidationRule {
    private struct Frame {
        let name: String
        var spreads: ArraySlice<FragmentSpreadNode>
    }

    private var visited: Set<String> = []

    func enter(_ node: VisitedNode, _ types: TypeContext, _ context: ValidationContext) -> Traversal {
        switch node {
        case .document:
            return .visitChildren
        case .fragment(let fragment):
            findCycles(from: fragment, context)
            return .skipChildren
        default:
            return .skipChildren
        }
    }

    /// Goes down from fragment to fragment, each once, with a stack of its own: chains can be long.
    private func findCycles(from start: FragmentDefinitionNode, _ context: ValidationContext) {
        guard visited.insert(start.name.text).inserted else { return }
        var path: [FragmentSpreadNode] = []
        var depths = [start.name.text: 0]
        var frames = [Frame(name: start.name.text, spreads: context.fragmentSpreads(in: start.selectionSet)[...])]
        while var frame = frames.popLast() {
            guard let spread = frame.spreads.popFirst() else {
                depths[frame.name] = nil
                _ = path.popLast()
                continue
            }
            frames.append(frame)
            path.append(spread)
            let name = spread.name.text
            if let depth = depths[name] {
                report(path[depth...], context)
            } else if let fragment = context.fragment(named: name), visited.insert(name).inserted {
                depths[name] = path.count
                frames.append(
                    Frame(name: name, spreads: context.fragmentSpreads(in: fragment.selectionSet)[...]))
                continue
            }
            path.removeLast()
        }
    }

    private func report(_ cycle: ArraySlice<FragmentSpreadNode>, _ context: ValidationContext) {
        guard let last = cycle.last, context.spend(cycle.count) else { return }
        let via = cycle.dropLast().map { "\"\($0.name.text)\"" }.joined(separator: ", ")
        context.report(
            "Cannot spread fragment \"\(last.name.text)\" within itself" + (via.isEmpty ? "." : " via \(via)."),
            at: cycle.map(\.offset))
    }
}
