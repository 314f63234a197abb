extension HTTPRequest {
    /// Copies what `head` found out of the receive buffer: one allocation for target and fields, strings are made when
    /// asked for.
    init(_ head: RequestHead, in bytes: UnsafeRawBufferPointer, remoteAddress: String) {
        let start = head.target.lowerBound
        let copy = [UInt8](UnsafeRawBufferPointer(rebasing: bytes[start..<head.fields.upperBound]))
        let target = copy[0..<head.target.count]
        let headers = HTTPHeaders(validLines: copy, from: head.fields.lowerBound - start)
        switch head.targetForm {
        case .origin, .asterisk:
            self.init(method: head.method, target: target, headers: headers, remoteAddress: remoteAddress)
        case .absolute(let authority):
            self.init(
                method: head.method,
                target: Self.originForm(target.dropFirst(authority.upperBound), method: head.method),
                headers: Self.replacingHost(of: headers, with: String(decoding: target[authority], as: UTF8.self)),
                remoteAddress: remoteAddress)
        }
    }

    /// What is left of an absolute-form target without scheme and authority.
    private static func originForm(_ rest: ArraySlice<UInt8>, method: HTTPMethod) -> ArraySlice<UInt8> {
        switch rest.first {
        case UInt8(ascii: "/"): rest
        // RFC 9112 3.2.4: without path and query, OPTIONS means the server as a whole.
        case nil where method == .options: [UInt8(ascii: "*")]
        default: [UInt8(ascii: "/")] + rest
        }
    }

    /// The target's authority wins over the field (RFC 9112 3.2.2).
    private static func replacingHost(of headers: HTTPHeaders, with host: String) -> HTTPHeaders {
        var replaced: HTTPHeaders = ["Host": host]
        for field in headers where field.name.lowercased() != "host" { replaced.append(field.name, field.value) }
        return replaced
    }
}
