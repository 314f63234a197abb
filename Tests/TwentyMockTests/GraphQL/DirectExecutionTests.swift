import JSON
import Testing

/// Graphql-core 1.2: what is not checked, and how fields that there are not read.
@Suite(
    .sharedServer { api in
        let company = try api.create("companies", ["name": "Acme", "domainName": ["primaryLinkUrl": "acme.com"]])
        try api.create(
            "people",
            [
                "name": ["firstName": "Ada", "lastName": "L"], "companyId": .string(company.id),
                "emails": ["primaryEmail": "ada@x.io", "additionalEmails": ["a2@x.io"]],
                "linkedinLink": [
                    "primaryLinkUrl": "https://l.io", "secondaryLinks": [["url": "https://b.io", "label": "B"]],
                ],
            ])
    })
struct RecordDirectExecutionTests {
    private func person(_ selection: String, _ variables: JSONValue? = nil, _ head: String = "") throws -> JSONValue? {
        try sharedAPI().data("query\(head){people{edges{node{\(selection)}}}}", variables).nodes("people").first
    }

    @Test("unknown fields read null on records and connections, unknown parts of composites are errors")
    func unknownFields() throws {
        #expect(
            try person("nope nope2{id} name{firstName}") == ["nope": nil, "nope2": nil, "name": ["firstName": "Ada"]])
        #expect(try sharedAPI().data("{people{nope totalCount}}") == ["people": ["nope": nil, "totalCount": 1]])
        let answer = try sharedAPI().graphQL("{people{edges{node{name{middle}}}}}")
        #expect(
            answer.json == [
                "data": ["people": nil],
                "errors": [
                    [
                        "message": "Sub field metadata not found for composite type: FULL_NAME",
                        "extensions": ["code": "INTERNAL_SERVER_ERROR"],
                    ]
                ],
            ])
    }

    @Test("aliases hold at every level, and one field can be there under several")
    func aliases() throws {
        let data = try sharedAPI().data(
            "{p:people{n:totalCount e:edges{c:cursor r:node{i:id f:name{x:firstName y:lastName} a:company{n:name} b:company{id}}} q:pageInfo{h:hasNextPage}}}"
        )
        let edge = try #require(data.at("p", "e", "0"))
        #expect(edge.keys == ["c", "r"])
        #expect(edge.at("r", "f") == ["x": "Ada", "y": "L"])
        #expect(edge.at("r", "a") == ["n": "Acme"])
        #expect(edge.at("r", "b")?.keys == ["id"])
        #expect(data.at("p", "q") == ["h": false])
        #expect(data.at("p", "n") == 1)
        let twice = try sharedAPI().data("{people{a:edges{node{id}} b:edges{node{name{firstName}}}}}")
        #expect(twice.at("people", "b", "0", "node") == ["name": ["firstName": "Ada"]])
    }

    @Test("__typename is there on everything")
    func typenames() throws {
        let data = try sharedAPI().data(
            "{people{__typename edges{__typename node{__typename name{__typename} company{__typename} createdBy{__typename context{__typename}} noteTargets{__typename}}} pageInfo{__typename}}}"
        )
        #expect(
            data == [
                "people": [
                    "__typename": "PersonConnection",
                    "edges": [
                        [
                            "__typename": "PersonEdge",
                            "node": [
                                "__typename": "Person", "name": ["__typename": "FullName"],
                                "company": ["__typename": "Company"],
                                "createdBy": ["__typename": "Actor", "context": ["__typename": "ActorContext"]],
                                "noteTargets": ["__typename": "NoteTargetConnection"],
                            ],
                        ]
                    ],
                    "pageInfo": ["__typename": "PageInfo"],
                ]
            ])
    }

    @Test("JSON and composites are whole without a selection, and in part with one")
    func json() throws {
        #expect(try person("emails")?["emails"] == ["primaryEmail": "ada@x.io", "additionalEmails": ["a2@x.io"]])
        #expect(
            try person("linkedinLink{secondaryLinks}")
                == ["linkedinLink": ["secondaryLinks": [["label": "B", "url": "https://b.io"]]]])
        #expect(try person("linkedinLink{s:secondaryLinks{u:url}}") == ["linkedinLink": ["s": [["u": "https://b.io"]]]])
    }

    @Test("variables are what the request says: no types, undeclared and missing ones are fine")
    func variables() throws {
        #expect(
            try person("id", ["f": ["name": ["firstName": ["eq": "Ada"]]]], "($f: Nonsense!)") != nil)
        let api = try sharedAPI()
        for (query, variables, count) in [
            ("query($n: ID!){people(first:$n){edges{node{id}}}}", ["n": 0], 0),
            ("{people(first:$n){edges{node{id}}}}", ["n": 0], 0),
            ("query($n: Int){people(first:$n){edges{node{id}}}}", [:], 1),
            ("query($n: Int = 0){people(first:$n){edges{node{id}}}}", [:], 0),
            ("query($x: Int){people(first:null){edges{node{id}}}}", ["x": 3, "y": 4], 1),
            ("query($s: String){people(filter:{name:{firstName:{eq:\"Ada\"}},jobTitle:$s}){edges{node{id}}}}", [:], 1),
        ] as [(String, JSONValue, Int)] {
            #expect(try api.data(query, variables).nodes("people").count == count, "\(query)")
        }
    }

    @Test("an enum value and its text are the same, and the keyword of an operation is not looked at")
    func leniency() throws {
        let api = try sharedAPI()
        let id = try #require(
            try api.data("query{createOpportunity(data:{name:\"A\",stage:SCREENING}){id stage}}").at(
                "createOpportunity"))
        #expect(id["stage"] == "SCREENING")
        #expect(
            try api.data(
                "{opportunities(orderBy:[{name:\"AscNullsLast\"}],filter:{stage:{in:[SCREENING]}}){totalCount}}"
            )
            .at("opportunities", "totalCount") == 1)
        #expect(
            try api.data("mutation{destroyOpportunity(id:\"\(id.id)\"){name}}").at("destroyOpportunity", "name") == "A")
    }

    @Test("fragments, @include and @skip")
    func fragments() throws {
        let document = """
            query Q($yes: Boolean, $no: Boolean = false) { ...Root }
            fragment Root on Query { people { edges { ...Edge } } }
            fragment Edge on PersonEdge { node { ...P ... on Person { jobTitle } city @include(if: $no) id @skip(if: $yes) } }
            fragment P on Person { name { ...N } }
            fragment N on FullName { firstName lastName @include(if: $yes) }
            """
        let api = try sharedAPI()
        #expect(
            try api.data(document, ["yes": true]).nodes("people") == [
                ["name": ["firstName": "Ada", "lastName": "L"], "jobTitle": ""]
            ])
        #expect(try api.data(document, ["yes": false]).nodes("people").first?.keys == ["name", "jobTitle", "id"])
    }

    @Test("each root field has its own result")
    func rootFields() throws {
        let answer = try sharedAPI().graphQL("{a:people{totalCount} company(filter:{id:{eq:\"\(uuid(9))\"}}){id}}")
        #expect(answer.status == 200)
        #expect(answer["data"] == ["a": ["totalCount": 1], "company": nil])
        #expect(
            answer["errors"] == [
                [
                    "message": "Record not found",
                    "extensions": [
                        "subCode": "RECORD_NOT_FOUND",
                        "userFriendlyMessage": "This record does not exist or has been deleted.", "code": "NOT_FOUND",
                    ],
                ]
            ])
    }

    @Test("arguments of nested lists are ignored")
    func nestedArguments() throws {
        let data = try sharedAPI().data(
            "{companies{edges{node{people(first:0,nonsense:1){edges{node{id}} totalCount}}}}}")
        #expect(data.nodes("companies").first?.nodes("people").count == 1)
    }
}
