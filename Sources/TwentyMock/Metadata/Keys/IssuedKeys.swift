import DataModel
import RecordStore

/// The keys that were made through the metadata API, as their tokens are checked on every request (platform 2.2).
struct IssuedKeys: Sendable {
    let workspace: Workspace

    /// Who sends a token; `nil` for a text that is no token of the workspace.
    func caller(withToken token: String) throws(Authenticator.Refusal) -> Caller? {
        guard let claims = APIKeyToken.claims(of: token, workspace) else { return nil }
        let now = workspace.clock.now
        guard claims.expiry > now.milliseconds / 1000 else {
            throw Authenticator.Refusal(status: 401, message: "Token has expired.", code: "UNAUTHENTICATED")
        }
        let operations = MetadataOperations(workspace: workspace, caller: .system)
        let key = try? ResourceOperations(operations: operations, descriptor: .apiKey).find(claims.keyID)
        guard let key = key ?? nil, key["revokedAt"]?.isNull ?? true else {
            throw Authenticator.Refusal(
                status: 403, message: "This API Key is revoked", code: "FORBIDDEN_EXCEPTION")
        }
        guard let expiry = key["expiresAt"]?.stringValue.flatMap(Instant.init(iso8601:)), expiry > now else {
            throw Authenticator.Refusal(
                status: 403, message: "This API Key is expired", code: "FORBIDDEN_EXCEPTION")
        }
        let role = try? operations.role(ofKey: claims.keyID)
        return Caller(
            source: .api, name: key["name"]?.stringValue ?? "",
            settings: role?.settings, records: role?.records ?? .all)
    }
}
