import JSON
import Testing

/// rest-core 6.3 and 6.4, error-texts "Record filters".
@Suite("Filter fields and values", .sharedServer()) struct FilterResolutionTests {
    static let text = "eq, neq, gt, gte, lt, lte, in, is, like, ilike, startsWith, endsWith"
    static let comparable = "eq, neq, gt, gte, lt, lte, in, is"
    static let options = "eq, neq, gt, gte, lt, lte, in, containsAny, is, isEmptyArray"

    @Test(
        "Fields, sub-fields and relations are looked up (6.3)",
        arguments: [
            ("people", "foo[eq]:1", #"Object person doesn't have any "foo" field."#),
            ("people", "name[eq]:x", #"Sub field "eq" not found for composite type: FULL_NAME"#),
            ("people", "name.nick[eq]:x", #"Sub field "nick" not found for composite type: FULL_NAME"#),
            ("people", "emails.x[eq]:x", #"Sub field "x" not found for composite type: EMAILS"#),
            ("notes", "bodyV2.x[eq]:x", #"Sub field "x" not found for composite type: RICH_TEXT"#),
            ("companies", "people[eq]:x", #"Cannot filter by relation field "people""#),
            ("companies", "people.name.firstName[eq]:x", #"Cannot filter by relation field "people""#),
            ("companies", "peopleId[eq]:x", #"Object company doesn't have any "peopleId" field."#),
            ("people", "company[eq]:x", #"Object company doesn't have any "eq" field."#),
            ("people", "company.foo[eq]:x", #"Object company doesn't have any "foo" field."#),
            ("noteTargets", "targetPerson[eq]:x", #"Object person doesn't have any "eq" field."#),
            (
                "people", "company.accountOwner.name.firstName[eq]:x",
                "Relation filter nesting deeper than 1 hop is not supported"
            ),
        ])
    func fields(plural: String, filter: String, message: String) throws {
        #expect(try sharedAPI().get("/rest/\(plural)", ["filter": filter]).refusal == .filter(message))
    }

    @Test(
        "A comparator that the type does not allow is told with those that it does (6.4)",
        arguments: [
            ("people", "jobTitle[containsAny]:[a]", "containsAny", "jobTitle", "TEXT", text),
            ("people", "jobTitle.x[eq]:a", "x", "jobTitle", "TEXT", text),
            ("people", "name.firstName[containsAny]:[a]", "containsAny", "name.firstName", "TEXT", text),
            ("messageCampaigns", "sentCount[like]:1", "like", "sentCount", "NUMBER", comparable),
            ("people", "position[ilike]:1", "ilike", "position", "POSITION", comparable),
            ("people", "id[like]:1", "like", "id", "UUID", comparable),
            ("people", "companyId[startsWith]:1", "startsWith", "companyId", "RELATION", comparable),
            ("noteTargets", "targetPersonId[like]:1", "like", "targetPersonId", "MORPH_RELATION", comparable),
            ("people", "createdAt[like]:1", "like", "createdAt", "DATE_TIME", comparable),
            ("opportunities", "amount.amountMicros[like]:1", "like", "amount.amountMicros", "NUMERIC", comparable),
            ("companies", "address.addressLat[like]:1", "like", "address.addressLat", "NUMERIC", comparable),
            (
                "people", "createdBy.workspaceMemberId[like]:1", "like", "createdBy.workspaceMemberId", "UUID",
                comparable
            ),
            ("calendarEvents", "isCanceled[neq]:true", "neq", "isCanceled", "BOOLEAN", "eq, is"),
            ("calendarEvents", "isCanceled[in]:[true]", "in", "isCanceled", "BOOLEAN", "eq, is"),
            ("opportunities", "stage[like]:N", "like", "stage", "SELECT", options),
            ("people", "createdBy.source[ilike]:N", "ilike", "createdBy.source", "SELECT", options),
            (
                "workflows", "statuses[eq]:DRAFT", "eq", "statuses", "MULTI_SELECT",
                "containsAny, is, isEmptyArray"
            ),
            (
                "workflows", "statuses[in]:[DRAFT]", "in", "statuses", "MULTI_SELECT",
                "containsAny, is, isEmptyArray"
            ),
            ("callRecordings", "transcript[eq]:1", "eq", "transcript", "RAW_JSON", "is, like"),
            ("people", "avatarFile[eq]:1", "eq", "avatarFile", "FILES", "is, like"),
            (
                "people", "emails.additionalEmails[eq]:1", "eq", "emails.additionalEmails", "RAW_JSON", "is, like"
            ),
            (
                "people", "linkedinLink.secondaryLinks[in]:[1]", "in", "linkedinLink.secondaryLinks", "RAW_JSON",
                "is, like"
            ),
            (
                "people", "phones.additionalPhones[ilike]:1", "ilike", "phones.additionalPhones", "RAW_JSON",
                "is, like"
            ),
        ])
    func comparators(
        plural: String, filter: String, comparator: String, field: String, type: String, allowed: String
    ) throws {
        #expect(
            try sharedAPI().get("/rest/\(plural)", ["filter": filter]).refusal
                == .filter(
                    "Operator \"\(comparator)\" is not valid for field \"\(field)\" of type \(type) "
                        + "- Allowed operators: \(allowed)"))
    }

    @Test(
        "A value of the wrong kind is refused (6.3)",
        arguments: [
            ("messageCampaigns", "sentCount[eq]:x", #"Invalid number value NaN for field "sentCount""#),
            ("messageCampaigns", "sentCount[in]:[1,x]", #"Invalid number value NaN for field "sentCount""#),
            ("messageCampaigns", #"sentCount[eq]:"""#, #"Invalid number value NaN for field "sentCount""#),
            ("people", "position[lte]:x", #"Invalid number value NaN for field "position""#),
            (
                "opportunities", "amount.amountMicros[gt]:x",
                #"Invalid number value NaN for field "amount.amountMicros""#
            ),
            ("calendarEvents", "isCanceled[eq]:maybe", #"Invalid boolean value 'maybe' for field "isCanceled""#),
            ("calendarEvents", "isCanceled[eq]:TRUE", #"Invalid boolean value 'TRUE' for field "isCanceled""#),
            ("people", "companyId[eq]:x", #"Invalid UUID value 'x' for field "companyId""#),
            ("people", "companyId[in]:[\(uuid(1)),x]", #"Invalid UUID value 'x' for field "companyId""#),
            ("people", "id[eq]:x", #"Invalid UUID value 'x' for field "id""#),
            ("noteTargets", "targetPersonId[eq]:x", #"Invalid UUID value 'x' for field "targetPersonId""#),
            (
                "people", "createdAt[gte]:x",
                #"Invalid value 'x' for date-time field "createdAt". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"#
            ),
            (
                "people", "createdAt[gte]:2024-13-01",
                #"Invalid value '2024-13-01' for date-time field "createdAt". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"#
            ),
        ])
    func values(plural: String, filter: String, message: String) throws {
        #expect(try sharedAPI().get("/rest/\(plural)", ["filter": filter]).refusal == .filter(message))
    }

    @Test(
        "An unknown option is refused in the database's words, without a code (6.3, acceptance 19)",
        arguments: [
            ("opportunities", "stage[eq]:X", "opportunity_stage_enum", "X"),
            ("opportunities", "stage[in]:[NEW,X]", "opportunity_stage_enum", "X"),
            ("opportunities", "stage[neq]:new", "opportunity_stage_enum", "new"),
            ("workflows", "statuses[containsAny]:[X]", "workflow_statuses_enum", "X"),
            ("people", "createdBy.source[eq]:X", "person_createdBySource_enum", "X"),
        ])
    func unknownOption(plural: String, filter: String, name: String, value: String) throws {
        let answer = try sharedAPI().get("/rest/\(plural)", ["filter": filter])
        #expect(answer.status == 400)
        #expect(answer["error"] == "BadRequestException")
        #expect(answer["code"] == nil)
        let message = try #require(answer.message)
        #expect(message.hasPrefix("invalid input value for enum workspace_"))
        #expect(message.hasSuffix(".\"\(name)\": \"\(value)\""), "\(message)")
    }

    @Test(
        "The same checks hold for bulk mutations and groupBy",
        arguments: [("PATCH", "/rest/people"), ("DELETE", "/rest/people"), ("PATCH", "/rest/people/restore")])
    func everywhere(method: String, path: String) throws {
        let api = try sharedAPI()
        let body: JSONValue? = method == "PATCH" ? [:] : nil
        #expect(
            try api.request(method, path, ["filter": "foo[eq]:1"], body).refusal
                == .filter(#"Object person doesn't have any "foo" field."#))
        #expect(
            try api.request("GET", "/rest/people/groupBy", ["filter": "foo[eq]:1", "group_by": "[]"]).refusal
                == .filter(#"Object person doesn't have any "foo" field."#))
    }
}
