import DataModel
import Foundation
import HTTPServer
import JSON
import RecordStore
import Testing

@testable import TwentyMock

/// platform 1.1, 2.2: tokens of keys that were made through the metadata API.
@Suite struct IssuedKeyTests {
    private let workspace: Workspace

    init() throws {
        let path = FileManager.default.temporaryDirectory.path + "/twenty-mock-keys-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        workspace = try Workspace(path: path + "/workspace.sqlite", release: .v2, durability: .none)
    }

    private func key(_ more: JSONObject = [:]) throws -> String {
        let body: JSONObject = ["name": "ci", "expiresAt": "2100-01-01", "roleId": .string(Role.member.id)]
        let keys = ResourceOperations(
            operations: MetadataOperations(workspace: workspace, caller: .system), descriptor: .apiKey)
        let made = try keys.create(body.adding(more))
        return try #require(made["id"]?.stringValue)
    }

    private func caller(_ token: String) throws -> Caller? {
        try IssuedKeys(workspace: workspace).caller(withToken: token)
    }

    private func refusal(_ token: String) -> String? {
        do {
            _ = try caller(token)
            return nil
        } catch {
            let refusal = error as? Authenticator.Refusal
            return refusal.map { "\($0.status) \($0.message)" }
        }
    }

    @Test("A token names its key")
    func accepted() throws {
        let token = APIKeyToken.issue(keyID: try key(), workspace: workspace)
        #expect(try caller(token)?.name == "ci")
        #expect(try caller(token + "x") == nil)
        #expect(try caller("a.b.c") == nil)
        #expect(try caller(APIKeyToken.issue(keyID: APIKeyRules.seededID, workspace: workspace))?.name == "My api key")
    }

    @Test("Revoked, unknown and expired keys, expired tokens")
    func refused() throws {
        let revoked = APIKeyToken.issue(keyID: try key(["revokedAt": "2026-01-01"]), workspace: workspace)
        #expect(refusal(revoked) == "403 This API Key is revoked")
        #expect(refusal(APIKeyToken.issue(keyID: uuid(1), workspace: workspace)) == "403 This API Key is revoked")
        let expired = APIKeyToken.issue(keyID: try key(["expiresAt": "2020-01-01"]), workspace: workspace)
        #expect(refusal(expired) == "403 This API Key is expired")
        let old = APIKeyToken.issue(keyID: try key(), workspace: workspace, expiresAt: Instant(milliseconds: 1000))
        #expect(refusal(old) == "401 Token has expired.")
    }
}
