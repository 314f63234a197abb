import CSQLite
import JSON

/// Which members to show of an object that a column holds as JSON, or of each object of a list.
package struct JSONProjection: Sendable {
    package enum Member: Sendable {
        case member(key: String, name: String, JSONProjection? = nil)
        case constant(key: String, json: String)
    }

    let members: [Member]
    /// Whether NULL reads `[]`.
    private var readsEmptyList = false

    package init(_ members: [Member]) { self.members = members }

    /// The projection for a column of the given kind.
    func reading(_ kind: ColumnKind) -> JSONProjection {
        var projection = self
        if case .json(readsEmptyList: true) = kind { projection.readsEmptyList = true }
        return projection
    }

    func write(column index: Int32, of row: OpaquePointer, to writer: inout JSONWriter) {
        guard let text = JSONWriter.text(index, of: row) else {
            return readsEmptyList ? writer.write(raw: "[]") : writer.writeNull()
        }
        write((try? JSONValue(parsing: Array(text))) ?? .null, to: &writer)
    }

    private func write(_ value: JSONValue, to writer: inout JSONWriter) {
        switch value {
        case .array(let elements):
            var separator = UInt8(ascii: "[")
            for element in elements {
                writer.bytes.append(separator)
                separator = UInt8(ascii: ",")
                write(element, to: &writer)
            }
            if elements.isEmpty { writer.bytes.append(separator) }
            writer.bytes.append(UInt8(ascii: "]"))
        case .object(let object): write(object, to: &writer)
        default: writer.write(value)
        }
    }

    private func write(_ object: JSONObject, to writer: inout JSONWriter) {
        var separator = UInt8(ascii: "{")
        for member in members {
            writer.bytes.append(separator)
            separator = UInt8(ascii: ",")
            switch member {
            case .constant(let key, let json):
                writer.write(string: key)
                writer.bytes.append(UInt8(ascii: ":"))
                writer.bytes.append(contentsOf: json.utf8)
            case .member(let key, let name, let inner):
                writer.write(string: key)
                writer.bytes.append(UInt8(ascii: ":"))
                if let inner {
                    inner.write(object[name] ?? .null, to: &writer)
                } else {
                    writer.write(object[name] ?? .null)
                }
            }
        }
        if members.isEmpty { writer.bytes.append(separator) }
        writer.bytes.append(UInt8(ascii: "}"))
    }
}
