import Crypto
import Foundation
import JSON

/// Tokens that look like those of a real server: JWTs whose payload names the workspace (platform 1.1).
///
/// The server accepts a key because it knows its text, not because of what it says.
enum APIKeyToken {
    static func issue(workspaceID: String, now: Instant) -> String {
        let seconds = now.milliseconds / 1000
        let header: JSONValue = ["alg": "HS256", "typ": "JWT"]
        let payload: JSONValue = [
            "sub": .string(workspaceID), "type": "API_KEY", "workspaceId": .string(workspaceID),
            "jti": .string(UUIDText.random()), "iat": .int(seconds), "exp": .int(seconds + 100 * 365 * 86_400),
        ]
        let signed = base64URL(header.serialized) + "." + base64URL(payload.serialized)
        let signature = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: SymmetricKey(size: .bits256))
        return signed + "." + base64URL(Array(signature))
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
