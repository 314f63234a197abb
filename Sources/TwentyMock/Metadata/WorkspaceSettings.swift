import DataModel
import JSON
import RecordStore

/// What can be set of the workspace itself (metadata 15.8).
struct WorkspaceSettings {
    private static let kind = "workspaceSettings"

    /// What was set, by the keys of `updateWorkspace`.
    let document: JSONObject

    init(_ operations: MetadataOperations) throws {
        document = try operations.roles.read { try Self.document($0) }
    }

    var defaultRoleID: String { document["defaultRoleId"]?.stringValue ?? Role.member.id }

    private static func document(_ context: ResourceContext) throws -> JSONObject {
        try context.reader.resource(kind, id: context.workspace.id)?.document ?? JSONObject()
    }

    /// Changes what `body` names; `null` takes a setting back.
    static func update(_ body: JSONObject, _ operations: MetadataOperations) throws {
        try operations.roles.write { context in
            try operations.require(.workspace)
            var document = try document(context)
            for member in body.members { document[member.key] = member.value.isNull ? JSONValue?.none : member.value }
            if body["defaultRoleId"]?.stringValue != nil {
                guard let role = try context.role(body.text("defaultRoleId")) else { throw MetadataError.roleNotFound }
                document["defaultRoleId"] = .string(role.id)
            }
            document["updatedAt"] = .string(operations.now)
            let row = ResourceRow(id: operations.workspace.id, parent: nil, document: document)
            try context.writer?.put(row, kind: kind)
        }
    }
}
