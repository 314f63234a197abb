import Testing

@testable import JSON

@Suite("A text that is not JSON is refused")
struct ParsingErrorTests {
    private func error(parsing text: String) -> JSONParsingError? {
        #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
    }

    @Test(
        "in the words of Node 20",
        arguments: [
            ("", "Unexpected end of JSON input"),
            ("  ", "Unexpected end of JSON input"),
            ("[1,", "Unexpected end of JSON input"),
            (#"{"a":"#, "Unexpected end of JSON input"),
            ("tru", "Unexpected end of JSON input"),
            (#""\"#, "Unexpected end of JSON input"),
            (#"{"a":1,"b""#, "Unexpected end of JSON input"),
            ("{", "Expected property name or '}' in JSON at position 1"),
            ("{a:1}", "Expected property name or '}' in JSON at position 1"),
            ("{,}", "Expected property name or '}' in JSON at position 1"),
            (#"{"a":1,}"#, "Expected double-quoted property name in JSON at position 7"),
            (#"{"a":"é", x}"#, "Expected double-quoted property name in JSON at position 10"),
            (#"{"a" 1}"#, "Expected ':' after property name in JSON at position 5"),
            (#"{"a":1,"b" 1}"#, "Unexpected number in JSON at position 11"),
            (#"{"a":1 "b""#, "Expected ',' or '}' after property value in JSON at position 7"),
            ("[1 2]", "Expected ',' or ']' after array element in JSON at position 3"),
            ("[1", "Expected ',' or ']' after array element in JSON at position 2"),
            (#"["😀" x]"#, "Expected ',' or ']' after array element in JSON at position 6"),
            (#""abc"#, "Unterminated string in JSON at position 4"),
            ("\"a\nb\"", "Bad control character in string literal in JSON at position 2"),
            (#""\x""#, "Bad escaped character in JSON at position 2"),
            (#""\é""#, "Bad escaped character in JSON at position 2"),
            (#""\Ā""#, #"Unexpected token 'Ā', ""\Ā"" is not valid JSON"#),
            (#""\u12""#, "Bad Unicode escape in JSON at position 5"),
            (#""\u00zz""#, "Bad Unicode escape in JSON at position 5"),
            (#""\u"#, "Bad Unicode escape in JSON at position 3"),
            ("-", "No number after minus sign in JSON at position 1"),
            ("-x", "No number after minus sign in JSON at position 1"),
            ("1.", "Unterminated fractional number in JSON at position 2"),
            ("1.e5", "Unterminated fractional number in JSON at position 2"),
            ("1e+", "Exponent part is missing a number in JSON at position 3"),
            ("01", "Unexpected number in JSON at position 1"),
            ("-01", "Unexpected number in JSON at position 2"),
            ("tru1", "Unexpected number in JSON at position 3"),
            (#"tru""#, "Unexpected string in JSON at position 3"),
            ("1 1", "Unexpected non-whitespace character after JSON at position 2"),
            ("[]]", "Unexpected non-whitespace character after JSON at position 2"),
            ("[1,]", #"Unexpected token ']', "[1,]" is not valid JSON"#),
            ("[,]", #"Unexpected token ',', "[,]" is not valid JSON"#),
            ("+1", #"Unexpected token '+', "+1" is not valid JSON"#),
            (".5", #"Unexpected token '.', ".5" is not valid JSON"#),
            ("'a'", #"Unexpected token ''', "'a'" is not valid JSON"#),
            ("/* */1", #"Unexpected token '/', "/* */1" is not valid JSON"#),
            ("trux", #"Unexpected token 'x', "trux" is not valid JSON"#),
            ("\u{FEFF}{}", "Unexpected token '\u{FEFF}', \"\u{FEFF}{}\" is not valid JSON"),
            ("\u{A0}1", "Unexpected token '\u{A0}', \"\u{A0}1\" is not valid JSON"),
            ("NaN", #""NaN" is not valid JSON"#),
            ("Infinity", #""Infinity" is not valid JSON"#),
            ("undefined", #""undefined" is not valid JSON"#),
            ("[object Object]", #""[object Object]" is not valid JSON"#),
        ])
    func message(text: String, expected: String) {
        #expect(error(parsing: text)?.message == expected)
    }

    @Test(
        "with ten characters of context on either side of a bad token in a long text",
        arguments: [
            (19, "x", 0, #"Unexpected token 'x', "-------------------x" is not valid JSON"#),
            (5, "x", 30, #"Unexpected token 'x', "-----x---------"... is not valid JSON"#),
            (9, "x", 30, #"Unexpected token 'x', "---------x---------"... is not valid JSON"#),
            (10, "x", 30, #"Unexpected token 'x', ..."----------x---------"... is not valid JSON"#),
            (30, "x", 10, #"Unexpected token 'x', ..."----------x---------"... is not valid JSON"#),
            (30, "x", 9, #"Unexpected token 'x', ..."----------x---------" is not valid JSON"#),
            (30, "😀", 0, "Unexpected token '\u{FFFD}', ...\"----------😀\" is not valid JSON"),
        ])
    func context(before: Int, token: String, after: Int, expected: String) {
        let text = String(repeating: " ", count: before) + token + String(repeating: " ", count: after)
        let expected = expected.replacing("-", with: " ")
        #expect(error(parsing: text)?.message == expected)
    }

    @Test("with its place in bytes")
    func offset() {
        #expect(error(parsing: #"["é", x]"#)?.offset == 7)
        #expect(error(parsing: #"["é" "#)?.offset == 6)
        #expect(error(parsing: "")?.offset == 0)
    }

    @Test(
        "when its bytes are not UTF-8",
        arguments: [
            ([0x80], 1, 1),
            ([0xFF], 1, 1),
            ([0xC0, 0x80], 1, 1),
            ([0xC1, 0xBF], 1, 1),
            ([0xC3], 1, 1),
            ([0xE0, 0x9F, 0x80], 1, 1),
            ([0xE2, 0x82], 1, 1),
            ([0xED, 0xA0, 0x80], 1, 1),
            ([0xF0, 0x8F, 0x80, 0x80], 1, 1),
            ([0xF4, 0x90, 0x80, 0x80], 1, 1),
            ([0xF5, 0x80, 0x80, 0x80], 1, 1),
            ([0x61, 0xC3, 0xA9, 0xC3, 0x28], 4, 3),
            ([0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0xE2, 0x28, 0xA1], 10, 10),
        ] as [([UInt8], Int, Int)])
    func invalidUTF8(bytes: [UInt8], offset: Int, position: Int) {
        let text = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
        let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
        #expect(error?.message == "Invalid UTF-8 sequence in JSON at position \(position)")
        #expect(error?.offset == offset)
    }

    @Test("wherever it is cut off")
    func truncation() throws {
        let text = Array(#"{"a":[1,-2.5e3,true,false,null,"é\n\u00e9😀"],"b":{"c":""}}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONParsingError.self) { try JSONValue(parsing: Array(text[..<length])) }
        }
        #expect(try JSONValue(parsing: text).objectValue?.count == 2)
    }
}
