import DataModel
import JSON

/// Where a workspace keeps what is not as the standard model has it: changed and added objects and fields, and the
/// metadata resources that clients made or changed.
///
/// The tables exist from the beginning and are empty in a pristine workspace.
enum ModelTables {
    static let definitions = """
        CREATE TABLE IF NOT EXISTS mock_modelVersion (version INTEGER NOT NULL) STRICT;
        INSERT INTO mock_modelVersion SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM mock_modelVersion);
        CREATE TABLE IF NOT EXISTS mock_objectMetadata (
          id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS mock_fieldMetadata (
          id TEXT NOT NULL PRIMARY KEY, object TEXT NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS mock_resource (
          serial INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT, document TEXT NOT NULL,
          UNIQUE (kind, id)
        ) STRICT;
        CREATE INDEX IF NOT EXISTS mock_resource_parent ON mock_resource (kind, parent);
        """

    /// Grows with every change of the data model.
    static func version(in database: Database) throws -> Int {
        let value = try PreparedStatement("SELECT version FROM mock_modelVersion", on: database).firstValue()
        guard case .integer(let version)? = value else { return 1 }
        return Int(version)
    }

    /// The standard model overlaid with what is stored.
    static func load(over standard: DataModel, from database: Database) throws -> DataModel {
        let version = try version(in: database)
        let objectRows = try rows("SELECT id, document FROM mock_objectMetadata ORDER BY position", in: database)
        let fieldRows = try rows("SELECT object, document FROM mock_fieldMetadata ORDER BY position", in: database)
        guard version != standard.version || !objectRows.isEmpty || !fieldRows.isEmpty else { return standard }
        var properties: [String: ObjectMetadata.Properties] = [:]
        var added: [ObjectMetadata.Properties] = []
        let standardIDs = Set(standard.objects.map(\.id))
        for row in objectRows {
            guard let stored = ObjectMetadata.Properties(document: row.document) else { continue }
            if standardIDs.contains(row.key) { properties[row.key] = stored } else { added.append(stored) }
        }
        var fields: [String: [FieldMetadata]] = [:]
        for row in fieldRows {
            guard let field = FieldMetadata(document: row.document) else { continue }
            fields[row.key, default: []].append(field)
        }
        var objects = standard.objects.map { object in
            let id = object.id
            guard properties[id] != nil || fields[id] != nil else { return object }
            return ObjectMetadata(
                properties: properties[id] ?? object.properties, fields: overlay(fields[id] ?? [], over: object))
        }
        objects += added.map { ObjectMetadata(properties: $0, fields: fields[$0.id ?? ""] ?? []) }
        return DataModel(release: standard.release, version: version, objects: objects)
    }

    private static func overlay(_ stored: [FieldMetadata], over object: ObjectMetadata) -> [FieldMetadata] {
        // Standard fields keep their names, so a stored one without an id of its own replaces that of its name.
        let changed = Dictionary(
            stored.filter { $0.id == nil }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return object.fields.map { changed[$0.name] ?? $0 } + stored.filter { $0.id != nil }
    }

    /// Stores what `new` has otherwise than the standard model, where it differs from what is stored for `old`.
    static func store(_ new: DataModel, replacing old: DataModel, standard: DataModel, in database: Database) throws {
        let standardObjects = Dictionary(
            standard.objects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let oldObjects = Dictionary(old.objects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (position, object) in new.objects.enumerated() {
            let id = object.id
            if oldObjects[id] === object { continue }
            let base = standardObjects[id]
            if oldObjects[id]?.properties != object.properties || base == nil {
                try put(object.properties, id: id, position: position, base: base?.properties, database)
            }
            try put(fieldsOf: object, replacing: oldObjects[id], base: base, database)
        }
        let kept = Set(new.objects.map(\.id))
        for id in oldObjects.keys where !kept.contains(id) {
            try execute("DELETE FROM mock_objectMetadata WHERE id = ?", [.text(id)], database)
            try execute("DELETE FROM mock_fieldMetadata WHERE object = ?", [.text(id)], database)
        }
        try execute("UPDATE mock_modelVersion SET version = ?", [.integer(Int64(new.version))], database)
    }

    /// Stores the properties of an object, unless the standard model has them so.
    private static func put(
        _ properties: ObjectMetadata.Properties, id: String, position: Int, base: ObjectMetadata.Properties?,
        _ database: Database
    ) throws {
        try execute("DELETE FROM mock_objectMetadata WHERE id = ?", [.text(id)], database)
        guard base != properties else { return }
        try execute(
            "INSERT INTO mock_objectMetadata VALUES (?, ?, ?)",
            [.text(id), .integer(Int64(position)), .text(JSONValue.object(properties.document).serializedText)],
            database)
    }

    /// Stores the fields of an object that changed and that the standard model has otherwise.
    private static func put(
        fieldsOf object: ObjectMetadata, replacing old: ObjectMetadata?, base: ObjectMetadata?, _ database: Database
    ) throws {
        let before = Dictionary(
            (old?.fields ?? []).enumerated().map { (old?.id(of: $1) ?? "", (place: $0, field: $1)) },
            uniquingKeysWith: { first, _ in first })
        var kept = Set<String>()
        for (place, field) in object.fields.enumerated() {
            let id = object.id(of: field)
            kept.insert(id)
            if let known = before[id], known.place == place, known.field == field { continue }
            try execute("DELETE FROM mock_fieldMetadata WHERE id = ?", [.text(id)], database)
            guard base?.field(named: field.name) != field else { continue }
            try execute(
                "INSERT INTO mock_fieldMetadata VALUES (?, ?, ?, ?)",
                [
                    .text(id), .text(object.id), .integer(Int64(place)),
                    .text(JSONValue.object(field.document).serializedText),
                ], database)
        }
        for id in before.keys where !kept.contains(id) {
            try execute("DELETE FROM mock_fieldMetadata WHERE id = ?", [.text(id)], database)
        }
    }

    private static func execute(_ sql: String, _ arguments: [SQLValue], _ database: Database) throws {
        try PreparedStatement(sql, on: database).run(arguments, table: "mock_metadata")
    }

    private static func rows(_ sql: String, in database: Database) throws -> [(key: String, document: JSONObject)] {
        var rows: [(key: String, document: JSONObject)] = []
        try PreparedStatement(sql, on: database).forEachRow([], table: "mock_metadata") { row in
            let document = SQLValue(column: 1, of: row).text.flatMap { try? JSONValue(parsing: $0) }
            guard let key = SQLValue(column: 0, of: row).text, case .object(let object)? = document else { return }
            rows.append((key, object))
        }
        return rows
    }
}
