import DataModel

/// The full-text index of one table: folded texts, and an FTS5 index over them.
///
/// It is made when the object is first searched. From then on triggers note which records change, in one small row each
/// and within the same transaction; the next search brings their texts up to date before it looks. So writes cost
/// nothing before the first search and next to nothing after it, and who searches sees every write that has returned.
struct SearchIndex {
    static let indexes = "mock_searchIndex"
    private static let changes = "mock_searchChange"

    let table: Table
    /// What the text of a record is made of.
    let expression: String

    init?(_ table: Table) {
        guard let expression = SearchText(table: table).sql else { return nil }
        self.table = table
        self.expression = expression
    }

    private var name: String { "mock_search_\(table.name)" }
    /// The FTS5 table.
    var words: String { Column.quote(name) }
    /// The texts by the ids of their records.
    var texts: String { Column.quote("mock_searchText_\(table.name)") }

    // MARK: State

    static func exist(on database: Database) throws -> Bool {
        try PreparedStatement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", on: database)
            .firstValue([.text(indexes)]) != nil
    }

    /// Whether the index is made of the right text and follows the table; a table that was made anew has lost its
    /// triggers.
    func isBuilt(on database: Database) throws -> Bool {
        guard
            try PreparedStatement("SELECT expression FROM \(Self.indexes) WHERE tableName = ?", on: database)
                .firstValue([.text(table.name)])?.text == expression
        else { return false }
        return try PreparedStatement(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ? AND tbl_name = ?", on: database
        ).firstValue([.text("\(name)_update"), .text(table.name)])?.text == trigger("update")
    }

    func hasChanges(on database: Database) throws -> Bool {
        try PreparedStatement("SELECT 1 FROM \(Self.changes) WHERE tableName = ? LIMIT 1", on: database)
            .firstValue([.text(table.name)]) != nil
    }

    // MARK: Making

    private static let events = ["insert", "update", "delete"]

    /// Notes which record changes. No column but the id is named, so that columns can come and go.
    private func trigger(_ event: String) -> String {
        let row = event == "delete" ? "OLD" : "NEW"
        // INSERT OR IGNORE would not do: a foreign key that sets NULL has a way of its own to deal with conflicts.
        return """
            CREATE TRIGGER \(Column.quote("\(name)_\(event)")) AFTER \(event.uppercased()) ON \(table.quotedName) BEGIN
              INSERT INTO \(Self.changes) SELECT '\(table.name)', \(row)."id" WHERE NOT EXISTS (
                SELECT 1 FROM \(Self.changes) WHERE tableName = '\(table.name)' AND id = \(row)."id");
            END
            """
    }

    static func create(on database: Database) throws {
        try run(
            """
            CREATE TABLE IF NOT EXISTS \(indexes) (tableName TEXT NOT NULL PRIMARY KEY, expression TEXT NOT NULL) STRICT;
            CREATE TABLE IF NOT EXISTS \(changes) (
              tableName TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tableName, id)) STRICT, WITHOUT ROWID;
            """, on: database)
    }

    /// Makes the index anew, with all records.
    func build(on database: Database) throws {
        let triggers = Self.events.map { event in
            "DROP TRIGGER IF EXISTS \(Column.quote("\(name)_\(event)"));\n\(trigger(event));"
        }
        let textsName = "mock_searchText_\(table.name)"
        try Self.run(
            """
            DROP TABLE IF EXISTS \(words);
            DROP TABLE IF EXISTS \(texts);
            CREATE TABLE \(texts) (docid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;
            CREATE VIRTUAL TABLE \(words) USING fts5(
              text, content='\(textsName)', content_rowid='docid', tokenize='unicode61 remove_diacritics 2',
              prefix='2 3');
            INSERT INTO \(texts) (id, text) SELECT r."id", \(expression) FROM \(table.quotedName) AS r;
            INSERT INTO \(words) (\(words)) VALUES ('rebuild');
            DELETE FROM \(Self.changes) WHERE tableName = '\(table.name)';
            \(triggers.joined(separator: "\n"))
            """, on: database)
        try PreparedStatement(
            "INSERT INTO \(Self.indexes) VALUES (?, ?) ON CONFLICT DO UPDATE SET expression = excluded.expression",
            on: database
        ).run([.text(table.name), .text(expression)])
    }

    /// Removes what is left of the indexes of tables that are gone or have another name now.
    static func removeOrphans(_ tables: [Table], on database: Database) throws {
        let known = Set(tables.map(\.name))
        var orphans: [String] = []
        try PreparedStatement("SELECT tableName FROM \(indexes)", on: database).forEachRow([], table: indexes) { row in
            if let name = SQLValue(column: 0, of: row).text, !known.contains(name) { orphans.append(name) }
        }
        for name in orphans {
            let triggers = events.map {
                "DROP TRIGGER IF EXISTS \(Column.quote("mock_search_\(name)_\($0)"));"
            }
            try run(
                """
                \(triggers.joined(separator: "\n"))
                DROP TABLE IF EXISTS \(Column.quote("mock_search_\(name)"));
                DROP TABLE IF EXISTS \(Column.quote("mock_searchText_\(name)"));
                """, on: database)
            for table in [indexes, changes] {
                try PreparedStatement("DELETE FROM \(table) WHERE tableName = ?", on: database).run([.text(name)])
            }
        }
    }

    /// Brings the texts of the records that changed up to date.
    func refresh(on database: Database) throws {
        let changed = "IN (SELECT id FROM \(Self.changes) WHERE tableName = '\(table.name)')"
        try Self.run(
            """
            INSERT INTO \(words) (\(words), rowid, text) SELECT 'delete', docid, text FROM \(texts) WHERE id \(changed);
            DELETE FROM \(texts) WHERE id \(changed);
            INSERT INTO \(texts) (id, text)
              SELECT r."id", \(expression) FROM \(table.quotedName) AS r WHERE r."id" \(changed);
            INSERT INTO \(words) (rowid, text) SELECT docid, text FROM \(texts) WHERE id \(changed);
            DELETE FROM \(Self.changes) WHERE tableName = '\(table.name)';
            """, on: database)
    }

    private static func run(_ statements: String, on database: Database) throws {
        try database.execute(sql: statements)
    }
}

extension RecordReader {
    /// Whether the indexes of `tables` are there and know every record as it is.
    package func isSearchReady(_ tables: [Table]) throws -> Bool {
        guard try SearchIndex.exist(on: database) else { return false }
        return try tables.compactMap(SearchIndex.init).allSatisfy { index in
            try index.isBuilt(on: database) && !index.hasChanges(on: database)
        }
    }
}

extension RecordWriter {
    /// Makes or refreshes the indexes of `tables`.
    package func prepareSearch(_ tables: [Table]) throws {
        try SearchIndex.create(on: reader.database)
        try SearchIndex.removeOrphans(reader.schema.tables, on: reader.database)
        for index in tables.compactMap(SearchIndex.init) {
            if try !index.isBuilt(on: reader.database) {
                try index.build(on: reader.database)
            } else if try index.hasChanges(on: reader.database) {
                try index.refresh(on: reader.database)
            }
        }
    }
}
