/// The text of a document: valid UTF-8, read by offset in bytes.
package final class GraphQLSource: Sendable {
    package let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Bytes that are not UTF-8 are replaced by U+FFFD.
    package convenience init(bytes: [UInt8]) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    package func location(at offset: Int) -> SourceLocation {
        locations(at: [offset])[0]
    }

    /// The locations of many offsets, in their order, found in one pass over the text.
    package func locations(at offsets: [Int]) -> [SourceLocation] {
        var locations = [SourceLocation](repeating: SourceLocation(line: 1, column: 1), count: offsets.count)
        var cursor = LocationCursor()
        bytes.withUnsafeBufferPointer { text in
            for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
                cursor.advance(to: min(offsets[index], text.count), in: text)
                locations[index] = cursor.location
            }
        }
        return locations
    }
}

/// Walks over a text and counts lines and columns.
private struct LocationCursor {
    private(set) var location = SourceLocation(line: 1, column: 1)
    private var position = 0

    mutating func advance(to offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        while position < offset {
            let byte = text[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\r") where position < text.count && text[position] == UInt8(ascii: "\n"):
                location.column += 1
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                location = SourceLocation(line: location.line + 1, column: 1)
            case 0x80..<0xC0:
                break
            default:
                location.column += byte >= 0xF0 ? 2 : 1
            }
        }
    }
}
