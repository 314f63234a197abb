/// What a request head says, with its parts as offsets from the first byte that was given to the parser.
struct RequestHead {
    var method = HTTPMethod.get
    var target = 0..<0
    var targetForm = RequestTarget.Form.origin
    /// The field lines, each with its CRLF.
    var fields = 0..<0
    var isHTTP10 = false
    var framing = BodyFraming.none

    var hasHost = false
    var asksToClose = false
    var asksToKeepAlive = false
    var expectsContinue = false

    var keepsAlive: Bool { isHTTP10 ? asksToKeepAlive && !asksToClose : !asksToClose }
}

/// Where the body of a request ends.
enum BodyFraming: Equatable {
    /// Neither `Content-Length` nor `Transfer-Encoding`.
    case none
    case length(Int)
    case chunked
}
