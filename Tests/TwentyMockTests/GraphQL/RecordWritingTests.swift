import JSON
import Testing

/// Graphql-core 8, 9, 2.2.
struct RecordWritingTests {
    private let api: API

    init() throws { api = try API() }

    private func create(_ data: String, _ selection: String = "id") throws -> JSONValue {
        try #require(try api.data("mutation{createPerson(data:{\(data)}){\(selection)}}")["createPerson"])
    }

    @Test("a create answers the normalised record with its actor (1.2, 5, 9.1)")
    func create() throws {
        let person = try create(
            "emails:{primaryEmail:\"A@X.io\"},name:{firstName:\"Ada\",lastName:\"L\"}",
            "name{firstName lastName} emails{primaryEmail additionalEmails} createdBy{source name workspaceMemberId context} jobTitle avatarFile position deletedAt company{id} companyId"
        )
        #expect(
            person == [
                "name": ["firstName": "Ada", "lastName": "L"],
                "emails": ["primaryEmail": "a@x.io", "additionalEmails": []],
                "createdBy": ["source": "API", "name": "My api key", "workspaceMemberId": nil, "context": [:]],
                "jobTitle": "", "avatarFile": nil, "position": 0, "deletedAt": nil, "company": nil, "companyId": nil,
            ])
        #expect(try create("", "position") == ["position": -1])
    }

    @Test("a duplicate names the record in the way; an upsert changes it (2.2, 9.6)")
    func duplicate() throws {
        let first = try create("emails:{primaryEmail:\"a@x.io\"},position:7")
        let answer = try api.graphQL("mutation{createPerson(data:{emails:{primaryEmail:\"A@x.io\"}}){id}}")
        #expect(
            answer.json["errors"]?[0] == [
                "message": "A duplicate entry was detected",
                "extensions": [
                    "userFriendlyMessage": "This Emails value is already in use. Please check your data and try again.",
                    "code": "BAD_USER_INPUT", "conflictingRecordId": .string(first.id),
                    "conflictingObjectNameSingular": "person",
                ],
            ])
        let other = try create("emails:{primaryEmail:\"c@x.io\"}")
        let change = "{emails:{primaryEmail:\"a@x.io\"}}"
        let update = try api.graphQL("mutation{updatePerson(id:\"\(other.id)\",data:\(change)){id}}")
        #expect(update.json.at("errors", "0", "extensions", "conflictingRecordId") == .string(first.id))
        let many = try api.graphQL("mutation{updatePeople(filter:{id:{eq:\"\(other.id)\"}},data:\(change)){id}}")
        #expect(many.json.at("errors", "0", "extensions", "conflictingRecordId") == .string(first.id))
        _ = try api.data("mutation{deletePerson(id:\"\(first.id)\"){id}}")
        let upserted = try api.data(
            "mutation{createPeople(upsert:true,data:[{jobTitle:\"New\"},{emails:{primaryEmail:\"A@x.io\"},jobTitle:\"Boss\"}]){id jobTitle deletedAt position}}"
        )
        #expect(
            upserted.at("createPeople", "0")
                == ["id": .string(first.id), "jobTitle": "Boss", "deletedAt": nil, "position": 7])
        #expect(upserted.at("createPeople", "1", "jobTitle") == "New")
        let both = try create("emails:{primaryEmail:\"b@x.io\"}")
        #expect(
            try api.refusal(
                "mutation{createPerson(upsert:true,data:{id:\"\(both.id)\",emails:{primaryEmail:\"a@x.io\"}}){id}}"
            ).subCode == "UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT")
    }

    @Test(
        "what is refused on write (9.1, 9.2)",
        arguments: [
            ("foo:1", .data("Object person doesn't have any \"foo\" field.")),
            ("jobTitle:1", .data("Invalid string value 1 for text field \"jobTitle\"")),
            (
                "emails:{primaryEmail:\"not-an-email\"}",
                .data("Invalid string value 'not-an-email' for email field \"emails.primaryEmail\"")
            ),
            ("phones:\"x\"", .data("Invalid object value 'x' for field \"phones\"")),
            ("companyId:\"x\"", .data("Invalid UUID value 'x' for field \"companyId\"")),
            ("company:{id:1}", .data("Relation \"company\" requires connect or disconnect operation")),
            ("noteTargets:[]", .data("One-to-many relation noteTargets field does not support write operations.")),
            ("searchVector:\"x\"", .data("searchVector TS_VECTOR-typed field does not support write operations")),
            ("position:null", .data("Invalid position value null for field \"position\"")),
            ("id:\"x\"", .query("Value \"x\" is not a valid UUID")),
        ] as [(String, GraphQLRefusal)])
    func refusals(data: String, refusal: GraphQLRefusal) throws {
        #expect(try api.refusal("mutation{createPerson(data:{\(data)}){id}}") == refusal)
    }

    @Test("a batch holds 200 records, and none makes none (9.1, 11)")
    func batch() throws {
        let many: (Int) -> JSONValue = { ["d": .array(Array(repeating: [:], count: $0))] }
        let document = "mutation($d:[PersonCreateInput!]!){createPeople(data:$d){id}}"
        #expect(
            try api.graphQL(document, many(201)).graphQLRefusal
                == .bad("Maximum number of records to upsert is 200.", "TOO_MANY_RECORDS_TO_UPDATE"))
        #expect(try api.data(document, many(200))["createPeople"]?.arrayValue?.count == 200)
        #expect(try api.data(document, many(0)) == ["createPeople": []])
    }

    @Test("relations by id, connect and disconnect (9.3)")
    func connect() throws {
        _ = try api.data("mutation{createCompany(data:{name:\"X\",domainName:{primaryLinkUrl:\"https://x.io\"}}){id}}")
        let person = try create(
            "company:{connect:{where:{domainName:{primaryLinkUrl:\"https://x.io\"}}}}", "id company{name}")
        #expect(person.at("company", "name") == "X")
        #expect(
            try api.data("mutation{updatePerson(id:\"\(person.id)\",data:{company:{disconnect:true}}){companyId}}")
                == ["updatePerson": ["companyId": nil]])
        let miss = try api.refusal(
            "mutation{createPerson(data:{company:{connect:{where:{domainName:{primaryLinkUrl:\"nowhere.io\"}}}}}){id}}")
        #expect(
            miss.message.hasPrefix("Expected 1 record to connect to company, but found 0 for domainNamePrimaryLinkUrl"))
        #expect(miss.code == "BAD_USER_INPUT" && miss.subCode == nil)
        #expect(
            try api.refusal(
                "mutation{createPerson(data:{companyId:\"\(uuid(1))\",company:{connect:{where:{id:\"\(uuid(1))\"}}}}){id}}"
            ).message == "company and companyId cannot be both provided.")
    }

    @Test("update, and the id inside data that clients send (9.4, 14)")
    func update() throws {
        let id = try create("jobTitle:\"A\"").id
        let changed = try api.data(
            "mutation{updatePerson(id:\"\(id)\",data:{id:\"\(id)\",jobTitle:\"B\",}){id jobTitle updatedBy{source}}}")
        #expect(changed["updatePerson"] == ["id": .string(id), "jobTitle": "B", "updatedBy": ["source": "API"]])
        #expect(try api.refusal("mutation{updatePerson(id:\"\(uuid(1))\",data:{}){id}}") == .notFound)
        #expect(
            try api.data("mutation{updatePeople(filter:{jobTitle:{eq:\"B\"}},data:{jobTitle:\"C\"}){jobTitle}}")
                == ["updatePeople": [["jobTitle": "C"]]])
        #expect(
            try api.data("mutation{updatePeople(filter:{jobTitle:{eq:\"B\"}},data:{jobTitle:\"C\"}){id}}")
                == ["updatePeople": []])
    }

    @Test("delete, restore, destroy: one and many (9.5)")
    func deletion() throws {
        let id = try create("jobTitle:\"A\"").id
        #expect(try api.data("mutation{deletePerson(id:\"\(id)\"){deletedAt}}").at("deletePerson", "deletedAt") != nil)
        #expect(try api.data("{people{totalCount}}") == ["people": ["totalCount": 0]])
        #expect(
            try api.data("{people(filter:{deletedAt:{is:NOT_NULL}}){edges{node{id}}}}").nodes("people").map(\.id) == [
                id
            ])
        #expect(
            try api.data("mutation{restorePerson(id:\"\(id)\"){deletedAt}}") == ["restorePerson": ["deletedAt": nil]])
        let filter = "filter:{id:{in:[\"\(id)\"]}}"
        #expect(try api.data("mutation{deletePeople(\(filter)){id}}")["deletePeople"]?.arrayValue?.count == 1)
        #expect(try api.data("mutation{restorePeople(\(filter)){id}}")["restorePeople"]?.arrayValue?.count == 1)
        #expect(
            try api.data("mutation{destroyPeople(\(filter)){jobTitle}}") == ["destroyPeople": [["jobTitle": "A"]]])
        #expect(try api.data("mutation{destroyPeople(\(filter)){id}}") == ["destroyPeople": []])
        #expect(try api.refusal("mutation{destroyPerson(id:\"\(id)\"){id}}") == .notFound)
        #expect(
            try api.refusal("mutation{deletePeople(filter:{id:{in:[\"x\"]}}){id}}")
                == .query("Value \"x\" is not a valid UUID"))
    }

    @Test("a filter that matches everything is refused for many (9.4)", arguments: ["{}", "{and:[]}", "{or:[{}]}"])
    func emptyFilter(filter: String) throws {
        #expect(
            try api.refusal("mutation{deletePeople(filter:\(filter)){id}}") == .query("A non-empty filter is required"))
    }

    @Test("notes take their targets along; members are protected (9.10)")
    func objectRules() throws {
        let person = try create("").id
        let note = try api.create("notes", ["title": "N"]).id
        try api.create("noteTargets", ["noteId": .string(note), "targetPersonId": .string(person)])
        let targets = "{noteTargets{totalCount}}"
        _ = try api.data("mutation{deleteNote(id:\"\(note)\"){id}}")
        #expect(try api.data(targets) == ["noteTargets": ["totalCount": 0]])
        _ = try api.data("mutation{restoreNote(id:\"\(note)\"){id}}")
        #expect(try api.data(targets) == ["noteTargets": ["totalCount": 1]])
        _ = try api.data("mutation{destroyNote(id:\"\(note)\"){id}}")
        #expect(try api.data(targets) == ["noteTargets": ["totalCount": 0]])
        #expect(
            try api.refusal("mutation{createWorkspaceMember(data:{}){id}}")
                == GraphQLRefusal(
                    "Entity performing the request does not have permission", "FORBIDDEN", "PERMISSION_DENIED"))
        #expect(
            try api.refusal("mutation{createWorkflowRun(data:{}){id}}")
                == GraphQLRefusal("Method not allowed.", "FORBIDDEN"))
    }

    @Test("the example of an upsert with a connection (9.7)")
    func example() throws {
        try api.create("companies", ["name": "X", "domainName": ["primaryLinkUrl": "https://x.io"]])
        let data = try api.data(
            """
            mutation { createPeople(upsert: true, data: [
              {emails:{primaryEmail:"A@x.io"}, name:{firstName:"A"}, company:{connect:{where:{domainName:{primaryLinkUrl:"https://x.io"}}}}}
            ]) { id emails{primaryEmail additionalEmails} company{name} } }
            """)
        #expect(data.at("createPeople", "0", "emails") == ["primaryEmail": "a@x.io", "additionalEmails": []])
        #expect(data.at("createPeople", "0", "company") == ["name": "X"])
    }

    @Test("scalars in the forms that clients send (4.4)")
    func scalars() throws {
        let data = try api.data(
            "mutation($d: OpportunityCreateInput!){createOpportunity(data:$d){amount{amountMicros} closeDate position createdAt}}",
            [
                "d": [
                    "amount": ["amountMicros": "1500000", "currencyCode": "USD"],
                    "closeDate": "2026-01-31T10:15:00+01:00", "position": "last", "createdAt": "2026-01-31",
                ]
            ])
        #expect(
            data["createOpportunity"] == [
                "amount": ["amountMicros": 1_500_000], "closeDate": "2026-01-31T09:15:00.000Z", "position": 2,
                "createdAt": "2026-01-31T00:00:00.000Z",
            ])
        let page = try api.data("{opportunities(orderBy:[{position:AscNullsFirst}]){edges{cursor node{id}}}}")
        let cursor = try #require(page.at("opportunities", "edges", "0", "cursor")?.stringValue?.base64Decoded)
        #expect(cursor == "{\"position\":2,\"id\":\"\(page.nodes("opportunities")[0].id)\"}")
    }

    @Test("merge and its preview (9.8)")
    func merge() throws {
        let a = try create("name:{firstName:\"Ada\"},emails:{primaryEmail:\"a@x.io\"}").id
        let b = try create("jobTitle:\"Boss\",emails:{primaryEmail:\"b@x.io\"}").id
        let preview = try api.data(
            "mutation{mergePeople(ids:[\"\(a)\",\"\(b)\"],conflictPriorityIndex:0,dryRun:true){id jobTitle deletedAt}}")
        #expect(preview.at("mergePeople", "jobTitle") == "Boss")
        #expect(preview.at("mergePeople", "id") != .string(a) && preview.at("mergePeople", "deletedAt") != nil)
        let merged = try api.data(
            "mutation{mergePeople(ids:[\"\(a)\",\"\(b)\"],conflictPriorityIndex:0){id jobTitle emails{primaryEmail additionalEmails}}}"
        )
        #expect(
            merged["mergePeople"] == [
                "id": .string(a), "jobTitle": "Boss",
                "emails": ["primaryEmail": "a@x.io", "additionalEmails": ["b@x.io"]],
            ])
        #expect(
            try api.refusal("mutation{mergePeople(ids:[\"\(a)\",\"\(a)\"],conflictPriorityIndex:2){id}}")
                == .query("Invalid conflict priority '2'. Valid options for 2 records: 0-1"))
        #expect(
            try api.refusal("mutation{mergePeople(ids:[\"\(a)\",\"\(b)\"],conflictPriorityIndex:0){id}}")
                == GraphQLRefusal("One or more records not found", "NOT_FOUND", "RECORD_NOT_FOUND"))
        #expect(
            try api.refusal("mutation{mergeNotes(ids:[\"\(a)\",\"\(b)\"],conflictPriorityIndex:0){id}}").message
                .hasPrefix(
                    "Merge is only available for objects with duplicate criteria."))
    }

    @Test("duplicates: one connection for each id or record (9.9)")
    func duplicates() throws {
        let a = try create("name:{firstName:\"Ada\",lastName:\"Lovelace\"}").id
        let b = try create("name:{firstName:\"Ada\",lastName:\"Lovelace\"}").id
        let byID = try api.data("{personDuplicates(ids:[\"\(a)\",\"\(uuid(9))\"]){totalCount edges{node{id} cursor}}}")
        #expect(byID.at("personDuplicates", "0", "totalCount") == 1)
        #expect(byID.at("personDuplicates", "0", "edges", "0", "node", "id") == .string(b))
        #expect(byID.at("personDuplicates", "1") == ["totalCount": 0, "edges": []])
        #expect(
            try api.data("{personDuplicates(data:[{name:{firstName:\"Ada\",lastName:\"Lovelace\"}}]){totalCount}}")
                == ["personDuplicates": [["totalCount": 2]]])
        #expect(
            try api.refusal("{personDuplicates{totalCount}}")
                == .query("You have to provide either \"data\" or \"ids\" argument"))
    }
}

