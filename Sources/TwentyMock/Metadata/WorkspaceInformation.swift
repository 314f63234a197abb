import DataModel
import JSON
import RecordStore

// metadata 15.8.
extension MetadataOperations {
    private var records: RecordOperations { RecordOperations(workspace: workspace, caller: caller) }

    /// What there is to know of the workspace besides where it is reached.
    func workspaceInformation() throws -> JSONObject {
        let members = dataModel.object(singular: "workspaceMember")
        let standard: JSONObject = [
            "id": .string(workspace.id), "displayName": .string(Workspace.displayName), "logo": "",
            "inviteHash": .null, "subdomain": .string(Workspace.displayName.lowercased()), "customDomain": .null,
            "activationStatus": "ACTIVE", "metadataVersion": .int(Int64(dataModel.version)),
            "allowImpersonation": true, "isPublicInviteLinkEnabled": false, "trashRetentionDays": 14,
            "workspaceMembersCount": .int(Int64(try members.map(count) ?? 0)),
            "featureFlags": [
                [
                    "key": "IS_REST_METADATA_API_NEW_FORMAT_DIRECT",
                    "value": .bool(workspace.metadataOptions.usesNewFormat),
                ]
            ],
            "isGoogleAuthEnabled": false, "isMicrosoftAuthEnabled": false, "isPasswordAuthEnabled": true,
            "createdAt": .string(workspace.createdAt), "updatedAt": .string(workspace.createdAt), "deletedAt": .null,
            "workspaceCustomApplicationId": .string(ApplicationID.custom),
        ]
        return standard.adding(try WorkspaceSettings(self).document)
    }

    /// How many records every active object has.
    func recordCounts() throws -> [(object: ObjectMetadata, count: Int)] {
        try dataModel.objects.filter(\.properties.isActive).map { ($0, try count($0)) }
    }

    private func count(_ object: ObjectMetadata) throws -> Int {
        try workspace.store.read(expecting: snapshot.schema) { reader in
            try snapshot.schema.table(of: object.nameSingular).map { try reader.count($0, where: nil) } ?? 0
        }
    }

    /// The members of the workspace, which are records of the core API, too.
    func workspaceMembers() throws -> [JSONValue] {
        guard let object = dataModel.object(singular: "workspaceMember") else { return [] }
        let plan = try snapshot.plans.plan(for: object, depth: 0)
        var writer = JSONWriter(reservingCapacity: 1024)
        _ = try records.findMany(RecordList(limit: 1000), plan, to: &writer)
        return (try? JSONValue(parsing: writer.bytes))?.arrayValue ?? []
    }
}

extension Workspace {
    /// The name of the demo workspace of a real server.
    static let displayName = "Apple"
}
