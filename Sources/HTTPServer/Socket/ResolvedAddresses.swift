#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The socket addresses that a host name stands for, each once, IPv4 first.
struct ResolvedAddresses {
    struct Candidate: Hashable {
        let family: Int32
        let length: socklen_t
        /// The system's address structure, byte for byte.
        let bytes: [UInt8]

        var isIPv6Wildcard: Bool {
            family == AF_INET6
                && withUnsafeBytes(of: storage(port: 0)) { bytes in
                    let address = bytes.loadUnaligned(as: sockaddr_in6.self).sin6_addr
                    return withUnsafeBytes(of: address) { $0.allSatisfy { $0 == 0 } }
                }
        }

        func storage(port: Int) -> sockaddr_storage {
            var storage = sockaddr_storage()
            withUnsafeMutableBytes(of: &storage) { target in
                target.copyBytes(from: bytes.prefix(target.count))
                // sin_port and sin6_port both lie at offset 2, in network order.
                target.storeBytes(of: UInt16(truncatingIfNeeded: port).bigEndian, toByteOffset: 2, as: UInt16.self)
            }
            return storage
        }
    }

    let candidates: [Candidate]

    /// `localhost` is both loopback addresses, whatever the name service says (RFC 6761 6.3).
    init(host: String) throws(HTTPServerError) {
        guard !host.isEmpty else { throw .unknownHost(host, reason: "it is empty") }
        var found: [Candidate] = []
        for name in host.lowercased() == "localhost" ? ["127.0.0.1", "::1"] : [host] {
            found += try Self.candidates(of: name)
        }
        candidates = found.filter { $0.family == AF_INET } + found.filter { $0.family == AF_INET6 }
    }

    private static func candidates(of host: String) throws(HTTPServerError) -> [Candidate] {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = Socket.streamType
        var first: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, nil, &hints, &first)
        guard result == 0 else { throw .unknownHost(host, reason: String(cString: gai_strerror(result))) }
        defer { freeaddrinfo(first) }
        var candidates: [Candidate] = []
        var next = first
        while let entry = next?.pointee {
            next = entry.ai_next
            guard let address = entry.ai_addr, entry.ai_family == AF_INET || entry.ai_family == AF_INET6
            else { continue }
            let bytes = [UInt8](UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen)))
            let candidate = Candidate(family: entry.ai_family, length: entry.ai_addrlen, bytes: bytes)
            if !candidates.contains(candidate) { candidates.append(candidate) }
        }
        return candidates
    }
}
