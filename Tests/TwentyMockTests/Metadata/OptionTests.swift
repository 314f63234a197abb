import JSON
import Testing
import TwentyMock

/// metadata 7.1.
@Suite struct OptionTests {
    private let api: API
    private let rocket: String
    private static let two: JSONValue = [
        ["label": "One", "value": "ONE", "position": 0],
        ["label": "Two", "value": "TWO", "position": 1, "color": "red"],
    ]

    init() throws {
        api = try API()
        rocket = try api.createObject("rocket", "rockets").id
    }

    @Test("Ids and colours are filled in")
    func filled() throws {
        let options = try api.createField(on: rocket, "x", "SELECT", ["options": Self.two])["options"]?.arrayValue ?? []
        #expect(options.map { $0["color"] } == ["gray", "red"])
        #expect(options.allSatisfy { $0.id.count == 36 })
    }

    @Test(
        "Positions are kept as sent, fractions and huge numbers as well",
        arguments: [
            ("0.5", "0.5"), ("-0.7", "-0.7"), ("9223372036854775807", "9223372036854776000"),
            ("9223372036854775808", "9223372036854776000"), ("1e19", "10000000000000000000"), ("1e30", "1e+30"),
            ("-1e30", "-1e+30"), ("1e308", "1e+308"),
        ])
    func positions(sent: String, shown: String) throws {
        let options = "[{\"label\":\"A\",\"value\":\"A\",\"position\":\(sent)}]"
        let body =
            "{\"objectMetadataId\":\"\(rocket)\",\"name\":\"x\",\"label\":\"X\",\"type\":\"SELECT\",\"options\":\(options)}"
        let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
        let made = try api.send("POST", "/rest/metadata/fields", headers: headers, body: body)
        #expect(made.status == 201)
        #expect(made.raw.contains("\"position\":\(shown)}"), "\(made.raw)")
        let read = try api.get("/rest/metadata/fields/\(made.json.id)")
        #expect(read.raw.contains("\"position\":\(shown)}"), "\(read.raw)")
    }

