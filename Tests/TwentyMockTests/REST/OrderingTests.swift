import JSON
import Testing

/// rest-core 7.1, graphql-core 6.4.
@Suite("Ordering", .sharedServer(OrderingRecords.prepare)) struct OrderingTests {
    @Test(
        "Lists are sorted as asked, ties and all else by id ascending",
        arguments: [
            ("people", "", [1, 2, 3, 4, 5]),
            ("people", "id", [1, 2, 3, 4, 5]),
            ("people", "id[DescNullsLast]", [5, 4, 3, 2, 1]),
            ("people", "position", [5, 2, 3, 4, 1]),
            ("people", "position[DescNullsLast]", [1, 3, 4, 2, 5]),
            ("people", "position[AscNullsLast],id[DescNullsLast]", [5, 2, 4, 3, 1]),
            // Linguistic: case and accents come last; an empty text is NULL.
            ("people", "jobTitle", [4, 3, 2, 5, 1]),
            ("people", "jobTitle[AscNullsLast]", [3, 2, 5, 1, 4]),
            ("people", "jobTitle[DescNullsFirst]", [4, 1, 5, 2, 3]),
            ("people", "jobTitle[DescNullsLast]", [1, 5, 2, 3, 4]),
            ("people", "name.firstName,position[DescNullsLast]", [3, 2, 5, 1, 4]),
            ("people", "companyId[AscNullsLast]", [1, 2, 3, 4, 5]),
            ("people", "companyId[DescNullsLast]", [3, 2, 1, 4, 5]),
            ("people", "company.name[AscNullsLast]", [2, 1, 3, 4, 5]),
            ("people", "company.name[AscNullsFirst]", [3, 4, 5, 2, 1]),
            ("people", "company.address.addressCity[AscNullsLast]", [2, 1, 3, 4, 5]),
            // A path repeated later says nothing.
            ("people", "position,position[DescNullsLast]", [5, 2, 3, 4, 1]),
            // By the order of the options.
            ("opportunities", "stage", [2, 3, 1]),
            ("opportunities", "stage[DescNullsLast]", [1, 3, 2]),
        ])
    func order(plural: String, order: String, numbers: [Int]) throws {
        let records = try sharedAPI().list(plural, ["order_by": order])
        #expect(records.compactMap { Int($0.id.prefix(8), radix: 16) } == numbers, "\(order)")
    }

    @Test(
        "A direction is one of four, in its exact spelling",
        arguments: ["asc", "ascNullsFirst", "DESC", "", " AscNullsFirst"])
    func direction(direction: String) throws {
        #expect(
            try sharedAPI().get("/rest/people", ["order_by": "position,name.firstName[\(direction)]"]).refusal
                == Refusal(
                    400,
                    "'order_by' direction '\(direction)' invalid. Allowed values are 'AscNullsFirst', 'AscNullsLast', "
                        + "'DescNullsFirst', 'DescNullsLast'. eg: ?order_by=field_1[AscNullsFirst],"
                        + "field_2[DescNullsLast],field_3",
                    code: "INVALID_ORDER_BY_QUERY_PARAM"))
    }

    static let directionWanted =
        "requires a direction value (AscNullsFirst, AscNullsLast, DescNullsFirst, DescNullsLast)"

    @Test(
        "What cannot be sorted by is refused (7.1)",
        arguments: [
            ("foo", "FIELD_NOT_FOUND", #"Field "foo" does not exist or is not sortable"#),
            (" position", "FIELD_NOT_FOUND", #"Field " position" does not exist or is not sortable"#),
            ("position, id", "FIELD_NOT_FOUND", #"Field " id" does not exist or is not sortable"#),
            ("position,", "FIELD_NOT_FOUND", #"Field "" does not exist or is not sortable"#),
            ("searchVector", "FIELD_NOT_FOUND", #"Field "searchVector" does not exist or is not sortable"#),
            (
                "name", "INVALID_QUERY_INPUT",
                #"Composite field "name" requires subfield ordering (e.g., { name: { subFieldName: 'AscNullsFirst' } })"#
            ),
            ("name.nick", "FIELD_NOT_FOUND", #"Sub field "nick" not found for composite field "name""#),
            (
                "company", "INVALID_QUERY_INPUT",
                #"Relation field "company" requires nested field ordering (e.g., { company: { fieldName: 'AscNullsFirst' } })"#
            ),
            ("company.foo", "FIELD_NOT_FOUND", #"Nested field "foo" not found in target object "company""#),
            (
                "company.address", "INVALID_QUERY_INPUT",
                #"Composite field "company.address" requires one of its sub fields to be ordered"#
            ),
            ("company.name.x", "INVALID_QUERY_INPUT", #"Field "company.name" does not support nested ordering"#),
            ("jobTitle.x", "INVALID_QUERY_INPUT", #"Scalar field "jobTitle" \#(directionWanted)"#),
            (
                "noteTargets.id", "INVALID_QUERY_INPUT",
                "Cannot filter or order through noteTargets: only to-one relations are supported"
            ),
        ])
    func refused(order: String, code: String, message: String) throws {
        #expect(
            try sharedAPI().get("/rest/people", ["order_by": order]).refusal == Refusal(400, message, code: code))
    }

    @Test("A repeated order_by is absent (rest-core 4)")
    func repeated() throws {
        let answer = try sharedAPI().get("/rest/people?order_by=position&order_by=foo[x]")
        #expect(answer.data("people")?.arrayValue?.map(\.id) == (1...5).map(uuid))
    }
}

private enum OrderingRecords {
    @Sendable static func prepare(_ api: API) throws {
        func record(_ number: Int, _ values: JSONObject) -> JSONValue {
            var values = values
            values["id"] = .string(uuid(number))
            return .object(values)
        }
        try api.createMany(
            "companies",
            [
                record(1, ["name": "Zebra"]), record(2, ["name": "acme", "address": ["addressCity": "Lyon"]]),
                record(3, [:]),
            ])
        try api.createMany(
            "people",
            [
                record(
                    1, ["jobTitle": "Zebra", "companyId": .string(uuid(1)), "name": ["firstName": "B"], "position": 3]),
                record(
                    2, ["jobTitle": "ACME", "companyId": .string(uuid(2)), "name": ["firstName": "A"], "position": 1]),
                record(
                    3, ["jobTitle": "acme", "companyId": .string(uuid(3)), "name": ["firstName": "A"], "position": 2]),
                record(4, ["jobTitle": "", "name": ["firstName": "C"], "position": 2]),
                record(5, ["jobTitle": "Éclair", "name": ["firstName": "b"], "position": 0.5]),
            ])
        try api.createMany(
            "opportunities",
            [record(1, ["stage": "CUSTOMER"]), record(2, ["stage": "NEW"]), record(3, ["stage": "MEETING"])])
    }
}
