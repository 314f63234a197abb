import JSON
import Testing

/// rest-core 6.5, data-model 4, graphql-core 6.2: what each comparator means for each type.
@Suite("Filter semantics", .sharedServer(FilterSemanticsRecords.prepare)) struct FilterSemanticsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let plural: String
        let filter: String
        let numbers: [Int]

        init(_ plural: String, _ filter: String, _ numbers: [Int]) {
            self.plural = plural
            self.filter = filter
            self.numbers = numbers
        }

        var testDescription: String { "\(plural)?filter=\(filter)" }
    }

    private func check(_ wanted: Case) throws {
        let answer = try sharedAPI().get("/rest/\(wanted.plural)", ["filter": wanted.filter])
        try #require(answer.status == 200, "\(answer.raw)")
        let ids = answer.data(wanted.plural)?.arrayValue?.map(\.id) ?? []
        #expect(ids.compactMap { Int($0.prefix(8), radix: 16) } == wanted.numbers)
        #expect(answer["totalCount"] == .int(Int64(wanted.numbers.count)))
    }

    static let texts = [
        Case("companies", "name[eq]:Acme", [1]),
        Case("companies", "name[eq]:acme", []),
        Case("companies", "name[neq]:Acme", [2, 4]),
        Case("companies", "name[in]:[Acme,Éclair,nope]", [1, 4]),
        Case("companies", "name[like]:%acme%", []),
        Case("companies", "name[like]:Ac%", [1]),
        Case("companies", "name[like]:Acme", [1]),
        Case("companies", "name[like]:A", []),
        Case("companies", "name[ilike]:%acme%", [1, 2]),
        Case("companies", "name[ilike]:ÉCLAIR", [4]),
        Case("companies", "name[ilike]:a", []),
        Case("companies", "name[startsWith]:Ac", [1]),
        Case("companies", "name[startsWith]:ac", []),
        Case("companies", "name[startsWith]:A%", []),
        Case("companies", "name[endsWith]:Labs", [2]),
        Case("companies", "name[endsWith]:labs", []),
        Case("companies", "name[endsWith]:%abs", []),
        Case("people", "jobTitle[startsWith]:50% ", [1]),
        Case("people", #"jobTitle[like]:50\% off\_er"#, [1]),
        Case("people", "jobTitle[like]:50_ off_er", [1]),
        Case("people", #"jobTitle[like]:back\\slash"#, [4]),
        Case("people", #"jobTitle[ilike]:BACK\\%"#, [4]),
        Case("people", "jobTitle[eq]:back\\slash", [4]),
        // By collation, not by bytes: É stands beside E.
        Case("companies", "name[gt]:Acme", [2, 4]),
        Case("companies", "name[lt]:F", [1, 2, 4]),
        Case("companies", "name[gte]:Acme", [1, 2, 4]),
        Case("companies", "name[lte]:Acme", [1]),
        Case("people", "emails.primaryEmail[like]:%@%", [1]),
        Case("companies", "domainName.primaryLinkUrl[eq]:acme.com", [1]),
    ]

    @Test("Text is exact and case-sensitive but for ilike; no implicit %", arguments: texts)
    func text(_ wanted: Case) throws { try check(wanted) }

    static let nullEquivalence = [
        Case("companies", #"name[eq]:"""#, [5]),
        Case("companies", "name[eq]:NULL", [5]),
        Case("companies", #"name[neq]:"""#, [1, 2, 4]),
        Case("companies", "name[neq]:NULL", [1, 2, 4]),
        Case("companies", "name[is]:NULL", [5]),
        Case("companies", "name[is]:NOT_NULL", [1, 2, 4]),
        Case("companies", #"name[like]:"""#, [5]),
        Case("companies", #"name[ilike]:"""#, [5]),
        Case("companies", "name[like]:%", [1, 2, 4]),
        Case("companies", "name[ilike]:%%", [1, 2, 4]),
        Case("companies", #"name[in]:[""]"#, []),
        Case("people", #"emails.primaryEmail[eq]:"""#, [2, 3, 4, 5]),
        Case("people", "emails.additionalEmails[is]:NULL", [2, 3, 4, 5]),
        Case("people", "emails.additionalEmails[is]:NOT_NULL", [1]),
        Case("workflows", "statuses[is]:NULL", [3]),
        Case("workflows", "statuses[is]:NOT_NULL", [1, 2]),
        Case("callRecordings", "transcript[is]:NULL", [2, 3]),
        Case("callRecordings", "transcript[is]:NOT_NULL", [1]),
        // currencyCode has no such rule.
        Case("opportunities", "amount.currencyCode[is]:NULL", [2, 3]),
    ]

    @Test("Empty text, empty lists and NULL are one value (data-model 4)", arguments: nullEquivalence)
    func nulls(_ wanted: Case) throws { try check(wanted) }

    static let scalars = [
        Case("people", "position[eq]:1", [1]),
        Case("people", "position[neq]:1", [2, 3, 4, 5]),
        Case("people", "position[gt]:3", [3, 5]),
        Case("people", "position[gte]:3.5", [3, 5]),
        Case("people", "position[lt]:-3", [4]),
        Case("people", "position[lte]:1", [1, 4]),
        Case("people", "position[in]:[1,5,7]", [1, 5]),
        Case("people", "position[lte]:3.5abc", [1, 2, 3, 4]),
        Case("opportunities", "amount.amountMicros[gte]:1000001", [2]),
        Case("opportunities", "amount.amountMicros[is]:NULL", [3]),
        Case("opportunities", "amount.amountMicros[neq]:1000000", [2]),
        Case("calendarEvents", "isCanceled[eq]:true", [1]),
        Case("calendarEvents", "isCanceled[eq]:false", [2, 3]),
        Case("calendarEvents", "isCanceled[is]:NOT_NULL", [1, 2, 3]),
        Case("people", "id[eq]:\(uuid(2))", [2]),
        Case("people", "id[eq]:\"\(uuid(10).uppercased())\"", []),
        Case("people", "id[gt]:\(uuid(3))", [4, 5]),
        Case("people", "id[in]:[\"\(uuid(1))\",'\(uuid(4))']", [1, 4]),
        Case("people", "companyId[eq]:\(uuid(1))", [1]),
        Case("people", "companyId[neq]:\(uuid(1))", [2, 3]),
        Case("people", "companyId[is]:NULL", [4, 5]),
        Case("people", "companyId[in]:[\(uuid(1)),\(uuid(2))]", [1, 2]),
        Case("noteTargets", "targetPersonId[eq]:\(uuid(1))", [1]),
        Case("noteTargets", "targetPersonId[is]:NULL", [2]),
    ]

    @Test("Numbers, booleans and ids; neq and in never match NULL", arguments: scalars)
    func scalar(_ wanted: Case) throws { try check(wanted) }

    static let options = [
        Case("opportunities", "stage[eq]:NEW", [1]),
        Case("opportunities", "stage[neq]:NEW", [2, 3]),
        // The order of the options, not of the alphabet: NEW, SCREENING, MEETING, PROPOSAL, CUSTOMER.
        Case("opportunities", "stage[gt]:SCREENING", [2, 3]),
        Case("opportunities", "stage[lte]:MEETING", [1, 2]),
        Case("opportunities", "stage[in]:[NEW,CUSTOMER]", [1, 3]),
        Case("opportunities", "stage[containsAny]:[NEW,MEETING]", [1, 2]),
        Case("opportunities", "or(stage[eq]:NEW,stage[eq]:MEETING)", [1, 2]),
        Case("opportunities", "createdBy.source[eq]:API", [1, 2, 3]),
        Case("opportunities", "createdBy.source[in]:[EMAIL,MANUAL]", []),
        Case("workflows", "statuses[containsAny]:[DRAFT]", [1]),
        Case("workflows", "statuses[containsAny]:[ACTIVE,DEACTIVATED]", [1, 2]),
    ]

    @Test("Options compare by their order; containsAny is an overlap", arguments: options)
    func option(_ wanted: Case) throws { try check(wanted) }

    static let moments = [
        Case("people", "createdAt[eq]:2026-01-02T03:04:05.678Z", [1]),
        Case("people", "createdAt[gt]:2026-01-02T03:04:05.678Z", [2, 3, 4, 5]),
        Case("people", "createdAt[gte]:2026-01-02T03:04:05.679Z", [2, 3, 4, 5]),
        Case("people", "createdAt[lte]:2026-01-02T03:04:05.678Z", [1]),
        Case("people", "createdAt[lt]:2026-01-02T03:04:05.679Z", [1]),
        Case("people", "createdAt[neq]:2026-01-02T03:04:05.678Z", [2, 3, 4, 5]),
        Case("people", "createdAt[eq]:2026-01-02T05:04:05.678+02:00", [1]),
        Case("people", "createdAt[lt]:2026-01-03", [1, 2]),
        Case("people", "createdAt[lt]:20260103", [1, 2]),
        Case("people", #"createdAt[lt]:"January 3, 2026""#, [1, 2]),
        Case("people", #"createdAt[gte]:"2026-01-02 03:04",createdAt[lt]:2026/01/03"#, [1, 2]),
        Case("people", "createdAt[in]:[2026-01-02T03:04:05.678Z,2026-01-02T03:04:05.679Z]", [1, 2]),
    ]

    @Test("Moments compare by the millisecond, in every spelling that a write takes", arguments: moments)
    func moment(_ wanted: Case) throws { try check(wanted) }

    static let json = [
        Case("callRecordings", "transcript[like]:%Test%", [1]),
        Case("callRecordings", "transcript[like]:%test%", []),
        Case("people", "emails.additionalEmails[like]:%b@x.io%", [1]),
    ]

    @Test("like works on the text of JSON", arguments: json)
    func jsonText(_ wanted: Case) throws { try check(wanted) }

    static let logic = [
        Case("people", "not(companyId[eq]:\(uuid(1)))", [2, 3]),
        Case("people", "not(companyId[is]:NULL)", [1, 2, 3]),
        Case("people", "not(or(position[eq]:1,position[eq]:2))", [3, 4, 5]),
        Case("people", "and(position[gt]:0,or(position[eq]:1,companyId[is]:NULL))", [1, 5]),
    ]

    @Test("not is three-valued: what is unknown stays unknown", arguments: logic)
    func not(_ wanted: Case) throws { try check(wanted) }

    static let relations = [
        Case("people", "company.name[ilike]:%acme%", [1, 2]),
        Case("people", "company.domainName.primaryLinkUrl[eq]:acme.com", [1]),
        Case("people", "company.id[eq]:\(uuid(2))", [2]),
        // A soft-deleted target does not match, and naming its deletedAt lifts nothing.
        Case("people", "company.name[eq]:Zebra", []),
        Case("people", "company.deletedAt[is]:NOT_NULL", []),
        Case("people", "or(company.name[eq]:Acme,position[eq]:5)", [1, 5]),
        Case("noteTargets", "targetPerson.jobTitle[startsWith]:50", [1]),
    ]

    @Test("One hop through many-to-one and morph relations (6.3)", arguments: relations)
    func relation(_ wanted: Case) throws { try check(wanted) }

    static let addresses = [
        Case("people", #"emails.primaryEmail[eq]:"ADA@München.de""#, [1]),
        Case("people", "emails.primaryEmail[eq]:ada@xn--mnchen-3ya.de", [1]),
        Case("people", "emails.primaryEmail[in]:[ADA@MÜNCHEN.DE]", [1]),
        Case("people", "emails.primaryEmail[neq]:ADA@MÜNCHEN.DE", []),
    ]

    @Test("E-mail addresses are looked for as they are stored", arguments: addresses)
    func address(_ wanted: Case) throws { try check(wanted) }

    @Test("Values are data: quotes, semicolons and SQL change nothing")
    func injection() throws {
        let api = try API()
        for text in ["'; DROP TABLE person; --", "\" OR 1=1 --", "x' OR '1'='1", "?1", "%27"] {
            let person = try api.create("people", ["jobTitle": .string(text)])
            #expect(person["jobTitle"] == .string(text))
            #expect(try api.list("people", ["filter": "jobTitle[eq]:\(text)"]).map(\.id) == [person.id], "\(text)")
            #expect(try api.list("people", ["filter": "jobTitle[in]:[\(text)]"]).map(\.id) == [person.id], "\(text)")
        }
        for filter in ["id; DROP TABLE person[eq]:1", "\"id\"[eq]:1", "id)[eq]:1("] {
            #expect(try api.get("/rest/people", ["filter": filter]).status == 400, "\(filter)")
        }
        #expect(try api.get("/rest/people")["totalCount"] == 5)
    }
}

private enum FilterSemanticsRecords {
    @Sendable static func prepare(_ api: API) throws {
        func record(_ number: Int, _ values: JSONObject) -> JSONValue {
            var values = values
            values["id"] = .string(uuid(number))
            return .object(values)
        }
        try api.createMany(
            "companies",
            [
                record(1, ["name": "Acme", "domainName": ["primaryLinkUrl": "acme.com"]]),
                record(2, ["name": "ACME Labs"]), record(3, ["name": "Zebra"]), record(4, ["name": "Éclair"]),
                record(5, [:]),
            ])
        _ = try api.delete("/rest/companies/\(uuid(3))", ["soft_delete": "true"])
        try api.createMany(
            "people",
            [
                record(
                    1,
                    [
                        "jobTitle": "50% off_er", "companyId": .string(uuid(1)), "position": 1,
                        "createdAt": "2026-01-02T03:04:05.678Z",
                        "emails": ["primaryEmail": "ada@münchen.de", "additionalEmails": ["a@x.io", "b@x.io"]],
                    ]),
                record(
                    2,
                    [
                        "jobTitle": "50 per offer", "companyId": .string(uuid(2)), "position": 2,
                        "createdAt": "2026-01-02T03:04:05.679Z",
                    ]),
                record(3, ["jobTitle": "Éclair", "companyId": .string(uuid(3)), "position": 3.5]),
                record(4, ["jobTitle": "back\\slash", "position": -4]),
                record(5, ["position": 5]),
            ])
        try api.createMany(
            "opportunities",
            [
                record(1, ["stage": "NEW", "amount": ["amountMicros": 1_000_000, "currencyCode": "EUR"]]),
                record(2, ["stage": "MEETING", "amount": ["amountMicros": 2_500_000]]),
                record(3, ["stage": "CUSTOMER"]),
            ])
        try api.createMany(
            "calendarEvents", [record(1, ["isCanceled": true]), record(2, ["isCanceled": false]), record(3, [:])])
        try api.createMany(
            "workflows",
            [
                record(1, ["statuses": ["DRAFT", "ACTIVE"]]), record(2, ["statuses": ["ACTIVE"]]),
                record(3, ["statuses": []]),
            ])
        try api.createMany(
            "callRecordings",
            [record(1, ["transcript": ["diff": ["name": "Test"]]]), record(2, ["transcript": [:]]), record(3, [:])])
        try api.createMany("noteTargets", [record(1, ["targetPersonId": .string(uuid(1))]), record(2, [:])])
    }
}
