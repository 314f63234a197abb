import DataModel

/// A ``Selection`` made ready to run: the columns to ask for, and how a row of them becomes JSON.
package final class ReadPlan: Sendable {
    /// One step of writing a record.
    enum Step: Sendable {
        /// Text that is the same for every record: keys, braces, commas.
        case text([UInt8])
        case value(column: Int32, ColumnKind)
        /// `null` when the column is NULL, else the composite's steps: an actor that nobody set.
        case composite(ifSet: Int32, [Step])
        /// A join column, `null` unless the relation's record was found.
        case guardedID(column: Int32, relation: Int)
        /// The records of a relation, loaded after the rows.
        case relation(Int)
    }

    struct RelationPlan: Sendable {
        enum Shape: Sendable {
            /// The target of the join column in `column`.
            case one(column: Int32)
            /// The records whose `joinColumn` holds this record's id.
            case many(joinColumn: Column, limit: Int)
        }

        let shape: Shape
        let plan: ReadPlan
    }

    package let table: Table
    let steps: [Step]
    let relations: [RelationPlan]
    /// The columns to select, `id` always first, each with the alias of the root table.
    let columns: String
    let columnCount: Int32

    package convenience init(_ selection: Selection, schema: Schema) throws {
        var builder = try ReadPlanBuilder(selection, schema: schema)
        try builder.build(selection)
        self.init(builder)
    }

    private init(_ builder: ReadPlanBuilder) {
        table = builder.table
        steps = builder.steps
        relations = builder.relations
        columns = builder.columns.map { "\(QuerySource.root).\($0.quoted)" }.joined(separator: ", ")
        columnCount = Int32(builder.columns.count)
    }
}

/// Collects the columns and steps of a plan.
private struct ReadPlanBuilder {
    let table: Table
    let schema: Schema
    private(set) var columns: [Column]
    private(set) var steps: [ReadPlan.Step] = []
    private(set) var relations: [ReadPlan.RelationPlan] = []
    /// The relations that are selected, by field name, known before the join columns are written.
    private var relationByField: [String: Int] = [:]

    init(_ selection: Selection, schema: Schema) throws {
        guard let table = schema.table(of: selection.object.nameSingular) else {
            throw StoreError.database(message: "no table for \(selection.object.nameSingular)")
        }
        self.table = table
        self.schema = schema
        columns = [table.idColumn]
    }

    mutating func build(_ selection: Selection) throws {
        try addRelations(selection)
        append("{")
        for (position, entry) in selection.entries.enumerated() {
            if position > 0 { append(",") }
            switch entry {
            case .field(let key, let field):
                append(key: key)
                if let composite = field.type.composite {
                    addComposite(field, composite.subFields.map { ($0.name, $0.name) })
                } else if let column = table.column(of: field) {
                    steps.append(.value(column: select(column), column.kind))
                }
            case .composite(let key, let field, let parts):
                append(key: key)
                addComposite(field, parts)
            case .joinColumn(let key, let field):
                append(key: key)
                guard let column = table.column(of: field) else { continue }
                if let relation = relationByField[field.name] {
                    steps.append(.guardedID(column: select(column), relation: relation))
                } else {
                    steps.append(.value(column: select(column), column.kind))
                }
            case .one(let key, let field, _), .many(let key, let field, _, _):
                append(key: key)
                if let relation = relationByField[field.name] { steps.append(.relation(relation)) }
            }
        }
        append("}")
    }

    private mutating func addRelations(_ selection: Selection) throws {
        for entry in selection.entries {
            switch entry {
            case .one(_, let field, let inner):
                guard let column = table.column(of: field) else { continue }
                relationByField[field.name] = relations.count
                relations.append(
                    .init(shape: .one(column: select(column)), plan: try ReadPlan(inner, schema: schema)))
            case .many(_, let field, let inner, let limit):
                guard let target = schema.target(of: field), let inverse = target.inverse,
                    let joinColumn = target.table.column(of: inverse)
                else { throw StoreError.database(message: "relation \"\(field.name)\" has no other end") }
                relationByField[field.name] = relations.count
                relations.append(
                    .init(shape: .many(joinColumn: joinColumn, limit: limit), plan: try ReadPlan(inner, schema: schema))
                )
            case .field, .composite, .joinColumn: continue
            }
        }
    }

    private mutating func addComposite(_ field: FieldMetadata, _ parts: [(key: String, subField: String)]) {
        let outer = steps
        steps = []
        append("{")
        for (position, part) in parts.enumerated() {
            guard let column = table.column(of: field, subField: part.subField) else { continue }
            if position > 0 { append(",") }
            append(key: part.key)
            steps.append(.value(column: select(column), column.kind))
        }
        append("}")
        let inner = steps
        steps = outer
        // A composite is an object even when all of it is empty, but for a nullable actor (data-model 3).
        if field.type == .actor, field.isNullable, let source = table.column(of: field, subField: "source") {
            steps.append(.composite(ifSet: select(source), inner))
        } else {
            for case let step in inner { append(step) }
        }
    }

    private mutating func append(key: String) {
        append("\"\(key)\":")
    }

    private mutating func append(_ text: String) {
        append(.text(Array(text.utf8)))
    }

    /// Texts in a row become one.
    private mutating func append(_ step: ReadPlan.Step) {
        if case .text(let new) = step, case .text(let old)? = steps.last {
            steps[steps.count - 1] = .text(old + new)
        } else {
            steps.append(step)
        }
    }

    private mutating func select(_ column: Column) -> Int32 {
        if let position = columns.firstIndex(where: { $0.index == column.index }) { return Int32(position) }
        columns.append(column)
        return Int32(columns.count - 1)
    }
}
