import JSON
import Testing

/// Fields that hold lists: their order, pages through it, and what is unknown of an empty one (graphql-core 6.4, 6.5,
/// rest-core 6.5, 7.3).
@Suite struct ListFieldTests {
    private let api: API

    init() throws {
        api = try API()
        let object = try api.createObject("probe", "probes").id
        // By their texts the options would sort the other way.
        let options = ["ZED", "MID", "ACE"].enumerated().map { position, value -> JSONValue in
            ["label": .string(value), "value": .string(value), "color": "red", "position": .int(Int64(position))]
        }
        try api.createField(on: object, "multi", "MULTI_SELECT", ["options": .array(options)])
        try api.createField(on: object, "words", "ARRAY")
        try api.createField(on: object, "data", "RAW_JSON")
        try api.createField(on: object, "mails", "EMAILS")
    }

    private func make(_ field: String, _ values: [JSONValue]) throws {
        for (number, value) in values.enumerated() {
            try api.create("probes", .object(JSONObject([("id", .string(uuid(number + 1))), (field, value)])))
        }
    }

    /// The numbers of the records in the pages of an order, going on until the last page.
    private func walk(_ order: String, isBackward: Bool = false) throws -> [Int] {
        var numbers: [Int] = []
        var place = ""
        repeat {
            let size = isBackward ? "last:2" : "first:2"
            let page = try api.data(
                "{probes(\(size),orderBy:[\(order)]\(place)){edges{node{id}} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}"
            )
            let found = page.nodes("probes").compactMap { Int($0.id.prefix(8), radix: 16) }
            numbers = isBackward ? found + numbers : numbers + found
            let info = page.at("probes", "pageInfo")
            let hasMore = info?[isBackward ? "hasPreviousPage" : "hasNextPage"] == true
            let cursor = info?.text(isBackward ? "startCursor" : "endCursor") ?? ""
            place = hasMore ? ",\(isBackward ? "before" : "after"):\"\(cursor)\"" : ""
        } while !place.isEmpty && numbers.count < 20
        return numbers
    }

    @Test("options of a list sort by their positions, one after the other")
    func order() throws {
        try make("multi", [["ACE"], ["ZED", "MID"], [], ["MID"], ["ZED"]])
        #expect(try walk("{multi:AscNullsLast}") == [5, 2, 4, 1, 3])
        #expect(try walk("{multi:DescNullsFirst}") == [3, 1, 4, 2, 5])
        #expect(try api.list("probes", ["order_by": "multi[AscNullsFirst]"]).map(\.id) == [3, 5, 2, 4, 1].map(uuid))
    }

    @Test(
        "pages lose no record and show none twice, wherever empty values are",
        arguments: ["AscNullsFirst", "AscNullsLast", "DescNullsFirst", "DescNullsLast"],
        [
            ("multi", [["ZED"], [], ["ACE"], [], [], ["ACE"]]), ("words", [["b"], [], [], ["a"], [], ["a"]]),
            ("data", [["a": 1], nil, ["b": [2]], "\"text\"", nil, [1]]),
            (
                "mails",
                [
                    ["additionalEmails": ["b@x.io"]], [:], ["additionalEmails": []], ["additionalEmails": ["a@x.io"]],
                    [:], [:],
                ]
            ),
        ] as [(String, [JSONValue])])
    func pages(direction: String, field: (name: String, values: [JSONValue])) throws {
        try make(field.name, field.values)
        let order =
            field.name == "mails" ? "{mails:{additionalEmails:\(direction)}}" : "{\(field.name):\(direction)}"
        let all = try api.data("{probes(orderBy:[\(order)]){edges{node{id}}}}").nodes("probes")
            .compactMap { Int($0.id.prefix(8), radix: 16) }
        #expect(Set(all) == Set(1...6))
        #expect(try walk(order) == all)
    }

    @Test("of an empty list it is unknown what it contains")
    func unknown() throws {
        try make("multi", [["ZED"], [], ["MID"]])
        #expect(try api.list("probes", ["filter": "not(multi[containsAny]:[MID])"]).map(\.id) == [uuid(1)])
        #expect(
            try api.data("{probes(filter:{not:{multi:{containsAny:[MID]}}}){totalCount}}").at("probes", "totalCount")
                == 1)
    }

    @Test("a filter may have more conditions than SQL nests")
    func manyConditions() throws {
        try make("words", [["a"]])
        let conditions = JSONValue.array((0..<3000).map { ["name": ["eq": .string("n\($0)")]] })
        let query = "query($f: ProbeFilterInput){probes(filter:$f){totalCount}}"
        #expect(try api.data(query, ["f": ["or": conditions]]).at("probes", "totalCount") == 0)
        #expect(try api.data(query, ["f": ["and": conditions]]).at("probes", "totalCount") == 0)
        let equalities = (0..<20_000).map { JSONValue.object(["name": ["eq": .string("n\($0)")]]) }
        #expect(try api.data(query, ["f": ["or": .array(equalities)]]).at("probes", "totalCount") == 0)
        let patterns = (0...10_000).map { JSONValue.object(["name": ["ilike": .string("n\($0)")]]) }
        #expect(
            try api.refusal(query, ["f": ["or": .array(patterns)]])
                == .filter("Filter can not have more than 10000 conditions"))
    }

    @Test("alternatives of one field are what their list is")
    func alternatives() throws {
        for name in ["a", "b", "c"] { try api.create("probes", ["name": .string(name)]) }
        try api.create("probes")
        for (filter, count) in [
            ("or:[{name:{eq:\"a\"}},{name:{eq:\"b\"}},{name:{eq:\"a\"}}]", 2),
            ("or:[{name:{eq:\"a\"}},{name:{eq:\"\"}},{name:{eq:\"b\"}}]", 3),
            ("not:{or:[{name:{eq:\"a\"}},{name:{eq:\"b\"}}]}", 1),
            ("or:[{name:{eq:\"a\"}},{and:[{name:{eq:\"b\"}},{name:{eq:\"c\"}}]},{name:{eq:\"c\"}}]", 2),
        ] {
            #expect(
                try api.data("{probes(filter:{\(filter)}){totalCount}}").at("probes", "totalCount")
                    == .int(Int64(count)), "\(filter)")
        }
    }

    @Test("the search vector is there in every record (6.1)")
    func vector() throws {
        try make("words", [["a"]])
        for (condition, count) in [("{is:NOT_NULL}", 1), ("{is:NULL}", 0), ("{eq:\"x\"}", 0), ("{neq:\"x\"}", 1)] {
            #expect(
                try api.data("{probes(filter:{searchVector:\(condition)}){totalCount}}").at("probes", "totalCount")
                    == .int(Int64(count)), "\(condition)")
        }
        #expect(
            try api.refusal("{probes(filter:{searchVector:{search:\"x\"}}){totalCount}}")
                == .filter(
                    "Operator \"search\" is not valid for field \"searchVector\" of type TS_VECTOR - Allowed operators: eq, neq, is"
                ))
    }
}
