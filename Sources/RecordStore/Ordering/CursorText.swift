import JSON

/// Cursors as text: standard base64 of compact JSON (rest-core 7.3, graphql-core 6.5).
package enum CursorText {
    /// The cursor of a record in a list without an order of its own.
    package static func of(id: String) -> String {
        var writer = JSONWriter(reservingCapacity: 64)
        writer.write(base64: place(ofID: id))
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    package static func of(_ place: JSONValue) -> String {
        var writer = JSONWriter(reservingCapacity: 128)
        writer.write(base64: place.serialized)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func place(ofID id: String) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 48)
        writer.write(raw: "{\"id\":\"")
        writer.bytes.append(contentsOf: id.utf8)
        writer.write(raw: "\"}")
        return writer.bytes
    }
}

extension JSONWriter {
    /// Writes the cursor of the record called `id`, quoted.
    mutating func write(cursorOf id: String) {
        bytes.append(UInt8(ascii: "\""))
        write(base64: CursorText.place(ofID: id))
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes base64 as it is.
    mutating func write(base64 source: [UInt8]) {
        func digit(_ value: UInt8) -> UInt8 {
            switch value & 63 {
            case let value where value < 26: UInt8(ascii: "A") + value
            case let value where value < 52: UInt8(ascii: "a") + value - 26
            case let value where value < 62: UInt8(ascii: "0") + value - 52
            case 62: UInt8(ascii: "+")
            default: UInt8(ascii: "/")
            }
        }
        var position = 0
        while position < source.count {
            let left = source.count - position
            let first = source[position]
            let second = left > 1 ? source[position + 1] : 0
            let third = left > 2 ? source[position + 2] : 0
            bytes.append(digit(first >> 2))
            bytes.append(digit(first << 4 | second >> 4))
            bytes.append(left > 1 ? digit(second << 2 | third >> 6) : UInt8(ascii: "="))
            bytes.append(left > 2 ? digit(third) : UInt8(ascii: "="))
            position += 3
        }
    }
}
