import JSON
import Testing

@testable import TwentyMock

/// rest-core 9.1 (`<v>` is a debug print), graphql-core 9.2 (files); expected texts are Node 20's `util.inspect`.
@Suite struct ConsolePrintTests {
    @Test(arguments: [
        ("null", "null"),
        ("true", "true"),
        ("1", "1"),
        ("-0", "-0"),
        ("-12.50", "-12.5"),
        ("0.000001", "0.000001"),
        ("1e-7", "1e-7"),
        ("123456789012345678901", "123456789012345680000"),
        ("1e21", "1e+21"),
        ("9007199254740993", "9007199254740992"),
        ("1e400", "Infinity"),
        (#""x""#, "'x'"),
        (#""""#, "''"),
        (#""it's""#, #""it's""#),
        (#""it's \"so\"""#, #"`it's "so"`"#),
        (#""it's \"so\" `""#, #"'it\'s "so" `'"#),
        (#""it's \"so\" ${x}""#, #"'it\'s "so" ${x}'"#),
        (#""a\\b\n\t\u0001\u007f\u0085é""#, #"'a\\b\n\t\x01\x7F\x85é'"#),
        ("{}", "{}"),
        ("[]", "[]"),
        (#"{"a":1}"#, "{ a: 1 }"),
        ("[1,2]", "[ 1, 2 ]"),
        (#"{"a-b":null,"it's":[],"":{},"__proto__":1}"#, #"{ 'a-b': null, "it's": [], '': {}, ['__proto__']: 1 }"#),
        (#"{"b":1,"10":2,"9":3,"01":4}"#, "{ '9': 3, '10': 2, b: 1, '01': 4 }"),
        (#"{"a":{"b":{"c":{"d":1}}}}"#, "{ a: { b: { c: [Object] } } }"),
        ("[[[[1]]]]", "[ [ [ [Array] ] ] ]"),
        ("[[[[]]]]", "[ [ [ [] ] ] ]"),
        (#"[{"addFiles":[{"fileId":"x"}]}]"#, "[ { addFiles: [ [Object] ] } ]"),
        (
            #"{"addFiles":[{"fileId":"550e8400-e29b-41d4-a716-446655440000","label":"Document.pdf","extension":"e"}]}"#,
            """
            {
              addFiles: [
                {
                  fileId: '550e8400-e29b-41d4-a716-446655440000',
                  label: 'Document.pdf',
                  extension: 'e'
                }
              ]
            }
            """
        ),
        ("[1,2,3,4,5,6,700]", "[\n  1, 2,   3, 4,\n  5, 6, 700\n]"),
        (#"["a","b","c","d","e","f","gg"]"#, "[\n  'a',  'b', 'c',\n  'd',  'e', 'f',\n  'gg'\n]"),
    ])
    func printsAsNode(json: String, expected: String) throws {
        #expect(ConsolePrint.text(of: try JSONValue(parsing: json)) == expected)
    }

    @Test func hidesElementsAfterTheHundredth() {
        let text = ConsolePrint.text(of: .array(Array(repeating: 1, count: 102)))
        #expect(text.hasSuffix(" 1, 1, 1, 1,\n  ... 2 more items\n]"))
    }

    @Test func hidesCharactersAfterTheTenThousandth() {
        let text = ConsolePrint.text(of: .string(String(repeating: "z", count: 10_001)))
        #expect(text == "'" + String(repeating: "z", count: 10_000) + "'... 1 more character")
        let pairs = ConsolePrint.text(of: .string(String(repeating: "😀", count: 10_000)))
        #expect(pairs.hasSuffix("😀'... 10000 more characters"))
    }

    @Test func breaksLongStringsAfterLineFeeds() {
        let line = String(repeating: "y", count: 50)
        #expect(ConsolePrint.text(of: .string(line + "\n" + line)) == "'\(line)\\n' +\n  '\(line)'")
    }
}
