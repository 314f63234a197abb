import DataModel
import JSON
import RecordStore

extension CompositeInput {
    /// Each half that is sent is stored as it is; one that is missing or empty is derived from the other
    /// (data-model 13).
    func richText(_ parts: JSONObject) throws -> [Assignment] {
        let blocknote = try text("blocknote", of: parts)
        let markdown = try text("markdown", of: parts)
        if let problem = blocknote.flatMap(RichText.validateBlocknote) {
            throw RecordError.data(
                problem.message(field: "\(field.name).blocknote"),
                userFriendly: problem == .dangerousURL ? "Content contains a URL with a dangerous protocol." : nil)
        }
        return [
            assign("blocknote", SQLValue(blocknote ?? markdown.map { RichText.blocknote(fromMarkdown: $0) })),
            assign("markdown", SQLValue(markdown ?? blocknote.map { RichText.markdown(fromBlocknote: $0) })),
        ].compactMap { $0 }
    }
}
