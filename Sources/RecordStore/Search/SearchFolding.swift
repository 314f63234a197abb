import CSQLite

/// Texts as they are searched: in lower case and without accents (graphql-core 13.1).
package enum SearchFolding {
    /// SQL function of one text.
    static let name = "search_fold"

    package static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { fold(UnsafeRawBufferPointer($0)) }
    }

    static func fold(_ bytes: UnsafeRawBufferPointer) -> String {
        var letters = FoldedLetters(bytes)
        var folded = String.UnicodeScalarView()
        while let letter = letters.next() {
            folded.append(Unicode.Scalar(letter) ?? " ")
        }
        return String(folded)
    }

    static func register(on connection: OpaquePointer) {
        sqlite3_create_function_v2(
            connection, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                guard let value = values?[0], let bytes = sqlite3_value_text(value) else {
                    return sqlite3_result_null(context)
                }
                let count = Int(sqlite3_value_bytes(value))
                let folded = SearchFolding.fold(UnsafeRawBufferPointer(start: bytes, count: count))
                // The length is given, and SQLite copies the text before the call returns.
                sqlite3_result_text(
                    context, folded, Int32(folded.utf8.count),
                    unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            }, nil, nil, nil)
    }
}
