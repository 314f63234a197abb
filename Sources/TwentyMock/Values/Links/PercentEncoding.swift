/// Percent-encoding by the URL standard.
enum PercentEncoding {
    /// Which ASCII characters are escaped; controls, blanks and all beyond ASCII are in every part.
    enum Part {
        case path, query, fragment
    }

    static func encoded(_ bytes: ArraySlice<UInt8>, escaping part: Part) -> String {
        guard bytes.contains(where: { escapes($0, in: part) }) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        for byte in bytes {
            guard escapes(byte, in: part) else {
                result.append(byte)
                continue
            }
            result.append(UInt8(ascii: "%"))
            result.append(hexDigit(byte >> 4))
            result.append(hexDigit(byte & 0xF))
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A `%` that no two hexadecimal digits follow stands for itself.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let high = hexValue(rest[rest.startIndex]),
                let low = hexValue(rest[rest.startIndex + 1])
            {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func escapes(_ byte: UInt8, in part: Part) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF: true
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        case UInt8(ascii: "'"), UInt8(ascii: "#"): part == .query
        case UInt8(ascii: "`"): part != .query
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "?"): part == .path
        default: false
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
