/// The host of a `WebURL`, read by the URL standard's host parser.
enum URLHost {
    /// In lower-case ASCII.
    case domain(String)
    case ipv4(UInt32, writtenAsOneNumber: Bool)
    /// Eight pieces.
    case ipv6([UInt16])

    init?(_ written: ArraySlice<UInt8>) {
        if written.first == UInt8(ascii: "[") {
            guard written.last == UInt8(ascii: "]"), let pieces = IPv6Address.pieces(written.dropFirst().dropLast())
            else { return nil }
            self = .ipv6(pieces)
            return
        }
        let decoded = String(decoding: PercentEncoding.decoded(written), as: UTF8.self)
        guard let name = DomainName.ascii(decoded), !name.isEmpty else { return nil }
        guard IPv4Address.isMeant(by: name) else {
            self = .domain(name)
            return
        }
        guard let address = IPv4Address.number(name) else { return nil }
        self = .ipv4(address, writtenAsOneNumber: !name.utf8.contains(UInt8(ascii: ".")))
    }

    var text: String {
        switch self {
        case .domain(let name): name
        case .ipv4(let address, _): IPv4Address.text(address)
        case .ipv6(let pieces): "[" + IPv6Address.text(pieces) + "]"
        }
    }
}

/// IPv4 addresses as hosts: one to four numbers, decimal, octal or hexadecimal, the last one filling the rest.
enum IPv4Address {
    /// A host whose last label is a number is an address or an error.
    static func isMeant(by host: String) -> Bool {
        guard let last = labels(host).last else { return false }
        return !last.isEmpty && last.utf8.allSatisfy(\.isDecimalDigit) || number(label: last) != nil
    }

    static func number(_ host: String) -> UInt32? {
        let labels = labels(host)
        guard (1...4).contains(labels.count) else { return nil }
        var address: UInt64 = 0
        for (index, label) in labels.enumerated() {
            guard let number = number(label: label) else { return nil }
            let bytes = UInt64(index == labels.count - 1 ? 4 - index : 1)
            guard number < 1 << (bytes * 8) else { return nil }
            address = address << (bytes * 8) | number
        }
        return UInt32(address)
    }

    static func text(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 0xFF).\(address >> 8 & 0xFF).\(address & 0xFF)"
    }

    /// Without an empty last one.
    private static func labels(_ host: String) -> [Substring] {
        var labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        return labels
    }

    private static func number(label: Substring) -> UInt64? {
        let isHexadecimal = label.hasPrefix("0x")
        let isOctal = !isHexadecimal && label.hasPrefix("0") && label != "0"
        let digits = isHexadecimal ? label.dropFirst(2) : isOctal ? label.dropFirst() : label
        if isHexadecimal, digits.isEmpty { return 0 }
        guard digits.first != "+", digits.first != "-" else { return nil }
        let value = UInt64(digits, radix: isHexadecimal ? 16 : isOctal ? 8 : 10)
        // Too large a number is still a number.
        return value ?? (digits.utf8.allSatisfy(\.isDecimalDigit) && !isOctal && !digits.isEmpty ? .max : nil)
    }
}
