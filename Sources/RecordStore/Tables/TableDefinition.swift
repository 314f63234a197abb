import DataModel

/// The DDL of a schema: tables, foreign keys, indexes, and the triggers that keep the record counts.
struct TableDefinition {
    /// Live records per object, so that `totalCount` costs the same at any size.
    ///
    /// No object's table can have this name: names of the data model hold no underscore but the leading one.
    static let recordCountTable = "mock_recordCount"

    static let recordCountDefinition = """
        CREATE TABLE \(recordCountTable) (
          id INTEGER PRIMARY KEY, object TEXT NOT NULL UNIQUE, live INTEGER NOT NULL
        ) STRICT
        """

    let table: Table
    let schema: Schema

    /// An index or a trigger: what is made beside a table, and can be dropped by its name.
    struct Attachment: Hashable {
        enum Kind: String {
            case index = "INDEX"
            case trigger = "TRIGGER"
        }

        let kind: Kind
        let quotedName: String
        let sql: String
    }

    /// The statements that make the table, in order.
    var statements: [String] {
        [createTable] + indexes.map(\.sql) + [createCount] + countTriggers.map(\.sql)
    }

    var createTable: String {
        let columns = table.columns.map(columnDefinition).joined(separator: ",\n  ")
        return "CREATE TABLE \(table.quotedName) (\n  \(columns)\n) STRICT"
    }

    /// Name, type and constraints of a column.
    func columnDefinition(_ column: Column) -> String {
        var sql = "\(column.quoted) \(column.kind.sqlType)"
        if column.index == table.idIndex {
            sql += " NOT NULL PRIMARY KEY"
        } else if column.isNotNull {
            sql += " NOT NULL"
        }
        return sql + reference(of: column)
    }

    /// The foreign key of a join column, with a blank before it; else nothing.
    func reference(of column: Column) -> String {
        guard let reference = column.references, let target = schema.table(of: reference.object) else { return "" }
        return " REFERENCES \(target.quotedName) (\"id\") ON DELETE \(reference.onDelete.sql)"
    }

    var indexes: [Attachment] {
        var statements: [Attachment] = []
        func add(_ columns: [Column], isUnique: Bool = false, where condition: String? = nil) {
            let name = Column.quote(indexName(columns, isUnique: isUnique))
            let sql =
                "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(name) ON \(table.quotedName) "
                + "(\(columns.map(\.quoted).joined(separator: ", ")))" + (condition.map { " WHERE \($0)" } ?? "")
            statements.append(Attachment(kind: .index, quotedName: name, sql: sql))
        }
        // An index of foreign keys holds only the rows that point somewhere: most morph columns are NULL.
        for column in table.columns where column.references != nil {
            add([column], where: "\(column.quoted) IS NOT NULL")
        }
        for index in UniqueIndex.all(of: table) {
            add(
                index.columns, isUnique: true,
                where: index.isLiveOnly
                    ? "\"deletedAt\" IS NULL"
                    : index.columns.count == 1 ? "\(index.columns[0].quoted) IS NOT NULL" : nil)
        }
        // Duplicates are looked for by all columns of a criterion at once (data-model 10).
        for criterion in table.object.properties.duplicateCriteria {
            let columns = criterion.compactMap { table.column(named: $0) }
            let isUnique = UniqueIndex.all(of: table).contains { $0.columns.map(\.name) == criterion }
            if let last = columns.last, !isUnique { add(columns, where: "\(last.quoted) IS NOT NULL") }
        }
        // Clients walk through people and companies by time; system records come by their relations.
        for column in [table.createdAt, table.updatedAt] where !table.object.properties.isSystem {
            if let column { add([column]) }
        }
        // Smallest and largest position of the live rows are asked for on every create (data-model 7).
        if let position = table.column(named: "position") { add([position], where: "\"deletedAt\" IS NULL") }
        if let deletedAt = table.deletedAt { add([deletedAt], where: "\"deletedAt\" IS NOT NULL") }
        // The participants with an address of a person are looked for when the person gets it (data-model 14).
        if let handle = table.participantHandle {
            let name = Column.quote(indexName([handle], isUnique: false))
            let sql = "CREATE INDEX \(name) ON \(table.quotedName) (\(handle.quoted) COLLATE NOCASE)"
            statements.append(Attachment(kind: .index, quotedName: name, sql: sql))
        }
        for index in table.object.properties.indexes where index.id != nil && index.method == .btree {
            let columns = index.fields.flatMap(table.columns(indexedBy:))
            let name = Column.quote(indexName(columns, isUnique: false))
            // What is indexed already serves as well; SQLite has no counterpart to a GIN index.
            if !columns.isEmpty, !statements.contains(where: { $0.quotedName == name }) { add(columns) }
        }
        return statements
    }

    private func indexName(_ columns: [Column], isUnique: Bool) -> String {
        "\(isUnique ? "IDX_UNIQUE" : "IDX")_\(table.name)_\(columns.map(\.name).joined(separator: "_"))"
    }

    var createCount: String {
        "INSERT INTO \(Self.recordCountTable) VALUES (\(table.countID), '\(table.object.nameSingular)', 0)"
    }

    /// Rows that foreign keys take along are counted too; insertions are counted by ``RecordWriter/insert(_:into:)``.
    var countTriggers: [Attachment] {
        guard table.deletedAt != nil else { return [] }
        func trigger(_ event: String, when condition: String, change: String) -> Attachment {
            let name = Column.quote(
                "mock_count_\(table.name)_\(event.prefix(6))_\(change.prefix(1) == "+" ? "up" : "down")")
            let sql = """
                CREATE TRIGGER \(name) AFTER \(event) ON \(table.quotedName) WHEN \(condition) BEGIN
                  UPDATE \(Self.recordCountTable) SET live = live \(change) WHERE id = \(table.countID);
                END
                """
            return Attachment(kind: .trigger, quotedName: name, sql: sql)
        }
        return [
            trigger("DELETE", when: "OLD.\"deletedAt\" IS NULL", change: "- 1"),
            trigger(
                "UPDATE OF \"deletedAt\"", when: "OLD.\"deletedAt\" IS NULL AND NEW.\"deletedAt\" IS NOT NULL",
                change: "- 1"),
            trigger(
                "UPDATE OF \"deletedAt\"", when: "OLD.\"deletedAt\" IS NOT NULL AND NEW.\"deletedAt\" IS NULL",
                change: "+ 1"),
        ]
    }
}

extension Table {
    fileprivate func columns(indexedBy indexed: IndexMetadata.IndexedField) -> [Column] {
        guard let field = object.field(named: indexed.name) else { return [] }
        guard let subField = indexed.subField else { return columns(of: field) }
        return column(of: field, subField: subField).map { [$0] } ?? []
    }
}

extension Relation.OnDelete {
    fileprivate var sql: String {
        switch self {
        case .cascade: "CASCADE"
        case .setNull: "SET NULL"
        case .restrict: "RESTRICT"
        case .noAction: "NO ACTION"
        }
    }
}
