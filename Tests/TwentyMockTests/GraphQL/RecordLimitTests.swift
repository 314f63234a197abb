import JSON
import Testing

/// Graphql-core 11, and documents that try to do harm.
@Suite(.sharedServer())
struct RecordLimitTests {
    @Test("root fields: at most 20, none twice, not even under another name")
    func rootFields() throws {
        let api = try sharedAPI()
        let many = (0..<21).map { "a\($0):people{totalCount}" }.joined(separator: " ")
        let answer = try api.graphQL("{\(many)}")
        #expect(answer["data"] == nil)
        #expect(
            answer.graphQLRefusal
                == .bad(
                    "Query too complex - Too many root resolvers requested: 21 - Maximum allowed root resolvers: 20"))
        #expect(
            try api.refusal("{a:people{totalCount} b:people{totalCount}}")
                == .bad("Duplicate root resolver: \"people\""))
        #expect(
            try api.refusal("{people{totalCount} people{edges{node{id}}}}")
                == .bad("Duplicate root resolver: \"people\""))
    }

    @Test("relations: depth, lists in lists, number")
    func relations() throws {
        let api = try sharedAPI()
        #expect(
            try api.refusal("{companies{edges{node{people{edges{node{noteTargets{edges{node{id}}}}}}}}}}")
                == .bad(
                    "Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation.",
                    "TOO_COMPLEX_QUERY"))
        #expect(
            try api.refusal(
                "{taskTargets{edges{node{targetOpportunity{pointOfContact{company{accountOwner{assignedTasks{edges{node{assignee{id}}}}}}}}}}}}"
            ) == .bad("Maximum depth of 5 reached", "MAX_DEPTH_REACHED"))
        let aliases = (0..<2001).map { "c\($0):company{id}" }.joined(separator: " ")
        #expect(
            try api.refusal("{people{edges{node{\(aliases)}}}}")
                == .bad(
                    "Query complexity is too high. Please, reduce the amount of relation fields requested. Query complexity: 2002. Maximum complexity: 2000.",
                    "TOO_COMPLEX_QUERY"))
    }

    @Test("groups that show records: relations in their order count for each group (also rest-core 15)")
    func groups() throws {
        let api = try sharedAPI()
        let sorts = Array(repeating: "{company:{name:AscNullsFirst}}", count: 40).joined(separator: ",")
        let selection = "edges{node{id}}"
        let text =
            "Query complexity is too high. Please, reduce the amount of relation fields requested. Query complexity: "
        #expect(
            try api.refusal(
                "{peopleGroupBy(groupBy:[{jobTitle:true}],orderByForRecords:[\(sorts)],limit:50){\(selection)}}")
                == .bad(text + "2051. Maximum complexity: 2000.", "TOO_COMPLEX_QUERY"))
        _ = try api.data(
            "{peopleGroupBy(groupBy:[{jobTitle:true}],orderByForRecords:[\(sorts)],limit:48){\(selection)}}")
        _ = try api.data(
            "{peopleGroupBy(groupBy:[{jobTitle:true}],orderByForRecords:[\(sorts)],limit:50){totalCount}}")
        func rest(_ limit: String, _ sample: String) throws -> Answer {
            try api.get(
                "/rest/people/groupBy",
                [
                    "group_by": #"[{"jobTitle":true}]"#, "include_records_sample": sample, "limit": limit,
                    "order_by_for_records": Array(repeating: "company.name", count: 10).joined(separator: ","),
                ])
        }
        #expect(
            try rest("200", "true").refusal
                == Refusal(400, text + "2201. Maximum complexity: 2000.", code: "TOO_COMPLEX_QUERY"))
        #expect(try rest("180", "true").status == 200)
        #expect(try rest("200", "false").status == 200)
    }

    @Test("documents that nest, repeat or never end are answered")
    func hostile() throws {
        let api = try sharedAPI()
        let nested = String(repeating: "{a", count: 10_000)
        #expect(try api.graphQL(nested).graphQLRefusal?.message.hasPrefix("Syntax Error") == true)
        let cycle =
            "{people{edges{node{...A}}}} fragment A on Person{company{...B}} fragment B on Company{people{edges{node{...A}}}}"
        #expect(try api.graphQL(cycle).graphQLRefusal != nil)
        let long = "{people{" + String(repeating: "totalCount ", count: 90_000) + "}}"
        #expect(try api.graphQL(long)["data"] == ["people": ["totalCount": 0]])
        var deepValue: JSONValue = [:]
        for _ in 0..<150 { deepValue = ["not": deepValue] }
        #expect(
            try api.graphQL("query($f:PersonFilterInput){people(filter:$f){totalCount}}", ["f": deepValue]).status
                == 200)
        #expect(try api.data("{people{totalCount}}") == ["people": ["totalCount": 0]])
    }
}
