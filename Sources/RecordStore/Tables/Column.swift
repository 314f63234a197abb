import DataModel

/// One column of an object's table: a scalar field, a sub-field of a composite, or a join column.
package final class Column: Sendable {
    /// Column name, unique in the table: `jobTitle`, `nameFirstName`, `companyId`.
    package let name: String
    package let kind: ColumnKind
    /// Position in ``Table/columns``.
    package let index: Int
    /// Position of the field in the object's fields.
    package let fieldIndex: Int
    /// The sub-field, when the field is a composite.
    package let subField: String?
    /// Whether the column refuses NULL.
    package let isNotNull: Bool
    /// The target of the foreign key, when this is a join column.
    package let references: Reference?

    init(
        name: String, kind: ColumnKind, index: Int, fieldIndex: Int, subField: String?, isNotNull: Bool,
        references: Reference?
    ) {
        self.name = name
        self.kind = kind
        self.index = index
        self.fieldIndex = fieldIndex
        self.subField = subField
        self.isNotNull = isNotNull
        self.references = references
        quoted = Column.quote(name)
    }

    package struct Reference: Sendable {
        package let object: String
        package let onDelete: Relation.OnDelete
    }

    /// The name quoted for SQL. Column names come from the data model only.
    package let quoted: String

    static func quote(_ identifier: String) -> String {
        // Looking first is much faster, and names of the data model hold no quotes.
        let inner = identifier.utf8.contains(UInt8(ascii: "\"")) ? identifier.replacing("\"", with: "\"\"") : identifier
        return "\"" + inner + "\""
    }
}

/// How the values of a column are stored, compared and written as JSON.
package enum ColumnKind: Sendable {
    /// Lower-case text of 36 characters.
    case uuid
    /// Text; with `readsEmpty`, NULL and `""` are one value that reads `""` (data-model 4).
    case text(readsEmpty: Bool)
    /// A floating-point number.
    case real
    case integer
    /// An exact integer where the value is one, else a floating-point number.
    case numeric
    case boolean
    /// `2026-03-02T09:30:00.000Z`, always UTC with milliseconds, so that text order is time order.
    case dateTime
    /// `2026-03-02`.
    case date
    /// One option's value; ordered by the options' positions.
    case option([String])
    /// A JSON list of option values; NULL reads `[]`.
    case optionList([String])
    /// A JSON list of texts; NULL reads `[]`.
    case textList
    /// Any JSON as text; with `readsEmptyList`, NULL reads `[]`.
    case json(readsEmptyList: Bool)

    var sqlType: String {
        switch self {
        case .uuid, .text, .dateTime, .date, .option, .optionList, .textList, .json: "TEXT"
        case .real: "REAL"
        case .integer, .boolean: "INTEGER"
        case .numeric: "ANY"
        }
    }
}
