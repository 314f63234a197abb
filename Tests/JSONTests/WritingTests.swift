import Testing

@testable import JSON

@Suite("JSON is written")
struct WritingTests {
    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(reservingCapacity: 16)
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func written(utf8 text: [UInt8]) -> String {
        written { writer in text.withUnsafeBufferPointer { writer.write(utf8: $0) } }
    }

    @Test("compactly, in order")
    func compact() {
        let value: JSONValue = ["b": [1, -2, 2.5, nil, true, false], "a": ["x": "y"], "e": [], "o": [:]]
        #expect(value.serializedText == #"{"b":[1,-2,2.5,null,true,false],"a":{"x":"y"},"e":[],"o":{}}"#)
        #expect(value.serialized == Array(value.serializedText.utf8))
    }

    @Test("in pieces, raw ones as they are")
    func pieces() {
        let text = written { writer in
            writer.write(raw: "{")
            writer.write(string: "a")
            writer.write(raw: [UInt8(ascii: ":")])
            writer.write(bool: true)
            Array(",\"b\":".utf8).withUnsafeBufferPointer { writer.write(raw: $0) }
            writer.writeNull()
            writer.write(raw: "}")
        }
        #expect(text == #"{"a":true,"b":null}"#)
    }

    @Test(
        "with only those characters escaped that must be",
        arguments: [
            ("", #""""#),
            ("plain text", #""plain text""#),
            ("\"\\/", #""\"\\/""#),
            ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
            ("\0\u{1}\u{B}\u{1F} \u{7F}", "\"\\u0000\\u0001\\u000b\\u001f \u{7F}\""),
            ("é日😀\u{2028}", "\"é日😀\u{2028}\""),
            ("line\nwith é and \"quotes\" é", #""line\nwith é and \"quotes\" é""#),
        ])
    func escaping(text: String, expected: String) {
        #expect(written { $0.write(string: text) } == expected)
        #expect(written(utf8: Array(text.utf8)) == expected)
        #expect((["\(text)": .string(text)] as JSONValue).serializedText == "{\(expected):\(expected)}")
    }

    @Test("with an escape found at any place of a text of any length", arguments: 0...20)
    func escapePlaces(length: Int) {
        let characters = [("\n", #"\n"#), ("\"", #"\""#), (#"\"#, #"\\"#), ("é", "é"), ("\u{7F}", "\u{7F}")]
        for place in 0...length {
            let before = String(repeating: "a", count: place)
            let after = String(repeating: "z", count: length - place)
            for (character, escaped) in characters {
                let expected = "\"\(before)\(escaped)\(after)\""
                #expect(written { $0.write(string: before + character + after) } == expected)
                #expect(written(utf8: Array((before + character + after).utf8)) == expected)
            }
        }
    }

    @Test(
        "with bytes that are not UTF-8 replaced",
        arguments: [
            ([0x80], "\u{FFFD}"),
            ([0x61, 0xC3], "a\u{FFFD}"),
            ([0xC3, 0xA9, 0xFF, 0xC3, 0xA9], "é\u{FFFD}é"),
            ([0xE2, 0x28, 0xA1], "\u{FFFD}(\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF0, 0x9F, 0x98], "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)])
    func invalidUTF8(bytes: [UInt8], expected: String) {
        #expect(written(utf8: bytes) == "\"\(expected)\"")
    }

    @Test("with an empty buffer as an empty text")
    func emptyBuffer() {
        #expect(written { $0.write(utf8: UnsafeBufferPointer(start: nil, count: 0)) } == #""""#)
    }

    @Test(
        "with integers in full",
        arguments: [0, 9, 10, -1, 1_000_000, 9_007_199_254_740_993, .max, .min] as [Int64])
    func integers(value: Int64) {
        #expect(written { $0.write(int: value) } == "\(value)")
    }

    @Test("with integers beyond 64 bits as they were read")
    func bigIntegers() throws {
        let text = "[18446744073709551616,-18446744073709551616]"
        #expect(try JSONValue(parsing: text).serializedText == text)
    }

    @Test(
        "with doubles as JavaScript writes them",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (100, "100"), (-2, "-2"),
            (45.75, "45.75"), (4.83, "4.83"), (-0.5, "-0.5"), (0.1 + 0.2, "0.30000000000000004"),
            (1.0 / 3, "0.3333333333333333"), (123456.789, "123456.789"), (1234567890.12, "1234567890.12"),
            (999_999_999.999999, "999999999.999999"), (0.000001, "0.000001"), (0.0000015, "0.0000015"),
            (0.00012345678901234, "0.00012345678901234"), (0.000099999, "0.000099999"),
            (1e-7, "1e-7"), (1.5e-7, "1.5e-7"), (.leastNonzeroMagnitude, "5e-324"),
            (1.2345678901234568e-300, "1.2345678901234568e-300"),
            (9_007_199_254_740_991, "9007199254740991"), (9_007_199_254_740_992, "9007199254740992"),
            (1e20, "100000000000000000000"), (123_456_789_012_345_683_968, "123456789012345680000"),
            (1e21, "1e+21"), (1.5e300, "1.5e+300"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
            (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
        ] as [(Double, String)])
    func doubles(value: Double, expected: String) {
        #expect(written { $0.write(double: value) } == expected)
    }
}
