import JSON
import Testing

/// rest-core 9.1, error-texts "Record values on write", graphql-core 8 and 9.2: what each type refuses.
@Suite("Values that are refused", .sharedServer()) struct WriteValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let plural: String
        let body: JSONValue
        let message: String

        init(_ plural: String, _ body: JSONValue, _ message: String) {
            self.plural = plural
            self.body = body
            self.message = message
        }

        var testDescription: String { "\(plural) \(body.serializedText)" }
    }

    static let keys = [
        Case("people", ["foo": 1], #"Object person doesn't have any "foo" field."#),
        Case("people", ["foo": nil], #"Object person doesn't have any "foo" field."#),
        Case("people", ["": 1], #"Object person doesn't have any "" field."#),
        Case("people", [["jobTitle": "x"]], #"Object person doesn't have any "0" field."#),
        Case("notes", ["body": "x"], #"Object note doesn't have any "body" field."#),
        Case("companies", ["peopleId": .string(uuid(1))], #"Object company doesn't have any "peopleId" field."#),
        Case(
            "people", ["searchVector": "x"], "searchVector TS_VECTOR-typed field does not support write operations"),
        Case("companies", ["people": []], "One-to-many relation people field does not support write operations."),
        Case("companies", ["people": nil], "One-to-many relation people field does not support write operations."),
        Case("people", ["company": "x"], #"Relation "company" requires connect or disconnect operation"#),
        Case(
            "people", ["company": ["id": .string(uuid(1))]],
            #"Relation "company" requires connect or disconnect operation"#),
        Case(
            "noteTargets", ["targetPerson": .string(uuid(1))],
            #"Relation "targetPerson" requires connect or disconnect operation"#),
    ]

    @Test("Keys", arguments: keys) func keyOf(_ wanted: Case) throws { try check(wanted) }

    static let scalars = [
        Case("people", ["jobTitle": 1], #"Invalid string value 1 for text field "jobTitle""#),
        Case("people", ["jobTitle": true], #"Invalid string value true for text field "jobTitle""#),
        Case("people", ["jobTitle": [:]], #"Invalid string value {} for text field "jobTitle""#),
        Case("people", ["jobTitle": ["a"]], #"Invalid string value [ 'a' ] for text field "jobTitle""#),
        Case("people", ["jobTitle": ["a": 1]], #"Invalid string value { a: 1 } for text field "jobTitle""#),
        Case("messageCampaigns", ["sentCount": "1"], #"Invalid number value '1' for field "sentCount""#),
        Case("messageCampaigns", ["sentCount": "x"], #"Invalid number value 'x' for field "sentCount""#),
        Case("messageCampaigns", ["sentCount": true], #"Invalid number value true for field "sentCount""#),
        Case("messageCampaigns", ["sentCount": []], #"Invalid number value [] for field "sentCount""#),
        Case("calendarEvents", ["isCanceled": "true"], #"Invalid boolean value 'true' for field "isCanceled""#),
        Case("calendarEvents", ["isCanceled": 1], #"Invalid boolean value 1 for field "isCanceled""#),
        Case("people", ["companyId": "x"], #"Invalid UUID value 'x' for field "companyId""#),
        Case("people", ["companyId": ""], #"Invalid UUID value '' for field "companyId""#),
        Case("people", ["companyId": 1], #"Invalid UUID value 1 for field "companyId""#),
        Case("people", ["companyId": []], #"Invalid UUID value [] for field "companyId""#),
        Case("people", ["companyId": [:]], #"Invalid UUID value {} for field "companyId""#),
        Case("noteTargets", ["targetPersonId": true], #"Invalid UUID value true for field "targetPersonId""#),
        Case("dashboards", ["pageLayoutId": "x"], #"Invalid UUID value 'x' for field "pageLayoutId""#),
        Case("people", ["position": nil], #"Invalid position value null for field "position""#),
        Case("people", ["position": "x"], #"Invalid position value 'x' for field "position""#),
        Case("people", ["position": "1"], #"Invalid position value '1' for field "position""#),
        Case("people", ["position": true], #"Invalid position value true for field "position""#),
    ]

    @Test("Texts, numbers, booleans, ids and positions", arguments: scalars)
    func scalar(_ wanted: Case) throws { try check(wanted) }

    static let dates =
        ["x", "", "2024", "2024-01", "2024-13-01", "2024-02-31", "2024-01-01T25:00:00Z"].map { text in
            Case(
                "tasks", ["dueAt": .string(text)],
                "Invalid value '\(text)' for date-time field \"dueAt\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'")
        } + [
            Case(
                "tasks", ["dueAt": 1],
                "Invalid value 1 for date-time field \"dueAt\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"),
            Case(
                "tasks", ["dueAt": true],
                "Invalid value true for date-time field \"dueAt\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"),
            Case(
                "people", ["createdAt": "yesterday"],
                "Invalid value 'yesterday' for date-time field \"createdAt\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"),
        ]

    @Test("Moments", arguments: dates) func date(_ wanted: Case) throws { try check(wanted) }

    static let options = [
        Case(
            "opportunities", ["stage": "X"],
            #"Invalid value "X" for field "stage". Valid values are: NEW, SCREENING, MEETING, PROPOSAL, CUSTOMER"#),
        Case(
            "tasks", ["status": "todo"],
            #"Invalid value "todo" for field "status". Valid values are: TODO, IN_PROGRESS, DONE"#),
        Case(
            "tasks", ["status": ""], #"Invalid value "" for field "status". Valid values are: TODO, IN_PROGRESS, DONE"#),
        Case("opportunities", ["stage": 1], #"Invalid string value 1 for text field "stage""#),
        Case("workflows", ["statuses": "x"], #"Invalid value 'x' for multi select field "statuses""#),
        Case("workflows", ["statuses": ["DRAFT", "x"]], #"Invalid value 'x' for multi select field "statuses""#),
        Case("workflows", ["statuses": 1], #"Invalid value 1 for field "statuses - Array values need to be string""#),
        Case(
            "workflows", ["statuses": [1]],
            #"Invalid value [ 1 ] for field "statuses - Array values need to be string""#),
        Case(
            "people", ["createdBy": ["source": "X"]],
            #"Invalid value "X" for field "createdBy.source". Valid values are: EMAIL, CALENDAR, WORKFLOW, AGENT, "#
                + "API, IMPORT, MANUAL, SYSTEM, WEBHOOK, APPLICATION"),
    ]

    @Test("Options", arguments: options) func option(_ wanted: Case) throws { try check(wanted) }

    static let json = [
        Case("callRecordings", ["transcript": "nope"], #"Invalid object value 'nope' for field "transcript""#),
        Case("callRecordings", ["transcript": 1], #"Invalid object value 1 for field "transcript""#),
        Case("callRecordings", ["transcript": true], #"Invalid object value true for field "transcript""#),
    ]

    @Test("JSON", arguments: json) func jsonValue(_ wanted: Case) throws { try check(wanted) }

    private func check(_ wanted: Case) throws {
        let api = try sharedAPI()
        let before = try StoredTables(api)
        for (method, path) in [("POST", "/rest/\(wanted.plural)"), ("PATCH", "/rest/\(wanted.plural)")] {
            #expect(try api.request(method, path, [:], wanted.body).refusal == .data(wanted.message), "\(method)")
        }
        let batch = try api.post("/rest/batch/\(wanted.plural)", [[:], wanted.body])
        // A list within a batch is no record at all.
        if wanted.body.objectValue != nil { #expect(batch.refusal == .data(wanted.message), "batch") }
        #expect(batch.status == 400)
        #expect(try StoredTables(api) == before, "bad input changes nothing")
    }
}
