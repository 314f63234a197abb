import CSQLite
import JSON

extension JSONWriter {
    /// Writes a column of the current row as JSON (data-model 2, rest-core 9.3).
    @inline(__always)
    mutating func write(column index: Int32, _ code: ReadPlan.Step.Code, of row: OpaquePointer) {
        switch code {
        case .plainText:
            guard let text = JSONWriter.text(index, of: row) else { return writeNull() }
            bytes.append(UInt8(ascii: "\""))
            write(raw: text)
            bytes.append(UInt8(ascii: "\""))
        case .text, .textReadingEmpty:
            guard let text = JSONWriter.text(index, of: row) else {
                return code == .text ? writeNull() : write(raw: "\"\"")
            }
            write(utf8: text)
        case .json, .jsonReadingEmpty:
            guard let text = JSONWriter.text(index, of: row) else {
                return code == .json ? writeNull() : write(raw: "[]")
            }
            write(raw: text)
        case .real, .integer, .numeric, .boolean: writeNumber(index, code, of: row)
        case .end, .skipIfNull, .guardedID, .relation, .projection, .cursor: break
        }
    }

    private mutating func writeNumber(_ index: Int32, _ code: ReadPlan.Step.Code, of row: OpaquePointer) {
        let type = sqlite3_column_type(row, index)
        if type == SQLITE_NULL { return writeNull() }
        switch code {
        case .boolean: write(bool: sqlite3_column_int(row, index) != 0)
        case .numeric where type == SQLITE_INTEGER, .integer: write(int: sqlite3_column_int64(row, index))
        default: write(double: sqlite3_column_double(row, index))
        }
    }

    /// The bytes of a text column, or `nil` for NULL; they live until the row is left.
    @inline(__always)
    static func text(_ index: Int32, of row: OpaquePointer) -> UnsafeBufferPointer<UInt8>? {
        guard let start = sqlite3_column_text(row, index) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, index)))
    }
}
