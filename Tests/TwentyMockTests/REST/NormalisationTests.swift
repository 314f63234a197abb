import JSON
import Testing

/// rest-core 9.4, data-model 4 and 13.
@Suite("Normalisation and partial writes") struct NormalisationTests {
    let api: API

    init() throws { api = try API() }

    private func person(_ field: String, _ value: JSONValue) throws -> JSONValue? {
        try api.create("people", .object([field: value]))[field]
    }

    @Test(
        "E-mail addresses: lower case, punycode domain, folded dots, no trailing dot",
        arguments: [
            ("A@B.COM", "a@b.com"), ("X@MÜNCHEN。DE.", "x@xn--mnchen-3ya.de"),
            ("Ada.L+x@Example.Org", "ada.l+x@example.org"),
        ])
    func addresses(sent: String, read: String) throws {
        let emails = try person("emails", ["primaryEmail": .string(sent), "additionalEmails": [.string(sent)]])
        #expect(emails == ["primaryEmail": .string(read), "additionalEmails": [.string(read)]])
    }

    @Test(
        "Links: scheme and host in lower case, user info dropped, one trailing slash removed; without scheme verbatim",
        arguments: [
            ("HTTPS://Acme.COM/About/?q=A#Top", "https://acme.com/About/?q=A#Top"),
            ("https://acme.com/", "https://acme.com"),
            ("https://me:pw@acme.com/x/", "https://acme.com/x"), ("acme.com/x", "acme.com/x"), ("Acme.com", "Acme.com"),
            ("not a url", "not a url"), ("localhost", "localhost"),
        ])
    func links(sent: String, read: String) throws {
        #expect(try person("linkedinLink", ["primaryLinkUrl": .string(sent)])?["primaryLinkUrl"] == .string(read))
    }

    @Test(
        "A domain is reduced to the bare host",
        arguments: [
            ("https://www.Acme.com/x", "acme.com"), ("http://user:pw@acme.com:8080/a?b#c", "acme.com"),
            ("WWW.ACME.COM.", "acme.com"), ("münchen.de", "xn--mnchen-3ya.de"), ("acme.com", "acme.com"),
        ])
    func domains(sent: String, read: String) throws {
        let company = try api.create("companies", ["domainName": ["primaryLinkUrl": .string(sent)]])
        #expect(company["domainName"]?["primaryLinkUrl"] == .string(read))
    }

    @Test(
        "Empty secondary links are dropped; an empty primary link is filled by the first secondary one with its label")
    func emptyLinks() throws {
        #expect(
            try person(
                "linkedinLink",
                [
                    "primaryLinkUrl": "", "primaryLinkLabel": "lost",
                    "secondaryLinks": [
                        ["url": "", "label": "none"], ["url": "https://a.io/", "label": "A"],
                        ["url": "https://b.io", "label": "B"],
                    ],
                ])
                == [
                    "primaryLinkLabel": "A", "primaryLinkUrl": "https://a.io",
                    "secondaryLinks": [["url": "https://b.io", "label": "B"]],
                ])
        #expect(
            try person("linkedinLink", ["secondaryLinks": #"[{"url":"https://a.io","label":"A"}]"#])?["primaryLinkUrl"]
                == "https://a.io", "as JSON text")
    }

