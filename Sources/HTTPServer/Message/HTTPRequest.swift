/// A complete request. Nothing in it is percent-decoded.
package struct HTTPRequest: Sendable {
    package var method: HTTPMethod
    /// Field lookup without regard to case. The `Host` of an absolute-form target replaces the field that was sent.
    package var headers: HTTPHeaders
    package var body: [UInt8]
    /// The numeric IP address of the peer; empty when unknown.
    package var remoteAddress: String

    private var targetBytes: ArraySlice<UInt8>
    /// How many bytes of the target are the path.
    private var pathLength: Int

    /// A request as a client would send it, for calling a handler directly.
    package init(
        method: HTTPMethod = .get, target: String, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
        remoteAddress: String = ""
    ) {
        let bytes = [UInt8](target.utf8)
        self.init(method: method, target: bytes[...], headers: headers, remoteAddress: remoteAddress)
        self.body = body
    }

    init(method: HTTPMethod, target: ArraySlice<UInt8>, headers: HTTPHeaders, remoteAddress: String) {
        self.method = method
        self.headers = headers
        self.remoteAddress = remoteAddress
        body = []
        targetBytes = target
        pathLength = Self.pathLength(of: target)
    }

    /// Path and query as sent: origin-form (`/path?query`), or `*`. An absolute-form target was reduced to this. Made
    /// from the bytes at each call; bytes that are not UTF-8 read as U+FFFD.
    package var target: String {
        get { String(decoding: targetBytes, as: UTF8.self) }
        set {
            targetBytes = [UInt8](newValue.utf8)[...]
            pathLength = Self.pathLength(of: targetBytes)
        }
    }

    /// The part of the target before `?`, made from the bytes at each call.
    package var path: String { String(decoding: pathBytes, as: UTF8.self) }

    /// The part of the target after `?`, made from the bytes at each call; `nil` without `?`.
    package var query: String? { queryBytes.map { String(decoding: $0, as: UTF8.self) } }

    /// `path` without making a string.
    package var pathBytes: ArraySlice<UInt8> { targetBytes.prefix(pathLength) }

    /// `query` without making a string.
    package var queryBytes: ArraySlice<UInt8>? {
        pathLength < targetBytes.count ? targetBytes.dropFirst(pathLength + 1) : nil
    }

    private static func pathLength(of target: ArraySlice<UInt8>) -> Int {
        target.firstIndex(of: UInt8(ascii: "?")).map { $0 - target.startIndex } ?? target.count
    }
}
