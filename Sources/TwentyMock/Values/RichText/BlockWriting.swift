import JSON

extension RichTextBlock {
    /// The block as BlockNote stores it, with the default properties of its kind (data-model 13).
    func json(newID: () -> String) -> JSONValue {
        var block: JSONObject = ["id": .string(newID())]
        var props = JSONObject()
        var content: JSONValue? = .array(self.content.compactMap(\.json))
        let colours: [(String, JSONValue)] = [("textColor", "default"), ("backgroundColor", "default")]
        let aligned = JSONObject(colours + [("textAlignment", "left")])
        switch kind {
        case .paragraph:
            block["type"] = "paragraph"
            props = aligned
        case .heading(let level):
            block["type"] = "heading"
            props = aligned
            props["level"] = .int(Int64(level))
            props["isToggleable"] = false
        case .quote:
            block["type"] = "quote"
            props = JSONObject(colours)
        case .bulletListItem:
            block["type"] = "bulletListItem"
            props = aligned
        case .numberedListItem(let start):
            block["type"] = "numberedListItem"
            props = aligned
            props["start"] = start.map { .int(Int64($0)) }
        case .checkListItem(let checked):
            block["type"] = "checkListItem"
            props = aligned
            props["checked"] = .bool(checked)
        case .codeBlock(let language, let text):
            block["type"] = "codeBlock"
            props["language"] = .string(language)
            content = .array(text.isEmpty ? [] : [RichTextRun(text: text, styles: []).json])
        case .image(let name, let url, let caption):
            block["type"] = "image"
            props = [
                "textAlignment": "left", "backgroundColor": "default", "name": .string(name), "url": .string(url),
                "caption": .string(caption), "showPreview": true,
            ]
            content = nil
        case .file(let name, let url, let caption):
            block["type"] = "file"
            props = [
                "backgroundColor": "default", "name": .string(name), "url": .string(url), "caption": .string(caption),
            ]
            content = nil
        case .table(let rows, let hasHeader):
            block["type"] = "table"
            props["textColor"] = "default"
            content = Self.tableContent(rows, hasHeader: hasHeader)
        case .divider:
            block["type"] = "divider"
            content = nil
        }
        block["props"] = .object(props)
        if let content { block["content"] = content }
        block["children"] = .array(children.map { $0.json(newID: newID) })
        return .object(block)
    }

    private static func tableContent(_ rows: [[[RichTextInline]]], hasHeader: Bool) -> JSONValue {
        let props: JSONValue = [
            "backgroundColor": "default", "textColor": "default", "textAlignment": "left", "colspan": 1, "rowspan": 1,
        ]
        var content: JSONObject = [
            "type": "tableContent",
            "columnWidths": .array(Array(repeating: .null, count: rows.first?.count ?? 0)),
        ]
        if hasHeader { content["headerRows"] = 1 }
        content["rows"] = .array(
            rows.map { row in
                let cells = row.map { cell -> JSONValue in
                    ["type": "tableCell", "content": .array(cell.compactMap(\.json)), "props": props]
                }
                return ["cells": .array(cells)]
            })
        return .object(content)
    }
}

extension RichTextInline {
    fileprivate var json: JSONValue? {
        switch self {
        case .text(let run): run.json
        case .link(let url, let content):
            ["type": "link", "href": .string(url), "content": .array(content.map(\.json))]
        case .image: nil
        }
    }
}

extension RichTextRun {
    fileprivate var json: JSONValue {
        let named = RichTextStyles.named.filter { styles.contains($0.style) }
        let marks = JSONObject(named.map { ($0.name, JSONValue.bool(true)) })
        return ["type": "text", "text": .string(text), "styles": .object(marks)]
    }
}
