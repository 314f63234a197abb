/// Writes compact JSON, as JavaScript's `JSON.stringify` does, at the end of a growing array of bytes.
///
/// It writes tokens and does not check that they make a document: brackets, commas and colons are the caller's.
package struct JSONWriter: Sendable {
    package var bytes: [UInt8]

    package init(reservingCapacity capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: writeNull()
        case .bool(let value): write(bool: value)
        case .int(let value): write(int: value)
        case .double(let value): write(double: value)
        case .bigInteger(let digits): bytes.append(contentsOf: digits.utf8)
        case .string(let text): write(string: text)
        case .array(let elements): write(elements)
        case .object(let object): write(object)
        }
    }

    package mutating func write(_ object: JSONObject) {
        var separator = UInt8(ascii: "{")
        for index in object.members.indices {
            bytes.append(separator)
            write(string: object.members[index].key)
            bytes.append(UInt8(ascii: ":"))
            write(object.members[index].value)
            separator = UInt8(ascii: ",")
        }
        if object.isEmpty {
            bytes.append(separator)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    package mutating func write(_ elements: [JSONValue]) {
        var separator = UInt8(ascii: "[")
        for element in elements {
            bytes.append(separator)
            write(element)
            separator = UInt8(ascii: ",")
        }
        if elements.isEmpty {
            bytes.append(separator)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func write(bool value: Bool) {
        write(raw: value ? "true" : "false")
    }

    package mutating func writeNull() {
        write(raw: "null")
    }

    /// Appends JSON text as it is.
    package mutating func write(raw text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends JSON text as it is.
    package mutating func write(raw text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    /// Appends JSON text as it is.
    package mutating func write(raw text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
    }
}

extension JSONValue {
    /// Compact JSON, as `JSON.stringify` writes it.
    package var serialized: [UInt8] {
        var writer = JSONWriter()
        writer.write(self)
        return writer.bytes
    }

    package var serializedText: String {
        String(decoding: serialized, as: UTF8.self)
    }
}
