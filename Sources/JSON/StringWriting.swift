extension JSONWriter {
    /// Quoted and escaped.
    package mutating func write(string text: String) {
        // A string is always well-formed UTF-8, and contiguous unless it came from Objective-C.
        if text.utf8.withContiguousStorageIfAvailable({ writeQuoted($0, isWellFormed: true) }) == nil {
            var copy = text
            copy.withUTF8 { writeQuoted($0, isWellFormed: true) }
        }
    }

    /// Quoted and escaped. Bytes that are not UTF-8 are replaced by U+FFFD.
    package mutating func write(utf8 text: UnsafeBufferPointer<UInt8>) {
        writeQuoted(text, isWellFormed: false)
    }

    @inline(__always)
    private mutating func writeQuoted(_ text: UnsafeBufferPointer<UInt8>, isWellFormed: Bool) {
        bytes.append(UInt8(ascii: "\""))
        let clean = Self.cleanLength(of: text, from: 0, isWellFormed: isWellFormed)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<clean]))
        if clean < text.count {
            writeEscaping(text, from: clean, isWellFormed: isWellFormed)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// How many bytes from `start` can be copied as they are.
    @inline(__always)
    private static func cleanLength(
        of text: UnsafeBufferPointer<UInt8>, from start: Int, isWellFormed: Bool
    ) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var offset = start
        // A whole block is read only where that many bytes are left.
        while text.count - offset >= ByteBlock.width {
            let block = ByteBlock(base + offset)
            let marks = isWellFormed ? block.special : block.special | block.nonASCII
            if marks != 0 {
                return offset + ByteBlock.firstIndex(in: marks) - start
            }
            offset += ByteBlock.width
        }
        while offset < text.count {
            let byte = text[offset]
            if byte.isSpecialInString || !isWellFormed && byte >= 0x80 { break }
            offset += 1
        }
        return offset - start
    }

    /// Goes on with a string at the first byte that cannot just be copied.
    @inline(never)
    private mutating func writeEscaping(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isWellFormed: Bool) {
        var offset = start
        while true {
            var clean = Self.cleanLength(of: text, from: offset, isWellFormed: isWellFormed)
            while !isWellFormed, offset + clean < text.count, text[offset + clean] >= 0x80 {
                let length = UTF8Validation.sequenceLength(in: text, at: offset + clean)
                if length == 0 { break }
                clean += length
                clean += Self.cleanLength(of: text, from: offset + clean, isWellFormed: false)
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[offset..<offset + clean]))
            offset += clean
            guard offset < text.count else { return }
            writeEscape(of: text[offset])
            offset += 1
        }
    }

    /// - Parameter byte: one that cannot stand for itself; beyond ASCII, one that begins no well-formed sequence.
    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write(raw: #"\""#)
        case UInt8(ascii: "\\"): write(raw: #"\\"#)
        case 0x08: write(raw: #"\b"#)
        case 0x09: write(raw: #"\t"#)
        case 0x0A: write(raw: #"\n"#)
        case 0x0C: write(raw: #"\f"#)
        case 0x0D: write(raw: #"\r"#)
        case 0x80...:
            bytes.append(contentsOf: UTF8.encodedReplacementCharacter)
        default:
            write(raw: #"\u00"#)
            bytes.append(Self.hexadecimalDigit(byte >> 4))
            bytes.append(Self.hexadecimalDigit(byte & 0xF))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
