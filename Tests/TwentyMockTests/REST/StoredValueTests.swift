import JSON
import Testing

/// rest-core 9.1 to 9.3, data-model 2 and 3, graphql-core 8: what each type takes, and how it reads.
@Suite("Values that are taken") struct StoredValueTests {
    let api: API

    init() throws { api = try API() }

    @Test("How unset values read (9.3)")
    func unset() throws {
        let person = try api.create("people")
        #expect(person["jobTitle"] == "")
        #expect(person["name"] == ["firstName": "", "lastName": ""])
        #expect(person["emails"] == ["primaryEmail": "", "additionalEmails": []])
        #expect(
            person["phones"] == [
                "primaryPhoneNumber": "", "primaryPhoneCountryCode": "", "primaryPhoneCallingCode": "",
                "additionalPhones": [],
            ])
        #expect(person["linkedinLink"] == ["primaryLinkLabel": "", "primaryLinkUrl": "", "secondaryLinks": []])
        #expect(person["avatarFile"] == JSONValue.null)
        #expect(person["companyId"] == JSONValue.null)
        #expect(person["deletedAt"] == JSONValue.null)
        let company = try api.create("companies")
        #expect(
            company["address"] == [
                "addressStreet1": "", "addressStreet2": "", "addressCity": "", "addressPostcode": "",
                "addressState": "", "addressCountry": "", "addressLat": nil, "addressLng": nil,
            ])
        #expect(company["annualRevenue"] == ["amountMicros": nil, "currencyCode": nil])
        #expect(try api.create("notes")["bodyV2"] == ["blocknote": nil, "markdown": ""])
        #expect(try api.create("workflows")["statuses"] == [])
        #expect(try api.create("callRecordings")["transcript"] == JSONValue.null)
        #expect(try api.create("tasks")["dueAt"] == JSONValue.null)
    }

    @Test("Defaults are filled in (data-model 8)")
    func defaults() throws {
        #expect(try api.create("opportunities")["stage"] == "NEW")
        #expect(try api.create("tasks")["status"] == "TODO")
        #expect(try api.create("attachments")["fileCategory"] == "OTHER")
        #expect(try api.create("calendarEvents")["isCanceled"] == false)
        #expect(try api.create("messageCampaigns")["sentCount"] == 0)
        #expect(try api.create("timelineActivities").text("happensAt")?.hasSuffix("Z") == true)
    }

    @Test("null clears what can be empty, and empty text is null (9.1)")
    func null() throws {
        let task = try api.create("tasks", ["title": "x", "status": "DONE", "dueAt": "2026-01-01"])
        let cleared = try api.update("tasks", task.id, ["title": nil, "status": nil, "dueAt": nil])
        #expect(cleared["title"] == "")
        #expect(cleared["status"] == JSONValue.null)
        #expect(cleared["dueAt"] == JSONValue.null)
        #expect(try api.update("tasks", task.id, ["title": ""])["title"] == "")
        #expect(try api.list("tasks", ["filter": "title[is]:NULL"]).count == 1)
    }

    @Test("null where a default stands in the way is the database's not-null violation")
    func notNull() throws {
        let opportunity = try api.create("opportunities")
        let answer = try api.patch("/rest/opportunities/\(opportunity.id)", ["stage": nil])
        #expect(answer.status == 400)
        #expect(answer["error"] == "BadRequestException")
        #expect(
            answer.message == #"null value in column "stage" of relation "opportunity" violates not-null constraint"#)
        #expect(try api.find("opportunities", opportunity.id)["stage"] == "NEW")
    }

    @Test(
        "Text is kept as it is, whatever it holds",
        arguments: ["a\"b\\c/\n\t", "😀 é ü 漢字", " padded ", "</script>", "\u{7f}\u{1}", "null"])
    func text(text: String) throws {
        let person = try api.create("people", ["jobTitle": .string(text)])
        #expect(person["jobTitle"] == .string(text))
        #expect(try api.find("people", person.id)["jobTitle"] == .string(text))
    }

    @Test("Numbers keep sign and decimals", arguments: [0, 1, -1, 2.5, -0.25, 1e15, 1e-7, 123_456_789] as [JSONValue])
    func number(number: JSONValue) throws {
        let campaign = try api.create("messageCampaigns", ["sentCount": number])
        #expect(campaign["sentCount"]?.doubleValue == number.doubleValue)
    }

    @Test("A whole number reads as one, without a point")
    func wholeNumbers() throws {
        let id = try api.create("messageCampaigns", ["sentCount": 3.0]).id
        #expect(try api.get("/rest/messageCampaigns/\(id)").raw.contains(#""sentCount":3,"#))
    }

    @Test("Amounts are numbers or numeric texts and read as numbers; empty text in a composite is 0 (graphql-core 8)")
    func amounts() throws {
        func amount(_ value: JSONValue) throws -> JSONValue? {
            try api.create("opportunities", ["amount": ["amountMicros": value]])["amount"]?["amountMicros"]
        }
        #expect(try amount(48_000_000_000) == 48_000_000_000)
        #expect(try amount("1500000") == 1_500_000)
        #expect(try amount(9_007_199_254_740_993) == 9_007_199_254_740_993)
        #expect(try amount("") == 0)
        #expect(try amount(nil) == JSONValue.null)
        #expect(try amount(-1) == -1)
        let place = try api.create("companies", ["address": ["addressLat": 45.75, "addressLng": "4.83"]])
        #expect(place["address"]?["addressLat"] == 45.75)
        #expect(place["address"]?["addressLng"] == 4.83)
        #expect(
            try api.create("opportunities", ["amount": ["currencyCode": ""]])["amount"]
                == ["amountMicros": nil, "currencyCode": nil])
    }

    @Test(
        "Moments are taken in many spellings and read in UTC with milliseconds (9.1, 9.3)",
        arguments: [
            ("2026-05-07", "2026-05-07T00:00:00.000Z"), ("2026-05-07T10:30:00Z", "2026-05-07T10:30:00.000Z"),
            ("2026-05-07T10:30:00.123+02:00", "2026-05-07T08:30:00.123Z"),
            ("2026-05-07T10:30:00", "2026-05-07T10:30:00.000Z"),
            ("2025-01-13 10:30", "2025-01-13T10:30:00.000Z"), ("2025-01-13 10:30:15.250", "2025-01-13T10:30:15.250Z"),
            ("20250113", "2025-01-13T00:00:00.000Z"), ("2025.01.13", "2025-01-13T00:00:00.000Z"),
            ("2025/01/13", "2025-01-13T00:00:00.000Z"), ("01-13-2025", "2025-01-13T00:00:00.000Z"),
            ("01/13/2025", "2025-01-13T00:00:00.000Z"), ("01.13.2025", "2025-01-13T00:00:00.000Z"),
            ("January 13, 2025", "2025-01-13T00:00:00.000Z"), ("Jan 13, 2025", "2025-01-13T00:00:00.000Z"),
            ("13 January 2025", "2025-01-13T00:00:00.000Z"), ("13-Jan-2025", "2025-01-13T00:00:00.000Z"),
            ("2025-Jan-13", "2025-01-13T00:00:00.000Z"),
        ])
    func moment(sent: String, read: String) throws {
        #expect(try api.create("tasks", ["dueAt": .string(sent)])["dueAt"] == .string(read))
    }

    @Test("A MULTI_SELECT takes a list or one option, and reads a list")
    func multiSelect() throws {
        func statuses(_ value: JSONValue) throws -> JSONValue? {
            try api.create("workflows", ["statuses": value])["statuses"]
        }
        #expect(try statuses(["ACTIVE", "DRAFT"]) == ["ACTIVE", "DRAFT"])
        #expect(try statuses("DRAFT") == ["DRAFT"])
        #expect(try statuses([]) == [])
        #expect(try statuses(nil) == [])
    }

    @Test("RAW_JSON takes objects, lists and their text; empty ones are null (graphql-core 8)")
    func json() throws {
        func transcript(_ value: JSONValue) throws -> JSONValue? {
            try api.create("callRecordings", ["transcript": value])["transcript"]
        }
        #expect(try transcript(["b": 1, "a": [1, nil, "x"]]) == ["b": 1, "a": [1, nil, "x"]])
        #expect(try transcript([1, 2]) == [1, 2])
        #expect(try transcript(#"{"a": 1}"#) == ["a": 1])
        #expect(try transcript([:]) == JSONValue.null)
        #expect(try transcript([]) == JSONValue.null)
        #expect(try transcript(nil) == JSONValue.null)
        #expect(try transcript("{}") == [:])
        #expect(try transcript("[]") == [])
    }

    @Test("UUIDs are taken in any case")
    func uuids() throws {
        let dashboard = try api.create("dashboards", ["pageLayoutId": .string(uuid(0xABC).uppercased())])
        #expect(dashboard["pageLayoutId"] == .string(uuid(0xABC)))
        #expect(try api.update("dashboards", dashboard.id, ["pageLayoutId": nil])["pageLayoutId"] == JSONValue.null)
    }

    @Test("Files read with extension and url, in the order sent; an empty list is null (data-model 2)")
    func files() throws {
        let file: JSONValue = ["fileId": "550e8400-e29b-41d4-a716-446655440000", "label": "Document.pdf"]
        let person = try api.create("people", ["avatarFile": [file]])
        let shown = try #require(person["avatarFile"]?[0])
        #expect(shown["fileId"] == "550e8400-e29b-41d4-a716-446655440000")
        #expect(shown["label"] == "Document.pdf")
        #expect(shown["extension"] == ".pdf")
        #expect(shown.text("url")?.isEmpty == false)
        #expect(try api.update("people", person.id, ["avatarFile": []])["avatarFile"] == JSONValue.null)
        let asText = try api.create("people", ["avatarFile": .string("[\(file.serializedText)]")])
        #expect(asText["avatarFile"]?[0]?["label"] == "Document.pdf")
    }

    @Test("maxNumberOfValues limits files only (graphql-core 8)")
    func manyValues() throws {
        let person = try api.create(
            "people",
            [
                "emails": ["primaryEmail": "a@x.io", "additionalEmails": ["b@x.io", "c@x.io"]],
                "phones": [
                    "primaryPhoneNumber": "+33612345678", "additionalPhones": [["number": "+442071234567"]],
                ],
            ])
        #expect(person["emails"]?["additionalEmails"] == ["b@x.io", "c@x.io"])
        #expect(person["phones"]?["additionalPhones"]?.arrayValue?.count == 1)
    }
}
