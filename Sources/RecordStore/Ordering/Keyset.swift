import DataModel

/// The records that come strictly after a given place in an order (rest-core 7.3).
package struct Keyset: Sendable {
    /// The place's value for each key of the order that the cursor knows.
    package let values: [(term: OrderTerm, value: SQLValue)]

    package init(values: [(term: OrderTerm, value: SQLValue)]) { self.values = values }

    /// `(k1 after v1) or (k1 = v1 and k2 after v2) …`, NULL standing where its key's direction puts it.
    func compile(isBackward: Bool, source: inout QuerySource) throws -> SQLFragment {
        var alternatives: [SQLFragment] = []
        var equalSoFar = SQLFragment("1")
        var bound: SQLFragment?
        for (position, (term, value)) in values.enumerated() {
            let key = try Key(term, source: &source)
            let direction = isBackward ? term.direction.reversed : term.direction
            let operand = key.expression.operand(value)
            if let after = key.after(operand, direction: direction) {
                alternatives.append(.joined([equalSoFar, after], by: " AND "))
            }
            // A range on the first key lets an index lead straight to the place.
            if position == 0, term.isNeverNull, !operand.isNull {
                let comparator = direction.isDescending ? "<=" : ">="
                bound = SQLFragment("\(key.expression.sql) \(comparator) ?\(key.expression.collation)", [operand])
            }
            let equal =
                operand.isNull
                ? SQLFragment("\(key.expression.sql) IS NULL")
                : SQLFragment("\(key.expression.sql) = ?\(key.expression.collation)", [operand])
            equalSoFar = position == 0 ? equal : .joined([equalSoFar, equal], by: " AND ")
        }
        guard !values.isEmpty else { return SQLFragment("1") }
        let either = alternatives.isEmpty ? SQLFragment("0") : SQLFragment.joined(alternatives, by: " OR ")
        return bound.map { .joined([$0, either], by: " AND ") } ?? either
    }

    private struct Key {
        let expression: OrderExpression
        let isNeverNull: Bool

        init(_ term: OrderTerm, source: inout QuerySource) throws {
            let alias = try term.relation.map { try source.join($0).alias } ?? QuerySource.root
            expression = OrderExpression(name: "\(alias).\(term.column.quoted)", kind: term.column.kind)
            isNeverNull = term.isNeverNull
        }

        /// The condition of coming after `operand`, or `nil` when nothing can.
        func after(_ operand: SQLValue, direction: OrderTerm.Direction) -> SQLFragment? {
            if operand.isNull {
                return direction.areNullsFirst ? SQLFragment("\(expression.sql) IS NOT NULL") : nil
            }
            let comparator = direction.isDescending ? "<" : ">"
            let further = SQLFragment("\(expression.sql) \(comparator) ?\(expression.collation)", [operand])
            if direction.areNullsFirst || isNeverNull { return further }
            return .joined([further, SQLFragment("\(expression.sql) IS NULL")], by: " OR ")
        }
    }
}

extension [OrderTerm] {
    /// The ORDER BY clause's list.
    func compile(isBackward: Bool, source: inout QuerySource) throws -> String {
        try map { term in
            let alias = try term.relation.map { try source.join($0).alias } ?? QuerySource.root
            let direction = isBackward ? term.direction.reversed : term.direction
            let expression = OrderExpression(name: "\(alias).\(term.column.quoted)", kind: term.column.kind)
            let order = "\(expression.sql)\(expression.collation) \(direction.isDescending ? "DESC" : "ASC")"
            // Saying where NULLs go where there are none would only keep indexes from being used.
            return term.isNeverNull ? order : order + " NULLS \(direction.areNullsFirst ? "FIRST" : "LAST")"
        }.joined(separator: ", ")
    }
}
