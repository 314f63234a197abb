/// Reads Markdown into blocks: CommonMark with tables, check items and strike-through, without HTML and reference links.
///
/// The time is linear in the length of the text: nesting below `deepestNesting` and whatever follows `mostBlocks` blocks or
/// `mostLines` lines is taken as plain text, a cell of a table counting as a block.
struct MarkdownParser {
    private static let deepestNesting = 16
    private static let mostBlocks = 20_000
    private static let mostLines = 100_000

    private var blockCount = 0

    static func blocks(_ markdown: String) -> [RichTextBlock] {
        let scalars = Array(markdown.unicodeScalars.filter { $0 != "\r" })
        var lines = scalars.split(separator: "\n", maxSplits: mostLines, omittingEmptySubsequences: false)
        let excess = lines.count > mostLines ? lines.removeLast() : []
        var parser = MarkdownParser()
        let blocks = parser.blocks(lines.map { MarkdownLine($0) }[...], depth: 0)
        return excess.allSatisfy(\.isMarkdownBlank) ? blocks : blocks + [plainParagraph(String(excess))]
    }

    private static func plainParagraph(_ text: String) -> RichTextBlock {
        RichTextBlock(.paragraph, content: [.text(RichTextRun(text: text, styles: []))])
    }

    private mutating func blocks(_ lines: ArraySlice<MarkdownLine>, depth: Int) -> [RichTextBlock] {
        var blocks: [RichTextBlock] = []
        var rest = lines
        while let line = rest.first {
            if line.isBlank {
                rest = rest.dropFirst()
                continue
            }
            if depth > Self.deepestNesting || blockCount > Self.mostBlocks {
                blocks.append(Self.plainParagraph(rest.map { String($0.text) }.joined(separator: "\n")))
                break
            }
            let count = blocks.count
            if line.isIndentedCode {
                blocks.append(indentedCode(&rest))
            } else if let fence = line.fence {
                blocks.append(fencedCode(&rest, fence))
            } else if let level = line.headingLevel {
                rest = rest.dropFirst()
                let title = MarkdownInlineParser.content(line.headingTitle(level: level))
                blocks.append(RichTextBlock(.heading(level), content: title))
            } else if line.isRule {
                rest = rest.dropFirst()
                blocks.append(RichTextBlock(.divider))
            } else if line.isQuote {
                blocks.append(quote(&rest, depth: depth))
            } else if let marker = line.listMarker {
                blocks.append(listItem(&rest, marker, after: blocks.last, depth: depth))
            } else if let table = table(&rest) {
                blocks.append(table)
            } else {
                blocks += paragraph(&rest)
            }
            blockCount += blocks.count - count
        }
        return blocks
    }

    private func indentedCode(_ rest: inout ArraySlice<MarkdownLine>) -> RichTextBlock {
        var code = rest.prefix { $0.isIndentedCode || $0.isBlank }
        rest = rest[code.endIndex...]
        while code.last?.isBlank == true { code = code.dropLast() }
        let text = code.map { String($0.dropping(columns: 4).text) }.joined(separator: "\n")
        return RichTextBlock(.codeBlock(language: "text", text: text))
    }

    private func fencedCode(_ rest: inout ArraySlice<MarkdownLine>, _ fence: MarkdownLine.Fence) -> RichTextBlock {
        let code = rest.dropFirst().prefix { !$0.closes(fence) }
        rest = rest[code.endIndex...].dropFirst()
        let lines = code.map { String(fence.indent == 0 ? $0.text : $0.dropping(columns: fence.indent).text) }
        let language = fence.language.isEmpty ? "text" : fence.language
        return RichTextBlock(.codeBlock(language: language, text: lines.joined(separator: "\n")))
    }

