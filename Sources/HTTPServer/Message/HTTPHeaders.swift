/// The field lines of a message, in order, kept as the bytes that go over the wire.
///
/// A value with constant fields is its own pre-encoded block: make it once, then start from it or add it with
/// `append(contentsOf:)`, which copies its bytes at once. Names are compared without regard to case. A lookup scans
/// the bytes, so keep what you need more than once.
///
/// Names that are no tokens are not added, and control characters in values become spaces: nothing put in here can
/// end a line.
package struct HTTPHeaders: Sendable {
    /// Field lines (`name ":" OWS value OWS CRLF`) from `start` on; what lies before belongs to the request line.
    private(set) var bytes: [UInt8]
    private(set) var start: Int
    /// Whether a line has a name that the server writes itself in answers (`Content-Length` and the like).
    private(set) var hasServerFields: Bool

    package init() {
        bytes = []
        start = 0
        hasServerFields = false
    }

    /// Whole, validated field lines of a request.
    init(validLines bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        self.start = start
        hasServerFields = true
    }

    package var isEmpty: Bool { start >= bytes.count }

    /// The value of the first field of that name, without surrounding blanks. Setting it replaces all fields of that
    /// name, `nil` removes them.
    package subscript(name: String) -> String? {
        get {
            var name = name
            return name.withUTF8 { name in
                bytes.withUnsafeBytes { bytes in
                    FieldLine.first(named: UnsafeRawBufferPointer(name), in: bytes, from: start)
                        .map { String(decoding: bytes[$0.value], as: UTF8.self) }
                }
            }
        }
        set {
            remove(name)
            if let newValue { append(name, newValue) }
        }
    }

    /// The values of all fields of that name, in order.
    package func values(of name: String) -> [String] {
        filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// Adds a field, also when there is one of that name.
    package mutating func append(_ name: String, _ value: String) {
        var name = name
        var value = value
        dropPrefix()
        name.withUTF8 { name in
            guard !name.isEmpty, name.allSatisfy(ByteClass.isToken) else { return }
            hasServerFields = hasServerFields || ServerField(name: UnsafeRawBufferPointer(name)) != nil
            value.withUTF8 { value in
                bytes.reserveCapacity(bytes.count + name.count + value.count + 4)
                bytes.append(contentsOf: name)
                bytes.append(UInt8(ascii: ":"))
                bytes.append(UInt8(ascii: " "))
                for byte in value {
                    bytes.append(ByteClass.isFieldValue(byte) ? byte : UInt8(ascii: " "))
                }
                bytes.append(UInt8(ascii: "\r"))
                bytes.append(UInt8(ascii: "\n"))
            }
        }
    }

    /// Adds all fields of `other`.
    package mutating func append(contentsOf other: HTTPHeaders) {
        if isEmpty {
            self = other
            return
        }
        dropPrefix()
        hasServerFields = hasServerFields || other.hasServerFields
        if other.start == 0 {
            bytes.append(contentsOf: other.bytes)
        } else {
            bytes.append(contentsOf: other.bytes[other.start...])
        }
    }

    /// Removes all fields of that name.
    package mutating func remove(_ name: String) {
        guard self[name] != nil else { return }
        var rest = HTTPHeaders()
        for field in self where field.name.lowercased() != name.lowercased() {
            rest.append(field.name, field.value)
        }
        self = rest
    }

    private mutating func dropPrefix() {
        guard start > 0 else { return }
        bytes.removeFirst(start)
        start = 0
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }
}

extension HTTPHeaders: Sequence {
    package struct Iterator: IteratorProtocol {
        fileprivate let bytes: [UInt8]
        fileprivate var position: Int

        package mutating func next() -> (name: String, value: String)? {
            bytes.withUnsafeBytes { bytes in
                guard let line = FieldLine(in: bytes, at: position) else { return nil }
                position = line.end
                return (
                    String(decoding: bytes[line.name], as: UTF8.self),
                    String(decoding: bytes[line.value], as: UTF8.self)
                )
            }
        }
    }

    package func makeIterator() -> Iterator {
        Iterator(bytes: bytes, position: start)
    }
}

extension HTTPHeaders: Equatable, CustomStringConvertible {
    /// Same bytes in the same order.
    package static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool {
        left.bytes[left.start...] == right.bytes[right.start...]
    }

    package var description: String {
        String(decoding: bytes[start...], as: UTF8.self)
    }
}
