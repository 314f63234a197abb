import JSON
import Testing

/// rest-core 9.1 and 9.4, error-texts, graphql-core 8: what composites refuse.
@Suite("Composite values that are refused", .sharedServer()) struct CompositeValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let plural: String
        let body: JSONValue
        let refusal: Refusal

        init(_ plural: String, _ body: JSONValue, _ message: String, code: String = "INVALID_ARGS_DATA") {
            self.plural = plural
            self.body = body
            refusal = Refusal(400, message, code: code)
        }

        var testDescription: String { "\(plural) \(body.serializedText)" }
    }

    static let wholes: [Case] = [
        ("people", "name"), ("people", "emails"), ("people", "phones"), ("people", "linkedinLink"),
        ("companies", "address"), ("opportunities", "amount"), ("people", "createdBy"), ("notes", "bodyV2"),
    ].flatMap { plural, field in
        [
            Case(plural, .object([field: "not-one"]), "Invalid object value 'not-one' for field \"\(field)\""),
            Case(plural, .object([field: 1]), "Invalid object value 1 for field \"\(field)\""),
            Case(plural, .object([field: "{\"a\":1}"]), "Invalid object value '{\"a\":1}' for field \"\(field)\""),
        ]
    }

    @Test("A composite is an object, not a text of one", arguments: wholes)
    func whole(_ wanted: Case) throws { try check(wanted) }

    static let parts = [
        Case("people", ["name": ["nick": "x"]], #"Invalid subfield nick for full name field "name""#),
        Case("people", ["emails": ["x": 1]], #"Invalid subfield x for emails field "emails""#),
        Case("people", ["phones": ["x": 1]], #"Invalid subfield x for phones field "phones""#),
        Case("people", ["linkedinLink": ["x": 1]], #"Invalid subfield x for links field "linkedinLink""#),
        Case("companies", ["address": ["x": 1]], #"Invalid subfield x for address field "address""#),
        Case("opportunities", ["amount": ["x": 1]], #"Invalid subfield x for currency field "amount""#),
        Case("people", ["createdBy": ["x": 1]], #"Invalid subfield x for actor field "createdBy""#),
        Case("notes", ["bodyV2": ["x": 1]], #"Invalid subfield 'x' for rich text field "bodyV2""#),
        Case("people", ["name": ["firstName": 1]], #"Invalid string value 1 for text field "name.firstName""#),
        Case(
            "people", ["phones": ["primaryPhoneNumber": 1]],
            #"Invalid string value 1 for text field "phones.primaryPhoneNumber""#),
        Case(
            "people", ["linkedinLink": ["primaryLinkUrl": 1]],
            #"Invalid string value 1 for text field "linkedinLink.primaryLinkUrl""#),
        Case(
            "companies", ["address": ["addressCity": 1]],
            #"Invalid string value 1 for text field "address.addressCity""#),
        Case(
            "companies", ["address": ["addressLat": "x"]],
            #"Invalid number value 'x' for field "address.addressLat""#),
        Case(
            "opportunities", ["amount": ["amountMicros": "x"]],
            #"Invalid number value 'x' for field "amount.amountMicros""#),
        Case(
            "opportunities", ["amount": ["amountMicros": true]],
            #"Invalid number value true for field "amount.amountMicros""#),
        Case(
            "people", ["createdBy": ["workspaceMemberId": "x"]],
            #"Invalid UUID value 'x' for field "createdBy.workspaceMemberId""#),
        Case("notes", ["bodyV2": ["markdown": 1]], #"Invalid string value 1 for text field "bodyV2.markdown""#),
    ]

    @Test("Parts are checked under a dotted name", arguments: parts)
    func part(_ wanted: Case) throws { try check(wanted) }

    static let addresses =
        ["x", "a@", "@b.c", "a b@c.d", "a@@b.c", "not-an-email"].flatMap { text in
            [
                Case(
                    "people", ["emails": ["primaryEmail": .string(text)]],
                    "Invalid string value '\(text)' for email field \"emails.primaryEmail\""),
                Case(
                    "people", ["emails": ["additionalEmails": ["ok@ok.io", .string(text)]]],
                    "Invalid string value '\(text)' for email field \"emails.additionalEmails\""),
            ]
        } + [
            Case(
                "people", ["emails": ["primaryEmail": 1]],
                #"Invalid string value 1 for email field "emails.primaryEmail""#),
            Case(
                "people", ["emails": ["additionalEmails": "nope"]],
                #"Invalid string value 'nope' for email field "emails.additionalEmails""#),
        ]

    @Test("E-mail addresses", arguments: addresses)
    func address(_ wanted: Case) throws { try check(wanted) }

    static let phones = [
        Case(
            "people", ["phones": ["primaryPhoneNumber": "612345678", "primaryPhoneCountryCode": "XX"]],
            "Invalid country code XX", code: "INVALID_PHONE_COUNTRY_CODE"),
        Case(
            "people", ["phones": ["primaryPhoneNumber": "612345678", "primaryPhoneCallingCode": "+999"]],
            "Invalid calling code +999", code: "INVALID_PHONE_CALLING_CODE"),
        Case(
            "people",
            [
                "phones": [
                    "primaryPhoneNumber": "612345678", "primaryPhoneCountryCode": "FR",
                    "primaryPhoneCallingCode": "+1",
                ]
            ],
            "Provided country code and calling code are conflicting",
            code: "CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE"),
        Case(
            "people", ["phones": ["primaryPhoneNumber": "not-a-number"]],
            "Provided phone number is invalid not-a-number", code: "INVALID_PHONE_NUMBER"),
        Case(
            "people", ["phones": ["primaryPhoneNumber": "123456789"]],
            "Provided phone number is invalid 123456789", code: "INVALID_PHONE_NUMBER"),
        Case(
            "people", ["phones": ["primaryPhoneNumber": "+33612345678", "primaryPhoneCountryCode": "US"]],
            "Provided and inferred country code are conflicting", code: "CONFLICTING_PHONE_COUNTRY_CODE"),
        Case(
            "people", ["phones": ["primaryPhoneNumber": "+33612345678", "primaryPhoneCallingCode": "+1"]],
            "Provided and inferred calling code are conflicting", code: "CONFLICTING_PHONE_CALLING_CODE"),
        Case(
            "people", ["phones": ["additionalPhones": [["number": "0612"]]]],
            "Provided phone number is invalid 0612", code: "INVALID_PHONE_NUMBER"),
    ]

    @Test("Phone numbers", arguments: phones) func phone(_ wanted: Case) throws { try check(wanted) }

    static let richTexts = [
        Case(
            "notes", ["bodyV2": ["blocknote": "nope"]],
            #"Invalid blocknote value for field "bodyV2.blocknote" - must contain valid JSON"#),
        Case(
            "notes", ["bodyV2": ["blocknote": "{}"]],
            #"Invalid blocknote value for field "bodyV2.blocknote" - must be a JSON array of blocks"#),
        Case(
            "notes",
            ["bodyV2": ["blocknote": #"[{"type":"image","props":{"url":"javascript:alert(1)"}}]"#]],
            #"Dangerous URL protocol in blocknote content for field "bodyV2.blocknote""#),
    ]

    @Test("Rich texts", arguments: richTexts) func richText(_ wanted: Case) throws { try check(wanted) }

    static let fileID = "550e8400-e29b-41d4-a716-446655440000"
    static let files = [
        Case(
            "people", ["avatarFile": "not-files"],
            #"Invalid value "'not-files'" for FILES field "avatarFile" - It should be an array of objects with "#
                + #""fileId" and "label" properties."#),
        Case(
            "people", ["avatarFile": ["addFiles": [["invalidField": "test"]]]],
            #"Invalid value "{ addFiles: [ { invalidField: 'test' } ] }" for FILES field "avatarFile" - "#
                + ": Invalid input: expected array, received object"),
        Case(
            "people", ["avatarFile": [["addFiles": [["a": 1]]]]],
            #"Invalid value "[ { addFiles: [ [Object] ] } ]" for FILES field "avatarFile" - "#
                + "0.fileId: Invalid input: expected string, received undefined, "
                + "0.label: Invalid input: expected string, received undefined, "
                + #"0: Unrecognized key: "addFiles""#),
        Case(
            "people",
            [
                "avatarFile": [
                    ["fileId": .string(fileID), "label": "a.txt"], ["fileId": .string(fileID), "label": "b.txt"],
                ]
            ], #"Max number of files is 1 for field "avatarFile""#),
    ]

    @Test("Files", arguments: files) func file(_ wanted: Case) throws { try check(wanted) }

    private func check(_ wanted: Case) throws {
        let api = try sharedAPI()
        let before = try StoredTables(api)
        #expect(try api.post("/rest/\(wanted.plural)", wanted.body).refusal == wanted.refusal)
        #expect(try api.post("/rest/batch/\(wanted.plural)", [[:], wanted.body]).refusal == wanted.refusal)
        #expect(try api.patch("/rest/\(wanted.plural)", wanted.body).refusal == wanted.refusal)
        #expect(try StoredTables(api) == before, "bad input changes nothing")
    }
}