    /// The paragraphs at its start are the text of a quote, anything after them its children.
    private mutating func quote(_ rest: inout ArraySlice<MarkdownLine>, depth: Int) -> RichTextBlock {
        var inner: [MarkdownLine] = []
        while let line = rest.first {
            if line.isQuote {
                inner.append(line.unquoted)
            } else if let last = inner.last, !last.isBlank, last.fence == nil, !line.interruptsParagraph {
                inner.append(line)
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        var quote = RichTextBlock(.quote)
        for block in blocks(inner[...], depth: depth + 1) {
            if block.kind == .paragraph, quote.children.isEmpty {
                if !quote.content.isEmpty { quote.content.append(.text(RichTextRun(text: "\n", styles: []))) }
                quote.content += block.content
            } else {
                quote.children.append(block)
            }
        }
        return quote
    }

    private mutating func listItem(
        _ rest: inout ArraySlice<MarkdownLine>, _ marker: MarkdownLine.ListMarker, after previous: RichTextBlock?,
        depth: Int
    ) -> RichTextBlock {
        var first = marker.content
        var kind = RichTextBlock.Kind.bulletListItem
        if let number = marker.number {
            let continues = if case .numberedListItem = previous?.kind { true } else { false }
            kind = .numberedListItem(start: continues || number == 1 ? nil : number)
        } else if first.body.count >= 3, first.body.prefix(3).first == "[", first.body.dropFirst(2).first == "]",
            let mark = first.body.dropFirst().first, " xX".unicodeScalars.contains(mark),
            first.body.count == 3 || first.body.dropFirst(3).first == " "
        {
            kind = .checkListItem(checked: mark != " ")
            first = MarkdownLine(first.body.dropFirst(3).trimmingBlanks)
        }
        var inner = [first]
        rest = rest.dropFirst()
        while let line = rest.first {
            if line.isBlank {
                // An item may begin with at most one blank line.
                if inner.count == 1, first.isBlank { break }
                inner.append(line)
            } else if line.indent >= marker.contentIndent {
                inner.append(line.dropping(columns: marker.contentIndent))
            } else if let last = inner.last, !last.isBlank, !line.interruptsParagraph, line.listMarker == nil {
                inner.append(MarkdownLine(line.body))
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        var item = RichTextBlock(kind)
        var children = blocks(inner[...], depth: depth + 1)[...]
        if let text = children.first, text.kind == .paragraph {
            item.content = text.content
            children = children.dropFirst()
        }
        item.children = Array(children)
        return item
    }

    private mutating func table(_ rest: inout ArraySlice<MarkdownLine>) -> RichTextBlock? {
        guard let header = rest.first, let delimiters = rest.dropFirst().first, !delimiters.isIndentedCode,
            let columns = MarkdownTable.columns(delimiterRow: delimiters.body), columns <= 1_000
        else { return nil }
        let titles = MarkdownTable.cells(header.body)
        guard titles.count == columns else { return nil }
        let mostRows = max(0, (Self.mostBlocks - blockCount) / columns)
        let lines = rest.dropFirst(2).prefix(mostRows).prefix { !$0.interruptsParagraph }
        blockCount += lines.count * columns
        rest = rest[lines.endIndex...]
        let rows = [titles] + lines.map { MarkdownTable.cells($0.body) }
        let content = rows.map { row in
            (0..<columns).map { $0 < row.count ? MarkdownInlineParser.content(row[$0]) : [] }
        }
        return RichTextBlock(.table(rows: content, hasHeader: true))
    }

    private func paragraph(_ rest: inout ArraySlice<MarkdownLine>) -> [RichTextBlock] {
        var lines: [ArraySlice<Unicode.Scalar>] = []
        while let line = rest.first {
            if !lines.isEmpty, let level = line.underlineLevel {
                rest = rest.dropFirst()
                return [RichTextBlock(.heading(level), content: MarkdownInlineParser.content(joined(lines)))]
            }
            if !lines.isEmpty, line.interruptsParagraph { break }
            lines.append(line.body.trimmingBlanks)
            rest = rest.dropFirst()
        }
        return Self.splitAtImages(MarkdownInlineParser.content(joined(lines)))
    }

    private func joined(_ lines: [ArraySlice<Unicode.Scalar>]) -> ArraySlice<Unicode.Scalar> {
        lines.count == 1 ? lines[0] : Array(lines.joined(separator: ["\n"]))[...]
    }

    private static func splitAtImages(_ content: [RichTextInline]) -> [RichTextBlock] {
        var blocks: [RichTextBlock] = []
        var rest = content[...]
        while !rest.isEmpty {
            let text = rest.prefix { !$0.isImage }
            rest = rest[text.endIndex...]
            let paragraph = blocks.isEmpty && rest.isEmpty ? Array(text) : trimmed(Array(text))
            if !paragraph.isEmpty { blocks.append(RichTextBlock(.paragraph, content: paragraph)) }
            if case .image(let name, let url)? = rest.popFirst() {
                blocks.append(RichTextBlock(.image(name: name, url: url, caption: "")))
            }
        }
        return blocks
    }

    /// Without the blanks that stood between text and an image.
    private static func trimmed(_ content: [RichTextInline]) -> [RichTextInline] {
        var content = content
        if case .text(var run)? = content.first {
            run.text = String(run.text.drop(while: \.isWhitespace))
            content[0] = .text(run)
        }
        if case .text(var run)? = content.last {
            while run.text.last?.isWhitespace == true { run.text.removeLast() }
            content[content.count - 1] = .text(run)
        }
        return content.filter { inline in
            if case .text(let run) = inline { !run.text.isEmpty } else { true }
        }
    }
}

extension RichTextInline {
    fileprivate var isImage: Bool {
        if case .image = self { true } else { false }
    }
}
