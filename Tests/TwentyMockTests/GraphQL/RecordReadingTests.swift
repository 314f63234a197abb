import JSON
import Testing

/// Graphql-core 6: filters, orders, paging, relations, aggregates (4.6).
@Suite(
    .sharedServer { api in
        try api.createMany(
            "companies",
            [
                ["id": .string(uuid(101)), "name": "Acme", "domainName": ["primaryLinkUrl": "acme.com"]],
                ["id": .string(uuid(102)), "name": "Zebra"], ["id": .string(uuid(103)), "name": "Gone"],
            ])
        try api.createMany(
            "people",
            [
                [
                    "id": .string(uuid(1)), "name": ["firstName": "Ada", "lastName": "Ada"], "position": 3,
                    "companyId": .string(uuid(101)), "jobTitle": "Boss", "emails": ["primaryEmail": "ada@acme.com"],
                ],
                [
                    "id": .string(uuid(2)), "name": ["firstName": "Bob", "lastName": "L"], "position": 1,
                    "companyId": .string(uuid(101)),
                ],
                [
                    "id": .string(uuid(3)), "name": ["firstName": "Cid", "lastName": "L"], "position": 2,
                    "companyId": .string(uuid(102)),
                ],
                ["id": .string(uuid(4)), "name": ["firstName": "Dan"], "position": 1, "companyId": .string(uuid(103))],
                ["id": .string(uuid(5)), "name": ["firstName": "Eve"], "position": 5],
            ])
        _ = try api.delete("/rest/companies/\(uuid(103))", ["soft_delete": "true"])
        _ = try api.delete("/rest/people/\(uuid(5))", ["soft_delete": "true"])
    })
struct RecordReadingTests {
    private func ids(_ arguments: String) throws -> [Int] {
        let nodes = try sharedAPI().data("{people(\(arguments)){edges{node{id}}}}").nodes("people")
        return nodes.compactMap { Int($0.id.prefix(8), radix: 16) }
    }

    @Test(
        "filters (6.1, 6.2, 6.3)",
        arguments: [
            ("filter:{}", [1, 2, 3, 4]), ("filter:{and:[]}", [1, 2, 3, 4]), ("filter:{or:[{}]}", [1, 2, 3, 4]),
            ("filter:{not:{}}", []), ("filter:{name:{firstName:{ilike:\"%D%\"},lastName:{eq:\"L\"}}}", [3]),
            ("filter:{jobTitle:{is:NULL}}", [2, 3, 4]), ("filter:{jobTitle:{eq:null}}", [2, 3, 4]),
            ("filter:{company:{name:{ilike:\"%acm%\"}}}", [1, 2]), ("filter:{company:{name:{eq:\"Gone\"}}}", []),
            ("filter:{companyId:{in:[\"\(uuid(102))\"]}}", [3]), ("filter:{position:{gte:\"2\"}}", [1, 3]),
            ("filter:{deletedAt:{is:NOT_NULL}}", [5]),
            ("filter:{or:[{deletedAt:{is:NULL}},{deletedAt:{is:NOT_NULL}}]}", [1, 2, 3, 4, 5]),
            ("filter:{emails:{primaryEmail:{eq:\"ADA@acme.com\"}}}", [1]),
            ("filter:{not:{name:{lastName:{eq:\"L\"}}}}", [1]),
        ] as [(String, [Int])])
    func filters(arguments: String, expected: [Int]) throws {
        #expect(try ids(arguments) == expected)
    }

    @Test(
        "filters that are refused (6.1)",
        arguments: [
            ("{position:{gte:1,lte:5}}", .filter("Filter for field \"position\" must have exactly one operator")),
            ("{foo:{eq:1}}", .filter("Object person doesn't have any \"foo\" field.")),
            ("{emails:{x:{eq:1}}}", .filter("Sub field \"x\" not found for composite type: EMAILS")),
            ("{company:{eq:\"\(uuid(1))\"}}", .filter("Object company doesn't have any \"eq\" field.")),
            ("{company:\"x\"}", .filter("Cannot filter by relation field \"company\": use \"companyId\" instead")),
            ("{noteTargets:{id:{is:NULL}}}", .filter("Cannot filter by relation field \"noteTargets\"")),
            (
                "{company:{accountOwner:{id:{is:NULL}}}}",
                .filter("Relation filter nesting deeper than 1 hop is not supported")
            ),
            ("{id:{in:[]}}", .query("Invalid filter value for field id. Expected non-empty array")),
            ("{id:{eq:\"x\"}}", .filter("Invalid UUID value 'x' for field \"id\"")),
            (
                "{jobTitle:{is:\"NIL\"}}",
                .filter("Invalid filter value for \"is\" operator. Expected \"NULL\" or \"NOT_NULL\"")
            ),
        ] as [(String, GraphQLRefusal)])
    func badFilters(filter: String, refusal: GraphQLRefusal) throws {
        #expect(try sharedAPI().refusal("{people(filter:\(filter)){totalCount}}") == refusal)
    }