    @Test("Options are ordered by fractions of positions, too")
    func fractions() throws {
        let options: JSONValue = [
            ["label": "B", "value": "B", "position": 0.7], ["label": "A", "value": "A", "position": 0.5],
        ]
        let made = try api.createField(on: rocket, "x", "SELECT", ["options": options])
        #expect(made["options"]?.arrayValue?.map { $0["position"] } == [0.5, 0.7])
        let nowhere: JSONValue = [
            ["label": "A", "value": "A", "position": .null], ["label": "B", "value": "B", "position": .null],
        ]
        #expect(
            try api.field(on: rocket, "z", "SELECT", ["options": nowhere]).problems("fieldMetadata")
                == ["Duplicated option position"])
        #expect(
            try api.field(
                on: rocket, "y", "SELECT",
                [
                    "options": [
                        ["label": "A", "value": "A", "position": 1], ["label": "B", "value": "B", "position": 1.0],
                    ]
                ]
            )
            .problems("fieldMetadata") == ["Duplicated option position"])
    }

    private static let refusals: [(JSONValue, [String])] = [
        (.null, ["Options are required for enum fields"]), ([], ["Options are required for enum fields"]),
        ([["label": "A", "value": "a"]], ["Value must be in UPPER_CASE and follow snake_case \"a\""]),
        ([["label": "A", "value": "A__B"]], ["Value must be in UPPER_CASE and follow snake_case \"A__B\""]),
        ([["label": "A", "value": "1A"]], ["Value must be in UPPER_CASE and follow snake_case \"1A\""]),
        ([["label": "A,B", "value": "A"]], ["Label must not contain a comma"]),
        ([["label": "A"]], ["Option value is required"]), ([["value": "A"]], ["Option label is required"]),
        ([["value": "A", "label": "A", "id": "x"]], ["Option id is invalid"]),
        ([["value": "A", "label": "A", "color": "mauve"]], ["Option color must be a supported color"]),
        (
            [["value": "A", "label": "A", "position": 0], ["value": "A", "label": "B", "position": 0]],
            ["Duplicated option position", "Duplicated option value"]
        ),
        (
            [
                [
                    "value": .string(String(repeating: "A", count: 64)),
                    "label": .string(String(repeating: "a", count: 64)),
                ]
            ],
            ["Option value exceeds 63 characters", "Option label exceeds 63 characters"]
        ),
    ]

    @Test("Options that are refused", arguments: refusals)
    func refused(options: JSONValue, expected: [String]) throws {
        #expect(try api.field(on: rocket, "x", "SELECT", ["options": options]).problems("fieldMetadata") == expected)
    }

    private static let defaultValues: [(String, JSONValue, [String])] = [
        ("SELECT", "'ONE'", []), ("SELECT", "\"ONE\"", []),
        (
            "SELECT", "ONE",
            ["Default value should be as quoted string", "Default value \"ONE\" must be one of the option values"]
        ),
        ("SELECT", "'NOPE'", ["Default value \"'NOPE'\" must be one of the option values"]),
        ("SELECT", 22222, ["Default value for select must be a string got 22222"]),
        ("MULTI_SELECT", ["'ONE'", "'TWO'"], []),
        ("MULTI_SELECT", [], ["If defined default value must contain at least one value"]),
        ("MULTI_SELECT", "'ONE'", ["Default value for multi-select must be an array got 'ONE'"]),
        ("MULTI_SELECT", ["'ONE'", "'ONE'"], ["Default values must be unique"]),
        ("RATING", "'RATING_3'", []),
        ("RATING", "'RATING_9'", ["Default value \"'RATING_9'\" must be one of the option values"]),
    ]

    @Test("Defaults are quoted, and among the options", arguments: defaultValues)
    func defaults(type: String, value: JSONValue, expected: [String]) throws {
        let answer = try api.field(on: rocket, "x", type, ["options": Self.two, "defaultValue": value])
        #expect(answer.problems("fieldMetadata") == expected)
        #expect(answer.status == (expected.isEmpty ? 201 : 400))
    }

    @Test("A changed value is rewritten in records, a removed one cleared", arguments: ["SELECT", "MULTI_SELECT"])
    func changed(type: String) throws {
        let field = try api.createField(on: rocket, "x", type, ["options": Self.two])
        func value(_ text: String) -> JSONValue { type == "SELECT" ? .string(text) : [.string(text)] }
        let one = try api.create("rockets", ["x": value("ONE")]).id
        let two = try api.create("rockets", ["x": value("TWO")]).id
        let kept = try #require(field["options"]?[0]?.id)
        let options: JSONValue = [
            ["id": .string(kept), "label": "Uno", "value": "UNO", "position": 0],
            ["label": "Three", "value": "THREE", "position": 1],
        ]
        let answer = try api.patch("/rest/metadata/fields/\(field.id)", ["options": options])
        #expect(answer.status == 200)
        #expect(try api.find("rockets", one)["x"] == value("UNO"))
        #expect(try api.find("rockets", two)["x"] == (type == "SELECT" ? .null : []))
        #expect(try api.post("/rest/rockets", ["x": value("TWO")]).status == 400)
        try api.create("rockets", ["x": value("THREE")])
    }

    @Test("Options of a standard field, and the pick lists that show them")
    func standard() throws {
        let id = try api.fieldID("opportunity", "stage")
        let list = try api.get("/rest/metadata/picklists", ["object": "opportunities", "field": "stage"])
        #expect(list["totalCount"] == 1)
        let item = try #require(list["data"]?[0])
        #expect(item["fieldName"] == "stage")
        #expect(item["objectNameSingular"] == "opportunity")
        let record = try api.create("opportunities", ["stage": "MEETING"]).id
        var options = item["options"]?.arrayValue ?? []
        options.append(["label": "Lost", "value": "LOST", "position": 9])
        #expect(try api.patch("/rest/metadata/fields/\(id)", ["options": .array(options)]).status == 200)
        #expect(try api.find("opportunities", record)["stage"] == "MEETING")
        try api.create("opportunities", ["stage": "LOST"])
    }
}
