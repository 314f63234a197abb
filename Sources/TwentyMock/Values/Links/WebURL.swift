/// A URL of one of the schemes that the URL standard (url.spec.whatwg.org) calls special and that have a host: read and
/// written as browsers and Node do. User info is dropped.
struct WebURL {
    let scheme: Scheme
    let host: URLHost
    /// Nil for the scheme's default.
    let port: UInt16?
    /// Starts with `/`.
    let path: String
    let query: String
    let fragment: String

    enum Scheme: String, CaseIterable {
        case http, https, ftp, ws, wss

        var defaultPort: UInt16 {
            switch self {
            case .http, .ws: 80
            case .https, .wss: 443
            case .ftp: 21
            }
        }
    }

    /// Origin, path, query and hash.
    var text: String {
        var text = scheme.rawValue + "://" + host.text
        if let port { text += ":\(port)" }
        text += path
        if !query.isEmpty { text += "?" + query }
        if !fragment.isEmpty { text += "#" + fragment }
        return text
    }

    /// Nil if the text has no such scheme, or no valid host or port.
    init?(_ text: String) {
        let bytes = Self.trimmed(text)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon <= 5,
            let scheme = Scheme(rawValue: String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
        else { return nil }
        self.init(scheme: scheme, afterColon: bytes[(colon + 1)...])
    }

    /// Reads a text without any scheme as if `https://` stood before it.
    init?(withSchemeIfMissing text: String) {
        if let url = WebURL(text) {
            self = url
            return
        }
        let bytes = Self.trimmed(text)
        let schemeLength = bytes.prefix { $0.isSchemeCharacter }.count
        var rest = bytes[...]
        if bytes[schemeLength...].starts(with: "://".utf8) {
            rest = bytes[(schemeLength + 3)...]
            // With a scheme of its own the text was refused above, unless this standard's rules are not meant for it.
            let name = String(decoding: bytes[..<schemeLength], as: UTF8.self).lowercased()
            guard Scheme(rawValue: name) == nil else { return nil }
        }
        self.init(scheme: .https, afterColon: rest)
    }

    private init?(scheme: Scheme, afterColon bytes: ArraySlice<UInt8>) {
        var rest = bytes.drop { $0.isURLSlash }
        let authority = rest.prefix { !$0.isURLSlash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        rest = rest[authority.endIndex...]
        let location = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
        let hostEnd =
            location.first == UInt8(ascii: "[")
            ? location.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? location.endIndex
            : location.firstIndex(of: UInt8(ascii: ":")) ?? location.endIndex
        guard let host = URLHost(location[..<hostEnd]), let port = Self.port(location[hostEnd...]) else { return nil }
        let path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        rest = rest[path.endIndex...]
        let query = rest.prefix { $0 != UInt8(ascii: "#") }
        self.scheme = scheme
        self.host = host
        self.port = port == scheme.defaultPort || port == 0 && location[hostEnd...].count < 2 ? nil : port
        self.path = URLPath.text(path)
        self.query = PercentEncoding.encoded(query.dropFirst(), escaping: .query)
        fragment = PercentEncoding.encoded(rest[query.endIndex...].dropFirst(), escaping: .fragment)
    }

    /// 0 for none; nil if it is none.
    private static func port(_ text: ArraySlice<UInt8>) -> UInt16? {
        guard let colon = text.first else { return 0 }
        guard colon == UInt8(ascii: ":") else { return nil }
        var port: UInt32 = 0
        for byte in text.dropFirst() {
            guard byte.isDecimalDigit else { return nil }
            port = port * 10 + UInt32(byte - UInt8(ascii: "0"))
            guard port <= UInt32(UInt16.max) else { return nil }
        }
        return UInt16(port)
    }

    /// Without control characters and blanks around it, and without any tab or line feed.
    private static func trimmed(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8.drop { $0 <= 0x20 })
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        return bytes
    }
}

extension UInt8 {
    var isURLSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }

    var isDecimalDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    fileprivate var isSchemeCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: isDecimalDigit
        }
    }
}
