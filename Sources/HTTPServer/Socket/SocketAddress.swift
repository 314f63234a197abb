#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A numeric IP address and a TCP port.
package struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
    /// `127.0.0.1`, `::1`: numeric, without brackets. An IPv4 address mapped into IPv6 reads as IPv4.
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// As a URL writes it: `127.0.0.1:3000`, `[::1]:3000`.
    package var description: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension SocketAddress {
    /// The numeric form of a socket address of the system; an unreadable one has an empty host.
    init(_ address: UnsafePointer<sockaddr>, length: socklen_t) {
        var host = [CChar](repeating: 0, count: 64)
        var service = [CChar](repeating: 0, count: 16)
        let result = getnameinfo(
            address, length, &host, socklen_t(host.count), &service, socklen_t(service.count),
            NI_NUMERICHOST | NI_NUMERICSERV)
        guard result == 0 else {
            self.init(host: "", port: 0)
            return
        }
        let name = Self.text(host)
        let mappedPrefix = "::ffff:"
        let isMapped = name.hasPrefix(mappedPrefix) && name.utf8.contains(UInt8(ascii: "."))
        self.init(
            host: isMapped ? String(name.dropFirst(mappedPrefix.count)) : name,
            port: Int(Self.text(service)) ?? 0)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
