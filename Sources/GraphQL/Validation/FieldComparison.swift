/// Finds the fields of a document that cannot be merged (spec 5.3.2, "FieldsInSetCanMerge").
final class FieldComparison {
    private struct Pair: Hashable {
        let first: String
        let second: String

        init(_ left: String, _ right: String) {
            (first, second) = left < right ? (left, right) : (right, left)
        }
    }

    /// Fragments that spread fragments can be chained as long as the document is.
    private static let maximumRecursion = 500

    private let context: ValidationContext
    private var maps: [Int: FieldMap] = [:]
    /// Which fragments are compared, and whether as parts of objects that are never the same.
    private var compared: [Pair: Bool] = [:]
    private var found: [FieldConflict] = []
    private var recursion = 0

    init(context: ValidationContext) {
        self.context = context
    }

    func conflicts(within selectionSet: SelectionSetNode, of parent: NamedType?) -> [FieldConflict] {
        let map = map(of: selectionSet, parent)
        for key in map.keys {
            let entries = map.entries[key] ?? []
            for (index, entry) in entries.enumerated() {
                for other in entries[(index + 1)...] {
                    compare(key, entry, other, areExclusive: false)
                    if context.isAborted { return [] }
                }
            }
        }
        for (index, name) in map.fragmentNames.enumerated() {
            compare(map, withFragment: name, areExclusive: false)
            for other in map.fragmentNames[(index + 1)...] {
                compareFragments(name, other, areExclusive: false)
                if context.isAborted { return [] }
            }
        }
        defer { found = [] }
        return found
    }

    private func map(of selectionSet: SelectionSetNode, _ parent: NamedType?) -> FieldMap {
        if let map = maps[selectionSet.offset] { return map }
        let map = FieldMap(selectionSet, of: parent, schema: context.schema)
        maps[selectionSet.offset] = map
        return map
    }

    private func map(of fragment: FragmentDefinitionNode) -> FieldMap {
        map(of: fragment.selectionSet, context.schema.type(named: fragment.typeCondition.text))
    }

    /// Whether to go on one level deeper; `recursion` must be counted down afterwards.
    private func descend() -> Bool {
        recursion += 1
        return context.spend(recursion > Self.maximumRecursion ? Int.max / 2 : 1)
    }

    private func compare(_ map: FieldMap, withFragment name: String, areExclusive: Bool) {
        defer { recursion -= 1 }
        guard descend(), let fragment = context.fragment(named: name) else { return }
        let other = self.map(of: fragment)
        if map === other { return }
        compare(map, other, areExclusive: areExclusive)
        for referenced in other.fragmentNames where markCompared(referenced, name, areExclusive: areExclusive) {
            compare(map, withFragment: referenced, areExclusive: areExclusive)
        }
    }

    private func compareFragments(_ left: String, _ right: String, areExclusive: Bool) {
        defer { recursion -= 1 }
        guard descend(), left != right, markCompared(left, right, areExclusive: areExclusive),
            let leftFragment = context.fragment(named: left), let rightFragment = context.fragment(named: right)
        else { return }
        let (leftMap, rightMap) = (map(of: leftFragment), map(of: rightFragment))
        compare(leftMap, rightMap, areExclusive: areExclusive)
        for name in rightMap.fragmentNames {
            compareFragments(left, name, areExclusive: areExclusive)
        }
        for name in leftMap.fragmentNames {
            compareFragments(name, right, areExclusive: areExclusive)
        }
    }

    /// - Returns: whether the fragments have not been compared this strictly.
    private func markCompared(_ left: String, _ right: String, areExclusive: Bool) -> Bool {
        let pair = Pair(left, right)
        if let before = compared[pair], areExclusive || !before { return false }
        compared[pair] = areExclusive
        return true
    }

    private func compare(_ left: FieldMap, _ right: FieldMap, areExclusive: Bool) {
        for key in left.keys {
            guard context.spend(), let rightEntries = right.entries[key] else { continue }
            for entry in left.entries[key] ?? [] {
                for other in rightEntries {
                    compare(key, entry, other, areExclusive: areExclusive)
                    if context.isAborted { return }
                }
            }
        }
    }

