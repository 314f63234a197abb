import HTTPServer
import JSON

/// The answers of the API over HTTP: bodies with the headers that a real server sends (platform 10).
enum APIResponse {
    private static let common: HTTPHeaders = [
        "X-Powered-By": "Express", "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "WWW-Authenticate",
    ]
    private static let json = common.adding("Content-Type", "application/json; charset=utf-8")
    private static let bareJSON = common.adding("Content-Type", "application/json")
    private static let framework = json.adding("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
        .adding("Access-Control-Allow-Headers", "Origin, X-Requested-With, Content-Type, Accept")

    /// A JSON answer with its entity tag; 304 without a body when the client has it already.
    static func json(status: Int, _ body: [UInt8], for request: HTTPRequest) -> HTTPResponse {
        let tag = EntityTag.weak(body)
        var headers = json
        headers.append("ETag", tag)
        let isRead = request.method == .get || request.method == .head
        if isRead, status == 200, let known = request.headers["if-none-match"], EntityTag.matches(known, tag) {
            var headers = common
            headers.append("ETag", tag)
            return HTTPResponse(status: 304, headers: headers)
        }
        return HTTPResponse(status: status, headers: headers, body: body)
    }

    /// A JSON answer that no client has seen before.
    static func json(status: Int, _ body: [UInt8]) -> HTTPResponse {
        HTTPResponse(status: status, headers: json, body: body)
    }

    /// The answer of the authentication in front of all routes (rest-core 1).
    static func unauthenticated(_ refusal: Authenticator.Refusal) -> HTTPResponse {
        var writer = JSONWriter()
        writer.write(raw: "{\"statusCode\":")
        writer.write(int: Int64(refusal.status))
        writer.write(raw: ",\"messages\":[")
        writer.write(string: refusal.message)
        writer.write(raw: "],\"error\":")
        writer.write(string: refusal.code)
        writer.write(raw: "}")
        return HTTPResponse(status: refusal.status, headers: bareJSON, body: writer.bytes)
    }

    /// An error outside the record controllers, in the framework's shape (rest-core 2.3).
    static func framework(status: Int, _ message: String) -> HTTPResponse {
        let body: JSONValue = [
            "message": .string(message), "error": .string(HTTPReasonPhrase.text(for: status)),
            "statusCode": .int(Int64(status)),
        ]
        return HTTPResponse(status: status, headers: framework, body: body.serialized)
    }

    static func notFound(_ request: HTTPRequest) -> HTTPResponse {
        framework(status: 404, "Cannot \(request.method.rawValue) \(request.path)")
    }

    /// What the HTTP server says of requests that never reach a route.
    static func refusal(_ error: HTTPProtocolError) -> HTTPResponse {
        framework(status: error.status, error.status == 413 ? "request entity too large" : error.message)
    }

    /// The answer to a preflight (platform 10).
    static func preflight(_ request: HTTPRequest) -> HTTPResponse {
        var headers = common
        headers.append("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
        headers.append("Vary", "Access-Control-Request-Headers")
        if let requested = request.headers["access-control-request-headers"] {
            headers.append("Access-Control-Allow-Headers", requested)
        }
        headers.append("Content-Length", "0")
        return HTTPResponse(status: 204, headers: headers)
    }

    static func healthy(_ request: HTTPRequest) -> HTTPResponse {
        var response = json(
            status: 200, Array(#"{"status":"ok","info":{},"error":{},"details":{}}"#.utf8), for: request)
        response.headers.append("Cache-Control", "no-cache, no-store, must-revalidate")
        return response
    }
}

extension HTTPHeaders {
    fileprivate func adding(_ name: String, _ value: String) -> HTTPHeaders {
        var headers = self
        headers.append(name, value)
        return headers
    }
}
