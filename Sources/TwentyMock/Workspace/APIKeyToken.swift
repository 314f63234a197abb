import Crypto
import Foundation
import JSON

/// Tokens of API keys: JWTs that name the workspace and the key, signed with the workspace's secret (platform 1.1).
enum APIKeyToken {
    /// What a token says.
    struct Claims {
        /// Lower case.
        let keyID: String
        /// Seconds since 1970.
        let expiry: Int64
    }

    /// How long a token is good that was issued without a limit.
    private static let lifetime: Int64 = 100 * 365 * 86_400

    /// A token of the key called `keyID`; it can be issued again at any time.
    static func issue(keyID: String, workspace: Workspace, expiresAt: Instant? = nil) -> String {
        let seconds = workspace.clock.now.milliseconds / 1000
        let header: JSONValue = ["alg": "HS256", "typ": "JWT"]
        let payload: JSONValue = [
            "sub": .string(workspace.id), "type": "API_KEY", "workspaceId": .string(workspace.id),
            "jti": .string(keyID), "iat": .int(seconds),
            "exp": .int(expiresAt.map { $0.milliseconds / 1000 } ?? seconds + lifetime),
        ]
        let signed = base64URL(header.serialized) + "." + base64URL(payload.serialized)
        return signed + "." + base64URL(Array(signature(of: signed, workspace)))
    }

    /// What `token` says; `nil` unless the workspace issued it.
    static func claims(of token: String, _ workspace: Workspace) -> Claims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let code = bytes(parts[2]),
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: Data("\(parts[0]).\(parts[1])".utf8), using: key(of: workspace)),
            let payload = bytes(parts[1]).flatMap({ try? JSONValue(parsing: Array($0)) }),
            payload["workspaceId"]?.stringValue == workspace.id, let keyID = payload["jti"]?.stringValue,
            let expiry = payload["exp"]?.intValue
        else { return nil }
        return Claims(keyID: keyID.lowercased(), expiry: expiry)
    }

    private static func key(of workspace: Workspace) -> SymmetricKey {
        SymmetricKey(data: Data(workspace.tokenSecret.utf8))
    }

    private static func signature(of text: String, _ workspace: Workspace) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key(of: workspace))
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func bytes(_ text: Substring) -> Data? {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: padded + String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4))
    }
}
