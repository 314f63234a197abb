import JSON
import Testing

/// rest-core 9.4 and 18, data-model 16: how values are taken, in the newest release and in the older one.
@Suite("Releases: values and the data model") struct ReleaseValueTests {
    let newest: API
    let older: API

    init() throws {
        newest = try API(release: "2")
        older = try API(release: "1")
    }

    @Test("storesASCIIEmailDomains: older servers lower the case only")
    func addresses() throws {
        let body: JSONValue = ["emails": ["primaryEmail": "X@MÜNCHEN.DE"]]
        #expect(try newest.create("people", body)["emails"]?["primaryEmail"] == "x@xn--mnchen-3ya.de")
        #expect(try older.create("people", body)["emails"]?["primaryEmail"] == "x@münchen.de")
    }

    @Test("keepsInvalidLinks: older servers refuse what is no URL")
    func invalidLinks() throws {
        let body: JSONValue = ["linkedinLink": ["primaryLinkUrl": "not a url"]]
        #expect(try newest.create("people", body)["linkedinLink"]?["primaryLinkUrl"] == "not a url")
        #expect(try older.post("/rest/people", body).refusal == Refusal(400, "The URL of the link is not valid"))
        #expect(
            try older.create("people", ["linkedinLink": ["primaryLinkUrl": "twenty.com"]])["linkedinLink"]?[
                "primaryLinkUrl"] == "twenty.com")
    }

    @Test("keepsLinkPartsLeftOut: older servers clear label and secondary links")
    func partialLinks() throws {
        func links(_ api: API) throws -> JSONValue? {
            let person = try api.create(
                "people",
                [
                    "linkedinLink": [
                        "primaryLinkUrl": "https://a.io", "primaryLinkLabel": "A",
                        "secondaryLinks": [["url": "https://b.io", "label": "B"]],
                    ]
                ])
            return try api.update("people", person.id, ["linkedinLink": ["primaryLinkUrl": "https://c.io"]])[
                "linkedinLink"]
        }
        #expect(try links(newest)?["primaryLinkLabel"] == "A")
        #expect(try links(older) == ["primaryLinkLabel": "", "primaryLinkUrl": "https://c.io", "secondaryLinks": nil])
    }

    @Test("company.domainName: the bare domain, older an ordinary URL")
    func domains() throws {
        let body: JSONValue = ["domainName": ["primaryLinkUrl": "https://www.Acme.com/x/"]]
        #expect(try newest.create("companies", body)["domainName"]?["primaryLinkUrl"] == "acme.com")
        #expect(try older.create("companies", body)["domainName"]?["primaryLinkUrl"] == "https://www.acme.com/x")
    }

    @Test(
        "emptyTextIsNull: in older releases empty text is a value of its own",
        arguments: [
            ("jobTitle[is]:NULL", [1], []), ("jobTitle[is]:NOT_NULL", [2], [1, 2]), (#"jobTitle[eq]:"""#, [1], [1]),
            (#"jobTitle[neq]:"""#, [2], [2]), ("jobTitle[neq]:x", [], [1]), ("jobTitle[eq]:x", [2], [2]),
            ("not(jobTitle[eq]:x)", [], [1]), ("jobTitle[like]:%", [2], [1, 2]),
            (#"jobTitle[in]:["",x]"#, [2], [1, 2]),
            ("jobTitle[lt]:x", [], [1]), ("jobTitle[lte]:x", [2], [1, 2]), ("jobTitle[gte]:x", [2], [2]),
            ("jobTitle[ilike]:X", [2], [2]), ("name.lastName[is]:NULL", [1, 2], []),
        ])
    func emptyText(filter: String, newestNumbers: [Int], olderNumbers: [Int]) throws {
        for (api, numbers) in [(newest, newestNumbers), (older, olderNumbers)] {
            try api.createMany("people", [["id": .string(uuid(1))], ["id": .string(uuid(2)), "jobTitle": "x"]])
            let found = try api.list("people", ["filter": filter]).map(\.id)
            #expect(found == numbers.map(uuid), "\(filter)")
        }
    }

    @Test("emptyTextIsNull: the order of empty text, and how a group shows it")
    func emptyTextOrder() throws {
        for api in [newest, older] {
            try api.createMany("people", [["id": .string(uuid(1))], ["id": .string(uuid(2)), "jobTitle": "x"]])
        }
        let last: KeyValuePairs = ["order_by": "jobTitle[AscNullsLast]"]
        #expect(try newest.list("people", last).map(\.id) == [uuid(2), uuid(1)])
        #expect(try older.list("people", last).map(\.id) == [uuid(1), uuid(2)])
        let groups: KeyValuePairs = ["group_by": #"[{"jobTitle":true}]"#]
        #expect(try newest.get("/rest/people/groupBy", groups).json[0]?["groupByDimensionValues"] == [nil])
        #expect(try older.get("/rest/people/groupBy", groups).json[0]?["groupByDimensionValues"] == [""])
    }

    @Test("The rich text type has its older name in messages (data-model 3)")
    func richTextName() throws {
        let filter: KeyValuePairs = ["filter": "bodyV2.x[eq]:1"]
        #expect(
            try newest.get("/rest/notes", filter).message == #"Sub field "x" not found for composite type: RICH_TEXT"#)
        #expect(
            try older.get("/rest/notes", filter).message
                == #"Sub field "x" not found for composite type: RICH_TEXT_V2"#)
    }

    // MARK: - data-model 16

    @Test(
        "Fields that are in one of the releases only",
        arguments: [
            ("companies", ["employees", "xLink", "annualRecurringRevenue", "idealCustomerProfile"], ["annualRevenue"]),
            ("people", ["city", "xLink"], []), ("blocklists", [], ["scope", "createdBy", "updatedBy", "position"]),
            ("messageThreads", [], ["subject", "createdBy", "position"]),
            ("timelineActivities", ["name"], ["timelineActivityTypeId", "timelineActivityTypeSnapshot", "position"]),
            ("messages", ["direction"], ["isDraft"]), ("noteTargets", [], ["createdBy", "updatedBy", "position"]),
        ])
    func fields(plural: String, onlyOlder: [String], onlyNewest: [String]) throws {
        // A field is known when something else of the definition is complained of.
        func isKnown(_ name: String, _ api: API) throws -> Bool {
            let answer = try api.get("/rest/\(plural)/groupBy", ["group_by": "[{\"\(name)\":1}]"])
            return answer.message?.hasPrefix("Unidentified field") != true
        }
        for name in onlyOlder + onlyNewest + ["id", "createdAt"] {
            #expect(try isKnown(name, newest) == !onlyOlder.contains(name), "\(name)")
            #expect(try isKnown(name, older) == !onlyNewest.contains(name), "\(name)")
        }
    }

    @Test("Objects that are in one of the releases only")
    func objects() throws {
        let onlyOlder = [
            "favorites", "favoriteFolders", "connectedAccounts", "messageChannels", "messageFolders",
            "calendarChannels",
        ]
        let onlyNewest = [
            "messageThreadTargets", "calendarEventTargets", "callRecordings", "messageLists", "messageListMembers",
            "messageCampaigns", "messageChannelMessageAssociationMessageFolders",
        ]
        for plural in onlyOlder {
            #expect(try older.get("/rest/\(plural)").status == 200, "\(plural)")
            #expect(try newest.get("/rest/\(plural)").status == 400, "\(plural)")
        }
        for plural in onlyNewest {
            #expect(try older.get("/rest/\(plural)").status == 400, "\(plural)")
            #expect(try newest.get("/rest/\(plural)").status == 200, "\(plural)")
        }
    }

    @Test("Types that the older model alone has fields of: whole numbers, booleans, lists of texts")
    func olderTypes() throws {
        let company = try older.create("companies", ["employees": 12])
        #expect(company["employees"] == 12)
        #expect(company["idealCustomerProfile"] == false)
        #expect(try older.list("companies", ["filter": "employees[gte]:12,idealCustomerProfile[eq]:false"]).count == 1)
        #expect(
            try older.get("/rest/companies", ["filter": "employees[eq]:x"]).message
                == #"Invalid number value NaN for field "employees""#)
        #expect(
            try older.get("/rest/companies", ["filter": "employees[like]:1"]).message
                == #"Operator "like" is not valid for field "employees" of type NUMBER - Allowed operators: eq, neq, gt, "#
                + "gte, lt, lte, in, is")
        #expect(
            try older.get("/rest/companies", ["filter": "idealCustomerProfile[eq]:maybe"]).message
                == #"Invalid boolean value 'maybe' for field "idealCustomerProfile""#)
        #expect(
            try older.post("/rest/companies", ["employees": "x"]).message
                == #"Invalid number value 'x' for field "employees""#)
    }

    @Test("A person at depth 1 has favorites in the older release only")
    func relations() throws {
        #expect(try older.create("people", [:], ["depth": "1"])["favorites"] == [])
        #expect(try newest.create("people", [:], ["depth": "1"])["favorites"] == nil)
        #expect(try older.create("people", [:], ["depth": "1"])["listMemberships"] == nil)
    }
}
