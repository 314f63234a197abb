import JSON

extension RichTextBlock {
    /// The blocks of an array; nil if an element is no block or of an unknown type.
    ///
    /// As in BlockNote's partial blocks anything but the type may be absent, a block without type is a paragraph and
    /// content may be plain text.
    static func blocks(_ values: [JSONValue]) -> [RichTextBlock]? {
        var blocks: [RichTextBlock] = []
        for value in values {
            guard case .object = value, let block = RichTextBlock(value) else { return nil }
            blocks.append(block)
        }
        return blocks
    }

    private init?(_ value: JSONValue) {
        let type = value["type"]?.stringValue ?? "paragraph"
        let props = value["props"] ?? [:]
        var content = RichTextInline.list(value["content"])
        switch type {
        case "paragraph": kind = .paragraph
        case "heading": kind = .heading(min(max(Int(props["level"]?.doubleValue ?? 1, or: 1), 1), 6))
        case "quote": kind = .quote
        case "bulletListItem", "toggleListItem": kind = .bulletListItem
        case "numberedListItem": kind = .numberedListItem(start: props["start"]?.intValue.flatMap { Int(exactly: $0) })
        case "checkListItem": kind = .checkListItem(checked: props["checked"]?.boolValue ?? false)
        case "codeBlock":
            kind = .codeBlock(language: props["language"]?.stringValue ?? "", text: content.map(\.plainText).joined())
            content = []
        case "image", "video", "audio", "file":
            let name = props["name"]?.stringValue ?? ""
            let url = props["url"]?.stringValue ?? ""
            let caption = props["caption"]?.stringValue ?? ""
            kind =
                type == "image"
                ? .image(name: name, url: url, caption: caption) : .file(name: name, url: url, caption: caption)
        case "table":
            let table = value["content"] ?? .null
            let rows = table["rows"]?.arrayValue ?? []
            kind = .table(
                rows: rows.map { row in (row["cells"]?.arrayValue ?? []).map(RichTextInline.cell) },
                hasHeader: (table["headerRows"]?.doubleValue ?? 0) >= 1)
            content = []
        case "divider": kind = .divider
        default: return nil
        }
        guard let children = Self.blocks(value["children"]?.arrayValue ?? []) else { return nil }
        self.content = content
        self.children = children
    }
}

extension Int {
    fileprivate init(_ number: Double, or other: Int) {
        self = number > -1_000 && number < 1_000 ? Int(number) : other
    }
}

extension RichTextInline {
    fileprivate static func list(_ value: JSONValue?) -> [RichTextInline] {
        switch value {
        case .string(let text): text.isEmpty ? [] : [.text(RichTextRun(text: text, styles: []))]
        case .array(let elements): elements.compactMap(RichTextInline.init)
        default: []
        }
    }

    /// A cell is an object with content, or in older documents the content itself.
    fileprivate static func cell(_ value: JSONValue) -> [RichTextInline] {
        list(value.objectValue == nil ? value : value["content"])
    }

    private init?(_ value: JSONValue) {
        switch value {
        case .string(let text):
            self = .text(RichTextRun(text: text, styles: []))
        case .object where value["type"] == "link":
            let content = Self.list(value["content"])
            self = .link(url: value["href"]?.stringValue ?? "", content: content.flatMap(\.runs))
        case .object:
            // Inline content of other types, such as mentions, shows its text if it has any.
            guard let text = value["text"]?.stringValue ?? value["props"]?["label"]?.stringValue else { return nil }
            var styles: RichTextStyles = []
            for (name, style, _) in RichTextStyles.named where value["styles"]?[name] == true { styles.insert(style) }
            self = .text(RichTextRun(text: text, styles: styles))
        default:
            return nil
        }
    }

    private var runs: [RichTextRun] {
        switch self {
        case .text(let run): [run]
        case .link(_, let content): content
        case .image: []
        }
    }

    fileprivate var plainText: String {
        runs.map(\.text).joined()
    }
}
