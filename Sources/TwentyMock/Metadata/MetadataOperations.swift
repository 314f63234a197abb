import DataModel
import JSON
import RecordStore

/// What can be done with the metadata of a workspace, for every adapter alike.
///
/// Operations throw ``MetadataError``, ``ValidationReport`` or ``InputShapeError``, or ``OutdatedSchema`` when the
/// data model has changed since they were made: the request is then to be answered anew.
package struct MetadataOperations {
    package let workspace: Workspace
    package let caller: Caller
    package let snapshot: ModelSnapshot

    /// - Parameter snapshot: the data model to work with; by default the present one.
    package init(workspace: Workspace, caller: Caller, snapshot: ModelSnapshot? = nil) {
        self.workspace = workspace
        self.caller = caller
        self.snapshot = snapshot ?? workspace.snapshot
    }

    var dataModel: DataModel { snapshot.dataModel }
    var now: String { workspace.clock.now.iso8601 }

    /// The object called `id`, in any letter case.
    package func object(id: String) throws -> ObjectMetadata {
        guard let object = snapshot.metadata.object(id: id.lowercased()) else { throw MetadataError.objectNotFound }
        return object
    }

    /// The field called `id`, in any letter case.
    package func field(id: String) throws -> MetadataIndex.FieldEntry {
        guard let field = snapshot.metadata.field(id: id.lowercased()) else { throw MetadataError.fieldNotFound }
        return field
    }

    /// Changes the data model in one transaction with what `also` writes.
    ///
    /// - Returns: the model after the change.
    @discardableResult
    func change<T>(
        _ body: (inout ModelDraft) throws -> T, also: (RecordWriter, DataModel, T) throws -> Void = { _, _, _ in }
    ) throws -> (model: DataModel, result: T) {
        try require(.dataModel)
        let now = now
        do {
            return try workspace.store.changeModel(now: now) { writer in
                guard writer.reader.schema === snapshot.schema else { throw OutdatedSchema() }
                var draft = ModelDraft(writer.reader.schema.dataModel, now: now, newID: { UUIDText.random() })
                let result = try body(&draft)
                let model = draft.finished()
                try also(writer, model, result)
                return (model, (model, result))
            }
        } catch let error as StoreError {
            throw MetadataOperations.refusal(error)
        }
    }

    /// Whether the caller's role lets a setting be changed.
    func grants(_ setting: PermissionFlag) -> Bool { caller.settings?.contains(setting) ?? true }

    /// - Throws: when the caller's role does not grant `setting`.
    func require(_ setting: PermissionFlag) throws {
        guard grants(setting) else { throw MetadataError.permissionDenied }
    }

    /// What the records that there are do not allow; a real server fails in the database without a text of its own.
    private static func refusal(_ error: StoreError) -> any Error {
        switch error {
        case .duplicate(let table, let columns):
            MetadataError(
                .badInput, "INVALID_FIELD_INPUT",
                "could not create unique index on \"\(table)\" (\(columns.joined(separator: ", "))): records have duplicates"
            )
        case .notNull(let table, let column):
            MetadataError(
                .badInput, "INVALID_FIELD_INPUT",
                "column \"\(column)\" of relation \"\(table)\" contains null values: a default value is needed")
        default: error
        }
    }
}

extension MetadataError {
    static let permissionDenied = MetadataError(
        .forbidden, "PERMISSION_DENIED", "Entity performing the request does not have permission")
}
