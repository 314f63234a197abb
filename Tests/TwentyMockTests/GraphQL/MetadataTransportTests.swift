import JSON
import Testing

/// metadata 15.1, platform 3.
@Suite(.sharedServer()) struct MetadataTransportTests {
    @Test("The call that Zapier tests a key with")
    func zapier() throws {
        let data = try sharedAPI().metadataData("query currentWorkspace {currentWorkspace {id displayName}}")
        #expect(data.text("currentWorkspace", "id") == "20202020-1c25-4d02-bf25-6aeccf7ea419")
        #expect(data.text("currentWorkspace", "displayName") == "Apple")
    }

    @Test("Without a key, with a bad one: status 200")
    func unauthenticated() throws {
        let none = try sharedAPI().metadata("{currentWorkspace{id}}", key: nil)
        #expect(none.status == 200)
        #expect(
            none.graphQLRefusal
                == GraphQLRefusal("Missing authentication token", "UNAUTHENTICATED", "UNAUTHENTICATED"))
        let bad = try sharedAPI().metadata("{currentWorkspace{id}}", key: "bad")
        #expect(bad.status == 200)
        #expect(bad.graphQLRefusal == GraphQLRefusal("Token invalid.", "UNAUTHENTICATED", "UNAUTHENTICATED"))
        #expect(bad["data"] == nil)
        let user = try sharedAPI().metadataRefusal("{currentUser{id}}")
        #expect(user == GraphQLRefusal("Forbidden resource", "FORBIDDEN"))
    }

    @Test("Documents that are not executed have status 200, and a code")
    func badDocuments() throws {
        let syntax = try sharedAPI().metadata("{")
        #expect(syntax.status == 200)
        #expect(syntax.graphQLRefusal?.code == "GRAPHQL_PARSE_FAILED")
        let unknown = try sharedAPI().metadata("{objects(filter:{nameSingular:{is:true}}){edges{node{id}}}}")
        #expect(unknown.status == 200)
        #expect(unknown.graphQLRefusal?.code == "GRAPHQL_VALIDATION_FAILED")
        #expect(unknown.json.at("errors", "0", "extensions", "userFriendlyMessage") == "An error occurred.")
    }

    @Test("Variables that do not fit have status 400; an id in the document is not looked at")
    func badVariables() throws {
        let query = "query($id:UUID!){object(id:$id){id}}"
        let bad = try sharedAPI().metadata(query, ["id": "x"])
        #expect(bad.status == 400)
        #expect(bad.graphQLRefusal == GraphQLRefusal("Invalid UUID: 'x'", "GRAPHQL_VALIDATION_FAILED"))
        #expect(
            bad.json.at("errors", "0", "extensions") == [
                "value": "x", "code": "GRAPHQL_VALIDATION_FAILED", "http": ["status": 400],
                "userFriendlyMessage": "An error occurred.",
            ])
        let written = try sharedAPI().metadata("{object(id:\"zz\"){id}}")
        #expect(written.status == 200)
        #expect(
            written.graphQLRefusal
                == GraphQLRefusal("Object metadata not found", "NOT_FOUND", "OBJECT_METADATA_NOT_FOUND"))
        #expect(try sharedAPI().metadata("{object(id:5){id}}").graphQLRefusal?.code == "GRAPHQL_VALIDATION_FAILED")
        let missing = try sharedAPI().metadata(
            "mutation($i:CreateOneObjectInput!){createOneObject(input:$i){id}}",
            ["i": ["object": ["nameSingular": "a", "namePlural": "as", "labelSingular": "A"]]])
        #expect(missing.status == 400)
        #expect(missing.graphQLRefusal?.code == "BAD_USER_INPUT")
        #expect(
            missing.graphQLRefusal?.message.contains(
                "Field \"labelPlural\" of required type \"String!\" was not provided.") == true)
    }

    @Test("Ten root fields, each once, ten levels")
    func limits() throws {
        let names = [
            "currentWorkspace{id}", "objects{edges{cursor}}", "fields{edges{cursor}}", "indexMetadatas{edges{cursor}}",
            "getViews{id}", "webhooks{id}", "apiKeys{id}", "getRoles{id}", "getPageLayouts{id}", "getViewSorts{id}",
            "getViewGroups{id}",
        ]
        #expect(try sharedAPI().metadata("{\(names.dropLast().joined(separator: " "))}")["errors"] == nil)
        #expect(
            try sharedAPI().metadataRefusal("{\(names.joined(separator: " "))}")
                == .bad(
                    "Query too complex - Too many root resolvers requested: 11 - Maximum allowed root resolvers: 10"))
        #expect(
            try sharedAPI().metadataRefusal("{a:webhooks{id} b:webhooks{id}}")
                == .bad("Duplicate root resolver: \"webhooks\""))
        let deep = "relation{targetObjectMetadata{fields{edges{node{relation{type}}}}}}"
        #expect(
            try sharedAPI().metadataRefusal("{objects{edges{node{fields{edges{node{\(deep)}}}}}}}")
                == .bad(
                    "Query too complex - Too many nested fields requested: 13 - Maximum allowed nested fields: 10"))
    }

    @Test("The schema can be looked at, and every type that is named is there")
    func introspection() throws {
        let type = "name kind ofType{name kind ofType{name kind ofType{name kind ofType{name kind}}}}"
        let answer = try sharedAPI().metadata(
            "{__schema{queryType{name} types{name kind fields{name type{\(type)} args{type{\(type)}}} inputFields{type{\(type)}} possibleTypes{name}}}}",
            nil, key: nil)
        #expect(answer["errors"] == nil)
        let types = answer.json.at("data", "__schema", "types")?.arrayValue ?? []
        let names = Set(types.compactMap { $0.text("name") })
        #expect(names.isSuperset(of: ["Object", "Field", "FieldMetadataType", "View", "WidgetConfiguration", "Role"]))
        func named(_ type: JSONValue?) -> String? { type?.text("name") ?? type?["ofType"].flatMap { named($0) } }
        for type in types {
            for member in (type["fields"]?.arrayValue ?? []) + (type["inputFields"]?.arrayValue ?? []) {
                let name = named(member["type"]) ?? "?"
                #expect(names.contains(name), "\(type.text("name") ?? "") \(member)")
            }
        }
    }

    @Test("The media type of GraphQL answers, for those who ask for it (platform 10)")
    func mediaType() throws {
        for (accept, type) in [
            ("application/graphql-response+json", "application/graphql-response+json; charset=utf-8"),
            ("application/json", "application/json; charset=utf-8"), ("*/*", "application/json; charset=utf-8"),
        ] {
            let headers = [
                ("Authorization", "Bearer \(try sharedAPI().key)"), ("Content-Type", "application/json"),
                ("Accept", accept),
            ]
            for query in ["{webhooks{id}}", "{nope}", "{"] {
                let body: JSONValue = ["query": .string(query)]
                let answer = try sharedAPI().send("POST", "/metadata", headers: headers, body: body.serializedText)
                #expect(answer.headers["content-type"] == type, "\(accept) \(query)")
            }
        }
    }

    @Test("A GET reads and changes nothing; a batch is refused (platform 10)")
    func transport() throws {
        let read = try sharedAPI().get("/metadata", ["query": "{webhooks{id}}"])
        #expect(read.raw == #"{"data":{"webhooks":[]}}"#)
        let mutation = "mutation{createWebhook(input:{targetUrl:\"https://a.test\",operations:[]}){id}}"
        let refused = try sharedAPI().get("/metadata", ["query": mutation])
        #expect(refused.status == 405)
        #expect(refused.headers["allow"] == "POST")
        #expect(try sharedAPI().get("/metadata").status == 400)
        #expect(try sharedAPI().post("/metadata", [["query": "{webhooks{id}}"]]).status == 400)
        #expect(try sharedAPI().post("/metadata", [:]).status == 400)
    }
}