    @Test(
        "Phones are stored as national digits with inferred codes",
        arguments: [
            (["primaryPhoneNumber": "+33612345678"], "612345678", "FR", "+33"),
            (["primaryPhoneNumber": "06 12 34 56 78", "primaryPhoneCountryCode": "FR"], "612345678", "FR", "+33"),
            (["primaryPhoneNumber": "+33 6 12-34.56 78", "primaryPhoneCallingCode": "+33"], "612345678", "FR", "+33"),
            (
                [
                    "primaryPhoneNumber": "1234567890", "primaryPhoneCountryCode": "FR",
                    "primaryPhoneCallingCode": "+33",
                ], "1234567890", "FR", "+33"
            ),
            (["primaryPhoneNumber": "01234567890", "primaryPhoneCountryCode": "FR"], "1234567890", "FR", "+33"),
            (["primaryPhoneNumber": "+442071234567"], "2071234567", "GB", "+44"),
        ] as [(JSONValue, String, String, String)])
    func phones(sent: JSONValue, number: String, country: String, calling: String) throws {
        #expect(
            try person("phones", sent) == [
                "primaryPhoneNumber": .string(number), "primaryPhoneCountryCode": .string(country),
                "primaryPhoneCallingCode": .string(calling), "additionalPhones": [],
            ])
    }

    @Test("Additional phones get the same treatment, also as JSON text")
    func additionalPhones() throws {
        let wanted: JSONValue = [["number": "612345678", "callingCode": "+33", "countryCode": "FR"]]
        #expect(try person("phones", ["additionalPhones": [["number": "+33612345678"]]])?["additionalPhones"] == wanted)
        #expect(
            try person("phones", ["additionalPhones": #"[{"number":"+33612345678"}]"#])?["additionalPhones"] == wanted)
    }

    @Test("Without a number the codes are stored as sent")
    func codesOnly() throws {
        let phones = try person("phones", ["primaryPhoneCountryCode": "FR", "primaryPhoneCallingCode": "+33"])
        #expect(phones?["primaryPhoneCountryCode"] == "FR")
        #expect(phones?["primaryPhoneNumber"] == "")
    }

    @Test("Rich text: the half that is missing or empty is derived from the other (data-model 13)")
    func richText() throws {
        let fromMarkdown = try api.create("notes", ["bodyV2": ["markdown": "Wants a pilot"]])
        #expect(fromMarkdown["bodyV2"]?["markdown"] == "Wants a pilot", "kept verbatim")
        let blocks = try JSONValue(parsing: fromMarkdown.text("bodyV2", "blocknote") ?? "")
        #expect(blocks[0]?["type"] == "paragraph")
        #expect(blocks[0]?["content"]?[0]?["text"] == "Wants a pilot")
        let blocknote =
            #"[{"id":"1","type":"paragraph","props":{},"content":[{"type":"text","text":"Hi","styles":{}}],"children":[]}]"#
        let fromBlocks = try api.create("notes", ["bodyV2": ["blocknote": .string(blocknote)]])
        #expect(fromBlocks["bodyV2"] == ["blocknote": .string(blocknote), "markdown": "Hi\n"])
        let both = try api.create("notes", ["bodyV2": ["blocknote": .string(blocknote), "markdown": "other"]])
        #expect(both["bodyV2"] == ["blocknote": .string(blocknote), "markdown": "other"])
        let updated = try api.update("notes", both.id, ["bodyV2": ["markdown": "new"]])
        #expect(updated["bodyV2"]?["markdown"] == "new")
        #expect(updated.text("bodyV2", "blocknote")?.contains("new") == true, "rebuilt")
        let empty = try api.update("notes", both.id, ["bodyV2": ["markdown": "", "blocknote": nil]])
        #expect(empty["bodyV2"] == ["blocknote": nil, "markdown": ""])
    }

    // MARK: - Partial composites on PATCH

    @Test("Names, addresses and amounts: parts left out are untouched")
    func plainComposites() throws {
        let person = try api.create("people", ["name": ["firstName": "Ada", "lastName": "L"]])
        #expect(
            try api.update("people", person.id, ["name": ["firstName": "Bob"]])["name"]
                == ["firstName": "Bob", "lastName": "L"])
        let company = try api.create("companies", ["address": ["addressCity": "Lyon", "addressLat": 45.5]])
        let address = try api.update("companies", company.id, ["address": ["addressCity": ""]])["address"]
        #expect(address?["addressCity"] == "")
        #expect(address?["addressLat"] == 45.5)
        let deal = try api.create("opportunities", ["amount": ["amountMicros": 1, "currencyCode": "EUR"]])
        #expect(
            try api.update("opportunities", deal.id, ["amount": ["amountMicros": 2]])["amount"]
                == ["amountMicros": 2, "currencyCode": "EUR"])
    }

    @Test("emails: additional ones alone clear the primary; the primary alone keeps the additional ones")
    func emails() throws {
        let person = try api.create(
            "people", ["emails": ["primaryEmail": "a@x.io", "additionalEmails": ["b@x.io"]]])
        #expect(
            try api.update("people", person.id, ["emails": ["primaryEmail": "c@x.io"]])["emails"]
                == ["primaryEmail": "c@x.io", "additionalEmails": ["b@x.io"]])
        #expect(
            try api.update("people", person.id, ["emails": ["additionalEmails": ["d@x.io"]]])["emails"]
                == ["primaryEmail": "", "additionalEmails": ["d@x.io"]])
    }

    @Test(
        "phones: a number alone clears the additional ones and infers its codes; additional ones alone keep the primary"
    )
    func partialPhones() throws {
        let person = try api.create(
            "people",
            ["phones": ["primaryPhoneNumber": "+33612345678", "additionalPhones": [["number": "+33698765432"]]]])
        let kept = try api.update(
            "people", person.id, ["phones": ["additionalPhones": [["number": "+442071234567"]]]])["phones"]
        #expect(kept?["primaryPhoneNumber"] == "612345678")
        #expect(kept?["additionalPhones"]?[0]?["countryCode"] == "GB")
        #expect(
            try api.update("people", person.id, ["phones": ["primaryPhoneNumber": "+442071234567"]])["phones"]
                == [
                    "primaryPhoneNumber": "2071234567", "primaryPhoneCountryCode": "GB",
                    "primaryPhoneCallingCode": "+44", "additionalPhones": [],
                ])
    }

    @Test("links: the primary url alone keeps label and secondary links; secondary links alone move up")
    func partialLinks() throws {
        let person = try api.create(
            "people",
            [
                "linkedinLink": [
                    "primaryLinkUrl": "https://a.io", "primaryLinkLabel": "A",
                    "secondaryLinks": [["url": "https://b.io", "label": "B"]],
                ]
            ])
        #expect(
            try api.update("people", person.id, ["linkedinLink": ["primaryLinkUrl": "https://c.io"]])["linkedinLink"]
                == [
                    "primaryLinkLabel": "A", "primaryLinkUrl": "https://c.io",
                    "secondaryLinks": [["url": "https://b.io", "label": "B"]],
                ])
        let secondary: JSONValue = [["url": "https://d.io", "label": "D"], ["url": "https://e.io", "label": "E"]]
        #expect(
            try api.update("people", person.id, ["linkedinLink": ["secondaryLinks": secondary]])["linkedinLink"]
                == [
                    "primaryLinkLabel": "D", "primaryLinkUrl": "https://d.io",
                    "secondaryLinks": [["url": "https://e.io", "label": "E"]],
                ])
    }

    @Test(
        "null for a composite writes nothing (data-model 3, before rest-core's question mark)",
        arguments: [
            ("people", "name", ["firstName": "Ada"]), ("people", "emails", ["primaryEmail": "a@x.io"]),
            ("people", "phones", ["primaryPhoneNumber": "+33612345678"]),
            ("people", "linkedinLink", ["primaryLinkUrl": "https://a.io"]),
            ("companies", "address", ["addressCity": "Lyon"]), ("opportunities", "amount", ["amountMicros": 5]),
        ] as [(String, String, JSONValue)])
    func nullComposite(plural: String, field: String, value: JSONValue) throws {
        let record = try api.create(plural, .object([field: value]))
        #expect(try api.update(plural, record.id, .object([field: nil]))[field] == record[field])
        #expect(try api.create(plural, .object([field: nil]))[field] == (try api.create(plural)[field]))
    }
}
