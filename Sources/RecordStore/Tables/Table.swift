import DataModel

/// The table of one object: its columns in order, with composites flattened (data-model 2).
package final class Table: Sendable {
    package let object: ObjectMetadata
    /// `nameSingular`; a custom object's table has a leading underscore.
    package let name: String
    /// ``name`` quoted for SQL.
    package let quotedName: String
    package let columns: [Column]
    /// The object's fields with their columns, in the object's order.
    package let fields: [FieldColumns]
    /// The system columns that the server fills itself, where the object has them.
    package let createdAt, updatedAt, deletedAt, position: Column?
    package let createdBy, updatedBy: ActorColumns?
    /// What a new record holds where nothing is given, but for the moments in ``nowColumns``.
    package let defaultValues: [SQLValue]
    /// The columns that hold the moment of creation where nothing is given.
    package let nowColumns: [Int]
    /// The columns besides `id` that hold a fresh UUID where nothing is given.
    package let uuidColumns: [Int]
    /// Adds a record, one parameter for each column.
    let insertSQL: String
    /// Adds ``rowsPerInsert`` records, which costs less than adding each by itself.
    let insertManySQL: String
    let rowsPerInsert: Int
    /// Row of this table in the table of record counts.
    let countID: Int
    /// SQLite takes at least so many parameters in one statement.
    private static let parameterLimit = 30_000
    package let idIndex: Int
    private let indexByName: [String: Int]
    private let fieldsByName: [String: FieldColumns]
    private let fieldsByJoinColumn: [String: FieldColumns]

    init(object: ObjectMetadata, countID: Int, release: Release) {
        self.object = object
        self.countID = countID
        name = (object.properties.isCustom ? "_" : "") + object.nameSingular
        quotedName = Column.quote(name)
        var columns: [Column] = []
        var fields: [FieldColumns] = []
        for (fieldIndex, field) in object.fields.enumerated() {
            let start = columns.count
            for part in ColumnPart.parts(of: field, release) {
                columns.append(
                    Column(
                        name: part.name, kind: part.kind, index: columns.count, fieldIndex: fieldIndex,
                        subField: part.subField, isNotNull: part.isNotNull, references: part.references))
            }
            fields.append(FieldColumns(field: field, columns: Array(columns[start...])))
        }
        self.columns = columns
        self.fields = fields
        let byName = Dictionary(fields.map { ($0.field.name, $0) }, uniquingKeysWith: { first, _ in first })
        fieldsByName = byName
        fieldsByJoinColumn = Dictionary(
            fields.compactMap { field in field.field.joinColumnName.map { ($0, field) } },
            uniquingKeysWith: { first, _ in first })
        indexByName = Dictionary(columns.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
        idIndex = indexByName["id"] ?? 0
        createdAt = byName["createdAt"]?.column
        updatedAt = byName["updatedAt"]?.column
        deletedAt = byName["deletedAt"]?.column
        position = byName["position"]?.column
        createdBy = ActorColumns(byName["createdBy"])
        updatedBy = ActorColumns(byName["updatedBy"])
        let defaults = columns.map { ColumnDefault(of: $0, in: object.fields[$0.fieldIndex]) }
        defaultValues = defaults.map { if case .value(let value) = $0 { value } else { .null } }
        nowColumns = defaults.indices.filter { defaults[$0] == .now }
        uuidColumns = columns.indices.filter { columns[$0].name != "id" && defaults[$0] == .uuid }
        let names = columns.map(\.quoted).joined(separator: ", ")
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        insertSQL = "INSERT INTO \(quotedName) (\(names)) VALUES (\(marks))"
        // Whether a row may point at one that is added after it must not depend on how many are added at once.
        let pointsAtItself = columns.contains { $0.references?.object == object.nameSingular }
        rowsPerInsert = pointsAtItself ? 1 : max(1, min(25, Self.parameterLimit / max(1, columns.count)))
        let more = Array(repeating: "(\(marks))", count: rowsPerInsert).joined(separator: ", ")
        insertManySQL = "INSERT INTO \(quotedName) (\(names)) VALUES \(more)"
    }

    package func column(named name: String) -> Column? { indexByName[name].map { columns[$0] } }

    /// The field that a record's key names; a join column is another key, see ``field(withJoinColumn:)``.
    package func field(named name: String) -> FieldColumns? { fieldsByName[name] }

    /// The many-to-one relation whose id is carried by `name`: `company` for `companyId`.
    package func field(withJoinColumn name: String) -> FieldColumns? { fieldsByJoinColumn[name] }

    /// The column that carries `field`, or the part of it called `subField`.
    package func column(of field: FieldMetadata, subField: String? = nil) -> Column? {
        guard let columns = fieldsByName[field.name] else { return nil }
        return subField.map { columns.column(of: $0) } ?? columns.column
    }

    /// The columns of `field`: several for a composite, none for a one-to-many relation.
    package func columns(of field: FieldMetadata) -> [Column] { fieldsByName[field.name]?.columns ?? [] }

    package var idColumn: Column { columns[idIndex] }
}

/// What a field contributes to its table.
private struct ColumnPart {
    let name: String
    let kind: ColumnKind
    var subField: String?
    var isNotNull = false
    var references: Column.Reference?

    static func parts(of field: FieldMetadata, _ release: Release) -> [ColumnPart] {
        if let relation = field.relation {
            guard relation.kind == .manyToOne, let joinColumn = relation.joinColumnName else { return [] }
            return [
                ColumnPart(
                    name: joinColumn, kind: .uuid, isNotNull: !field.isNullable,
                    references: Column.Reference(
                        object: relation.targetObject, onDelete: relation.onDelete ?? .setNull))
            ]
        }
        if let composite = field.type.composite {
            return composite.subFields.map { part in
                ColumnPart(
                    name: ColumnName.composite(field.name, part.name),
                    kind: kind(of: part, release), subField: part.name,
                    isNotNull: part.isRequired && !field.isNullable && part.type == .select)
            }
        }
        guard let kind = kind(of: field) else { return [] }
        return [ColumnPart(name: field.name, kind: kind, isNotNull: !field.isNullable)]
    }

    private static func kind(of part: CompositeType.SubField, _ release: Release) -> ColumnKind {
        switch part.type {
        case .numeric: .numeric
        case .uuid: .uuid
        case .select: .option(part.values(in: release))
        case .rawJSON: .json(readsEmptyList: part.isNullEquivalent && release.unsetListsReadEmpty)
        default:
            .text(
                readsEmpty: part.isNullEquivalent || part.name == "currencyCode" && !release.unsetCurrencyCodeReadsNull)
        }
    }

    private static func kind(of field: FieldMetadata) -> ColumnKind? {
        switch field.type {
        case .uuid: .uuid
        case .text: .text(readsEmpty: true)
        case .number: field.settings.dataType == "int" || field.settings.dataType == "bigint" ? .integer : .real
        case .position: .real
        case .numeric: .numeric
        case .boolean: .boolean
        case .dateTime: .dateTime
        case .date: .date
        case .select, .rating: .option(field.options.map(\.value))
        case .multiSelect: .optionList(field.options.map(\.value))
        case .array: .textList
        case .rawJSON, .files: .json(readsEmptyList: false)
        case .tsVector, .relation, .morphRelation, .currency, .fullName, .emails, .phones, .links, .address, .actor,
            .richText:
            nil
        }
    }
}
