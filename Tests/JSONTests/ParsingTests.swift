import Testing

@testable import JSON

@Suite("A JSON text is parsed")
struct ParsingTests {
    @Test(
        "to the value that it spells",
        arguments: [
            ("null", nil),
            ("true", true),
            ("false", false),
            (" \t\r\n1 \t\r\n", 1),
            (#""""#, ""),
            (#""text""#, "text"),
            ("[]", []),
            ("[ ]", []),
            ("[1,[2],{}]", [1, [2], [:]]),
            ("{}", [:]),
            ("{ }", [:]),
            (#"{"a":{"b":[null]}}"#, ["a": ["b": [nil]]]),
        ] as [(String, JSONValue)])
    func value(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == expected)
        #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
        let fromBuffer = try Array(text.utf8).withUnsafeBytes { try JSONValue(parsing: $0) }
        #expect(fromBuffer == expected)
    }

    @Test(
        "with integers that fit as integers, those beyond as their digits, and all else as doubles",
        arguments: [
            ("0", .int(0)),
            ("-7", .int(-7)),
            ("123456789012345678", .int(123_456_789_012_345_678)),
            ("9223372036854775807", .int(.max)),
            ("-9223372036854775808", .int(.min)),
            ("9223372036854775808", .bigInteger("9223372036854775808")),
            ("-9223372036854775809", .bigInteger("-9223372036854775809")),
            ("18446744073709551617", .bigInteger("18446744073709551617")),
            ("1.0", .double(1)),
            ("1e2", .double(100)),
            ("1E+2", .double(100)),
            ("45.75", .double(45.75)),
            ("-0.1", .double(-0.1)),
            ("0.3333333333333333", .double(1.0 / 3)),
            ("123456789012345678901234567890.5", .double(1.2345678901234568e29)),
            ("2.2250738585072011e-308", .double(.leastNormalMagnitude.nextDown)),
            ("5e-324", .double(.leastNonzeroMagnitude)),
            ("1e-400", .double(0)),
            ("1.7976931348623157e308", .double(.greatestFiniteMagnitude)),
        ] as [(String, JSONValue)])
    func number(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == expected)
    }

    @Test("with -0 as the negative zero, which is written 0", arguments: ["-0", "-0.0", "-0e5"])
    func negativeZero(text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.doubleValue?.sign == .minus)
        #expect(value.serializedText == "0")
    }

    @Test("with a number beyond the doubles as an infinity, which is written null")
    func overflow() throws {
        #expect(try JSONValue(parsing: "1e400") == .double(.infinity))
        #expect(try JSONValue(parsing: "-1e400") == .double(-.infinity))
        #expect(try JSONValue(parsing: "[1e400]").serializedText == "[null]")
    }

    @Test(
        "with escapes undone",
        arguments: [
            (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#"\u0041\u00e9\u65E5"#, "Aé日"),
            (#"\ud83d\ude00"#, "😀"),
            (#"\uDBFF\uDFFF"#, "\u{10FFFF}"),
            (#"\u0000"#, "\0"),
            (#"é\né"#, "é\né"),
            // Half a pair has no place in a Swift string.
            (#"\ud800"#, "\u{FFFD}"),
            (#"\udc00x"#, "\u{FFFD}x"),
            (#"\ud800\ud800"#, "\u{FFFD}\u{FFFD}"),
            (#"\ud800\ud83d\ude00"#, "\u{FFFD}😀"),
            (#"\ud800\n"#, "\u{FFFD}\n"),
            (#"\ud800\u0041"#, "\u{FFFD}A"),
        ])
    func escapes(literal: String, expected: String) throws {
        #expect(try JSONValue(parsing: "\"\(literal)\"").stringValue == expected)
        #expect(try JSONValue(parsing: "{\"\(literal)\":1}") == [expected: 1])
    }

    @Test("with texts of every length and place of the first non-ASCII character kept", arguments: 0...40)
    func stringLengths(length: Int) throws {
        let plain = String(repeating: "a", count: length)
        for text in [plain, plain + "é", plain + "日本" + plain, plain + "\u{7F}"] {
            #expect(try JSONValue(parsing: "[\"\(text)\",\"\(text)\"]") == [.string(text), .string(text)])
            #expect(try JSONValue(parsing: "{\"\(text)\":\"é\"}") == [text: "é"])
        }
    }

    @Test("down to the maximum depth and not beyond")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try JSONValue(parsing: nested(512)).serializedText == nested(512))
        let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: nested(513)) }
        #expect(error?.message == "Nesting deeper than 512 levels in JSON at position 512")
        #expect(throws: JSONParsingError.self) {
            try JSONValue(parsing: String(repeating: #"{"a":["#, count: 100_000))
        }
        // Depth is not breadth.
        let wide = "[" + String(repeating: "[[]],", count: 1000) + "0]"
        #expect(try JSONValue(parsing: wide).arrayValue?.count == 1001)
    }
}
