import DataModel
import JSON

// metadata 11.
extension ResourceDescriptor {
    static let apiKey = ResourceDescriptor(
        kind: "apiKey", path: "apiKeys",
        keys: [
            ResourceKey("id", .uuid).server, ResourceKey("name").required, ResourceKey("expiresAt").required,
            ResourceKey("revokedAt"), .workspaceId, ResourceKey("createdAt").server, ResourceKey("updatedAt").server,
        ],
        isPositioned: false,
        missing: Missing(
            read: { _ in "" }, update: "API Key not found", delete: "API Key not found", code: "API_KEY_NOT_FOUND"),
        reportNouns: ("API key", "API key"), rules: APIKeyRules(), right: .keys)
}

struct APIKeyRules: ResourceRules {
    /// Keys are made by people: a caller with a key of its own is refused (metadata 11).
    func authorize(_ action: ValidationReport.Action, _ context: ResourceContext) throws {
        guard context.operations.caller.source == .api, !context.workspace.metadataOptions.allowsKeysToManageKeys else {
            return
        }
        throw MetadataError(.forbidden, "FORBIDDEN_EXCEPTION", "This endpoint requires a session access token")
    }

    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        for key in ["expiresAt", "revokedAt"] {
            guard let text = change.text(key) else { continue }
            guard let moment = WrittenDate.dateTime(text) else {
                throw InputShapeError(["\(key) must be a valid ISO 8601 date string"])
            }
            change.document[key] = .string(moment.iso8601)
        }
        guard change.old == nil else { return }
        guard let role = change.body["roleId"]?.stringValue, MetadataID.isValid(role) else {
            throw InputShapeError(["roleId should not be empty", "roleId must be a UUID"])
        }
        guard try context.role(role) != nil else {
            throw ValidationReport(
                "Multiple validation errors occurred while creating role targets",
                [
                    .init(
                        "roleTarget", .create, [.init("INVALID_ROLE_TARGET_DATA", "Role not found")],
                        information: ["universalIdentifier": ""])
                ])
        }
        // Kept though not shown: keys have one role each.
        change.document["roleId"] = .string(role.lowercased())
    }

    func isListed(_ document: JSONObject) -> Bool { document["revokedAt"]?.isNull ?? true }

    /// A key is revoked, not removed.
    func deleted(_ document: JSONObject, _ context: ResourceContext) -> JSONObject? {
        var revoked = document
        revoked["revokedAt"] = .string(context.operations.now)
        revoked["updatedAt"] = .string(context.operations.now)
        return revoked
    }

    /// The id of the key that every workspace has from the beginning (platform 1.1).
    static let seededID = "20202020-f401-4d8a-a731-64d007c27bad"

    static func seeded(_ workspace: Workspace) -> JSONObject {
        [
            "id": .string(seededID), "name": "My api key", "expiresAt": "2126-01-01T00:00:00.000Z", "revokedAt": .null,
            "workspaceId": .string(workspace.id), "createdAt": .string(workspace.createdAt),
            "updatedAt": .string(workspace.createdAt),
        ]
    }
}