    @Test(
        "orders (6.4)",
        arguments: [
            ("orderBy:[{position:AscNullsFirst}]", [2, 4, 3, 1]), ("orderBy:{position:DescNullsLast}", [1, 3, 2, 4]),
            ("orderBy:[{name:{lastName:DescNullsLast}},{name:{firstName:DescNullsLast}}]", [3, 2, 1, 4]),
            ("orderBy:[{company:{name:DescNullsFirst}}]", [4, 3, 1, 2]),
            ("orderBy:[{jobTitle:AscNullsLast}]", [1, 2, 3, 4]),
            ("orderBy:[{position:AscNullsFirst}],offset:1,first:2", [4, 3]), ("last:2", [1, 2]), ("first:0", []),
        ])
    func orders(arguments: String, expected: [Int]) throws {
        #expect(try ids(arguments) == expected)
    }

    @Test(
        "orders that are refused (6.4)",
        arguments: [
            ("{x:AscNullsLast}", .bad("Field \"x\" does not exist or is not sortable", "FIELD_NOT_FOUND")),
            (
                "{name:AscNullsLast}",
                .query(
                    "Composite field \"name\" requires subfield ordering (e.g., { name: { subFieldName: 'AscNullsFirst' } })"
                )
            ),
            (
                "{company:AscNullsLast}",
                .query(
                    "Relation field \"company\" requires nested field ordering (e.g., { company: { fieldName: 'AscNullsFirst' } })"
                )
            ),
            (
                "{company:{x:AscNullsLast}}",
                .bad("Nested field \"x\" not found in target object \"company\"", "FIELD_NOT_FOUND")
            ),
            (
                "{position:Up}",
                .query(
                    "Scalar field \"position\" requires a direction value (AscNullsFirst, AscNullsLast, DescNullsFirst, DescNullsLast)"
                )
            ),
        ] as [(String, GraphQLRefusal)])
    func badOrders(order: String, refusal: GraphQLRefusal) throws {
        #expect(try sharedAPI().refusal("{people(orderBy:[\(order)]){totalCount}}") == refusal)
    }

    @Test(
        "paging arguments that conflict (6.5)",
        arguments: [
            ("first:1,last:1", .bad("Cannot provide both first and last", "ARGS_CONFLICT")),
            ("before:\"a\",after:\"b\"", .bad("Cannot provide both before and after", "ARGS_CONFLICT")),
            ("before:\"a\",first:1", .bad("Cannot provide both before and first", "ARGS_CONFLICT")),
            ("after:\"a\",last:1", .bad("Cannot provide both after and last", "ARGS_CONFLICT")),
            ("first:-1", .bad("First argument must be non-negative", "INVALID_ARGS_FIRST")),
            ("last:-1", .bad("Last argument must be non-negative", "INVALID_ARGS_LAST")),
            ("after:\"???\"", .bad("Invalid cursor: ???", "INVALID_CURSOR")),
        ] as [(String, GraphQLRefusal)])
    func pagingConflicts(arguments: String, refusal: GraphQLRefusal) throws {
        #expect(try sharedAPI().refusal("{people(\(arguments)){totalCount}}") == refusal)
    }

    @Test(
        "every order is paged through by its cursors, forward and backward, without overlap (6.5)",
        arguments: [
            "", "orderBy:[{position:AscNullsFirst}]",
            "orderBy:[{name:{lastName:DescNullsLast,firstName:AscNullsLast}}]",
            "orderBy:[{company:{name:AscNullsFirst}}]", "orderBy:[{jobTitle:DescNullsFirst}]",
        ])
    func paging(order: String) throws {
        let api = try sharedAPI()
        let selection = "edges{cursor node{id}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor} totalCount"
        let all = try ids(order.isEmpty ? "first:10" : order)
        var seen: [Int] = []
        var after: JSONValue = nil
        var last: JSONValue = nil
        for page in 0..<4 {
            let data = try api.data("query($a:String){people(first:1,after:$a,\(order)){\(selection)}}", ["a": after])
            let nodes = data.nodes("people")
            seen += nodes.compactMap { Int($0.id.prefix(8), radix: 16) }
            let info = try #require(data.at("people", "pageInfo"))
            #expect(info["hasNextPage"] == .bool(page < 3))
            #expect(info["hasPreviousPage"] == .bool(page > 0))
            #expect(info["startCursor"] == data.at("people", "edges", "0", "cursor"))
            #expect(data.at("people", "totalCount") == 4)
            last = after
            after = info["endCursor"] ?? nil
        }
        #expect(seen == all)
        #expect(last != nil)
        let back = try api.data("query($b:String){people(last:2,before:$b,\(order)){\(selection)}}", ["b": after])
        #expect(back.nodes("people").compactMap { Int($0.id.prefix(8), radix: 16) } == Array(all[1...2]))
        #expect(back.at("people", "pageInfo", "hasPreviousPage") == true)
    }

