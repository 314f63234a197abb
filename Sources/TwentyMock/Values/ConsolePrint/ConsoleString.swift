/// Strings as Node's `util.inspect` prints them.
enum ConsoleString {
    /// In quotes; a string too long for the rest of its line is broken after each line feed, one that is longer than
    /// `ConsolePrint.longestString` is cut. (A surrogate pair that the limit would cut in two is left out whole.)
    static func text(of string: String, indentation: Int) -> String {
        var shown = string[...]
        var trailer = ""
        let length = string.utf16.count
        if length > ConsolePrint.longestString {
            let limit = string.utf16.index(string.startIndex, offsetBy: ConsolePrint.longestString)
            shown = string[..<(limit.samePosition(in: string.unicodeScalars) ?? string.utf16.index(before: limit))]
            let hidden = length - ConsolePrint.longestString
            trailer = "... \(hidden) more character\(hidden > 1 ? "s" : "")"
        }
        let shownLength = min(length, ConsolePrint.longestString)
        guard shownLength > shortestBroken, shownLength > ConsolePrint.breakLength - indentation - 4 else {
            return quoted(shown) + trailer
        }
        let separator = " +\n" + String(repeating: " ", count: indentation + 2)
        return lines(of: shown).map { quoted($0) }.joined(separator: separator) + trailer
    }

    /// In single quotes, or else in the first of `"` and a back-tick that the text does not contain; control
    /// characters are escaped.
    static func quoted(_ text: some StringProtocol) -> String {
        let quote = quote(for: text)
        var result = String.UnicodeScalarView()
        result.append(quote)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x08: result.append(contentsOf: #"\b"#.unicodeScalars)
            case 0x09: result.append(contentsOf: #"\t"#.unicodeScalars)
            case 0x0A: result.append(contentsOf: #"\n"#.unicodeScalars)
            case 0x0C: result.append(contentsOf: #"\f"#.unicodeScalars)
            case 0x0D: result.append(contentsOf: #"\r"#.unicodeScalars)
            case 0x5C: result.append(contentsOf: #"\\"#.unicodeScalars)
            case 0x27 where quote == "'": result.append(contentsOf: #"\'"#.unicodeScalars)
            case 0x00...0x1F, 0x7F...0x9F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result.append(contentsOf: (digits.utf8.count == 1 ? #"\x0"# : #"\x"#).unicodeScalars)
                result.append(contentsOf: digits.unicodeScalars)
            default: result.append(scalar)
            }
        }
        result.append(quote)
        return String(result)
    }

    private static let shortestBroken = 16

    private static func quote(for text: some StringProtocol) -> Unicode.Scalar {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: "'")) else { return "'" }
        guard bytes.contains(UInt8(ascii: "\"")) else { return "\"" }
        let pairs = zip(bytes, bytes.dropFirst())
        let hasPlaceholder = pairs.contains { $0 == UInt8(ascii: "$") && $1 == UInt8(ascii: "{") }
        return bytes.contains(UInt8(ascii: "`")) || hasPlaceholder ? "'" : "`"
    }

    private static func lines(of text: Substring) -> [Substring] {
        var lines: [Substring] = []
        var rest = text
        while let lineFeed = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
            let next = rest.utf8.index(after: lineFeed)
            lines.append(rest[..<next])
            rest = rest[next...]
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }
}
