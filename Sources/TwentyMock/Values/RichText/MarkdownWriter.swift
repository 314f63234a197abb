/// Writes blocks as Markdown, as BlockNote's `blocksToMarkdownLossy` does.
///
/// Bullets are `*`, with a blank line between the items of a list unless all are plain check items; rules `***`, fences
/// three back-ticks; a line break is a back-slash at the end of the line. Text is not escaped. Colours, alignment and
/// empty paragraphs are lost, and blocks under a block that is no list item move up to its level.
struct MarkdownWriter {
    /// Deeper items stay at this level.
    private static let deepestIndent = 16

    private var text = ""

    static func text(of blocks: [RichTextBlock]) -> String {
        var writer = MarkdownWriter()
        writer.write(blocks, indent: "", depth: 0)
        return writer.text
    }

    private mutating func write(_ blocks: [RichTextBlock], indent: String, depth: Int) {
        var number = 0
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            guard let list = block.listKind else {
                write(block, indent: indent, depth: depth)
                index += 1
                continue
            }
            let end = blocks[index...].firstIndex { $0.listKind != list } ?? blocks.count
            let items = blocks[index..<end]
            let isTight = items.allSatisfy { $0.isCheck && $0.children.isEmpty }
            for (position, item) in items.enumerated() {
                if case .numberedListItem(let start) = item.kind {
                    number = start ?? (position == 0 ? 1 : number &+ 1)
                }
                separate(isTight && position > 0)
                writeItem(item, number: number, indent: indent, depth: depth)
            }
            index = end
        }
    }

    private mutating func separate(_ isTight: Bool = false) {
        if !text.isEmpty, !isTight { text += "\n" }
    }

    private mutating func writeItem(_ item: RichTextBlock, number: Int, indent: String, depth: Int) {
        let marker = item.listKind == .ordered ? "\(number)." : "*"
        let check: String
        if case .checkListItem(let checked) = item.kind { check = checked ? "[x]" : "[ ]" } else { check = "" }
        let inner = depth < Self.deepestIndent ? indent + String(repeating: " ", count: marker.count + 1) : indent
        let content = MarkdownInlineWriter.text(of: item.content, indent: inner)
        text += indent + [marker, check, content].filter { !$0.isEmpty }.joined(separator: " ") + "\n"
        write(item.children, indent: inner, depth: depth + 1)
    }

    private mutating func write(_ block: RichTextBlock, indent: String, depth: Int) {
        switch block.kind {
        case .heading(let level):
            let title = MarkdownInlineWriter.text(of: block.content, indent: nil)
            paragraph(String(repeating: "#", count: level) + (title.isEmpty ? "" : " " + title), indent: indent)
        case .quote:
            let quote = MarkdownInlineWriter.text(of: block.content, indent: indent + "> ")
            paragraph(quote.isEmpty ? ">" : "> " + quote, indent: indent)
        case .codeBlock(let language, let code):
            writeCode(code, language: language, indent: indent)
        case .image(let name, let url, let caption):
            guard !url.isEmpty else { break }
            let label = MarkdownInlineWriter.plain(name)
            paragraph("![\(label)](\(MarkdownInlineWriter.destination(url)))", indent: indent)
            paragraph(MarkdownInlineWriter.plain(caption), indent: indent)
        case .file(let name, let url, let caption):
            guard !url.isEmpty else { break }
            let label = MarkdownInlineWriter.plain(name.isEmpty ? url : name)
            paragraph("[\(label)](\(MarkdownInlineWriter.destination(url)))", indent: indent)
            paragraph(MarkdownInlineWriter.plain(caption), indent: indent)
        case .table(let rows, let hasHeader):
            let lines = MarkdownTable.lines(rows, hasHeader: hasHeader)
            if !lines.isEmpty { paragraph(lines.joined(separator: "\n" + indent), indent: indent) }
        case .divider:
            paragraph("***", indent: indent)
        case .paragraph, .bulletListItem, .numberedListItem, .checkListItem:
            paragraph(MarkdownInlineWriter.text(of: block.content, indent: indent), indent: indent)
        }
        write(block.children, indent: indent, depth: depth)
    }

    private mutating func paragraph(_ line: String, indent: String) {
        guard !line.isEmpty else { return }
        separate()
        text += indent + line + "\n"
    }

    private mutating func writeCode(_ code: String, language: String, indent: String) {
        let fence = String(repeating: "`", count: max(3, code.longestRun(of: "`") + 1))
        separate()
        text += indent + fence + language.prefix { $0 != "`" && !$0.isWhitespace } + "\n"
        if !code.isEmpty {
            for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
                text += line.isEmpty ? "\n" : indent + line + "\n"
            }
        }
        text += indent + fence + "\n"
    }
}

extension RichTextBlock {
    fileprivate enum ListKind {
        case ordered, unordered
    }

    fileprivate var listKind: ListKind? {
        switch kind {
        case .numberedListItem: .ordered
        case .bulletListItem, .checkListItem: .unordered
        default: nil
        }
    }

    fileprivate var isCheck: Bool {
        if case .checkListItem = kind { true } else { false }
    }
}

extension String {
    func longestRun(of character: Unicode.Scalar) -> Int {
        var longest = 0
        var current = 0
        for scalar in unicodeScalars {
            current = scalar == character ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
