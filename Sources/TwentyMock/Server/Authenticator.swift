import Crypto
import HTTPServer

/// A key that requests are made with.
package struct APIKey: Sendable {
    /// What `createdBy.name` says of records made with it.
    package let name: String
    /// The token as clients send it.
    package let token: String
    fileprivate let digest: SHA256.Digest

    package init(name: String, token: String) {
        self.name = name
        self.token = token
        digest = APIKey.digest(of: token)
    }

    /// What tokens are compared by.
    fileprivate static func digest(of token: String) -> SHA256.Digest {
        var hash = SHA256()
        var token = token
        token.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return hash.finalize()
    }
}

/// Tells who sends a request (rest-core 1, platform 2).
struct Authenticator: Sendable {
    /// Why a request goes no further.
    struct Refusal: Error {
        let status: Int
        let message: String
        let code: String
        var isMissingToken = false
    }

    let keys: [APIKey]
    /// The status of a request without a key: 401, or 403 as real servers answer since 2026.
    let missingKeyStatus: Int
    /// Whether `?token=` stands in for a header.
    let acceptsTokenParameter: Bool
    /// Knows the tokens of keys that were made through the metadata API.
    var issuedKeys: IssuedKeys?

    func caller(of request: HTTPRequest) throws(Refusal) -> Caller {
        guard let token = bearerToken(of: request) else {
            throw Refusal(
                status: missingKeyStatus, message: "Missing authentication token",
                code: missingKeyStatus == 403 ? "FORBIDDEN_EXCEPTION" : "UNAUTHENTICATED", isMissingToken: true)
        }
        // Digests have one length and are compared in constant time, so nothing is learnt from how long a refusal takes.
        let digest = APIKey.digest(of: token)
        if let key = keys.first(where: { $0.digest == digest }) { return Caller(source: .api, name: key.name) }
        if let caller = try issuedKeys?.caller(withToken: token) { return caller }
        throw Refusal(status: 401, message: "Token invalid.", code: "UNAUTHENTICATED")
    }

    /// The caller; `nil` without a key, for endpoints that show their schema to everyone.
    func callerIfAny(of request: HTTPRequest) throws(Refusal) -> Caller? {
        do {
            return try caller(of: request)
        } catch {
            guard error.isMissingToken else { throw error }
            return nil
        }
    }

    /// The token of `<scheme> <token>` with the scheme Bearer in any case; anything else counts as none.
    private func bearerToken(of request: HTTPRequest) -> String? {
        if let header = request.headers["authorization"] {
            let blank = UInt8(ascii: " ")
            let scheme = header.utf8.prefix { $0 != blank }
            guard scheme.elementsEqual("bearer".utf8, by: { $0 | 0x20 == $1 }) else { return nil }
            let token = header.utf8.dropFirst(scheme.count).drop { $0 == blank }
            return token.isEmpty ? nil : String(Substring(token))
        }
        guard acceptsTokenParameter, request.query != nil else { return nil }
        return QueryParameters(request.query).text("token").flatMap { $0.isEmpty ? nil : $0 }
    }
}
