/// The `(url "title")` of a link; the title is dropped.
struct MarkdownLinkTarget {
    let url: String
    /// After the closing bracket.
    let end: Int

    private static let deepestBrackets = 32

    init?(_ source: ArraySlice<Unicode.Scalar>, at start: Int) {
        guard start < source.endIndex, source[start] == "(" else { return nil }
        var rest = source[(start + 1)...].drop { $0.isMarkdownBlank }
        guard let url = Self.url(&rest) else { return nil }
        let afterURL = rest
        rest = rest.drop { $0.isMarkdownBlank }
        if rest.startIndex > afterURL.startIndex, let quote = rest.first, quote != ")" {
            guard let afterTitle = Self.afterTitle(rest, quote) else { return nil }
            rest = afterTitle.drop { $0.isMarkdownBlank }
        }
        guard rest.first == ")" else { return nil }
        self.url = url
        end = rest.startIndex + 1
    }

    private static func url(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var url = String.UnicodeScalarView()
        let isBracketed = rest.first == "<"
        if isBracketed { rest = rest.dropFirst() }
        var depth = 0
        while let scalar = rest.first {
            if isBracketed {
                if scalar == ">" {
                    rest = rest.dropFirst()
                    return String(url)
                }
                if scalar == "<" || scalar == "\n" { return nil }
            } else {
                if scalar.value <= 0x20 || scalar == ")" && depth == 0 { break }
                depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
                if depth > deepestBrackets { return nil }
            }
            rest = rest.dropFirst()
            if scalar == "\\", let next = rest.first, next.isASCIIPunctuation {
                url.append(next)
                rest = rest.dropFirst()
            } else {
                url.append(scalar)
            }
        }
        return isBracketed || depth != 0 ? nil : String(url)
    }

    private static func afterTitle(
        _ title: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar
    ) -> ArraySlice<Unicode.Scalar>? {
        guard quote == "\"" || quote == "'" || quote == "(" else { return nil }
        let closing: Unicode.Scalar = quote == "(" ? ")" : quote
        var rest = title.dropFirst()
        while let scalar = rest.popFirst() {
            if scalar == closing { return rest }
            if scalar == "(", quote == "(" { return nil }
            if scalar == "\\" { rest = rest.dropFirst() }
        }
        return nil
    }
}
