import DataModel
import RecordStore

extension RecordError {
    /// What the API says of a refusal of the database (rest-core 2.2, 11.2).
    ///
    /// - Parameter reference: the join column that points nowhere, when that was the reason.
    init(_ error: StoreError, reference: Column? = nil, release: Release) {
        switch error {
        case .duplicate(let table, let columns):
            let constraint =
                columns == ["id"] ? "PK_\(table)_id" : "IDX_UNIQUE_\(table)_\(columns.joined(separator: "_"))"
            let detail = release.namesUniqueConstraints ? ": unique constraint \(table).\(constraint) was violated" : ""
            self.init(.database, "A duplicate entry was detected" + detail)
            conflict = Conflict(table: table, columns: columns)
        case .foreignKey(let table):
            let name = "FK_\(table)_\(reference?.name ?? "id")"
            self.init(
                .database, "insert or update on table \"\(table)\" violates foreign key constraint \"\(name)\"",
                userFriendly: "This operation references a record that does not exist or cannot be modified due to "
                    + "existing relationships.")
        case .notNull(let table, let column):
            self.init(
                .database, "null value in column \"\(column)\" of relation \"\(table)\" violates not-null constraint",
                userFriendly: "A required field is missing. Please provide all required values and try again.")
        case .restricted(let table, let referrer, let column):
            self.init(
                .database,
                "update or delete on table \"\(table)\" violates foreign key constraint "
                    + "\"FK_\(referrer)_\(column)\" on table \"\(referrer)\"",
                userFriendly: "This record cannot be deleted because it is still referenced by other records.")
        case .database, .foreignFile, .newerVersion:
            self.init(.internal, "Data validation error.")
        }
    }
}