    @Test("a page of nothing (6.5)")
    func emptyPage() throws {
        let data = try sharedAPI().data(
            "{people(first:0){edges{node{id}} pageInfo{hasNextPage startCursor endCursor}}}")
        #expect(
            data == ["people": ["edges": [], "pageInfo": ["hasNextPage": true, "startCursor": nil, "endCursor": nil]]])
    }

    @Test("a client's own cursor (6.5)")
    func ownCursor() throws {
        let cursor = #"{"id":"\#(uuid(2))","position":1}"#.base64
        #expect(try ids("orderBy:[{position:AscNullsFirst}],after:\"\(cursor)\"") == [4, 3, 1])
        // Keys that the order lacks are passed over.
        #expect(try ids("after:\"\(cursor)\"") == [3, 4])
        let unknown = #"{"zz":[],"id":"\#(uuid(2))"}"#.base64
        #expect(try ids("after:\"\(unknown)\"") == [3, 4])
    }

    @Test("one record by any filter (6.6)")
    func findOne() throws {
        let api = try sharedAPI()
        let found = try api.data("{person(filter:{name:{lastName:{eq:\"L\"}}}){id name{firstName}}}")
        #expect(found.at("person", "name", "firstName") == "Bob")
        #expect(try api.refusal("{person(filter:{id:{eq:\"\(uuid(99))\"}}){id}}") == .notFound)
        #expect(try api.refusal("{person(filter:{id:{eq:\"\(uuid(5))\"}}){id}}") == .notFound)
        let deleted =
            "{person(filter:{id:{eq:\"\(uuid(5))\"},or:[{deletedAt:{is:NULL}},{deletedAt:{is:NOT_NULL}}]}){id}}"
        #expect(try api.data(deleted).at("person", "id") == .string(uuid(5)))
    }

    @Test("relations: one, many, and what is soft-deleted (6.7)")
    func relations() throws {
        let data = try sharedAPI().data(
            "{people{edges{node{companyId company{name people{totalCount edges{cursor node{id company{id}}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor} countNotEmptyJobTitle percentageEmptyJobTitle}}}}}}"
        )
        let nodes = data.nodes("people")
        let acme = try #require(nodes[0]["company"])
        #expect(acme["people"]?["totalCount"] == 2)
        #expect(acme["people"]?["countNotEmptyJobTitle"] == 1)
        #expect(acme["people"]?["percentageEmptyJobTitle"] == 0.5)
        #expect(acme.nodes("people").map(\.id) == [uuid(1), uuid(2)])
        #expect(acme.at("people", "pageInfo", "hasNextPage") == false)
        #expect(acme.at("people", "pageInfo", "startCursor") == acme.at("people", "edges", "0", "cursor"))
        #expect(nodes[3] == ["companyId": nil, "company": nil])
        let companies = try sharedAPI().data("{companies{edges{node{name people{edges{node{id}} totalCount}}}}}")
        #expect(companies.nodes("companies").map { $0.at("people", "totalCount") } == [2, 1])
    }

    @Test("aggregates over the filter, whatever the page (4.6)")
    func aggregates() throws {
        let selection =
            "totalCount countUniqueValuesJobTitle countEmptyJobTitle percentageNotEmptyJobTitle countNotEmptyEmails"
        let data = try sharedAPI().data("{people(first:1){\(selection)}}")
        #expect(
            data == [
                "people": [
                    "totalCount": 4, "countUniqueValuesJobTitle": 1, "countEmptyJobTitle": 3,
                    "percentageNotEmptyJobTitle": 0.25, "countNotEmptyEmails": 1,
                ]
            ])
        let none = try sharedAPI().data(
            "{people(filter:{jobTitle:{eq:\"x\"}}){totalCount percentageEmptyJobTitle maxCreatedAt}}")
        #expect(none == ["people": ["totalCount": 0, "percentageEmptyJobTitle": nil, "maxCreatedAt": nil]])
    }
}
