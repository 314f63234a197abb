import JSON
import Testing

@testable import TwentyMock

/// data-model 13, rest-core 9.1 (RICH_TEXT).
@Suite struct RichTextTests {
    @Test func blocksHaveTheShapeOfTheContract() {
        let expected = #"""
            [{"id":"1","type":"paragraph","props":{"textColor":"default","backgroundColor":"default",\#
            "textAlignment":"left"},"content":[{"type":"text","text":"Wants a pilot in May.","styles":{}}],"children":[]}]
            """#
        #expect(RichText.blocknote(fromMarkdown: "Wants a pilot in May.") { "1" } == expected)
        #expect(RichText.markdown(fromBlocknote: expected) == "Wants a pilot in May.\n")
    }

    @Test func everyBlockGetsItsOwnID() throws {
        let blocks = try JSONValue(parsing: RichText.blocknote(fromMarkdown: "a\n\nb")).arrayValue ?? []
        let ids = Set(blocks.compactMap { $0["id"]?.stringValue })
        #expect(ids.count == 2)
        #expect(ids.allSatisfy { $0.count == 36 && $0 == $0.lowercased() })
    }

    @Test func noTextIsAnEmptyParagraph() {
        #expect(outline("") == "paragraph")
        #expect(RichText.markdown(fromBlocknote: RichText.blocknote(fromMarkdown: "")) == "")
        #expect(RichText.markdown(fromBlocknote: "[]") == "")
    }

    @Test(arguments: [
        ("one\ntwo  \nthree\\\nfour", "paragraph 'one\ntwo\nthree\nfour'"),
        ("# One\n## Two ##\n### Three", "heading level=1 'One'|heading level=2 'Two'|heading level=3 'Three'"),
        ("One\n===\nTwo\n---", "heading level=1 'One'|heading level=2 'Two'"),
        ("#hashtag", "paragraph '#hashtag'"),
        ("* a\n- b\n+ c", "bulletListItem 'a'|bulletListItem 'b'|bulletListItem 'c'"),
        ("- a\n  - b\n    - c\n- d", "bulletListItem 'a'(bulletListItem 'b'(bulletListItem 'c'))|bulletListItem 'd'"),
        ("1. a\n2. b", "numberedListItem 'a'|numberedListItem 'b'"),
        ("3. a\n4) b", "numberedListItem start=3 'a'|numberedListItem 'b'"),
        ("- [ ] a\n- [x] b\n- c", "checkListItem checked=false 'a'|checkListItem checked=true 'b'|bulletListItem 'c'"),
        ("- a\n\n  more\n\ntext", "bulletListItem 'a'(paragraph 'more')|paragraph 'text'"),
        ("```swift\nlet a = 1\n\n  b\n```", "codeBlock language=\"swift\" 'let a = 1\n\n  b'"),
        ("~~~\n*a*", "codeBlock language=\"text\" '*a*'"),
        ("    a\n      b", "codeBlock language=\"text\" 'a\n  b'"),
        ("> a\n> b\nc\n\nd", "quote 'a\nb\nc'|paragraph 'd'"),
        ("> a\n>\n> - b", "quote 'a'(bulletListItem 'b')"),
        ("a\n\n---\n\nb", "paragraph 'a'|divider|paragraph 'b'"),
        (
            "a ![alt](https://x.y/z.png \"t\") b",
            "paragraph 'a'|image name=\"alt\" url=\"https://x.y/z.png\" caption=\"\" showPreview=true|paragraph 'b'"
        ),
        ("**b** *i* ~~s~~ `c`", "paragraph bold'b' ' ' italic'i' ' ' strike's' ' ' code'c'"),
        ("***both* bold**", "paragraph bold+italic'both' bold' bold'"),
        ("snake_case_word 2 * 3 * 4", "paragraph 'snake_case_word 2 * 3 * 4'"),
        (#"\*no\* &amp; &#8364; `\*`"#, #"paragraph '*no* & € ' code'\*'"#),
        ("[a **b**](https://x.y/(z))", "paragraph <https://x.y/(z)>['a ' bold'b']"),
        (
            "https://x.y/z. www.x.y <https://a.b>",
            "paragraph <https://x.y/z>['https://x.y/z'] '. ' <http://www.x.y>['www.x.y'] ' ' <https://a.b>['https://a.b']"
        ),
        ("[bad](javascript:alert) <b>html</b>", "paragraph 'bad <b>html</b>'"),
    ])
    func readsMarkdown(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test func readsTables() throws {
        let text = RichText.blocknote(fromMarkdown: "| a | b |\n|---|:-:|\n| **1** |\n\nend")
        let blocks = try JSONValue(parsing: text)
        let content = try #require(blocks[0]?["content"])
        #expect(content["type"] == "tableContent")
        #expect(content["headerRows"] == 1)
        #expect(content["rows"]?[1]?["cells"]?[0]?["content"]?[0]?["styles"] == ["bold": true])
        #expect(content["rows"]?[1]?["cells"]?.arrayValue?.count == 2)
        #expect(blocks[1]?["type"] == "paragraph")
        #expect(
            RichText.markdown(fromBlocknote: text) == "| a     | b   |\n| ----- | --- |\n| **1** |     |\n\nend\n")
    }

    /// As BlockNote writes them: loose lists but for plain check items, `*` bullets, back-slash line breaks.
    @Test(arguments: [
        "# Title\n\nText with **bold**, *italic*, ***both***, ~~gone~~, `code` and [a link](https://example.com).\n",
        "one\\\ntwo\n",
        "* a\n\n* b\n\n  1. c\n\n  2. d\n\n     * [ ] e\n     * [x] f\n",
        "* [ ] a\n* [x] b\n",
        "5. a\n\n6. b\n",
        "> a\\\n> b\n",
        "***\n",
        "```python\nprint('`')\n\nend\n```\n",
        "````text\n```\n````\n",
        "![name](https://x.y/z.png)\n",
        "<https://x.y>\n",
        "*a **b** c*\n",
        "``a`b``\n",
    ])
    func writesWhatItReads(markdown: String) {
        #expect(RichText.markdown(fromBlocknote: RichText.blocknote(fromMarkdown: markdown)) == markdown)
    }

    @Test(arguments: [
        (#"[{"type":"bulletListItem","content":"a"},{"content":[{"type":"text","text":"b "}]}]"#, "* a\n\nb \n"),
        (
            #"[{"content":[{"text":"bold ","styles":{"bold":true,"textColor":"red"}},{"text":"x","styles":{}}]}]"#,
            "**bold** x\n"
        ),
        (#"[{"type":"paragraph","content":"a","children":[{"type":"paragraph","content":"b"}]}]"#, "a\n\nb\n"),
        (
            #"[{"type":"image","props":{"url":"https://x.y/z.png","name":"n","caption":"c"}}]"#,
            "![n](https://x.y/z.png)\n\nc\n"
        ),
        (#"[{"type":"video","props":{"url":"https://x.y/z.mp4","name":"a\r\nb"}}]"#, "[a b](https://x.y/z.mp4)\n"),
        (#"[{"type":"heading","props":{"level":99},"content":"a"}]"#, "###### a\n"),
        (#"[{"type":"heading","props":{"level":1e300},"content":"a\nb"}]"#, "# a b\n"),
        (
            #"[{"type":"table","content":{"rows":[{"cells":[["a|b"],[]]}]}}]"#,
            "|      |     |\n| ---- | --- |\n| a\\|b |     |\n"
        ),
        (#"[{"type":"link"}]"#, #"[{"type":"link"}]"#),
        ("[1]", "[1]"),
        (#"{"a":1}"#, #"{"a":1}"#),
        ("not json", "not json"),
        ("[null]", "[null]"),
    ])
    func writesBlocksOrTheRawText(blocknote: String, expected: String) {
        #expect(RichText.markdown(fromBlocknote: blocknote) == expected)
    }

    @Test(arguments: [
        ("[]", nil as RichText.Problem?),
        (#"[{"type":"paragraph","content":[{"type":"link","href":"https://x.y","content":[]}]}]"#, nil),
        (#"[{"text":"javascript:x"}]"#, nil),
        (#"[{"props":{"url":"/data:"}}]"#, nil),
        ("", RichText.Problem.notJSON),
        ("[", RichText.Problem.notJSON),
        ("text", RichText.Problem.notJSON),
        ("{}", RichText.Problem.notAnArray),
        (#""[]""#, RichText.Problem.notAnArray),
        ("null", RichText.Problem.notAnArray),
        (#"[{"href":"javascript:alert(1)"}]"#, RichText.Problem.dangerousURL),
        (#"[{"a":[{"b":{"url":" JaVa\u0000Scr\tipt\n:x"}}]}]"#, RichText.Problem.dangerousURL),
        (#"[{"url":"data:text/html,x"}]"#, RichText.Problem.dangerousURL),
        (#"[{"url":"vbscript:x"}]"#, RichText.Problem.dangerousURL),
        (#"[{"url":"FILE:///etc/passwd"}]"#, RichText.Problem.dangerousURL),
    ])
    func validates(blocknote: String, problem: RichText.Problem?) {
        #expect(RichText.validateBlocknote(blocknote) == problem)
    }

    @Test func problemsSayWhatTheContractSays() {
        let field = "richTextField.blocknote"
        #expect(
            RichText.Problem.notJSON.message(field: field)
                == #"Invalid blocknote value for field "richTextField.blocknote" - must contain valid JSON"#)
        #expect(
            RichText.Problem.notAnArray.message(field: field)
                == #"Invalid blocknote value for field "richTextField.blocknote" - must be a JSON array of blocks"#)
        #expect(
            RichText.Problem.dangerousURL.message(field: field)
                == #"Dangerous URL protocol in blocknote content for field "richTextField.blocknote""#)
    }

    @Test(arguments: [
        "*", "[", "`", "_", "~", ">", "<", "*a", "[a](", "![", "<a:", "http://a.b(", "* ", "- a\n", "  - a\n", "a\n\n",
        "# \n", "```\n", "> a\n", "|-|\n", "\\", "&#", "\t", "`a``b```", "**a", "*a_b", "[](<", "[](a \"", "a\n=\n",
    ])
    func isLinearOnHostileInput(piece: String) {
        let markdown = String(repeating: piece, count: 10_000 / piece.utf8.count)
        let blocknote = RichText.blocknote(fromMarkdown: markdown)
        #expect(RichText.validateBlocknote(blocknote) == nil)
        _ = RichText.markdown(fromBlocknote: blocknote)
        _ = RichText.validateBlocknote(markdown)
    }

    /// One line per block list: type, properties but for colours and alignment, content, children in brackets.
    private func outline(_ markdown: String) -> String {
        guard let blocks = try? JSONValue(parsing: RichText.blocknote(fromMarkdown: markdown)) else { return "no JSON" }
        return Self.outline(blocks)
    }

    private static func outline(_ blocks: JSONValue) -> String {
        (blocks.arrayValue ?? []).map { block in
            let plain = ["textColor", "backgroundColor", "textAlignment", "isToggleable"]
            let props = (block["props"]?.objectValue?.members ?? []).filter { !plain.contains($0.key) }
            let parts =
                [block["type"]?.stringValue ?? ""] + props.map { "\($0.key)=\($0.value.serializedText)" }
                + (block["content"]?.arrayValue ?? []).map(inline)
            let children = outline(block["children"] ?? [])
            return parts.joined(separator: " ") + (children.isEmpty ? "" : "(\(children))")
        }.joined(separator: "|")
    }

    private static func inline(_ value: JSONValue) -> String {
        if value["type"] == "link" {
            let content = (value["content"]?.arrayValue ?? []).map(inline).joined(separator: " ")
            return "<\(value["href"]?.stringValue ?? "")>[\(content)]"
        }
        let styles = value["styles"]?.objectValue?.keys.joined(separator: "+") ?? ""
        return "\(styles)'\(value["text"]?.stringValue ?? "")'"
    }
}
