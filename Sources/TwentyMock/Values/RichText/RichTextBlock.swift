/// A block of a rich text, of the kinds that BlockNote has.
struct RichTextBlock: Equatable {
    enum Kind: Equatable {
        case paragraph
        /// Level 1 to 6.
        case heading(Int)
        case quote
        case bulletListItem
        /// With a start that is not simply the number after the item before.
        case numberedListItem(start: Int?)
        case checkListItem(checked: Bool)
        case codeBlock(language: String, text: String)
        case image(name: String, url: String, caption: String)
        /// A video, a sound or another file.
        case file(name: String, url: String, caption: String)
        case table(rows: [[[RichTextInline]]], hasHeader: Bool)
        case divider
    }

    var kind: Kind
    var content: [RichTextInline]
    var children: [RichTextBlock]

    init(_ kind: Kind, content: [RichTextInline] = [], children: [RichTextBlock] = []) {
        self.kind = kind
        self.content = content
        self.children = children
    }
}

/// A piece of a line of text.
enum RichTextInline: Equatable {
    case text(RichTextRun)
    case link(url: String, content: [RichTextRun])
    /// Markdown allows an image inside of text, blocks do not: only parsed text holds this case.
    case image(name: String, url: String)
}

/// Text of one style.
struct RichTextRun: Equatable {
    var text: String
    var styles: RichTextStyles
}

struct RichTextStyles: OptionSet {
    let rawValue: UInt8

    static let bold = RichTextStyles(rawValue: 1)
    static let italic = RichTextStyles(rawValue: 2)
    static let strike = RichTextStyles(rawValue: 4)
    static let code = RichTextStyles(rawValue: 8)

    /// In the order in which marks are nested, the outermost first.
    static let named: [(name: String, style: RichTextStyles, mark: String)] = [
        ("bold", .bold, "**"), ("italic", .italic, "*"), ("strike", .strike, "~~"), ("code", .code, ""),
    ]
}
