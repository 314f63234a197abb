/// Reads the text of one block: emphasis, strike-through, code, links, images and bare URLs.
///
/// It is the algorithm of CommonMark's appendix: pieces of text in order, a list of delimiters that may become emphasis,
/// a stack of brackets that may become links. A text longer than `longestStyledText` is taken as it is.
struct MarkdownInlineParser {
    private static let longestStyledText = 200_000

    private let source: ArraySlice<Unicode.Scalar>
    private var position: Int
    private var textStart: Int
    private var pieces = MarkdownPieces()
    private var delimiters = MarkdownDelimiters()
    private var brackets: [Bracket] = []
    /// Brackets below this count hold a link already, and links do not nest.
    private var inactiveBrackets = 0
    private var backticks: BacktickRuns

    private struct Bracket {
        let piece: Int
        let isImage: Bool
        let lastDelimiter: Int?
    }

    static func content(_ source: ArraySlice<Unicode.Scalar>) -> [RichTextInline] {
        guard source.count <= longestStyledText else {
            return [.text(RichTextRun(text: String(source), styles: []))]
        }
        var parser = MarkdownInlineParser(source)
        return parser.content()
    }

    private init(_ source: ArraySlice<Unicode.Scalar>) {
        self.source = source
        position = source.startIndex
        textStart = source.startIndex
        backticks = BacktickRuns(source)
    }

    private mutating func content() -> [RichTextInline] {
        while position < source.endIndex {
            switch source[position] {
            case "\\": readEscape()
            case "`": readCode()
            case "*", "_", "~": readDelimiters()
            case "!" where scalar(at: position + 1) == "[": openBracket(isImage: true)
            case "[": openBracket(isImage: false)
            case "]": closeBracket()
            case "<": readAutolink()
            case "&": readEntity()
            case "h", "H", "w", "W": readBareURL()
            default: position += 1
            }
        }
        endText()
        delimiters.match(after: nil, in: &pieces)
        return pieces.content(of: source)
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        source.indices.contains(index) ? source[index] : nil
    }

    private mutating func endText() {
        if textStart < position { pieces.append(.text(textStart..<position)) }
        textStart = position
    }

    private mutating func skip(to index: Int) {
        position = index
        textStart = index
    }

    private mutating func readEscape() {
        guard let next = scalar(at: position + 1), next == "\n" || next.isASCIIPunctuation else {
            position += 1
            return
        }
        endText()
        textStart = position + 1
        position += 2
    }

    private mutating func readCode() {
        let length = source[position...].prefix { $0 == "`" }.count
        guard let end = backticks.next(after: position, length: length) else {
            position += length
            return
        }
        endText()
        pieces.append(.code(position + length..<end))
        skip(to: end + length)
    }

    private mutating func readDelimiters() {
        let mark = source[position]
        let length = source[position...].prefix { $0 == mark }.count
        endText()
        let run = MarkdownDelimiters.Run(
            mark: mark, length: length, before: scalar(at: position - 1), after: scalar(at: position + length),
            piece: pieces.count)
        pieces.append(.text(position..<position + length))
        if let run { delimiters.append(run) }
        skip(to: position + length)
    }

    private mutating func openBracket(isImage: Bool) {
        endText()
        let length = isImage ? 2 : 1
        brackets.append(Bracket(piece: pieces.count, isImage: isImage, lastDelimiter: delimiters.last))
        pieces.append(.text(position..<position + length))
        skip(to: position + length)
    }

    private mutating func closeBracket() {
        guard let bracket = brackets.popLast() else {
            position += 1
            return
        }
        let isActive = bracket.isImage || brackets.count >= inactiveBrackets
        inactiveBrackets = min(inactiveBrackets, brackets.count)
        guard isActive, let target = MarkdownLinkTarget(source, at: position + 1) else {
            position += 1
            return
        }
        endText()
        delimiters.match(after: bracket.lastDelimiter, in: &pieces)
        pieces.replace(
            bracket.piece, with: bracket.isImage ? .imageStart(target.url, end: pieces.count) : .linkStart(target.url))
        pieces.append(bracket.isImage ? .imageEnd : .linkEnd)
        if !bracket.isImage { inactiveBrackets = brackets.count }
        skip(to: target.end)
    }

    private mutating func readAutolink() {
        let body = source[(position + 1)...].prefix { $0 != ">" && $0 != "<" && $0.value > 0x20 }
        guard scalar(at: body.endIndex) == ">", let url = MarkdownAutolink.url(inAngleBrackets: body) else {
            position += 1
            return
        }
        endText()
        appendLink(url, text: body.startIndex..<body.endIndex)
        skip(to: body.endIndex + 1)
    }

    private mutating func readBareURL() {
        let mayStart = scalar(at: position - 1).map { $0.isMarkdownBlank || "*_~(".unicodeScalars.contains($0) } ?? true
        guard mayStart, let bare = MarkdownAutolink.bareURL(source[position...], inBrackets: !brackets.isEmpty) else {
            position += 1
            return
        }
        endText()
        appendLink(bare.url, text: position..<bare.end)
        skip(to: bare.end)
    }

    private mutating func appendLink(_ url: String, text: Range<Int>) {
        pieces.append(.linkStart(url))
        pieces.append(.text(text))
        pieces.append(.linkEnd)
    }

    private mutating func readEntity() {
        guard let entity = MarkdownEntity(source[position...]) else {
            position += 1
            return
        }
        endText()
        pieces.append(.scalar(entity.scalar))
        skip(to: position + entity.length)
    }
}
