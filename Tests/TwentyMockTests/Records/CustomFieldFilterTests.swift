import JSON
import Testing

@testable import TwentyMock

/// error-texts "Record filters", graphql-core 6.1, for types that no standard object has, and for filters that only
/// GraphQL can bring.
@Suite("Filters on custom fields") struct CustomFieldFilterTests {
    private static let multiSelect =
        "of type MULTI_SELECT - Allowed operators: containsAny, is, isEmptyArray"
    private static let text =
        "of type TEXT - Allowed operators: eq, neq, gt, gte, lt, lte, in, is, like, ilike, startsWith, endsWith"

    @Test(
        "Refused, in the words of error-texts",
        arguments: [
            ("oneToManyRelationField", ["eq": "x"], #"Cannot filter by relation field "oneToManyRelationField""#),
            (
                "arrayField", ["containsIlike": true],
                #"Filter operator "containsIlike" requires a string value for field "arrayField", got boolean"#
            ),
            (
                "arrayField", ["containsIlike": 2],
                #"Filter operator "containsIlike" requires a string value for field "arrayField", got number"#
            ),
            (
                "arrayField", ["containsIlike": [:]],
                #"Filter operator "containsIlike" requires a string value for field "arrayField", got object"#
            ),
            (
                "rawJsonField", ["like": 2],
                #"Filter operator "like" requires a string value for field "rawJsonField", got number"#
            ),
            ("uuidField", ["eq": "2025-01-01"], #"Invalid UUID value '2025-01-01' for field "uuidField""#),
            ("uuidField", ["eq": 2], #"Invalid UUID value 2 for field "uuidField""#),
            ("uuidField", ["eq": []], #"Invalid UUID value [] for field "uuidField""#),
            ("uuidField", ["eq": [:]], #"Invalid UUID value {} for field "uuidField""#),
            ("uuidField", ["eq": true], #"Invalid UUID value true for field "uuidField""#),
            (
                "manyToOneRelationFieldId", ["eq": "invalid-uuid"],
                #"Invalid UUID value 'invalid-uuid' for field "manyToOneRelationFieldId""#
            ),
            (
                "booleanField", ["eq": "not-a-boolean"],
                #"Invalid boolean value 'not-a-boolean' for field "booleanField""#
            ),
            ("booleanField", ["eq": 2], #"Invalid boolean value 2 for field "booleanField""#),
            ("booleanField", ["eq": []], #"Invalid boolean value [] for field "booleanField""#),
            ("numberField", ["eq": "x"], #"Invalid number value NaN for field "numberField""#),
            ("numberField", ["eq": []], #"Invalid number value [] for field "numberField""#),
            ("numberField", ["eq": true], #"Invalid number value true for field "numberField""#),
            ("numberField", ["eq": [:]], #"Invalid number value {} for field "numberField""#),
            (
                "dateField", ["eq": "not-a-date"],
                #"Invalid value 'not-a-date' for date field "dateField". Expected format: 'YYYY-MM-DD'"#
            ),
            ("dateField", ["eq": []], #"Invalid value [] for date field "dateField". Expected format: 'YYYY-MM-DD'"#),
            ("dateField", ["eq": [:]], #"Invalid value {} for date field "dateField". Expected format: 'YYYY-MM-DD'"#),
            (
                "dateTimeField", ["eq": true],
                #"Invalid value true for date-time field "dateTimeField". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"#
            ),
            (
                "manyToOneRelationField", ["eq": "x"], #"Object target doesn't have any "eq" field."#
            ),
            (
                "filesField", ["containsIlike": "x"],
                #"Operator "containsIlike" is not valid for field "filesField" of type FILES - Allowed operators: is, like"#
            ),
            (
                "arrayField", ["eq": "x"],
                #"Operator "eq" is not valid for field "arrayField" of type ARRAY - Allowed operators: containsIlike, is, isEmptyArray"#
            ),
            (
                "multiSelectField", ["eq": "x"],
                #"Operator "eq" is not valid for field "multiSelectField" \#(multiSelect)"#
            ),
            (
                "multiSelectField", ["in": ["x"]],
                #"Operator "in" is not valid for field "multiSelectField" \#(multiSelect)"#
            ),
            ("textField", ["regex": "x"], #"Operator "regex" is not valid for field "textField" \#(text)"#),
            ("textField", ["iregex": "x"], #"Operator "iregex" is not valid for field "textField" \#(text)"#),
            (
                "ratingField", ["eq": "2"],
                #"invalid input value for enum workspace_1."apiInputValidationTestObject_ratingField_enum": "2""#
            ),
            (
                "ratingField", ["eq": true],
                #"invalid input value for enum workspace_1."apiInputValidationTestObject_ratingField_enum": "true""#
            ),
            (
                "selectField", ["eq": [:]],
                #"invalid input value for enum workspace_1."apiInputValidationTestObject_selectField_enum": "{}""#
            ),
            (
                "selectField", ["eq": []],
                #"invalid input value for enum workspace_1."apiInputValidationTestObject_selectField_enum": "{}""#
            ),
            ("numberField", ["gte": 1, "lte": 5], #"Filter for field "numberField" must have exactly one operator"#),
            ("numberField", [:], #"Filter for field "numberField" must have exactly one operator"#),
            ("numberField", 5, #"Filter value for field "numberField" must be an object"#),
            ("numberField", ["in": 5], #"Filter operator "in" requires an array value for field numberField"#),
            ("numberField", ["in": []], "Invalid filter value for field numberField. Expected non-empty array"),
            (
                "arrayField", ["isEmptyArray": "x"],
                #"Filter operator "isEmptyArray" requires a boolean value for field arrayField"#
            ),
            ("textField", ["is": "x"], #"Invalid filter value for "is" operator. Expected "NULL" or "NOT_NULL""#),
            (
                "manyToOneRelationField", "x",
                #"Cannot filter by relation field "manyToOneRelationField": use "manyToOneRelationFieldId" instead"#
            ),
            ("phonesField", ["x": ["eq": "1"]], #"Sub field "x" not found for composite type: PHONES"#),
        ] as [(String, JSONValue, String)])
    func refused(field: String, condition: JSONValue, message: String) {
        #expect(HandMadeObject.filterRefusal([field: condition]) == message)
        #expect(HandMadeObject.filterRefusal(["not": ["or": [["and": [[field: condition]]]]]]) == message)
    }

    @Test(
        "Taken: numbers as texts, booleans as texts, every comparator that the type has",
        arguments: [
            ("numberField", ["eq": "1"]), ("numericField", ["gt": "1.5"]), ("booleanField", ["eq": "true"]),
            ("dateField", ["gte": "2025-01-13"]), ("dateField", ["in": ["January 13, 2025"]]),
            ("ratingField", ["gte": "RATING_2"]), ("multiSelectField", ["containsAny": ["OPTION_1"]]),
            ("multiSelectField", ["isEmptyArray": true]), ("arrayField", ["containsIlike": "%x%"]),
            ("arrayField", ["is": "NULL"]), ("rawJsonField", ["like": "%x%"]), ("filesField", ["is": "NOT_NULL"]),
            ("textField", ["eq": nil]), ("manyToOneRelationField", ["name": ["eq": "x"]]),
            ("uuidField", ["in": [nil, .string(uuid(1))]]),
        ] as [(String, JSONValue)])
    func taken(field: String, condition: JSONValue) {
        #expect(HandMadeObject.filterRefusal([field: condition]) == nil)
    }
}
