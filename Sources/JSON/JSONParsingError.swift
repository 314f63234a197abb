/// Why a text is not JSON.
package struct JSONParsingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What `JSON.parse` of Node 20 says about the same text. Positions in it count UTF-16 code units from 0.
    ///
    /// Two conditions have texts of our own, as JavaScript does not know them: bytes that are not UTF-8, and
    /// nesting deeper than `JSONValue.maximumDepth`.
    package let message: String

    /// Where the text went wrong, in bytes from the start.
    package let offset: Int

    package var description: String { message }
}
