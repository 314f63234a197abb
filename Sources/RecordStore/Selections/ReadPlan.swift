import DataModel

/// A ``Selection`` made ready to run: the columns to ask for, and how a row of them becomes JSON.
package final class ReadPlan: Sendable {
    /// One step of writing a record: constant text, then what ``Code`` says.
    ///
    /// A plain value without references, so that going through the steps of a row counts none.
    struct Step: Sendable {
        enum Code: UInt8, Sendable {
            /// Nothing more: the end of the record.
            case end
            /// Text that no JSON escape can occur in, or `null`.
            case plainText
            case text
            /// `""` for NULL.
            case textReadingEmpty
            case real
            case integer
            case numeric
            case boolean
            /// JSON text as it is stored, or `null`.
            case json
            /// `[]` for NULL.
            case jsonReadingEmpty
            /// `null` when the column is NULL, and the next ``Step/argument`` steps are skipped: an actor that
            /// nobody set.
            case skipIfNull
            /// A join column, `null` unless the record of the relation ``Step/argument`` was found.
            case guardedID
            /// The records of the relation ``Step/argument``, loaded after the rows.
            case relation
            /// Part of the stored JSON, as ``ReadPlan/projections`` says.
            case projection
            /// The place of the record in the order of the list.
            case cursor
        }

        /// The text before, in ``ReadPlan/texts``.
        var textStart: Int32
        var textCount: Int32
        var code: Code
        var column: Int32
        var argument: Int32
    }

    struct RelationPlan: Sendable {
        enum Shape: Sendable {
            /// The target of the join column in `column`.
            case one(column: Int32)
            /// The records whose `joinColumn` holds this record's id.
            case many(joinColumn: Column, limit: Int)
            /// The same as a connection.
            case connection(ConnectionPlan, joinColumn: Column, limit: Int)
        }

        let shape: Shape
        /// How a related record is written; of a connection, how it is found.
        let plan: ReadPlan
    }

    package let table: Table
    let steps: [Step]
    /// The constant texts of all steps.
    let texts: [UInt8]
    let relations: [RelationPlan]
    /// The column with the target's id, for every relation to one record.
    let targetColumns: [(relation: Int, column: Int32)]
    /// Whether the records of a relation are found by the ids of the rows.
    let needsIDs: Bool
    let projections: [JSONProjection]
    /// The columns to select, `id` always first, each with the alias of the root table.
    let columns: String
    let columnCount: Int32
    /// Reads the record with a given id, and the same unless it is soft-deleted.
    let recordSQL: String
    let liveRecordSQL: String

    package convenience init(_ selection: Selection, schema: Schema) throws {
        var builder = try ReadPlanBuilder(selection, schema: schema)
        try builder.build(selection)
        self.init(builder)
    }

    private init(_ builder: ReadPlanBuilder) {
        table = builder.table
        steps = builder.steps
        texts = builder.texts
        relations = builder.relations
        targetColumns = builder.relations.enumerated().compactMap { index, relation in
            if case .one(let column) = relation.shape { (index, column) } else { nil }
        }
        needsIDs = targetColumns.count < builder.relations.count
        projections = builder.projections
        columns = builder.columns.map { "\(QuerySource.root).\($0.quoted)" }.joined(separator: ", ")
        columnCount = Int32(builder.columns.count)
        let root = QuerySource.root
        recordSQL = "SELECT \(columns) FROM \(table.quotedName) AS \(root) WHERE \(root).\"id\" = ?"
        liveRecordSQL = "\(recordSQL) \(table.isLive)"
    }
}

/// Collects the columns and steps of a plan.
private struct ReadPlanBuilder {
    let table: Table
    let schema: Schema
    private(set) var columns: [Column]
    private(set) var steps: [ReadPlan.Step] = []
    private(set) var texts: [UInt8] = []
    private(set) var relations: [ReadPlan.RelationPlan] = []
    private(set) var projections: [JSONProjection] = []
    /// The relations that are selected, by field name, known before the join columns are written.
    private var relationByField: [String: Int] = [:]
    /// How many relations have been written.
    private var writtenRelations = 0
    /// Where the text of the next step starts.
    private var textStart = 0

    init(_ selection: Selection, schema: Schema) throws {
        guard let table = schema.table(of: selection.object.nameSingular) else {
            throw StoreError.database(message: "no table for \(selection.object.nameSingular)")
        }
        self.table = table
        self.schema = schema
        columns = [table.idColumn]
    }

    mutating func build(_ selection: Selection) throws {
        try addRelations(selection.entries)
        addObject(selection.entries)
        addStep(.end)
    }

