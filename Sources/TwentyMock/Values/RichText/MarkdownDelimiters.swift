/// The runs of `*`, `_` and `~` that may begin or end emphasis (CommonMark, "process emphasis").
struct MarkdownDelimiters {
    struct Run {
        let mark: Unicode.Scalar
        let originalLength: Int
        let canOpen: Bool
        let canClose: Bool
        let piece: Int
        fileprivate(set) var length: Int
        fileprivate var previous: Int?
        fileprivate var next: Int?

        /// Nil if the run can neither open nor close.
        init?(mark: Unicode.Scalar, length: Int, before: Unicode.Scalar?, after: Unicode.Scalar?, piece: Int) {
            let blankBefore = before?.isMarkdownBlank ?? true
            let blankAfter = after?.isMarkdownBlank ?? true
            let punctuationBefore = before?.isMarkdownPunctuation ?? false
            let punctuationAfter = after?.isMarkdownPunctuation ?? false
            let leansLeft = !blankAfter && (!punctuationAfter || blankBefore || punctuationBefore)
            let leansRight = !blankBefore && (!punctuationBefore || blankAfter || punctuationAfter)
            canOpen = mark == "_" ? leansLeft && (!leansRight || punctuationBefore) : leansLeft
            canClose = mark == "_" ? leansRight && (!leansLeft || punctuationAfter) : leansRight
            guard canOpen || canClose, mark != "~" || length <= 2 else { return nil }
            self.mark = mark
            self.length = length
            originalLength = length
            self.piece = piece
        }
    }

    private var runs: [Run] = []
    private(set) var last: Int?

    mutating func append(_ run: Run) {
        var run = run
        run.previous = last
        run.next = nil
        if let last { runs[last].next = runs.count }
        last = runs.count
        runs.append(run)
    }

    /// Matches what follows a delimiter (nil: all), and forgets what remains of it.
    mutating func match(after bottom: Int?, in pieces: inout MarkdownPieces) {
        /// Below these no opener is left for closers of a kind.
        var searched: [Kind: Int] = [:]
        let floor = bottom ?? -1
        var current = first(after: bottom)
        while let closer = current {
            guard runs[closer].canClose else {
                current = runs[closer].next
                continue
            }
            let kind = Kind(runs[closer])
            guard let opener = opener(for: closer, above: max(floor, searched[kind] ?? -1)) else {
                searched[kind] = runs[closer].previous ?? -1
                current = runs[closer].next
                if !runs[closer].canOpen { remove(closer) }
                continue
            }
            let mark = runs[closer].mark
            let length = mark == "~" ? runs[closer].length : min(runs[opener].length, runs[closer].length, 2)
            let style: RichTextStyles = mark == "~" ? .strike : length == 2 ? .bold : .italic
            pieces.apply(style, from: runs[opener].piece, to: runs[closer].piece, length: length)
            // Delimiters in between can no longer match.
            runs[opener].next = closer
            runs[closer].previous = opener
            runs[opener].length -= length
            runs[closer].length -= length
            if runs[opener].length == 0 { remove(opener) }
            if runs[closer].length == 0 {
                current = runs[closer].next
                remove(closer)
            }
        }
        last = bottom
        if let bottom { runs[bottom].next = nil }
    }

    private struct Kind: Hashable {
        let mark: Unicode.Scalar
        let canOpen: Bool
        let remainder: Int

        init(_ run: Run) {
            mark = run.mark
            canOpen = run.canOpen
            remainder = run.mark == "~" ? run.length : run.originalLength % 3
        }
    }

    private func first(after bottom: Int?) -> Int? {
        if let bottom { return runs[bottom].next }
        var first = last
        while let index = first, let previous = runs[index].previous { first = previous }
        return first
    }

    private func opener(for closer: Int, above floor: Int) -> Int? {
        var candidate = runs[closer].previous
        while let index = candidate, index > floor {
            if runs[index].canOpen, fits(runs[index], runs[closer]) { return index }
            candidate = runs[index].previous
        }
        return nil
    }

    /// The same mark, by the rule of three; tildes only with as many.
    private func fits(_ opener: Run, _ closer: Run) -> Bool {
        guard opener.mark == closer.mark else { return false }
        if opener.mark == "~" { return opener.length == closer.length }
        guard opener.canClose || closer.canOpen else { return true }
        return (opener.originalLength + closer.originalLength) % 3 != 0
            || opener.originalLength % 3 == 0 && closer.originalLength % 3 == 0
    }

    private mutating func remove(_ index: Int) {
        let previous = runs[index].previous
        let next = runs[index].next
        if let previous { runs[previous].next = next }
        if let next { runs[next].previous = previous } else { last = previous }
    }
}

extension Unicode.Scalar {
    var isMarkdownBlank: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    var isASCIIPunctuation: Bool {
        switch value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    var isMarkdownPunctuation: Bool {
        if isASCII { return isASCIIPunctuation }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            return true
        default:
            return false
        }
    }
}
