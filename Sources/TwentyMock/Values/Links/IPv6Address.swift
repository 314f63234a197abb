/// IPv6 addresses as hosts.
enum IPv6Address {
    private static let pieceCount = 8

    /// The eight pieces of a text such as `2001:DB8::1` or `::ffff:192.0.2.1`.
    static func pieces(_ text: ArraySlice<UInt8>) -> [UInt16]? {
        guard text.count <= 45 else { return nil }
        let written = String(decoding: text, as: UTF8.self)
        guard let gap = written.firstRange(of: "::") else {
            let all = pieces(run: written[...])
            return all?.count == pieceCount ? all : nil
        }
        guard let front = pieces(run: written[..<gap.lowerBound], mayEndInIPv4: false),
            let back = pieces(run: written[gap.upperBound...]), front.count + back.count < pieceCount
        else { return nil }
        return front + Array(repeating: 0, count: pieceCount - front.count - back.count) + back
    }

    /// Lower case, without leading zeros, the longest run of two or more zero pieces as `::`.
    static func text(_ pieces: [UInt16]) -> String {
        var longest = 0..<0
        var start = 0
        while start < pieces.count {
            let end = pieces[start...].firstIndex { $0 != 0 } ?? pieces.count
            if end - start > max(longest.count, 1) { longest = start..<end }
            start = end + 1
        }
        let front = pieces[..<longest.lowerBound].map(hexadecimal).joined(separator: ":")
        let back = pieces[longest.upperBound...].map(hexadecimal).joined(separator: ":")
        return longest.isEmpty ? back : front + "::" + back
    }

    private static func hexadecimal(_ piece: UInt16) -> String {
        String(piece, radix: 16)
    }

    private static func pieces(run: Substring, mayEndInIPv4: Bool = true) -> [UInt16]? {
        if run.isEmpty { return [] }
        var pieces: [UInt16] = []
        let parts = run.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, mayEndInIPv4, part.contains(".") {
                guard let address = dottedAddress(part) else { return nil }
                pieces += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
            } else {
                guard (1...4).contains(part.utf8.count), part.first != "+", part.first != "-",
                    let piece = UInt16(part, radix: 16)
                else { return nil }
                pieces.append(piece)
            }
        }
        return pieces
    }

    /// Inside IPv6 only four decimal numbers without leading zeros are an IPv4 address.
    private static func dottedAddress(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard let number = UInt8(part), String(number) == part else { return nil }
            address = address << 8 | UInt32(number)
        }
        return address
    }
}
