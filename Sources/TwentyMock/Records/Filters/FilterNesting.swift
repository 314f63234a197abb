import RecordStore

/// Filters as clients nest them, brought to as few levels as they need.
///
/// SQLite's parser has a small stack: each level of the first part of a group takes one place of it, each level of the
/// other parts several.
extension Filter {
    /// How deep groups may be nested in the end. PostgreSQL knows no such limit that a client would meet.
    static let maximumDepth = 60

    /// The same condition without needless groups, negations only at single conditions, deeper parts first.
    ///
    /// - Parameter isNegated: whether the condition is to hold the other way round; what is unknown stays unknown.
    func flattened(isNegated: Bool = false) -> Filter {
        switch self {
        case .not(let part): part.flattened(isNegated: !isNegated)
        case .relation(let field, let part): .relation(field, part.flattened(isNegated: isNegated))
        case .and(let parts) where !parts.isEmpty: Filter.group(parts, isAnd: !isNegated, isNegated: isNegated)
        case .or(let parts) where !parts.isEmpty: Filter.group(parts, isAnd: isNegated, isNegated: isNegated)
        case .and, .or, .column: isNegated ? .not(self) : self
        }
    }

    private static func group(_ parts: [Filter], isAnd: Bool, isNegated: Bool) -> Filter {
        let flat = parts.flatMap { part -> [Filter] in
            switch (part.flattened(isNegated: isNegated), isAnd) {
            case (.and(let inner), true) where !inner.isEmpty, (.or(let inner), false) where !inner.isEmpty: inner
            case (let other, _): [other]
            }
        }
        guard flat.count > 1 else { return flat[0] }
        let depths = flat.map(\.depth)
        let ordered = flat.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }.map { flat[$0] }
        return isAnd ? .and(ordered) : .or(ordered)
    }

    /// How many groups there are around the innermost condition.
    var depth: Int {
        switch self {
        case .and(let parts), .or(let parts): 1 + (parts.map(\.depth).max() ?? 0)
        case .not(let part): 1 + part.depth
        case .relation(_, let part): part.depth
        case .column: 0
        }
    }
}
