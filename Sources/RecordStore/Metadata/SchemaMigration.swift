import DataModel

/// The steps of a change of the data model, for tests that break off between them.
package enum MigrationStep: Sendable, CaseIterable {
    case begun
    case attachmentsDropped
    case columnsDropped
    case tablesChanged
    case columnsAdded
    case valuesRewritten
    case attachmentsMade
    case modelStored
}

/// Brings the tables from one schema to another, within a transaction.
///
/// Objects and fields are told by their ids, so renaming is no dropping and adding. Foreign keys are not enforced
/// meanwhile: what a dropped table leaves behind is gone before it.
struct SchemaMigration {
    let old: Schema
    let new: Schema
    let database: Database
    /// ISO-8601; what columns with the default `now` hold in the rows that there are.
    let now: String
    let checkpoint: (MigrationStep) throws -> Void

    func run() throws {
        // Unchanged tables are shared by both schemas.
        let pairs = new.tables.compactMap { table -> TablePair? in
            guard let before = old.table(id: table.object.id), before !== table else { return nil }
            return TablePair(old: before, new: table, schemas: (old, new))
        }
        let added = new.tables.filter { old.table(id: $0.object.id) == nil }
        let dropped = old.tables.filter { new.table(id: $0.object.id) == nil }

        for pair in pairs { try dropAttachments(pair) }
        try checkpoint(.attachmentsDropped)
        for pair in pairs {
            for column in pair.droppedColumns {
                try execute("ALTER TABLE \(pair.old.quotedName) DROP COLUMN \(column.quoted)")
            }
        }
        try checkpoint(.columnsDropped)
        for table in dropped { try drop(table) }
        for pair in pairs { try rename(pair) }
        for table in added {
            let definition = TableDefinition(table: table, schema: new)
            try execute(definition.createTable)
            try execute(definition.createCount)
        }
        try checkpoint(.tablesChanged)
        for pair in pairs { try addColumns(pair) }
        try checkpoint(.columnsAdded)
        for pair in pairs { try rewriteOptions(pair) }
        try checkpoint(.valuesRewritten)
        for pair in pairs {
            for attachment in pair.madeAttachments { try make(attachment, on: pair.new) }
        }
        for table in added {
            for attachment in TableDefinition(table: table, schema: new).attachments { try make(attachment, on: table) }
        }
        try checkpoint(.attachmentsMade)
    }

    private func dropAttachments(_ pair: TablePair) throws {
        for attachment in pair.droppedAttachments {
            try execute("DROP \(attachment.kind.rawValue) \(attachment.quotedName)")
        }
    }

    private func make(_ attachment: TableDefinition.Attachment, on table: Table) throws {
        try PreparedStatement(attachment.sql, on: database).run(table: table.name)
    }

    private func drop(_ table: Table) throws {
        try execute("DROP TABLE \(table.quotedName)")
        try PreparedStatement("DELETE FROM \(TableDefinition.recordCountTable) WHERE id = ?", on: database)
            .run([.integer(Int64(table.countID))])
    }

    private func rename(_ pair: TablePair) throws {
        if pair.old.name != pair.new.name {
            try execute("ALTER TABLE \(pair.old.quotedName) RENAME TO \(pair.new.quotedName)")
            try PreparedStatement(
                "UPDATE \(TableDefinition.recordCountTable) SET object = ? WHERE id = ?", on: database
            ).run([.text(pair.new.object.nameSingular), .integer(Int64(pair.new.countID))])
        }
        for (from, to) in pair.keptColumns where from.name != to.name {
            try execute("ALTER TABLE \(pair.new.quotedName) RENAME COLUMN \(from.quoted) TO \(to.quoted)")
        }
    }