    private mutating func addObject(_ entries: [Selection.Entry]) {
        append("{")
        for (position, entry) in entries.enumerated() {
            if position > 0 { append(",") }
            switch entry {
            case .field(let key, let field):
                append(key: key)
                if field.type.composite != nil {
                    addComposite(field)
                } else if let column = table.column(of: field) {
                    addValue(of: column)
                } else {
                    append("null")
                }
            case .composite(let key, let field, let parts):
                append(key: key)
                addComposite(field, parts)
            case .projected(let key, let field, let projection):
                append(key: key)
                guard let column = table.column(of: field) else { continue }
                addProjection(projection, of: column)
            case .constant(let key, let json):
                append(key: key)
                append(json)
            case .object(let key, let inner):
                append(key: key)
                addObject(inner)
            case .cursor(let key):
                append(key: key)
                addStep(.cursor)
            case .joinColumn(let key, let field):
                append(key: key)
                guard let column = table.column(of: field) else { continue }
                if let relation = relationByField[field.name] {
                    addStep(.guardedID, column: select(column), argument: relation)
                } else {
                    addValue(of: column)
                }
            case .one(let key, _, _), .many(let key, _, _, _), .connection(let key, _, _, _):
                append(key: key)
                addStep(.relation, argument: writtenRelations)
                writtenRelations += 1
            }
        }
        append("}")
    }

    /// Makes the plans of all relations, in the order in which they are written.
    private mutating func addRelations(_ entries: [Selection.Entry]) throws {
        for entry in entries {
            switch entry {
            case .one(_, let field, let inner):
                guard let column = table.column(of: field) else {
                    throw StoreError.database(message: "relation \"\(field.name)\" has no column")
                }
                relationByField[field.name] = relationByField[field.name] ?? relations.count
                relations.append(.init(shape: .one(column: select(column)), plan: try ReadPlan(inner, schema: schema)))
            case .many(_, let field, let inner, let limit):
                let joinColumn = try joinColumn(of: field)
                relations.append(
                    .init(
                        shape: .many(joinColumn: joinColumn, limit: limit), plan: try ReadPlan(inner, schema: schema)))
            case .connection(_, let field, let inner, let limit):
                let joinColumn = try joinColumn(of: field)
                let plan = try ConnectionPlan(inner, schema: schema)
                relations.append(
                    .init(
                        shape: .connection(plan, joinColumn: joinColumn, limit: limit),
                        plan: try ReadPlan(Selection(object: inner.object), schema: schema)))
            case .object(_, let inner): try addRelations(inner)
            case .field, .composite, .projected, .constant, .cursor, .joinColumn: continue
            }
        }
    }

    /// The column at the other end of a one-to-many relation.
    private func joinColumn(of field: FieldMetadata) throws -> Column {
        guard let target = schema.target(of: field), let inverse = target.inverse,
            let column = target.table.column(of: inverse)
        else { throw StoreError.database(message: "relation \"\(field.name)\" has no other end") }
        return column
    }

    private mutating func addComposite(_ field: FieldMetadata) {
        addComposite(field, (field.type.composite?.subFields ?? []).map { .subField(key: $0.name, $0.name) })
    }

    private mutating func addComposite(_ field: FieldMetadata, _ parts: [Selection.SubEntry]) {
        // A composite is an object even when all of it is empty, but for a nullable actor (data-model 3).
        var condition: Int?
        if field.type == .actor, field.isNullable, let source = table.column(of: field, subField: "source") {
            condition = steps.count
            addStep(.skipIfNull, column: select(source))
        }
        append("{")
        for (position, part) in parts.enumerated() {
            if position > 0 { append(",") }
            switch part {
            case .constant(let key, let json):
                append(key: key)
                append(json)
            case .subField(let key, let name, let projection):
                append(key: key)
                guard let column = table.column(of: field, subField: name) else {
                    append("null")
                    continue
                }
                if let projection { addProjection(projection, of: column) } else { addValue(of: column) }
            }
        }
        append("}")
        if let condition {
            addStep(.end)
            steps[condition].argument = Int32(steps.count - condition - 1)
        }
    }

    private mutating func addProjection(_ projection: JSONProjection, of column: Column) {
        addStep(.projection, column: select(column), argument: projections.count)
        projections.append(projection.reading(column.kind))
    }

    private mutating func addValue(of column: Column) {
        addStep(column.kind.code, column: select(column))
    }

    private mutating func addStep(_ code: ReadPlan.Step.Code, column: Int32 = 0, argument: Int = 0) {
        steps.append(
            ReadPlan.Step(
                textStart: Int32(textStart), textCount: Int32(texts.count - textStart), code: code, column: column,
                argument: Int32(argument)))
        textStart = texts.count
    }

    private mutating func append(key: String) { append("\"\(key)\":") }

    private mutating func append(_ text: String) { texts.append(contentsOf: text.utf8) }

    private mutating func select(_ column: Column) -> Int32 {
        if let position = columns.firstIndex(where: { $0.index == column.index }) { return Int32(position) }
        columns.append(column)
        return Int32(columns.count - 1)
    }
}

extension ColumnKind {
    /// How a value of the kind is written.
    fileprivate var code: ReadPlan.Step.Code {
        switch self {
        case .uuid, .dateTime, .date, .option: .plainText
        case .text(let readsEmpty): readsEmpty ? .textReadingEmpty : .text
        case .real: .real
        case .integer: .integer
        case .numeric: .numeric
        case .boolean: .boolean
        case .optionList, .textList, .json(readsEmptyList: true): .jsonReadingEmpty
        case .json(readsEmptyList: false): .json
        }
    }
}