/// What people are told instead of the message (graphql-core 2, 6.1, 9.2).
@Suite(.sharedServer())
struct UserFriendlyMessageTests {
    @Test(
        "userFriendlyMessage",
        arguments: [
            (
                "people(filter:{foo:{eq:1}}){totalCount}",
                "Invalid filter : person object doesn't have any \"foo\" field."
            ),
            (
                "people(filter:{jobTitle:{regex:\"a\"}}){totalCount}",
                "Invalid filter : Operator \"regex\" is not valid for this \"jobTitle\" TEXT field"
            ),
            (
                "people(filter:{position:{gte:1,lte:2}}){totalCount}",
                "Invalid filter: exactly one operator per field is required"
            ),
            ("people(filter:{jobTitle:1}){totalCount}", "Invalid filter: filter value must be an object"),
            ("people(filter:{id:{in:1}}){totalCount}", "Invalid filter: \"in\" operator requires an array"),
            ("people(filter:{jobTitle:{like:1}}){totalCount}", "Invalid filter: \"like\" operator requires a String"),
            ("people(filter:{jobTitle:{is:1}}){totalCount}", "Invalid value for \"is\" operator"),
            (
                "people(filter:{company:1}){totalCount}",
                "Invalid filter: use \"companyId\" to filter by this relation field"
            ),
            ("createPerson(data:{jobTitle:1}){id}", "Invalid value: \"1\""),
            ("createPerson(data:{companyId:\"x\"}){id}", "Invalid value for UUID: \"x\""),
            ("createPerson(data:{emails:\"x\"}){id}", "Invalid value for emails."),
            (
                "createOpportunity(data:{closeDate:\"x\"}){id}",
                "Invalid value for date-time: \"x\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"
            ),
            ("updatePerson(id:\"\(uuid(1))\",data:{}){id}", "This record does not exist or has been deleted."),
            ("createWorkspaceMember(data:{}){id}", "User does not have permission."),
            (
                "createPerson(data:{companyId:\"\(uuid(1))\"}){id}",
                "This operation references a record that does not exist or cannot be modified due to existing relationships."
            ),
        ])
    func texts(field: String, text: String) throws {
        let answer = try sharedAPI().graphQL("{r:\(field)}")
        #expect(answer.json["errors"]?[0]?["extensions"]?["userFriendlyMessage"] == .string(text), "\(answer.raw)")
    }
}
