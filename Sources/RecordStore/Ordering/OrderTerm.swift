import DataModel
import JSON

/// One key of the order of a list (rest-core 7.1).
package struct OrderTerm: Sendable {
    package enum Direction: String, Sendable, CaseIterable {
        case ascNullsFirst = "AscNullsFirst"
        case ascNullsLast = "AscNullsLast"
        case descNullsFirst = "DescNullsFirst"
        case descNullsLast = "DescNullsLast"

        var isDescending: Bool { self == .descNullsFirst || self == .descNullsLast }
        var areNullsFirst: Bool { self == .ascNullsFirst || self == .descNullsFirst }

        var reversed: Direction {
            switch self {
            case .ascNullsFirst: .descNullsLast
            case .ascNullsLast: .descNullsFirst
            case .descNullsFirst: .ascNullsLast
            case .descNullsLast: .ascNullsFirst
            }
        }
    }

    /// The many-to-one relation that the key lies behind, if any.
    package let relation: FieldMetadata?
    /// The field of the record, or of the related record, that is sorted by.
    package let field: FieldMetadata
    package let column: Column
    package let direction: Direction

    package init(relation: FieldMetadata? = nil, field: FieldMetadata, column: Column, direction: Direction) {
        self.relation = relation
        self.field = field
        self.column = column
        self.direction = direction
    }

    /// The keys that lead to the value in a record and in a cursor: `["name", "firstName"]`.
    package var path: [String] {
        let own = column.references == nil ? field.name : column.name
        return [relation?.name, own, column.subField].compactMap { $0 }
    }

    /// Whether no index has the order of this key, so that records have to be sorted by it.
    var isSorted: Bool {
        switch column.kind {
        case .text, .option, .optionList: true
        default: relation != nil
        }
    }

    /// Whether no record has NULL here; the placement of NULLs then does not matter.
    var isNeverNull: Bool { relation == nil && (column.isNotNull || column.name == "id") }
}

/// How a column is compared with others of its kind.
struct OrderExpression {
    let sql: String
    /// ` COLLATE …` where the kind has an order of its own.
    let collation: String
    private let kind: ColumnKind

    init(name: String, kind: ColumnKind) {
        self.kind = kind
        switch kind {
        case .text:
            sql = name
            collation = " COLLATE \(TextCollation.name)"
        case .option(let values) where !values.isEmpty:
            // Options sort by position, as PostgreSQL's enums do.
            sql = Self.rank(of: name, values) { String($0) }
            collation = ""
        case .optionList(let values) where !values.isEmpty:
            // Lists of them are compared option by option: ranks of equal length, one behind the other.
            let rank = Self.rank(of: "value", values) { "'\(Self.listedRank($0))'" }
            sql = "(SELECT group_concat(\(rank), '') FROM json_each(\(name)))"
            collation = ""
        default:
            sql = name
            collation = ""
        }
    }

    /// `value` as it compares with ``sql``.
    func operand(_ value: SQLValue) -> SQLValue {
        switch (kind, value) {
        case (.option(let values), .text(let text)):
            return values.firstIndex(of: text).map { .integer(Int64($0)) } ?? .null
        case (.optionList(let values), .text(let text)) where !values.isEmpty:
            let chosen = (try? JSONValue(parsing: text))?.arrayValue ?? []
            let ranks = chosen.compactMap { $0.stringValue.flatMap(values.firstIndex).map(Self.listedRank) }
            return ranks.isEmpty ? .null : .text(ranks.joined())
        default: return value
        }
    }

    private static func rank(of name: String, _ values: [String], _ shown: (Int) -> String) -> String {
        let ranks = values.enumerated().map { rank, value in
            "WHEN '\(value.replacing("'", with: "''"))' THEN \(shown(rank))"
        }
        return "CASE \(name) \(ranks.joined(separator: " ")) END"
    }

    private static func listedRank(_ rank: Int) -> String {
        let digits = String(rank)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
