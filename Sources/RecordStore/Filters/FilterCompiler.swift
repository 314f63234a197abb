import DataModel

/// Turns a ``Filter`` into SQL with bound parameters.
struct FilterCompiler {
    var source: QuerySource

    mutating func compile(_ filter: Filter) throws -> SQLFragment {
        try compile(filter, alias: QuerySource.root)
    }

    private mutating func compile(_ filter: Filter, alias: String) throws -> SQLFragment {
        switch filter {
        case .and(let parts):
            return parts.isEmpty
                ? SQLFragment("1") : .joined(try parts.map { try compile($0, alias: alias) }, by: " AND ")
        case .or(let parts):
            return parts.isEmpty
                ? SQLFragment("1") : .joined(try parts.map { try compile($0, alias: alias) }, by: " OR ")
        case .not(let part):
            let inner = try compile(part, alias: alias)
            return SQLFragment("NOT (\(inner.sql))", inner.arguments)
        case .column(let column, let comparison):
            return Self.compare(column, comparison, alias: alias)
        case .relation(let field, let inner):
            let target = try source.join(field)
            return try compile(inner, alias: target.alias)
        }
    }

    private static func compare(_ column: Column, _ comparison: Filter.Comparison, alias: String) -> SQLFragment {
        let name = "\(alias).\(column.quoted)"
        switch comparison {
        case .equal(let value): return equal(name, column.kind, value)
        case .notEqual(let value):
            // `""` stands for "not empty": NULL is excluded as by any comparison.
            return SQLFragment("\(name) <> ?", [value])
        case .greater(let value): return ordered(name, column.kind, ">", value)
        case .greaterOrEqual(let value): return ordered(name, column.kind, ">=", value)
        case .less(let value): return ordered(name, column.kind, "<", value)
        case .lessOrEqual(let value): return ordered(name, column.kind, "<=", value)
        case .in(let values):
            let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
            return SQLFragment("\(name) IN (\(marks))", values)
        case .isNull:
            return SQLFragment(column.kind.readsEmpty ? "(\(name) IS NULL OR \(name) = '')" : "\(name) IS NULL")
        case .isNotNull: return SQLFragment("\(name) IS NOT NULL")
        case .like(let pattern): return like(name, column.kind, "pg_like(?, \(name))", pattern)
        case .ilike(let pattern): return ilike(name, column.kind, pattern)
        case .startsWith(let prefix):
            return SQLFragment("substr(\(name), 1, length(?)) = ?", [.text(prefix), .text(prefix)])
        case .endsWith(let suffix):
            // substr(x, -0) would be the whole text.
            return suffix.isEmpty
                ? SQLFragment("\(name) IS NOT NULL")
                : SQLFragment("substr(\(name), -length(?)) = ?", [.text(suffix), .text(suffix)])
        case .containsAny(let values):
            let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
            let arguments = values.map(SQLValue.text)
            if case .option = column.kind { return SQLFragment("\(name) IN (\(marks))", arguments) }
            // Unknown where there is no list, so that `not` leaves such records out as well.
            return SQLFragment(
                "CASE WHEN \(name) IS NOT NULL THEN EXISTS (SELECT 1 FROM json_each(\(name)) WHERE value IN (\(marks))) END",
                arguments)
        case .containsIlike(let pattern):
            return SQLFragment(
                "(\(name) IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(\(name)) WHERE pg_ilike(?, value)))",
                [.text(pattern)])
        case .isEmptyArray: return SQLFragment("(\(name) IS NULL OR \(name) = '[]')")
        }
    }

    private static func equal(_ name: String, _ kind: ColumnKind, _ value: SQLValue) -> SQLFragment {
        if kind.readsEmpty, value == .null || value == .text("") {
            return SQLFragment("(\(name) IS NULL OR \(name) = '')")
        }
        return SQLFragment("\(name) = ?", [value])
    }

    private static func ordered(
        _ name: String, _ kind: ColumnKind, _ comparator: String, _ value: SQLValue
    ) -> SQLFragment {
        let expression = OrderExpression(name: name, kind: kind)
        return SQLFragment("\(expression.sql) \(comparator) ?\(expression.collation)", [expression.operand(value)])
    }

    private static func like(_ name: String, _ kind: ColumnKind, _ sql: String, _ pattern: String) -> SQLFragment {
        pattern.isEmpty && kind.readsEmpty
            ? SQLFragment("(\(name) IS NULL OR \(name) = '')") : SQLFragment(sql, [.text(pattern)])
    }

    private static func ilike(_ name: String, _ kind: ColumnKind, _ pattern: String) -> SQLFragment {
        if let part = LikePattern.asciiPart(of: pattern) {
            return SQLFragment("ascii_contains(?, \(name))", [.text(part)])
        }
        // SQLite's own LIKE folds ASCII only, which is all that an ASCII pattern needs, and is the fastest.
        // A backslash at the very end would escape nothing there, so it takes the other way.
        let isPlain = pattern.utf8.allSatisfy { $0 < 0x80 } && !pattern.hasSuffix("\\")
        return like(
            name, kind, isPlain ? "\(name) LIKE ? ESCAPE '\\'" : "pg_ilike(?, \(name))", pattern)
    }
}

extension ColumnKind {
    /// Whether NULL and the empty text are one value.
    var readsEmpty: Bool {
        switch self {
        case .text(let readsEmpty): readsEmpty
        default: false
        }
    }
}
