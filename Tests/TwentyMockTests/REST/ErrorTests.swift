import JSON
import Testing

/// rest-core 2.1, 2.2 and the order of checks of 2.4.
@Suite("Errors and the order of checks", .sharedServer()) struct ErrorTests {
    @Test("The envelope is statusCode, error, messages with one text, and code for typed errors")
    func envelope() throws {
        let api = try sharedAPI()
        let plain = try api.get("/rest/people/abc")
        #expect(
            plain.raw
                == #"{"statusCode":400,"error":"BadRequestException","messages":["'abc' is not a valid UUID"]}"#)
        #expect(plain.headers["content-type"] == "application/json; charset=utf-8")
        let typed = try api.get("/rest/people/\(uuid(99))")
        #expect(
            typed.raw
                == #"{"statusCode":404,"error":"NotFoundException","messages":["Record not found"],"code":"RECORD_NOT_FOUND"}"#
        )
    }

    @Test("Plain HTTP errors carry no code: paths, filter syntax, unknown objects")
    func withoutCode() throws {
        let api = try sharedAPI()
        for target in ["/rest/people/abc", "/rest/foo", "/rest/people?filter=(", "/rest/a/b/c"] {
            #expect(try api.get(target)["code"] == nil, "\(target)")
        }
    }

    struct Case: Sendable {
        let target: String
        let refusal: Refusal

        init(_ target: String, _ refusal: Refusal) {
            self.target = target
            self.refusal = refusal
        }
    }

    private static let depth = Refusal(
        400, "'depth=7' parameter invalid. Allowed values are 0, 1", code: "INVALID_DEPTH_QUERY_PARAM")
    private static let limit = Refusal(
        400, "limit 'x' is invalid. Should be an integer", code: "INVALID_LIMIT_QUERY_PARAM")
    private static let direction = Refusal(
        400,
        "'order_by' direction 'up' invalid. Allowed values are 'AscNullsFirst', 'AscNullsLast', 'DescNullsFirst', "
            + "'DescNullsLast'. eg: ?order_by=field_1[AscNullsFirst],field_2[DescNullsLast],field_3",
        code: "INVALID_ORDER_BY_QUERY_PARAM")
    private static let syntax = Refusal(400, "'filter' invalid for 'z'. eg: price[gte]:10")
    private static let fieldsSyntax = Refusal(
        400, "'fields' parameter is empty. Expected a comma-separated list of field names, e.g. fields=id,name",
        code: "INVALID_FIELDS_QUERY_PARAM")
    private static let object = Refusal(400, "object 'foo' not found. eg: companies")
    private static let fieldNames = Refusal(
        400, "'fields' parameter invalid. Unknown or unreadable fields on 'person': zz",
        code: "INVALID_FIELDS_QUERY_PARAM")
    private static let bothCursors = Refusal(400, "Cannot provide both before and after", code: "ARGS_CONFLICT")
    private static let value = Refusal.filter(#"Object person doesn't have any "zz" field."#)
    private static let order = Refusal(
        400, #"Field "zz" does not exist or is not sortable"#, code: "FIELD_NOT_FOUND")

    /// Find many: path, then depth, limit, directions, filter syntax, fields syntax, object, field names, both
    /// cursors, filter values, order fields.
    static let findMany = [
        Case("/rest/foo/bar?depth=7", Refusal(400, "'bar' is not a valid UUID")),
        Case("/rest/foo?fields=&filter=z&order_by=a[up]&limit=x&depth=7", depth),
        Case("/rest/foo?fields=&filter=z&order_by=a[up]&limit=x", limit),
        Case("/rest/foo?fields=&filter=z&order_by=a[up]", direction),
        Case("/rest/foo?fields=&filter=z", syntax),
        Case("/rest/foo?fields=", fieldsSyntax),
        Case("/rest/foo?filter=zz[eq]:1&fields=zz", object),
        Case("/rest/people?fields=zz&filter=zz[eq]:1&starting_after=a&ending_before=b", fieldNames),
        Case("/rest/people?filter=zz[eq]:1&starting_after=a&ending_before=b&order_by=zz", bothCursors),
        Case("/rest/people?filter=zz[eq]:1&order_by=zz&starting_after=a", value),
        Case("/rest/people?order_by=zz", order),
    ]

    @Test("The first failure wins (rest-core 2.4)", arguments: findMany)
    func firstFailure(_ wanted: Case) throws {
        #expect(try sharedAPI().get(wanted.target).refusal == wanted.refusal)
    }

    @Test("POST and merge parse the query before the path")
    func queryBeforePath() throws {
        let api = try sharedAPI()
        #expect(try api.post("/rest/people/x?depth=7", [:]).refusal == ErrorTests.depth)
        #expect(try api.patch("/rest/a/b/merge?depth=7", [:]).refusal == ErrorTests.depth)
        #expect(try api.patch("/rest/people/x?depth=7", [:]).refusal == Refusal(400, "'x' is not a valid UUID"))
    }

    @Test("Filter values are checked before data, data before the size of a batch")
    func filterBeforeData() throws {
        let api = try sharedAPI()
        #expect(
            try api.patch("/rest/people", ["jobTitle": 1], ["filter": "zz[eq]:1"]).refusal == ErrorTests.value)
        let batch = [JSONValue](repeating: [:], count: 200) + [["jobTitle": 1]]
        #expect(
            try api.post("/rest/batch/people", .array(batch)).refusal
                == .data(#"Invalid string value 1 for text field "jobTitle""#))
        #expect(
            try api.post("/rest/batch/people", .array([JSONValue](repeating: [:], count: 201))).refusal
                == Refusal(400, "Maximum number of records to upsert is 200.", code: "TOO_MANY_RECORDS_TO_UPDATE"))
    }

    @Test("An object's permission is looked at before the data")
    func permissionBeforeData() throws {
        #expect(
            try sharedAPI().post("/rest/workspaceMembers", ["zz": 1]).refusal
                == Refusal(
                    403, "Entity performing the request does not have permission", code: "PERMISSION_DENIED"))
    }

    @Test("Bulk DELETE checks the filter's syntax and presence before the object")
    func bulkDelete() throws {
        let api = try sharedAPI()
        #expect(try api.delete("/rest/foo?filter=z").refusal == ErrorTests.syntax)
        #expect(try api.delete("/rest/foo").message?.hasPrefix("Filters are mandatory") == true)
        #expect(try api.delete("/rest/foo?filter=a[eq]:1").refusal == ErrorTests.object)
    }

    @Test(
        "groupBy looks the object up first, then order_by, order_by_for_records, filter, group_by, aggregate, limit",
        arguments: [
            ("/rest/foo/groupBy?order_by=x", "object 'foo' not found"),
            ("order_by=x&order_by_for_records=a[up]&filter=z&group_by=x&aggregate=x&limit=x", "Invalid order_by"),
            ("order_by_for_records=a[up]&filter=z&group_by=x&aggregate=x&limit=x", "'order_by' direction 'up'"),
            ("filter=z&group_by=x&aggregate=x&limit=x", "'filter' invalid"),
            ("group_by=x&aggregate=x&limit=x", "Invalid group_by"),
            ("group_by=[]&aggregate=x&limit=x", "Invalid aggregate"),
            ("group_by=[]&aggregate=[%22zz%22]&limit=x", "Unknown aggregate field(s): zz"),
            ("group_by=[{%22zz%22:true}]&limit=x&filter=zz[eq]:1", "limit 'x' is invalid"),
            ("group_by=[{%22zz%22:true}]&filter=zz[eq]:1", "Unidentified field in groupBy: zz"),
            ("group_by=[]&filter=zz[eq]:1&order_by=[{%22zz%22:%22AscNullsFirst%22}]", "Object person doesn't have"),
            ("group_by=[]&order_by=[{%22zz%22:%22AscNullsFirst%22}]", "Cannot orderBy unknown field: zz."),
        ])
    func groupBy(query: String, message: String) throws {
        let target = query.hasPrefix("/") ? query : "/rest/people/groupBy?\(query)"
        let answer = try sharedAPI().get(target)
        #expect(answer.status == 400)
        #expect(answer.message?.hasPrefix(message) == true, "\(answer.raw)")
    }

    @Test("Errors that nobody foresaw are 400 under the name of their JavaScript class (rest-core 2.1, 5.4)")
    func unforeseen() throws {
        let api = try sharedAPI()
        #expect(
            try api.post("/rest/batch/people", [:]).refusal
                == Refusal(400, "args.data.forEach is not a function", error: "TypeError"))
        let empty = try api.post("/rest/people", nil)
        #expect(empty.status == 400)
        #expect(empty["error"] == "TypeError")
    }

    @Test("What the database fails on without a text of its own is 500 Data validation error. (rest-core 2.2)")
    func database() throws {
        let member = uuid(1)
        let api = try API(seed: ["workspaceMembers": [["id": .string(member), "userId": .string(member), "name": [:]]]])
        // A fraction in a whole-number column.
        #expect(
            try api.patch("/rest/workspaceMembers/\(member)", ["calendarStartDay": 1.5]).refusal
                == Refusal(500, "Data validation error."))
    }
}
