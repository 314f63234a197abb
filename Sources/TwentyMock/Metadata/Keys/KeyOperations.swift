import DataModel
import JSON

// What is done with a key besides making, changing and revoking it (metadata 11).
extension MetadataOperations {
    private var keys: ResourceOperations { ResourceOperations(operations: self, descriptor: .apiKey) }

    /// The role of the key called `id`; the key of the seeded workspace is an administrator's.
    func role(ofKey id: String) throws -> Role {
        let role = try keys.read { context in
            try context.find(.apiKey, id)?["roleId"]?.stringValue.flatMap { try context.role($0) }
        }
        if let role { return role }
        if id == APIKeyRules.seededID { return .admin }
        throw MetadataError(.internal, "API_KEY_NO_ROLE_ASSIGNED", "API key \(id) has no role assigned")
    }

    func assignRole(_ roleID: String, toKey id: String) throws {
        try keys.write { context in
            // As a creation does, it gives a key a role.
            try ResourceDescriptor.apiKey.authorize(.create, context)
            guard var document = try context.find(.apiKey, id) else {
                throw MetadataError(
                    .notFound, "API_KEY_NOT_FOUND", "API Key with id \(id) not found in workspace")
            }
            guard let role = try context.role(roleID) else {
                throw MetadataError(.notFound, "ROLE_NOT_FOUND", "Role with id \(roleID) not found in workspace")
            }
            guard role.document["canBeAssignedToApiKeys"] == true else {
                throw MetadataError(
                    .badInput, "ROLE_CANNOT_BE_ASSIGNED_TO_API_KEYS",
                    "Role \"\(role.label)\" cannot be assigned to API keys")
            }
            document["roleId"] = .string(role.id)
            document["updatedAt"] = .string(now)
            try context.store(document, .apiKey)
        }
    }

    /// A token for the key called `id`, good until `expiry`; it can be issued again at any time.
    func issueToken(ofKey id: String, expiresAt expiry: String) throws -> String {
        let key = try keys.read { context in
            try ResourceDescriptor.apiKey.authorize(.update, context)
            return try context.find(.apiKey, id)
        }
        guard let expiry = WrittenDate.dateTime(expiry) else {
            throw InputShapeError(["expiresAt must be a valid ISO 8601 date string"])
        }
        guard let key else {
            throw MetadataError(.notFound, "API_KEY_NOT_FOUND", "API Key with id \(id) not found")
        }
        guard key["revokedAt"]?.isNull ?? true else {
            throw MetadataError(.forbidden, "API_KEY_REVOKED", "This API Key is revoked")
        }
        guard let end = key["expiresAt"]?.stringValue.flatMap(Instant.init(iso8601:)), end > workspace.clock.now else {
            throw MetadataError(.forbidden, "API_KEY_EXPIRED", "This API Key has expired")
        }
        return APIKeyToken.issue(keyID: id, workspace: workspace, expiresAt: expiry)
    }
}
