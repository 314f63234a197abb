/// Why the server itself refused a request, before or instead of the handler.
package struct HTTPProtocolError: Error, Sendable, Hashable {
    /// The status to answer with.
    package let status: Int
    /// One sentence for the client's developer.
    package let message: String

    package init(status: Int, message: String) {
        self.status = status
        self.message = message
    }

    /// The phrase of the status: `Bad Request`.
    package var reason: String { HTTPReasonPhrase.text(for: status) }
}

extension HTTPProtocolError {
    static func badRequest(_ message: String) -> Self { Self(status: 400, message: message) }

    static let requestLineTooLong = Self(status: 414, message: "The request line is too long.")
    static let headersTooLarge = Self(status: 431, message: "The header fields are too large or too many.")
    static let bodyTooLarge = Self(status: 413, message: "The request body is too large.")
    static let timeout = Self(status: 408, message: "The request did not arrive in time.")
    static let expectationFailed = Self(status: 417, message: "The only expectation that can be met is 100-continue.")
    static let connectUnsupported = Self(status: 501, message: "This server is not a proxy: CONNECT is not supported.")
    static let versionNotSupported = Self(status: 505, message: "Only HTTP/1.0 and HTTP/1.1 are supported.")
    static let abandoned = Self(status: 500, message: "The request was not answered.")
}
