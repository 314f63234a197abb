import DataModel

extension RecordWriter {
    /// Names what forbids that a record goes: SQLite only tells that something does.
    func explain(_ error: StoreError, ofRemoving id: String, from table: Table) throws -> StoreError {
        switch error {
        case .foreignKey, .restricted: break
        default: return error
        }
        guard let reference = try forbidden(id, from: table) else {
            return .restricted(table: table.name, referrer: table.name, column: "id")
        }
        return .restricted(table: reference.target, referrer: reference.referrer, column: reference.column)
    }

    /// What refers to the record, or to what would go along with it, and keeps it from going.
    ///
    /// - Parameter seen: the tables that have been looked at on the way here.
    private func forbidden(
        _ id: String, from table: Table, seen: Set<String> = []
    ) throws -> (target: String, referrer: String, column: String)? {
        let references = reader.schema.tables.flatMap { referrer in
            referrer.columns.filter { $0.references?.object == table.object.nameSingular }.map { (referrer, $0) }
        }
        for (referrer, column) in references where column.references?.onDelete.forbidsRemoval == true {
            if try !referring(to: id, column, in: referrer, limit: 1).isEmpty {
                return (table.name, referrer.name, column.name)
            }
        }
        let seen = seen.union([table.name])
        for (referrer, column) in references
        where column.references?.onDelete == .cascade && !seen.contains(referrer.name) {
            for dependent in try referring(to: id, column, in: referrer, limit: -1) {
                if let found = try forbidden(dependent, from: referrer, seen: seen) { return found }
            }
        }
        return nil
    }

    private func referring(to id: String, _ column: Column, in table: Table, limit: Int64) throws -> [String] {
        let sql = "SELECT \"id\" FROM \(table.quotedName) WHERE \(column.quoted) = ? LIMIT ?"
        var ids: [String] = []
        try PreparedStatement(sql, on: reader.database)
            .forEachRow([.text(id), .integer(limit)], table: table.name) { row in
                ids.append(SQLValue(column: 0, of: row).text ?? "")
            }
        return ids
    }
}

extension Relation.OnDelete {
    fileprivate var forbidsRemoval: Bool { self == .restrict || self == .noAction }
}
