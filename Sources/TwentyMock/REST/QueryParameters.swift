/// The parameters of a query string as the API reads them (rest-core 4).
///
/// A parameter given once is a text. One that is repeated, or written with brackets, is something else, which most
/// readers treat as absent.
struct QueryParameters {
    enum Value: Equatable {
        case text(String)
        case list([String])
        /// `name[key]=value`.
        case object
    }

    private var values: [String: Value] = [:]

    /// - Parameter query: raw, without the question mark.
    init(_ query: String?) {
        for pair in (query ?? "").split(separator: "&", omittingEmptySubsequences: true) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentCoding.decode(parts[0], plusIsBlank: true)
            let value = parts.count > 1 ? PercentCoding.decode(parts[1], plusIsBlank: true) : ""
            add(name, value)
        }
    }

    private mutating func add(_ name: String, _ value: String) {
        var name = name
        if let bracket = name.firstIndex(of: "["), bracket != name.startIndex, name.hasSuffix("]") {
            let inner = name[name.index(after: bracket)...].dropLast()
            name = String(name[..<bracket])
            guard inner.isEmpty || inner.allSatisfy(\.isNumber) else {
                values[name] = .object
                return
            }
            if values[name] == nil { values[name] = .list([]) }
        }
        switch values[name] {
        case nil: values[name] = .text(value)
        case .text(let first)?: values[name] = .list([first, value])
        case .list(let list)?: values[name] = .list(list + [value])
        case .object?: break
        }
    }

    subscript(name: String) -> Value? { values[name] }

    /// The parameter when it was given exactly once.
    func text(_ name: String) -> String? {
        if case .text(let text)? = values[name] { text } else { nil }
    }

    /// Whether the parameter is exactly `true`.
    func isTrue(_ name: String) -> Bool { text(name) == "true" }
}

/// Percent-encoding as query strings and paths use it.
enum PercentCoding {
    /// Text that as a whole is not well encoded stands for itself, as in the real server's parser: `%Ada%` is a
    /// pattern that a client forgot to encode (platform 10).
    static func decode(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
        let text =
            plusIsBlank && text.utf8.contains(UInt8(ascii: "+"))
            ? String(decoding: text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
            : String(text)
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard position + 1 < bytes.count, let high = digit(bytes[position]), let low = digit(bytes[position + 1])
            else { return text }
            decoded.append(high << 4 | low)
            position += 2
        }
        return String(validating: decoded, as: UTF8.self) ?? text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
        default: nil
        }
    }
}
