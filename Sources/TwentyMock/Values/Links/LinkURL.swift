/// The URLs of a LINKS field (rest-core 9.4, data-model 4, graphql-core 8).
package enum LinkURL {
    /// The form that is stored of an ordinary link.
    ///
    /// With a scheme: scheme and host in lower case (an international host in ASCII), user info and default port
    /// dropped, path, query and hash as the URL standard writes them, one `/` removed at the very end. Without one
    /// (`Acme.com/x`), or if it is no URL with a host: verbatim.
    package static func normalised(_ text: String) -> String {
        guard let url = WebURL(text) else { return text }
        var result = url.text
        if result.utf8.last == UInt8(ascii: "/") { result.removeLast() }
        return result
    }

    /// Whether a release that checks links takes it: the host, after `https://` has been put in front of a text
    /// without scheme, has a dot, is an IP address or `localhost`. A bare number is no host.
    package static func isValid(_ text: String) -> Bool {
        guard let url = WebURL(withSchemeIfMissing: text) else { return false }
        switch url.host {
        case .ipv4(_, let writtenAsOneNumber): return !writtenAsOneNumber
        case .ipv6: return true
        case .domain(let name):
            let inner = name.utf8.drop { $0 == UInt8(ascii: ".") }
            guard let dot = inner.firstIndex(of: UInt8(ascii: ".")) else { return name == "localhost" }
            return !inner[dot...].allSatisfy { $0 == UInt8(ascii: ".") }
        }
    }

    /// The form that is stored of a link whose field is of the domain variant: the bare host without leading `www.`
    /// and trailing dots (`https://www.Acme.com/x` becomes `acme.com`). What has no host is kept verbatim.
    package static func domain(_ text: String) -> String {
        guard let url = WebURL(withSchemeIfMissing: text) else { return text }
        var name = url.host.text[...]
        if name.hasPrefix("www.") { name.removeFirst(4) }
        while name.utf8.last == UInt8(ascii: ".") { name.removeLast() }
        return name.isEmpty ? text : String(name)
    }
}
