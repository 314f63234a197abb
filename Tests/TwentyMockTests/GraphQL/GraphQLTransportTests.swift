import JSON
import Testing

/// Graphql-core 1, 1.1; platform 3, 10.
@Suite(.sharedServer())
struct GraphQLTransportTests {
    @Test("a record response has status 200 and is JSON, whatever the client accepts")
    func recordResponse() throws {
        for accept in [nil, "application/json", "*/*", "application/graphql-response+json", "text/html"] {
            let answer = try sharedAPI().graphQL("{people{totalCount}}", accept: accept)
            #expect(answer.status == 200)
            #expect(answer.raw == #"{"data":{"people":{"totalCount":0}}}"#)
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            #expect(answer.headers["access-control-allow-origin"] == "*")
        }
    }

    @Test(
        "a syntax error is 200 for who asks for JSON, else 400",
        arguments: [
            ("application/json", 200), (nil, 400), ("*/*", 400), ("application/graphql-response+json", 400),
            ("application/json, text/plain, */*", 200),
        ] as [(String?, Int)])
    func syntaxError(accept: String?, status: Int) throws {
        let answer = try sharedAPI().graphQL("{people{", accept: accept)
        #expect(answer.status == status)
        #expect(
            answer.raw
                == #"{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":9}]}]}"#
        )
    }

    @Test(
        "a body without a query is refused with 400",
        arguments: [
            ("{}", "Must provide query string."), (#"{"query":null}"#, "Must provide query string."),
            (#"{"query":""}"#, "Must provide query string."), ("[]", "Batching is not supported."),
            (#"[{"query":"{people{totalCount}}"}]"#, "Batching is not supported."),
            (#"{"query":1}"#, "Expected \"query\" param to be a string, but given number."),
            (
                #"{"query":"{people{totalCount}}","variables":[]}"#,
                "Expected \"variables\" param to be empty or an object, but given array."
            ),
        ])
    func malformed(body: String, message: String) throws {
        let api = try sharedAPI()
        let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
        let answer = try api.send("POST", "/graphql", headers: headers, body: body)
        #expect(answer.status == 400)
        #expect(answer.json == ["errors": [["message": .string(message)]]])
    }

    @Test("a GET reaches the core schema only, and changes nothing")
    func get() throws {
        let api = try sharedAPI()
        let records = try api.get("/graphql", ["query": "{people{totalCount}}"])
        #expect(records.status == 400)
        #expect(records.graphQLRefusal?.message == "Cannot query field \"people\" on type \"Query\".")
        #expect(try api.get("/graphql", ["query": "{__typename}"]).raw == #"{"data":{"__typename":"Query"}}"#)
        let variables = try api.get(
            "/graphql",
            ["query": "query($s:String!){search(searchInput:$s,limit:1){edges{cursor}}}", "variables": #"{"s":"x"}"#])
        #expect(variables.raw == #"{"data":{"search":{"edges":[]}}}"#)
        let mutation = try api.get("/graphql", ["query": "mutation{createPerson(data:{}){id}}"])
        #expect(mutation.status == 405)
        #expect(mutation.headers["allow"] == "POST")
        #expect(try api.get("/graphql").status == 400)
    }

    @Test("what a client says of its versions changes nothing (2.3)")
    func versions() throws {
        let api = try sharedAPI()
        let headers = [("Authorization", "Bearer \(api.key)"), ("X-Schema-Version", "0"), ("X-App-Version", "0.1.0")]
        #expect(try api.graphQL("{people{totalCount}}", headers: headers)["errors"] == nil)
        #expect(
            try api.graphQL("{people(foo:1){totalCount}}", headers: headers).graphQLRefusal
                == .query("Argument not allowed: foo"))
    }

    @Test("an operation is chosen by its name")
    func operationName() throws {
        let api = try sharedAPI()
        let document = "query A{people{totalCount}} query B{companies{totalCount}}"
        #expect(try api.graphQL(document, operationName: "B")["data"] == ["companies": ["totalCount": 0]])
        #expect(
            try api.graphQL(document).graphQLRefusal?.message
                == "Must provide operation name when document contains multiple operations.")
        #expect(
            try api.graphQL(document, operationName: "C").graphQLRefusal?.message == "Unknown operation named \"C\".")
    }

    @Test("records and core fields do not mix; unknown root fields are named")
    func classes() throws {
        let api = try sharedAPI()
        let mixed = GraphQLRefusal.bad(
            "This query cannot be executed as a single request. Please split it into separate queries.",
            "MIXED_CORE_AND_WORKSPACE_FIELDS")
        #expect(
            try api.refusal("{people{totalCount} search(searchInput:\"a\",limit:5){edges{node{recordId}}}}") == mixed)
        #expect(try api.refusal("{__typename people{totalCount}}") == mixed)
        #expect(
            try api.refusal("{foo{id}}")
                == .bad(
                    "Unknown field foo. The corresponding object may have been deleted or renamed.",
                    "UNKNOWN_ROOT_FIELD"))
        #expect(try api.refusal("{foo{id} bar{id} people{totalCount}}").message.hasPrefix("Unknown fields foo, bar. "))
        let both = try api.data("{people{totalCount} __type(name:\"Person\"){name} __schema{queryType{name}}}")
        #expect(
            both == [
                "people": ["totalCount": 0], "__type": ["name": "Person"], "__schema": ["queryType": ["name": "Query"]],
            ])
    }
}

/// Graphql-core 2.1; platform 3.
@Suite(.sharedServer())
struct GraphQLAuthenticationTests {
    private func answer(_ query: String, _ headers: [(String, String)]) throws -> Answer {
        let answer = try sharedAPI().graphQL(query, headers: headers)
        #expect(answer.status == 200)
        #expect(answer["data"] == nil || answer["data"] == .null)
        return answer
    }

    @Test("records without a key")
    func missingKey() throws {
        #expect(
            try answer("{people{totalCount} companies{totalCount}}", []).graphQLRefusal
                == GraphQLRefusal(
                    "Unauthenticated: no workspace resolved for fields people, companies", "UNAUTHENTICATED",
                    "WORKSPACE_QUERY_WITHOUT_WORKSPACE"))
        #expect(
            try answer("{search(searchInput:\"a\",limit:1){edges{cursor}}}", []).graphQLRefusal
                == GraphQLRefusal("Missing authentication token", "UNAUTHENTICATED", "UNAUTHENTICATED"))
    }

    @Test("an unknown key is refused before the document is looked at")
    func wrongKey() throws {
        let answer = try answer("{people{", [("Authorization", "Bearer nonsense")])
        #expect(answer.graphQLRefusal == GraphQLRefusal("Token invalid.", "UNAUTHENTICATED", "UNAUTHENTICATED"))
        #expect(
            answer.json["errors"]?[0]?["extensions"]?["userFriendlyMessage"]?["message"]
                == "You must be authenticated to perform this action.")
    }

    @Test("introspection without a key shows the core schema (graphql-core 12)")
    func introspection() throws {
        let answer = try sharedAPI().graphQL("{__schema{queryType{fields{name}}}}", headers: [])
        let names =
            answer["data"]?.at("__schema", "queryType", "fields")?.arrayValue?.compactMap { $0.text("name") } ?? []
        #expect(names.contains("search"))
        #expect(!names.contains("people"))
    }
}