    private func compare(_ key: String, _ left: FieldMap.Entry, _ right: FieldMap.Entry, areExclusive: Bool) {
        guard context.spend() else { return }
        // Two different objects are never one value, so their fields may differ in all but their shape.
        let areExclusive =
            areExclusive
            || left.parentType?.name != right.parentType?.name && left.parentType?.isObject ?? false
                && right.parentType?.isObject ?? false
        let (leftType, rightType) = (left.definition?.type, right.definition?.type)
        if !areExclusive, left.node.name.text != right.node.name.text {
            let names = "\"\(left.node.name.text)\" and \"\(right.node.name.text)\""
            return add(key, "\(names) are different fields", left, right)
        }
        if !areExclusive, !haveSameArguments(left.node, right.node) {
            return add(key, "they have differing arguments", left, right)
        }
        if let leftType, let rightType, conflict(leftType, rightType) {
            return add(key, "they return conflicting types \"\(leftType)\" and \"\(rightType)\"", left, right)
        }
        guard let leftSet = left.node.selectionSet, let rightSet = right.node.selectionSet else { return }
        let outer = found
        found = []
        let schema = context.schema
        compareSubfields(
            map(of: leftSet, leftType.flatMap(schema.type(of:))),
            map(of: rightSet, rightType.flatMap(schema.type(of:))), areExclusive: areExclusive)
        let inner = found
        found = outer
        if !inner.isEmpty {
            found.append(
                FieldConflict(
                    reason: .init(key: key, cause: .subfields(inner.map(\.reason))),
                    left: [left.node] + inner.flatMap(\.left), right: [right.node] + inner.flatMap(\.right)))
        }
    }

    private func add(_ key: String, _ message: String, _ left: FieldMap.Entry, _ right: FieldMap.Entry) {
        found.append(
            FieldConflict(
                reason: .init(key: key, cause: .message(message)), left: [left.node], right: [right.node]))
    }

    private func compareSubfields(_ left: FieldMap, _ right: FieldMap, areExclusive: Bool) {
        defer { recursion -= 1 }
        guard descend() else { return }
        compare(left, right, areExclusive: areExclusive)
        for name in right.fragmentNames {
            compare(left, withFragment: name, areExclusive: areExclusive)
        }
        for name in left.fragmentNames {
            compare(right, withFragment: name, areExclusive: areExclusive)
        }
        for leftName in left.fragmentNames {
            for rightName in right.fragmentNames {
                compareFragments(leftName, rightName, areExclusive: areExclusive)
                if context.isAborted { return }
            }
        }
    }

    private func haveSameArguments(_ left: FieldNode, _ right: FieldNode) -> Bool {
        guard left.arguments.count == right.arguments.count else { return false }
        if left.arguments.isEmpty { return true }
        let values = Dictionary(right.arguments.map { ($0.name.text, $0.value) }, uniquingKeysWith: { $1 })
        return left.arguments.allSatisfy { argument in
            context.spend() && values[argument.name.text].map { isSame(argument.value, $0) } ?? false
        }
    }

    /// Whether two literals are the same but for the order of the members of objects.
    private func isSame(_ left: ValueNode, _ right: ValueNode) -> Bool {
        guard context.spend() else { return false }
        switch (left.kind, right.kind) {
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy(isSame)
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            let byName = { (fields: [ObjectFieldNode]) in fields.sorted { $0.name.text < $1.name.text } }
            return zip(byName(left), byName(right)).allSatisfy { left, right in
                left.name.text == right.name.text && isSame(left.value, right.value)
            }
        case (.list, _), (.object, _), (_, .list), (_, .object):
            return false
        default:
            return left.description == right.description
        }
    }

    /// Whether values of two types have different shapes (spec 5.3.2, "SameResponseShape").
    private func conflict(_ left: TypeReference, _ right: TypeReference) -> Bool {
        switch (left, right) {
        case (.list(let left), .list(let right)), (.nonNull(let left), .nonNull(let right)):
            conflict(left, right)
        case (.named(let left), .named(let right)):
            left != right && (isLeaf(left) || isLeaf(right))
        default:
            true
        }
    }

    private func isLeaf(_ name: String) -> Bool {
        context.schema.type(named: name)?.isLeaf ?? false
    }
}
