/// A place in a document, counted from 1. Columns count UTF-16 code units, as graphql-js counts them.
package struct SourceLocation: Sendable, Hashable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
