import DataModel
import RecordStore

/// What holds for some objects only (graphql-core 9.10, rest-core 1, 11.3).
enum ObjectRules {
    enum Write {
        case create, updateOne, updateMany, softDelete, destroy, restore
    }

    /// Refuses what an object does not let callers do; the one who fills a new workspace may do everything.
    static func check(_ write: Write, on object: ObjectMetadata, by caller: Caller) throws {
        guard caller.source != .system, !object.properties.isCustom else { return }
        switch (object.nameSingular, write) {
        case ("workspaceMember", .softDelete):
            throw RecordError(
                .badRequest, "Please use /deleteUserFromWorkspace to remove a workspace member.",
                userFriendly: "Please use Settings to remove a workspace member.")
        case ("workspaceMember", .create), ("workspaceMember", .updateMany), ("workspaceMember", .destroy),
            ("workspaceMember", .restore):
            throw RecordError.permissionDenied
        case ("workflowRun", .create), ("workflowVersion", .create):
            throw RecordError(.methodNotAllowed, "Method not allowed.")
        default: return
        }
    }

    /// The column of `favorite` that leads to records of `table`: what nobody sees any more is no favourite either, and
    /// a folder takes its favourites along (data-model 12). Newer models have no such object.
    static func favoriteColumn(of table: Table, in schema: Schema) -> (table: Table, joinColumn: Column)? {
        guard let favorites = schema.table(of: "favorite"), !favorites.object.properties.isCustom else { return nil }
        return favorites.columns.first { $0.references?.object == table.object.nameSingular }.map { (favorites, $0) }
    }

    /// The tables whose records are soft-deleted and restored along with those of `table`, and the column that
    /// holds the owner's id.
    static func softDeletedWith(_ table: Table, in schema: Schema) -> [(table: Table, joinColumn: Column)] {
        let dependents: [String] =
            switch table.object.nameSingular {
            case "note": ["noteTargets"]
            case "task": ["taskTargets"]
            case "workflow": ["automatedTriggers", "runs", "versions"]
            default: []
            }
        guard !table.object.properties.isCustom else { return [] }
        return dependents.compactMap { name in
            guard let field = table.object.field(named: name), let target = schema.target(of: field),
                let inverse = target.inverse, let column = target.table.column(of: inverse)
            else { return nil }
            return (target.table, column)
        }
    }
}