    private func addColumns(_ pair: TablePair) throws {
        for column in pair.addedColumns { try add(column, as: column.quoted, to: pair) }
        for column in pair.redefinedColumns {
            // What SQLite cannot change in place is copied into a column of the new definition.
            let interim = Column.quote("mock_\(column.name)")
            let table = pair.new.quotedName
            try add(column, as: interim, to: pair)
            let value = column.isNotNull ? "coalesce(\(column.quoted), \(interim))" : column.quoted
            try execute(
                "UPDATE \(table) SET \(interim) = \(column.kind.cast(value)) WHERE \(column.quoted) IS NOT NULL")
            try execute("ALTER TABLE \(table) DROP COLUMN \(column.quoted)")
            try execute("ALTER TABLE \(table) RENAME COLUMN \(interim) TO \(column.quoted)")
        }
    }

    /// Adds a column; the rows that there are hold its default from then on (no row is written for that).
    private func add(_ column: Column, as name: String, to pair: TablePair) throws {
        let table = pair.new
        let field = table.object.fields[column.fieldIndex]
        var sql = "ALTER TABLE \(table.quotedName) ADD COLUMN \(name) \(column.kind.sqlType)"
        let value = ColumnDefault(of: column, in: field).initialValue(column, now: now)
        if column.isNotNull {
            if value.isNull, column.references != nil || field.defaultValue != .uuid, try hasRows(table) {
                throw StoreError.notNull(table: table.name, column: column.name)
            }
            sql += " NOT NULL DEFAULT \((value.isNull ? column.kind.anyValue : value).literal)"
        } else if !value.isNull, column.references == nil {
            sql += " DEFAULT \(value.literal)"
        }
        try execute(sql + TableDefinition(table: table, schema: new).reference(of: column))
        if field.defaultValue == .uuid {
            try execute("UPDATE \(table.quotedName) SET \(name) = \(Self.randomUUID)")
        }
    }

    private func hasRows(_ table: Table) throws -> Bool {
        try PreparedStatement("SELECT 1 FROM \(table.quotedName) LIMIT 1", on: database).firstValue() != nil
    }

    private func rewriteOptions(_ pair: TablePair) throws {
        for columns in pair.keptColumns {
            guard let change = pair.optionChange(of: columns),
                let statement = change.statement(table: pair.new, columns.new)
            else { continue }
            try PreparedStatement(statement.sql, on: database).run(statement.arguments, table: pair.new.name)
        }
    }

    private func execute(_ sql: String) throws { try database.execute(sql: sql) }

    /// A version 4 UUID made by SQLite for each row.
    private static let randomUUID = """
        lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
        || substr('89ab', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))
        """
}

extension Schema {
    /// The table of the object whose metadata id is `id`.
    fileprivate func table(id: String) -> Table? { tables.first { $0.object.id == id } }
}

extension TableDefinition {
    var attachments: [Attachment] { indexes + countTriggers }
}

extension ColumnDefault {
    /// What a column of the rows that there are holds when it is added.
    fileprivate func initialValue(_ column: Column, now: String) -> SQLValue {
        switch self {
        case .value(let value): value
        case .uuid: .null
        case .now: if case .date = column.kind { .text(String(now.prefix(10))) } else { .text(now) }
        }
    }
}

extension ColumnKind {
    /// A value that a column refusing NULL may have as a default; no row ever holds it.
    fileprivate var anyValue: SQLValue { sqlType == "TEXT" ? .text("") : .integer(0) }

    /// Makes `value` one of the column's type, when it was stored under another.
    fileprivate func cast(_ value: String) -> String {
        switch sqlType {
        case "INTEGER": "CAST(\(value) AS INTEGER)"
        case "REAL": "CAST(\(value) AS REAL)"
        default: value
        }
    }
}

extension SQLValue {
    /// The value as SQL text, for the defaults of columns, which take no parameters.
    fileprivate var literal: String {
        switch self {
        case .null: "NULL"
        case .integer(let value): String(value)
        case .real(let value): value.isFinite ? String(value) : "0"
        case .text(let text): "'" + text.replacing("'", with: "''").replacing("\0", with: "") + "'"
        }
    }
}
