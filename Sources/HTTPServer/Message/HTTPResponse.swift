/// An answer. The server adds `Date`, `Content-Length`, `Connection` and `Keep-Alive`, and leaves the body out where
/// the method or the status forbids one.
package struct HTTPResponse: Sendable {
    /// 200 to 999; anything else is answered as 500.
    package var status: Int
    /// `Connection: close` among them closes the connection after the answer. Other fields of those that the server
    /// writes are dropped, except `Content-Length: 0` with status 204, which some frameworks send.
    package var headers: HTTPHeaders
    package var body: [UInt8]

    package init(status: Int = 200, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A plain-text answer.
    package init(status: Int, text: String) {
        self.init(status: status, headers: Self.plainText, body: Array(text.utf8))
    }

    private static let plainText: HTTPHeaders = ["Content-Type": "text/plain; charset=utf-8"]
}
