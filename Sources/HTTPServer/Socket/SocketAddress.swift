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
    /// What a socket address of the system says; neither IPv4 nor IPv6 gives an empty host.
    init(_ storage: sockaddr_storage) {
        self = withUnsafeBytes(of: storage) { bytes in
            switch Int32(storage.ss_family) {
            case AF_INET:
                let address = bytes.loadUnaligned(as: sockaddr_in.self)
                return Self(
                    host: Self.text(AF_INET, address.sin_addr), port: Int(UInt16(bigEndian: address.sin_port)))
            case AF_INET6:
                let address = bytes.loadUnaligned(as: sockaddr_in6.self)
                return Self(
                    host: Self.text(AF_INET6, address.sin6_addr), port: Int(UInt16(bigEndian: address.sin6_port)))
            default:
                return Self(host: "", port: 0)
            }
        }
    }

    private static func text<Address>(_ family: Int32, _ address: Address) -> String {
        let capacity = Int(INET6_ADDRSTRLEN)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { characters in
            let name = withUnsafePointer(to: address) {
                inet_ntop(family, $0, characters.baseAddress, socklen_t(capacity))
            }
            guard let name else { return "" }
            let text = String(cString: name)
            let mappedPrefix = "::ffff:"
            guard family == AF_INET6, text.hasPrefix(mappedPrefix), text.utf8.contains(UInt8(ascii: ".")) else {
                return text
            }
            return String(text.dropFirst(mappedPrefix.count))
        }
    }
}
