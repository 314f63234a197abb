/// One line of Markdown, or what is left of it inside a quote or list item, without its line feed.
struct MarkdownLine {
    var text: ArraySlice<Unicode.Scalar>

    /// Columns of blanks at the start; a tab goes to the next multiple of four.
    let indent: Int
    /// The text after them.
    let body: ArraySlice<Unicode.Scalar>

    init(_ text: ArraySlice<Unicode.Scalar>) {
        self.text = text
        var indent = 0
        var rest = text
        while let first = rest.first, first == " " || first == "\t" {
            indent = first == " " ? indent + 1 : (indent / 4 + 1) * 4
            rest = rest.dropFirst()
        }
        self.indent = indent
        body = rest
    }

    var isBlank: Bool { body.isEmpty }

    /// Four columns make code of a line, and keep it from being the start of anything else.
    var isIndentedCode: Bool { indent >= 4 && !isBlank }

    /// Without the first `columns` columns of blanks.
    func dropping(columns: Int) -> MarkdownLine {
        guard indent > columns else { return MarkdownLine(body) }
        let blanks = Array(repeating: Unicode.Scalar(" "), count: min(indent - columns, 1_000))
        return MarkdownLine((blanks + body)[...])
    }

    var headingLevel: Int? {
        let level = body.prefix(7) { $0 == "#" }.count
        let next = body.dropFirst(level).first
        guard !isIndentedCode, (1...6).contains(level), next?.isBlank ?? true else { return nil }
        return level
    }

    /// The title after the `#`s, without closing ones.
    func headingTitle(level: Int) -> ArraySlice<Unicode.Scalar> {
        let title = body.dropFirst(level).trimmingBlanks
        var open = title
        while open.last == "#" { open = open.dropLast() }
        return open.isEmpty || open.last?.isBlank == true ? open.trimmingBlanks : title
    }

    /// `***`, `---` or `___`, with any blanks in between.
    var isRule: Bool {
        guard !isIndentedCode, let mark = body.first, mark == "*" || mark == "-" || mark == "_" else { return false }
        return body.allSatisfy { $0 == mark || $0.isBlank } && body.count { $0 == mark } >= 3
    }

    var isQuote: Bool { !isIndentedCode && body.first == ">" }

    var unquoted: MarkdownLine {
        let rest = body.dropFirst()
        return MarkdownLine(rest.first == " " ? rest.dropFirst() : rest)
    }

    /// The level of the heading that this line makes of the paragraph above it.
    var underlineLevel: Int? {
        guard !isIndentedCode, let mark = body.first, mark == "=" || mark == "-",
            body.trimmingBlanks.allSatisfy({ $0 == mark })
        else { return nil }
        return mark == "=" ? 1 : 2
    }

    struct Fence {
        let mark: Unicode.Scalar
        let length: Int
        let indent: Int
        let language: String
    }

    var fence: Fence? {
        guard !isIndentedCode, let mark = body.first, mark == "`" || mark == "~" else { return nil }
        let length = body.prefix { $0 == mark }.count
        let info = body.dropFirst(length).trimmingBlanks
        guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
        return Fence(mark: mark, length: length, indent: indent, language: String(info.prefix { !$0.isBlank }))
    }

    func closes(_ fence: Fence) -> Bool {
        let text = body.trimmingBlanks
        return !isIndentedCode && text.count >= fence.length && text.allSatisfy { $0 == fence.mark }
    }

    struct ListMarker {
        /// Nil for a bullet.
        let number: Int?
        /// Columns before the content of the item.
        let contentIndent: Int
        let content: MarkdownLine
    }

    var listMarker: ListMarker? {
        guard !isIndentedCode, let first = body.first else { return nil }
        var rest = body
        var number: Int?
        if first == "*" || first == "-" || first == "+" {
            rest = rest.dropFirst()
        } else {
            let digits = rest.prefix(10) { ("0"..."9").contains($0) }
            rest = rest[digits.endIndex...]
            guard (1...9).contains(digits.count), rest.first == "." || rest.first == ")" else { return nil }
            number = Int(String(digits))
            rest = rest.dropFirst()
        }
        guard rest.isEmpty || rest.first?.isBlank == true else { return nil }
        let markerWidth = rest.startIndex - body.startIndex
        let content = MarkdownLine(rest)
        // More than four blanks belong to code inside the item.
        let blanks = content.isBlank || content.indent > 4 ? 1 : content.indent
        return ListMarker(
            number: number, contentIndent: indent + markerWidth + blanks, content: content.dropping(columns: blanks))
    }

    /// Whether a line ends the paragraph before it.
    var interruptsParagraph: Bool {
        if isBlank || headingLevel != nil || isRule || isQuote || fence != nil { return true }
        guard let marker = listMarker else { return false }
        return !marker.content.isBlank && (marker.number ?? 1) == 1
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
