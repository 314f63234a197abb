import JSON
import Testing

/// rest-core 14 (400 texts), graphql-core 10.
@Suite("Grouping that is refused", .sharedServer()) struct GroupByErrorTests {
    static let groupBySyntax =
        #"Invalid group_by query parameter - should be a valid array of objects - ex: [{"firstField": true}, {"secondField": {"subField": true}}, {"dateField": {"granularity": 'DAY'}}]"#
    static let aggregateSyntax =
        #"Invalid aggregate query parameter - should be a valid array of string - ex: ["countNotEmptyId", "countEmptyField"]"#
    static let orderBySyntax =
        #"Invalid order_by query parameter - should be a valid array of objects - ex: [{"firstField": "AscNullsFirst"}, {"secondField": {"subField": "DescNullsLast"}}, {"aggregate": {"aggregateField": "DescNullsLast"}}, {dateField: {"orderBy": "AscNullsFirst", "granularity": "DAY"}}]"#

    private func message(_ query: KeyValuePairs<String, String>, of plural: String = "people") throws -> String? {
        let answer = try sharedAPI().get("/rest/\(plural)/groupBy", query)
        #expect(answer.status == 400)
        return answer.message
    }

    @Test(
        "group_by is a JSON list of objects, and required",
        arguments: ["", "x", "1", "[1]", "[\"stage\"]", "true", "[{]", "null"])
    func badGroupBy(text: String) throws {
        #expect(try message(["group_by": text]) == GroupByErrorTests.groupBySyntax)
        #expect(try message([:]) == GroupByErrorTests.groupBySyntax)
    }

    @Test("aggregate is a JSON list of texts", arguments: ["x", "1", "[1]", "{}", "\"totalCount\"", "[\"totalCount\""])
    func badAggregate(text: String) throws {
        #expect(try message(["group_by": "[]", "aggregate": text]) == GroupByErrorTests.aggregateSyntax)
    }

    @Test("order_by is a JSON list of objects", arguments: ["x", "1", "[1]", "jobTitle[AscNullsFirst]", "[\"a\"]"])
    func badOrderBy(text: String) throws {
        #expect(try message(["group_by": "[]", "order_by": text]) == GroupByErrorTests.orderBySyntax)
    }

    @Test(
        "What cannot be grouped by is told",
        arguments: [
            ("people", #"[{"foo":true}]"#, "Unidentified field in groupBy: foo"),
            ("people", #"[{"id":true}]"#, #"Field "id" is not supported in groupBy"#),
            ("people", #"[{"deletedAt":true}]"#, #"Field "deletedAt" is not supported in groupBy"#),
            ("people", #"[{"createdBy":{"source":true}}]"#, #"Field "createdBy" is not supported in groupBy"#),
            ("people", #"[{"position":true}]"#, #"Field "position" is not supported in groupBy"#),
            ("people", #"[{"avatarFile":true}]"#, #"Field "avatarFile" is not supported in groupBy"#),
            ("people", #"[{"searchVector":true}]"#, #"Field "searchVector" is not supported in groupBy"#),
            ("people", #"[{"noteTargets":true}]"#, #"Field "noteTargets" is not supported in groupBy"#),
            ("callRecordings", #"[{"transcript":true}]"#, #"Field "transcript" is not supported in groupBy"#),
            (
                "people", #"[{"jobTitle":true,"city":true}]"#,
                "You cannot provide multiple fields in one GroupByInput, split them into multiple GroupByInput"
            ),
            (
                "people", #"[{"name":{"firstName":true,"lastName":true}}]"#,
                "You cannot provide multiple subfields in one GroupByInput, split them into multiple GroupByInput"
            ),
            (
                "people", #"[{"company":{"name":true,"id":true}}]"#,
                "You cannot provide multiple subfields in one GroupByInput, split them into multiple GroupByInput"
            ),
            (
                "people", #"[{"name":{"nick":true}}]"#,
                #"Composite subfield "nick" is not supported in groupBy for "name""#
            ),
            (
                "people", #"[{"emails":{"additionalEmails":true}}]"#,
                #"Composite subfield "additionalEmails" is not supported in groupBy for "emails""#
            ),
            (
                "people", #"[{"name":{"firstName":false}}]"#,
                #"Composite subfield "firstName" must be set to true in groupBy for "name""#
            ),
            ("people", #"[{"name":true}]"#, #"Invalid groupBy definition for field "name""#),
            (
                "people", #"[{"jobTitle":{"x":true}}]"#,
                #"Field "jobTitle" does not support nested subfields in groupBy"#
            ),
            ("people", #"[{"jobTitle":false}]"#, #"Invalid groupBy definition for field "jobTitle""#),
            ("people", #"[{"jobTitle":"x"}]"#, #"Invalid groupBy definition for field "jobTitle""#),
            (
                "people", #"[{"createdAt":{"granularity":"HOUR"}}]"#,
                #"Invalid groupBy definition for field "createdAt""#
            ),
            ("people", #"[{"company":{"foo":true}}]"#, #"Nested field "foo" not found in target object "company""#),
        ])
    func groupBy(plural: String, groupBy: String, expected: String) throws {
        #expect(try message(["group_by": groupBy], of: plural) == expected)
    }

    @Test("A relation without a nested field is the database's missing column")
    func relation() throws {
        let answer = try sharedAPI().get("/rest/people/groupBy", ["group_by": #"[{"company":true}]"#])
        #expect(answer.status == 400)
        #expect(answer["error"] == "BadRequestException")
        #expect(answer.message?.contains("company") == true)
    }

    @Test(
        "An order has to be by a figure or by a dimension",
        arguments: [
            (#"[{"foo":"AscNullsFirst"}]"#, "Cannot orderBy unknown field: foo."),
            (
                #"[{"name":{"firstName":"AscNullsFirst"}}]"#,
                "Cannot order by a field that is not an aggregate nor in groupBy criteria: name."
            ),
            (#"[{"aggregate":{"foo":"AscNullsFirst"}}]"#, "Unknown aggregate field: foo"),
            (
                #"[{"aggregate":{"totalCount":"AscNullsFirst","countNotEmptyId":"AscNullsFirst"}}]"#,
                "Please provide aggregate criteria one by one in orderBy array"
            ),
            (
                #"[{"jobTitle":"AscNullsFirst","createdAt":"AscNullsFirst"}]"#,
                "Please provide orderBy field criteria one by one in orderBy array"
            ),
            (
                #"[{"createdAt":{"orderBy":"AscNullsFirst","granularity":"DAY"}}]"#,
                "Cannot order by a date granularity that is not in groupBy criteria: DAY"
            ),
            (
                #"[{"createdAt":"AscNullsFirst"}]"#,
                "Cannot order by a field that is not in groupBy or that is not an aggregate field: createdAt."
            ),
            (
                #"[{"jobTitle":"up"}]"#,
                "Cannot order by a field that is not in groupBy or that is not an aggregate field: jobTitle."
            ),
        ])
    func order(order: String, expected: String) throws {
        let groupBy = #"[{"jobTitle":true},{"createdAt":{"granularity":"MONTH","timeZone":"UTC"}}]"#
        #expect(try message(["group_by": groupBy, "order_by": order]) == expected)
    }

    @Test("order_by_for_records is checked like any order")
    func recordOrder() throws {
        #expect(
            try message(["group_by": "[]", "include_records_sample": "true", "order_by_for_records": "foo"])
                == #"Field "foo" does not exist or is not sortable"#)
    }
}
