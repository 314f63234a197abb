import GRDBSQLite
import JSON

extension JSONWriter {
    /// Writes a column of the current row as JSON (data-model 2, rest-core 9.3).
    mutating func write(column index: Int32, _ kind: ColumnKind, of row: OpaquePointer) {
        switch kind {
        case .uuid, .dateTime, .date, .option:
            // These texts hold no character that JSON escapes.
            guard let text = text(index, of: row) else { return writeNull() }
            bytes.append(0x22)
            write(raw: text)
            bytes.append(0x22)
        case .text(let readsEmpty):
            guard let text = text(index, of: row) else {
                return readsEmpty ? write(raw: "\"\"") : writeNull()
            }
            write(utf8: text)
        case .real:
            guard sqlite3_column_type(row, index) != SQLITE_NULL else { return writeNull() }
            write(double: sqlite3_column_double(row, index))
        case .integer:
            guard sqlite3_column_type(row, index) != SQLITE_NULL else { return writeNull() }
            write(int: sqlite3_column_int64(row, index))
        case .numeric:
            switch sqlite3_column_type(row, index) {
            case SQLITE_NULL: writeNull()
            case SQLITE_INTEGER: write(int: sqlite3_column_int64(row, index))
            default: write(double: sqlite3_column_double(row, index))
            }
        case .boolean:
            guard sqlite3_column_type(row, index) != SQLITE_NULL else { return writeNull() }
            write(bool: sqlite3_column_int(row, index) != 0)
        case .optionList, .textList, .json(readsEmptyList: true):
            guard let text = text(index, of: row) else { return write(raw: "[]") }
            write(raw: text)
        case .json(readsEmptyList: false):
            guard let text = text(index, of: row) else { return writeNull() }
            write(raw: text)
        }
    }

    /// The bytes of a text column, or `nil` for NULL; they live until the row is left.
    private func text(_ index: Int32, of row: OpaquePointer) -> UnsafeBufferPointer<UInt8>? {
        guard let start = sqlite3_column_text(row, index) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, index)))
    }
}
