import DataModel

/// One figure over a set of records (rest-core 14, graphql-core 4.6).
package struct Aggregate: Sendable {
    package enum Function: Sendable, Hashable {
        case totalCount
        case countUniqueValues, countEmpty, countNotEmpty
        case percentageEmpty, percentageNotEmpty
        case countTrue, countFalse
        case min, max, avg, sum
    }

    /// What the figure is called in requests and answers: `sumAmountAmountMicros`.
    package let name: String
    package let function: Function
    /// The columns that are looked at: the main parts of a composite, else one.
    package let columns: [Column]

    package init(name: String, function: Function, columns: [Column]) {
        self.name = name
        self.function = function
        self.columns = columns
    }

    /// The figure as an expression; a percentage is the number of records it counts, `avg` the sum.
    ///
    /// What these are divided by is given by ``divisor``.
    var sql: String {
        switch function {
        case .totalCount: "count(*)"
        case .countUniqueValues: "count(DISTINCT \(value))"
        case .countEmpty, .percentageEmpty: "count(*) FILTER (WHERE \(value) IS NULL)"
        case .countNotEmpty, .percentageNotEmpty: "count(\(value))"
        case .countTrue: "count(*) FILTER (WHERE \(plain) = 1)"
        case .countFalse: "count(*) FILTER (WHERE \(plain) = 0)"
        case .min: "min(\(plain))"
        case .max: "max(\(plain))"
        case .sum, .avg: "sum(\(addend))"
        }
    }

    var divisor: String {
        switch function {
        case .percentageEmpty, .percentageNotEmpty: "count(*)"
        case .avg: "count(\(plain))"
        default: "NULL"
        }
    }

    /// The quotient where there is one, for sorting.
    var sortSQL: String {
        switch function {
        case .percentageEmpty, .percentageNotEmpty, .avg: "1.0 * \(sql) / \(divisor)"
        default: sql
        }
    }

    /// Large integers are added as floating-point numbers: SQLite fails where a sum of integers exceeds 64 bits.
    private var addend: String {
        switch columns.first?.kind {
        case .numeric, .integer: "CASE WHEN \(plain) BETWEEN -1e15 AND 1e15 THEN \(plain) ELSE \(plain) + 0.0 END"
        default: plain
        }
    }

    private var plain: String { columns.first.map { "\(QuerySource.root).\($0.quoted)" } ?? "NULL" }

    /// The value, NULL when empty; the parts of a composite joined.
    private var value: String {
        guard columns.count > 1 else { return "NULLIF(\(plain), '')" }
        return "NULLIF(" + columns.map { "coalesce(\(QuerySource.root).\($0.quoted), '')" }.joined(separator: " || ")
            + ", '')"
    }
}
