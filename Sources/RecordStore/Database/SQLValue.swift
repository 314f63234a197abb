import CSQLite

/// A value as SQLite holds it.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    package var isNull: Bool { self == .null }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension SQLValue {
    /// How many bytes the value's text has in UTF-8.
    var utf8Count: Int {
        if case .text(let text) = self { text.utf8.count } else { 0 }
    }

    /// Binds the value to a parameter of `statement`, counted from 1.
    ///
    /// - Parameter texts: where a text is put, from `position` on; it has to stay until the parameter is cleared.
    func bind(
        to statement: OpaquePointer, at index: Int32, texts: UnsafeMutableBufferPointer<CChar>, _ position: inout Int
    ) {
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let value): sqlite3_bind_int64(statement, index, value)
        case .real(let value): sqlite3_bind_double(statement, index, value)
        case .text(let text):
            let start = position
            UnsafeMutableBufferPointer(rebasing: texts[start...]).withMemoryRebound(to: UInt8.self) { buffer in
                position += buffer.initialize(fromContentsOf: text.utf8)
            }
            // A null destructor says that the text stays where it is.
            sqlite3_bind_text(statement, index, texts.baseAddress.map { $0 + start }, Int32(position - start), nil)
        }
    }

    /// The value of a column of the current row.
    init(column index: Int32, of statement: OpaquePointer) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, index))
        case SQLITE_NULL: self = .null
        default:
            let count = Int(sqlite3_column_bytes(statement, index))
            guard let bytes = sqlite3_column_text(statement, index) else {
                self = .null
                return
            }
            self = .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        }
    }
}

/// SQL text with the values of its parameters, in order.
struct SQLFragment {
    var sql: String
    var arguments: [SQLValue] = []

    init(_ sql: String = "", _ arguments: [SQLValue] = []) {
        self.sql = sql
        self.arguments = arguments
    }

    static func joined(_ fragments: [SQLFragment], by separator: String) -> SQLFragment {
        guard fragments.count <= longestChain else {
            let chunks = stride(from: 0, to: fragments.count, by: longestChain).map { start in
                joined(Array(fragments[start..<min(start + longestChain, fragments.count)]), by: separator)
            }
            return joined(chunks, by: separator)
        }
        return SQLFragment(
            fragments.map { "(\($0.sql))" }.joined(separator: separator), fragments.flatMap(\.arguments))
    }

    /// SQLite reads a chain as a tree that is as deep as it is long, and takes no more than 1000 levels.
    private static let longestChain = 64
}
