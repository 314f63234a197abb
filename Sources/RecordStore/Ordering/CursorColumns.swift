import CSQLite
import DataModel
import JSON

/// The values of an order's keys in each row of a page, from which cursors are made (rest-core 7.3).
struct CursorColumns {
    /// The columns to select after those of the plan, each preceded by a comma.
    let columns: String
    private let order: [OrderTerm]

    init(_ order: [OrderTerm], source: inout QuerySource) throws {
        self.order = order
        columns = try order.map { term in
            let alias = try term.relation.map { try source.join($0).alias } ?? QuerySource.root
            return ", \(alias).\(term.column.quoted)"
        }.joined()
    }

    /// - Parameter columns: where the keys are found, in their order.
    init(_ order: [OrderTerm], selectedAs columns: [String]) {
        self.order = order
        self.columns = columns.map { ", \($0)" }.joined()
    }

    var count: Int { order.count }

    /// Adds the keys' values in the current row, whose columns start at `offset`.
    func append(_ row: OpaquePointer, from offset: Int32, to values: inout [SQLValue]) {
        for position in 0..<Int32(order.count) { values.append(SQLValue(column: offset + position, of: row)) }
    }

    /// Writes the cursor of the current row, whose columns start at `offset`, as a JSON string.
    func write(_ row: OpaquePointer, from offset: Int32, to writer: inout JSONWriter) {
        if order.count == 1, order[0].relation == nil, order[0].column.name == "id" {
            return writer.write(cursorOf: SQLValue(column: offset, of: row).text ?? "")
        }
        var values: [SQLValue] = []
        append(row, from: offset, to: &values)
        writer.bytes.append(UInt8(ascii: "\""))
        writer.write(base64: cursor(values[...]).serialized)
        writer.bytes.append(UInt8(ascii: "\""))
    }

    /// The values under the names that they have in a record: `{"name":{"firstName":"Ada"},"id":"…"}`.
    func cursor(_ values: ArraySlice<SQLValue>) -> JSONValue {
        var object = JSONObject()
        for (term, value) in zip(order, values) {
            object.set(term.column.kind.json(value), at: term.path[...])
        }
        return .object(object)
    }
}

extension JSONObject {
    fileprivate mutating func set(_ value: JSONValue, at path: ArraySlice<String>) {
        guard let key = path.first else { return }
        guard path.count > 1 else {
            self[key] = value
            return
        }
        var inner = self[key]?.objectValue ?? JSONObject()
        inner.set(value, at: path.dropFirst())
        self[key] = .object(inner)
    }
}

extension ColumnKind {
    /// A stored value as it reads in a record.
    package func json(_ value: SQLValue) -> JSONValue {
        switch (self, value) {
        case (.text(readsEmpty: true), .null): .string("")
        case (.optionList, .null), (.textList, .null), (.json(readsEmptyList: true), .null): .array([])
        case (.optionList, .text(let text)), (.textList, .text(let text)), (.json, .text(let text)):
            (try? JSONValue(parsing: text)) ?? .null
        case (.boolean, .integer(let number)): .bool(number != 0)
        case (_, .null): .null
        case (_, .integer(let number)): .int(number)
        case (_, .real(let number)):
            number == number.rounded() && abs(number) < 0x1p53 ? .int(Int64(number)) : .double(number)
        case (_, .text(let text)): .string(text)
        }
    }
}
