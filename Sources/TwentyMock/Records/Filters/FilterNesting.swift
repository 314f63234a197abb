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
        let merged = isAnd ? flat : joiningEqualities(flat)
        guard merged.count > 1 else { return merged[0] }
        let depths = merged.map(\.depth)
        let ordered = merged.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }.map { merged[$0] }
        return isAnd ? .and(ordered) : .or(ordered)
    }

    /// With one list of values for each column in place of many alternatives, which SQL takes long to look through.
    private static func joiningEqualities(_ alternatives: [Filter]) -> [Filter] {
        var joined: [Filter] = []
        var places: [ObjectIdentifier: Int] = [:]
        for alternative in alternatives {
            guard case .column(let column, .equal(let value)) = alternative, !value.isNull, value != .text("") else {
                joined.append(alternative)
                continue
            }
            guard let place = places[ObjectIdentifier(column)] else {
                places[ObjectIdentifier(column)] = joined.count
                joined.append(alternative)
                continue
            }
            switch joined[place] {
            case .column(_, .equal(let first)): joined[place] = .column(column, .in([first, value]))
            case .column(_, .in(var values)):
                // The only hold on the list is this one then, and it grows in place.
                joined[place] = alternative
                values.append(value)
                joined[place] = .column(column, .in(values))
            default: joined.append(alternative)
            }
        }
        return joined
    }

    /// How many conditions there are in all.
    var conditionCount: Int {
        switch self {
        case .and(let parts), .or(let parts): parts.reduce(0) { $0 + $1.conditionCount }
        case .not(let part), .relation(_, let part): part.conditionCount
        case .column: 1
        }
    }

    /// SQLite takes a second for as many as this, and four times as long for twice as many.
    static let maximumConditionCount = 10_000

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
