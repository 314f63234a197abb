/// The text of a block cut into pieces, and where among them styles and links begin and end.
struct MarkdownPieces {
    enum Kind {
        /// A range of the source.
        case text(Range<Int>)
        case scalar(Unicode.Scalar)
        case code(Range<Int>)
        case linkStart(String)
        case linkEnd
        /// With the index of its `imageEnd`.
        case imageStart(String, end: Int)
        case imageEnd
    }

    private struct Piece {
        var kind: Kind
        /// How many spans of bold, italic and strike begin (positive) or end before the piece.
        var change = SIMD4<Int32>.zero
    }

    private var pieces: [Piece] = []

    var count: Int { pieces.count }

    mutating func append(_ kind: Kind) {
        pieces.append(Piece(kind: kind))
    }

    mutating func replace(_ index: Int, with kind: Kind) {
        pieces[index].kind = kind
    }

    /// Makes everything between two delimiters, pieces themselves, of a style, and takes as much off both.
    mutating func apply(_ style: RichTextStyles, from opener: Int, to closer: Int, length: Int) {
        guard let lane = Self.lanes.firstIndex(of: style) else { return }
        if case .text(let range) = pieces[opener].kind {
            pieces[opener].kind = .text(range.lowerBound..<range.upperBound - length)
        }
        if case .text(let range) = pieces[closer].kind {
            pieces[closer].kind = .text(range.lowerBound + length..<range.upperBound)
        }
        pieces[opener + 1].change[lane] += 1
        pieces[closer].change[lane] -= 1
    }

    func content(of source: ArraySlice<Unicode.Scalar>) -> [RichTextInline] {
        var content = MarkdownContent()
        var depth = SIMD4<Int32>.zero
        var imageEnd = -1
        for (index, piece) in pieces.enumerated() {
            depth &+= piece.change
            var styles: RichTextStyles = []
            for (lane, style) in Self.lanes.enumerated() where depth[lane] > 0 { styles.insert(style) }
            switch piece.kind {
            case .text(let range): content.append(String(source[range]), styles)
            case .scalar(let scalar): content.append(String(scalar), styles)
            case .code(let range): content.append(Self.code(source[range]), styles.union(.code))
            case .linkStart(let url): content.beginLink(url)
            case .linkEnd: content.endLink()
            case .imageStart(let url, let end) where imageEnd < index:
                imageEnd = end
                content.beginImage(url)
            case .imageStart: break
            case .imageEnd:
                if index == imageEnd { content.endImage() }
            }
        }
        return content.finished()
    }

    private static let lanes: [RichTextStyles] = [.bold, .italic, .strike]

    private static func code(_ source: ArraySlice<Unicode.Scalar>) -> String {
        let isPadded = source.count > 2 && source.first == " " && source.last == " " && source.contains { $0 != " " }
        let text = isPadded ? source.dropFirst().dropLast() : source
        return String(text.map { $0 == "\n" ? " " : $0 })
    }
}

/// Gathers runs of text into inline content.
private struct MarkdownContent {
    private var content: [RichTextInline] = []
    private var runs: [RichTextRun] = []
    private var link: String?
    private var linkDepth = 0
    private var image: (url: String, name: String)?

    mutating func append(_ text: String, _ styles: RichTextStyles) {
        if text.isEmpty { return }
        if image != nil {
            image?.name += text
        } else if let last = runs.indices.last, runs[last].styles == styles {
            runs[last].text += text
        } else {
            runs.append(RichTextRun(text: text, styles: styles))
        }
    }

    /// A link inside of a link, from a bare URL in its text, is part of the outer one.
    mutating func beginLink(_ url: String) {
        linkDepth += 1
        guard linkDepth == 1, image == nil, !RichText.isDangerous(url) else { return }
        endRuns()
        link = url
    }

    mutating func endLink() {
        linkDepth -= 1
        guard linkDepth == 0, image == nil, link != nil else { return }
        endRuns()
        link = nil
    }

    mutating func beginImage(_ url: String) {
        endRuns()
        image = (url, "")
    }

    mutating func endImage() {
        if let image, !RichText.isDangerous(image.url) { content.append(.image(name: image.name, url: image.url)) }
        image = nil
    }

    mutating func finished() -> [RichTextInline] {
        endRuns()
        return content
    }

    private mutating func endRuns() {
        defer { runs = [] }
        if runs.isEmpty { return }
        if let link {
            content.append(.link(url: link, content: runs))
        } else {
            content += runs.map { .text($0) }
        }
    }
}
