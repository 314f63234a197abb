import JSON
import RecordStore
import Testing

@testable import TwentyMock

/// error-texts "Record values on write", graphql-core 8 and 9.2, for types that no standard object has.
@Suite("Values of custom fields") struct CustomFieldValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let field: String
        let value: JSONValue
        let message: String

        init(_ field: String, _ value: JSONValue, _ message: String) {
            self.field = field
            self.value = value
            self.message = message
        }

        var testDescription: String { "\(field) \(value.serializedText)" }
    }

    private static func date(_ shown: String) -> String {
        "Invalid value \(shown) for date field \"dateField\". Expected format: 'YYYY-MM-DD'"
    }

    static let refused = [
        Case("dateField", "malformed-date", date("'malformed-date'")), Case("dateField", "", date("''")),
        Case("dateField", 1, date("1")), Case("dateField", true, date("true")), Case("dateField", [], date("[]")),
        Case("dateField", [:], date("{}")), Case("dateField", "2024-02-31", date("'2024-02-31'")),
        Case("dateField", "2024", date("'2024'")), Case("dateField", "2024-01", date("'2024-01'")),
        Case("dateField", "2024-01-01 10:30", date("'2024-01-01 10:30'")),
        Case(
            "dateTimeField", "malformed-date-time",
            #"Invalid value 'malformed-date-time' for date-time field "dateTimeField". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"#
        ),
        Case(
            "ratingField", "not-a-rating",
            #"Invalid value "not-a-rating" for field "ratingField". Valid values are: RATING_1, RATING_2, RATING_3, RATING_4, RATING_5"#
        ),
        Case("ratingField", 2, #"Invalid string value 2 for text field "ratingField""#),
        Case(
            "selectField", "not-a-select-option",
            #"Invalid value "not-a-select-option" for field "selectField". Valid values are: OPTION_1"#),
        Case("selectField", 1, #"Invalid string value 1 for text field "selectField""#),
        Case(
            "multiSelectField", "not-a-select-option",
            #"Invalid value 'not-a-select-option' for multi select field "multiSelectField""#),
        Case(
            "multiSelectField", #"["OPTION_1"]"#,
            #"Invalid value '["OPTION_1"]' for multi select field "multiSelectField""#),
        Case("arrayField", 1, #"Invalid value 1 for field "arrayField - Array values need to be string""#),
        Case("arrayField", true, #"Invalid value true for field "arrayField - Array values need to be string""#),
        Case("arrayField", [1], #"Invalid value [ 1 ] for field "arrayField - Array values need to be string""#),
        Case("numberField", "string", #"Invalid number value 'string' for field "numberField""#),
        Case("numericField", "x", #"Invalid number value 'x' for field "numericField""#),
        Case("numericField", true, #"Invalid number value true for field "numericField""#),
        Case("booleanField", 1, #"Invalid boolean value 1 for field "booleanField""#),
        Case("uuidField", "non-uuid", #"Invalid UUID value 'non-uuid' for field "uuidField""#),
        Case("uuidField", "", #"Invalid UUID value '' for field "uuidField""#),
        Case("textField", 1, #"Invalid string value 1 for text field "textField""#),
        Case(
            "rawJsonField", "not-a-stringified-json",
            #"Invalid object value 'not-a-stringified-json' for field "rawJsonField""#),
        Case("currencyField", "not-a-currency", #"Invalid object value 'not-a-currency' for field "currencyField""#),
        Case("richTextField", "not-a-rich-text", #"Invalid object value 'not-a-rich-text' for field "richTextField""#),
        Case("position", "not-a-position", #"Invalid position value 'not-a-position' for field "position""#),
        Case("requiredField", nil, "Field requiredField is not nullable and has no default value."),
        Case(
            "manyToOneRelationFieldId", "non-uuid",
            #"Invalid UUID value 'non-uuid' for field "manyToOneRelationFieldId""#),
        Case(
            "oneToManyRelationFieldId", .string(uuid(1)),
            #"Object apiInputValidationTestObject doesn't have any "oneToManyRelationFieldId" field."#),
        Case(
            "oneToManyRelationField", [],
            "One-to-many relation oneToManyRelationField field does not support write operations."),
        Case(
            "oneToOneRelationField", nil,
            #"Object apiInputValidationTestObject doesn't have any "oneToOneRelationField" field."#),
        Case(
            "filesField", "not-an-addFiles-property",
            #"Invalid value "'not-an-addFiles-property'" for FILES field "filesField" - It should be an array of "#
                + #"objects with "fileId" and "label" properties."#),
        Case(
            "filesField", ["addFiles": [["fileId": "not-a-uuid", "label": "Document.pdf"]]],
            #"Invalid value "{ addFiles: [ { fileId: 'not-a-uuid', label: 'Document.pdf' } ] }" for FILES field "#
                + #""filesField" - : Invalid input: expected array, received object"#),
        Case(
            "filesField",
            [
                "addFiles": [
                    [
                        "fileId": "550e8400-e29b-41d4-a716-446655440000", "label": "Document.pdf",
                        "extension": "not-allowed-in-input",
                    ]
                ]
            ],
            #"Invalid value "{   addFiles: [     {       fileId: '550e8400-e29b-41d4-a716-446655440000',       label: "#
                + #"'Document.pdf',       extension: 'not-allowed-in-input'     }   ] }" for FILES field "filesField" - "#
                + ": Invalid input: expected array, received object"),
    ]

    @Test("A value of the wrong kind is refused in the words of error-texts", arguments: refused)
    func refusal(_ wanted: Case) {
        #expect(HandMadeObject.writeRefusal(wanted.field, wanted.value) == wanted.message)
    }

    @Test(
        "Dates are stored as their day, whatever they were written like",
        arguments: [
            ("2026-05-07", "2026-05-07"), ("20250113", "2025-01-13"), ("2025-01-13T10:30:00Z", "2025-01-13"),
            ("2025-01-13 10:30:00.000", "2025-01-13"), ("2025.01.13", "2025-01-13"), ("2025/01/13", "2025-01-13"),
            ("01-13-2025", "2025-01-13"), ("01/13/2025", "2025-01-13"), ("01.13.2025", "2025-01-13"),
            ("January 13, 2025", "2025-01-13"), ("Jan 13, 2025", "2025-01-13"), ("13 January 2025", "2025-01-13"),
            ("13-Jan-2025", "2025-01-13"), ("2025-Jan-13", "2025-01-13"),
        ])
    func dates(sent: String, stored: String) throws {
        #expect(try HandMadeObject.stored("dateField", .string(sent)) == ["dateField": .text(stored)])
    }

    @Test(
        "What each type takes, and what is stored of it (graphql-core 8)",
        arguments: [
            ("ratingField", "RATING_3", .text("RATING_3")), ("ratingField", nil, .null),
            ("numericField", 1.5, .real(1.5)), ("numericField", "12", .integer(12)),
            ("numericField", "1.5", .real(1.5)),
            ("numericField", "", .null), ("numericField", nil, .null), ("numberField", -2.5, .real(-2.5)),
            ("arrayField", ["a", "b"], .text(#"["a","b"]"#)), ("arrayField", "a", .text(#"["a"]"#)),
            ("arrayField", [], .null), ("arrayField", nil, .null),
            ("multiSelectField", "OPTION_2", .text(#"["OPTION_2"]"#)), ("multiSelectField", [], .null),
            ("booleanField", false, .integer(0)), ("booleanField", nil, .null), ("textField", "", .null),
            ("uuidField", "ABCDEF00-0000-4000-8000-00000000000A", .text("abcdef00-0000-4000-8000-00000000000a")),
            ("rawJsonField", #"{"a":1}"#, .text(#"{"a":1}"#)), ("rawJsonField", [:], .null), ("dateField", nil, .null),
            ("filesField", [], .null), ("manyToOneRelationFieldId", nil, .null),
        ] as [(String, JSONValue, SQLValue)])
    func taken(field: String, value: JSONValue, stored: SQLValue) throws {
        #expect(try HandMadeObject.stored(field, value) == [field: stored])
    }

    @Test("At most as many files as the field allows")
    func files() throws {
        let file: JSONValue = ["fileId": "550e8400-e29b-41d4-a716-446655440000", "label": "a.txt"]
        #expect(HandMadeObject.writeRefusal("filesField", [file, file]) == nil)
        #expect(
            HandMadeObject.writeRefusal("filesField", [file, file, file])
                == #"Max number of files is 2 for field "filesField""#)
    }

    @Test(
        "null for a composite writes nothing",
        arguments: ["currencyField", "fullNameField", "emailsField", "phonesField", "linksField", "addressField"])
    func nullComposite(field: String) throws {
        #expect(try HandMadeObject.stored(field, nil).isEmpty)
    }
}
