import Foundation
import JSON

/// The two halves of a RICH_TEXT field, and how a missing one is derived from the other (data-model 13).
///
/// Both directions follow BlockNote's converters (`tryParseMarkdownToBlocks`, `blocksToMarkdownLossy`).
package enum RichText {
    /// The JSON text of the blocks that the Markdown says: paragraphs, headings, nested bullet, numbered and check
    /// lists, code, quotes, images, tables and rules (CommonMark with GitHub's extensions).
    ///
    /// Each line break in a paragraph is kept. HTML and reference links are taken as text.
    package static func blocknote(
        fromMarkdown markdown: String, newID: () -> String = { UUID().uuidString.lowercased() }
    ) -> String {
        var blocks = MarkdownParser.blocks(markdown)
        // An editor needs a block to put the cursor into.
        if blocks.isEmpty { blocks = [RichTextBlock(.paragraph)] }
        return JSONValue.array(blocks.map { $0.json(newID: newID) }).serializedText
    }

    /// The Markdown of a JSON text of blocks, ended by a line feed; the text itself if it holds no known blocks.
    package static func markdown(fromBlocknote blocknote: String) -> String {
        guard case .array(let values)? = try? JSONValue(parsing: blocknote),
            let blocks = RichTextBlock.blocks(values)
        else { return blocknote }
        return MarkdownWriter.text(of: blocks)
    }
}
