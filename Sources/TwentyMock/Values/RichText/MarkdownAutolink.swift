/// URLs in running text.
enum MarkdownAutolink {
    /// What `<https://…>` or `<ada@example.com>` links to; nil if it is neither.
    static func url(inAngleBrackets body: ArraySlice<Unicode.Scalar>) -> String? {
        let scheme = body.prefix(33).prefix { $0.isSchemeCharacter }
        if scheme.first?.properties.isAlphabetic == true, (2...32).contains(scheme.count),
            body[scheme.endIndex...].first == ":"
        {
            return String(body)
        }
        let text = String(body)
        return EmailAddress.isValid(text) && text.contains(".") ? "mailto:" + text : nil
    }

    /// The `http://`, `https://` or `www.` URL at the start of a text, as far as GitHub takes it: up to a blank or `<`,
    /// without closing punctuation and surplus closing brackets.
    ///
    /// - Parameter inBrackets: inside `[…` the URL ends before `]`.
    static func bareURL(_ text: ArraySlice<Unicode.Scalar>, inBrackets: Bool) -> (url: String, end: Int)? {
        let start = String(text.prefix(8)).lowercased()
        let isWWW = start.hasPrefix("www.")
        guard isWWW || start.hasPrefix("https://") || start.hasPrefix("http://") else { return nil }
        let schemeLength = isWWW ? 0 : start.hasPrefix("https") ? 8 : 7
        let domain = text.dropFirst(schemeLength).prefix { $0.isDomainCharacter }
        let labels = domain.split(separator: ".")
        guard labels.count >= 2, !labels.suffix(2).contains(where: { $0.contains("_") }) else { return nil }
        var url = text.prefix { !$0.isMarkdownBlank && $0 != "<" && !(inBrackets && $0 == "]") }
        var surplus = url.count { $0 == ")" } - url.count { $0 == "(" }
        while let last = url.last {
            if last == ")" {
                guard surplus > 0 else { break }
                surplus -= 1
            } else if !"?!.,:*_~'\"".unicodeScalars.contains(last) {
                break
            }
            url = url.dropLast()
        }
        return ((isWWW ? "http://" : "") + String(url), url.endIndex)
    }
}

/// A character reference such as `&amp;` or `&#8364;`; of the named ones only the commonest are known.
struct MarkdownEntity {
    let scalar: Unicode.Scalar
    let length: Int

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "hellip": "…", "mdash": "—", "ndash": "–", "euro": "€",
    ]

    init?(_ text: ArraySlice<Unicode.Scalar>) {
        let body = text.dropFirst().prefix(9).prefix { $0 != ";" }
        guard text.first == "&", body.endIndex < text.endIndex, text[body.endIndex] == ";" else { return nil }
        let name = String(body)
        length = body.count + 2
        if let scalar = Self.named[name] {
            self.scalar = scalar
            return
        }
        guard name.first == "#" else { return nil }
        let isHexadecimal = name.dropFirst().first == "x" || name.dropFirst().first == "X"
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.first?.isHexDigit == true, let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}

extension Unicode.Scalar {
    fileprivate var isSchemeCharacter: Bool {
        isASCII && (properties.isAlphabetic || ("0"..."9").contains(self) || self == "+" || self == "." || self == "-")
    }

    fileprivate var isDomainCharacter: Bool {
        self == "." || self == "-" || self == "_" || properties.isAlphabetic || properties.numericType != nil
    }
}
