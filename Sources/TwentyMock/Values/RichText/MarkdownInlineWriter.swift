/// Writes the content of one block as Markdown.
struct MarkdownInlineWriter {
    private var text = ""
    /// Indices into `RichTextStyles.named`, the outermost first.
    private var open: [Int] = []

    /// - Parameter indent: what a line after a line break starts with; nil where no line break can be (headings, table
    ///   cells), they become blanks.
    static func text(of content: [RichTextInline], indent: String?) -> String {
        var writer = MarkdownInlineWriter()
        var runs: [RichTextRun] = []
        for item in content {
            switch item {
            case .text(let run):
                runs.append(run)
            case .link(let url, let linkRuns):
                writer.write(&runs)
                writer.writeLink(url, linkRuns)
            case .image(let name, let url):
                writer.write(&runs)
                writer.text += "![\(name)](\(destination(url)))"
            }
        }
        writer.write(&runs)
        guard writer.text.utf8.contains(UInt8(ascii: "\n")) else { return writer.text }
        let lineBreak = indent.map { "\\\n" + $0 } ?? " "
        // "\r\n" is one character.
        let text = String(writer.text.unicodeScalars.filter { $0 != "\r" })
        return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineBreak)
    }

    /// A name or caption, on one line.
    static func plain(_ text: String) -> String {
        Self.text(of: [.text(RichTextRun(text: text, styles: []))], indent: nil)
    }

    /// A URL for the round brackets of a link.
    static func destination(_ url: String) -> String {
        if url.isEmpty || url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
            return "<" + url.filter { $0 != "\n" && $0 != "\r" && $0 != "<" && $0 != ">" } + ">"
        }
        guard url.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else { return url }
        return url.map { $0 == "(" || $0 == ")" ? "\\\($0)" : String($0) }.joined()
    }

    private mutating func writeLink(_ url: String, _ content: [RichTextRun]) {
        if content.count == 1, content[0].text == url, content[0].styles.isEmpty, Self.isAutolink(url) {
            text += "<\(url)>"
            return
        }
        text += "["
        var runs = content
        write(&runs)
        text += "](\(Self.destination(url)))"
    }

    private static func isAutolink(_ url: String) -> Bool {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = url[..<colon]
        return scheme.utf8.count > 1 && scheme.allSatisfy { $0.isASCII && ($0.isLetter || "+.-".contains($0)) }
            && !url.unicodeScalars.contains { $0.value <= 0x20 || $0 == "<" || $0 == ">" || $0.value == 0x7F }
    }

    /// Writes and clears the runs.
    private mutating func write(_ runs: inout [RichTextRun]) {
        let all = Self.withBlanksOutside(runs)
        for (index, run) in all.enumerated() {
            close(to: open.firstIndex { !run.styles.contains(RichTextStyles.named[$0].style) } ?? open.count)
            let missing = RichTextStyles.named.indices.filter { mark in
                run.styles.contains(RichTextStyles.named[mark].style) && !open.contains(mark)
            }
            let extents = missing.map { mark in
                all[index...].prefix(Self.farthestLook) { $0.styles.contains(RichTextStyles.named[mark].style) }.count
            }
            for (mark, _) in zip(missing, extents).sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }) {
                text += RichTextStyles.named[mark].mark
                open.append(mark)
            }
            text += run.styles.contains(.code) ? Self.codeSpan(run.text) : run.text
        }
        close(to: 0)
        runs = []
    }

    /// How many runs ahead decide which of two marks that begin together goes outside.
    private static let farthestLook = 16

    private mutating func close(to depth: Int) {
        while open.count > depth, let last = open.popLast() { text += RichTextStyles.named[last].mark }
    }

    private static func codeSpan(_ code: String) -> String {
        let fence = String(repeating: "`", count: code.longestRun(of: "`") + 1)
        let padding = code.first == "`" || code.last == "`" ? " " : ""
        return fence + padding + code + padding + fence
    }

    /// Marks must touch a word on the inside: blanks at the ends of a run keep only the styles that go on beyond it.
    private static func withBlanksOutside(_ runs: [RichTextRun]) -> [RichTextRun] {
        var result: [RichTextRun] = []
        for (index, run) in runs.enumerated() where !run.text.isEmpty {
            let before = index > 0 ? runs[index - 1].styles : []
            let after = index + 1 < runs.count ? runs[index + 1].styles : []
            let start = run.text.prefix { $0.isWhitespace }
            let end = run.text[start.endIndex...].reversed().prefix { $0.isWhitespace }.reversed()
            let middle = run.text[start.endIndex...].dropLast(end.count)
            let outside = run.styles.intersection(middle.isEmpty ? before.intersection(after) : before)
            for (text, styles) in [
                (String(start), outside.subtracting(.code)), (String(middle), run.styles),
                (String(end), run.styles.intersection(after).subtracting(.code)),
            ] where !text.isEmpty {
                result.append(RichTextRun(text: text, styles: styles))
            }
        }
        return result
    }
}

extension ArraySlice {
    /// The first elements that match, at most `length` of them.
    func prefix(_ length: Int, while predicate: (Element) -> Bool) -> Self {
        prefix(length).prefix(while: predicate)
    }
}
