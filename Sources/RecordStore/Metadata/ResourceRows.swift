import JSON

/// Documents of the metadata resources that clients made or changed: views and their parts, page layouts, webhooks,
/// keys (metadata 10-13).
package struct ResourceRow: Sendable {
    package let id: String
    /// The id of what the resource belongs to, where lists are asked for by it.
    package let parent: String?
    package let document: JSONObject

    package init(id: String, parent: String?, document: JSONObject) {
        self.id = id
        self.parent = parent
        self.document = document
    }
}

extension RecordReader {
    /// The rows of one kind in the order in which they were made.
    package func resources(_ kind: String, parent: String? = nil) throws -> [ResourceRow] {
        let condition = parent == nil ? "" : "AND parent = ?"
        let sql = "SELECT id, parent, document FROM mock_resource WHERE kind = ? \(condition) ORDER BY serial"
        return try rows(sql, [.text(kind)] + (parent.map { [.text($0)] } ?? []))
    }

    package func resource(_ kind: String, id: String) throws -> ResourceRow? {
        try rows("SELECT id, parent, document FROM mock_resource WHERE kind = ? AND id = ?", [.text(kind), .text(id)])
            .first
    }

    private func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [ResourceRow] {
        var rows: [ResourceRow] = []
        try PreparedStatement(sql, on: database).forEachRow(arguments, table: "mock_resource") { row in
            let document = SQLValue(column: 2, of: row).text.flatMap { try? JSONValue(parsing: $0) }
            guard let id = SQLValue(column: 0, of: row).text, case .object(let object)? = document else { return }
            rows.append(ResourceRow(id: id, parent: SQLValue(column: 1, of: row).text, document: object))
        }
        return rows
    }
}

extension RecordWriter {
    /// Stores a resource, in the place of the one of that id if there is one.
    package func put(_ row: ResourceRow, kind: String) throws {
        let sql = """
            INSERT INTO mock_resource (kind, id, parent, document) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, id) DO UPDATE SET parent = excluded.parent, document = excluded.document
            """
        try PreparedStatement(sql, on: reader.database).run(
            [
                .text(kind), .text(row.id), row.parent.map(SQLValue.text) ?? .null,
                .text(JSONValue.object(row.document).serializedText),
            ], table: "mock_resource")
    }

    /// Removes a resource for good.
    package func removeResource(_ kind: String, id: String) throws {
        try PreparedStatement("DELETE FROM mock_resource WHERE kind = ? AND id = ?", on: reader.database)
            .run([.text(kind), .text(id)], table: "mock_resource")
    }
}
