import JSON
import Testing

@testable import TwentyMock

/// What a role withholds of records (metadata 15.7, rest-core 1 and 8.2, graphql-core 2.1).
@Suite struct RecordRightsTests {
    private let api: API
    private let role: String
    private let token: String

    init() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        api = try API(metadata: options)
        let made = try api.metadataData(
            "mutation{createOneRole(createRoleInput:{label:\"Reader\",canReadAllObjectRecords:true}){id}}")
        role = try #require(made["createOneRole"]?.id)
        let key = try #require(
            try api.metadataData(
                "mutation{createApiKey(input:{name:\"k\",expiresAt:\"2100-01-01\",roleId:\"\(role)\"}){id}}")[
                    "createApiKey"]?
                .id)
        token = try #require(
            try api.metadataData("mutation{generateApiKeyToken(apiKeyId:\"\(key)\",expiresAt:\"2100-01-01\"){token}}")
                .text("generateApiKeyToken", "token"))
        try api.create("companies", ["id": .string(uuid(1)), "name": "Acme"])
        try api.create(
            "people",
            ["id": .string(uuid(2)), "companyId": .string(uuid(1)), "name": ["firstName": "Ada"], "jobTitle": "Boss"])
    }

    private func grant(_ object: String, _ rights: String) throws {
        _ = try api.metadataData(
            "mutation{upsertObjectPermissions(upsertObjectPermissionsInput:{roleId:\"\(role)\",objectPermissions:[{objectMetadataId:\"\(try api.object(object).id)\",\(rights)}]}){objectMetadataId}}"
        )
    }

    private func withhold(_ object: String, _ field: String, _ rights: String) throws {
        _ = try api.metadataData(
            "mutation{upsertFieldPermissions(upsertFieldPermissionsInput:{roleId:\"\(role)\",fieldPermissions:[{objectMetadataId:\"\(try api.object(object).id)\",fieldMetadataId:\"\(try api.fieldID(object, field))\",\(rights)}]}){id}}"
        )
    }

    private func rest(_ method: String, _ path: String, _ body: String? = nil) throws -> Answer {
        var headers = [("Authorization", "Bearer \(token)")]
        if body != nil { headers.append(("Content-Type", "application/json")) }
        return try api.send(method, path, headers: headers, body: body)
    }

    private func graphQL(_ document: String) throws -> Answer {
        try api.graphQL(document, headers: [("Authorization", "Bearer \(token)")])
    }

    private static let denied = GraphQLRefusal(
        "Entity performing the request does not have permission", "FORBIDDEN", "PERMISSION_DENIED")

    @Test("A role that may only read is refused every write, and nothing is changed")
    func readOnly() throws {
        let before = try StoredTables(api)
        let person = "/rest/people/\(uuid(2))"
        let writes: [(String, String, String?)] = [
            ("POST", "/rest/people", "{}"), ("POST", "/rest/batch/people", "[{}]"),
            ("PATCH", person, "{\"jobTitle\":\"x\"}"), ("DELETE", person + "?soft_delete=true", nil),
            ("DELETE", person, nil),
            ("PATCH", "/rest/restore/people/\(uuid(2))", nil),
            ("PATCH", "/rest/people?filter=jobTitle%5Beq%5D:Boss", "{\"jobTitle\":\"x\"}"),
        ]
        for (method, path, body) in writes {
            let answer = try rest(method, path, body)
            #expect(answer.status == 403, "\(method) \(path): \(answer.raw)")
            #expect(
                answer.json == [
                    "statusCode": 403, "error": "ForbiddenException",
                    "messages": ["Entity performing the request does not have permission"], "code": "PERMISSION_DENIED",
                ], "\(method) \(path)")
        }
        for mutation in [
            "createPerson(data:{}){id}", "updatePerson(id:\"\(uuid(2))\",data:{}){id}",
            "deletePerson(id:\"\(uuid(2))\"){id}",
            "destroyPerson(id:\"\(uuid(2))\"){id}", "restorePerson(id:\"\(uuid(2))\"){id}",
            "mergePeople(ids:[\"\(uuid(2))\",\"\(uuid(3))\"],conflictPriorityIndex:0){id}",
        ] {
            #expect(try graphQL("mutation{\(mutation)}").graphQLRefusal == Self.denied, "\(mutation)")
        }
        #expect(try rest("GET", person).status == 200)
        #expect(try StoredTables(api) == before)
    }

    @Test("What is granted on an object goes before what holds everywhere")
    func objects() throws {
        try grant("person", "canUpdateObjectRecords:true")
        #expect(try rest("PATCH", "/rest/people/\(uuid(2))", "{\"jobTitle\":\"x\"}").status == 200)
        #expect(try rest("DELETE", "/rest/people/\(uuid(2))").status == 403)
        #expect(try rest("PATCH", "/rest/companies/\(uuid(1))", "{\"name\":\"x\"}").status == 403)
    }

    @Test("An object that may not be read is refused, left out of records and of searches")
    func unreadable() throws {
        try grant("company", "canReadObjectRecords:false")
        #expect(try rest("GET", "/rest/companies").status == 403)
        #expect(try rest("GET", "/rest/companies/\(uuid(1))").status == 403)
        #expect(try rest("GET", "/rest/companies/groupBy?group_by=%5B%7B%22name%22:true%7D%5D").status == 403)
        let person = try #require(try rest("GET", "/rest/people/\(uuid(2))?depth=1").json.at("data", "person"))
        #expect(person["company"] == nil)
        #expect(person["companyId"] == .string(uuid(1)))
        #expect(person["noteTargets"] == [])
        #expect(try graphQL("{companies{totalCount}}").graphQLRefusal == Self.denied)
        #expect(try graphQL("{people{edges{node{company{name}}}}}").graphQLRefusal == Self.denied)
        #expect(
            try graphQL("{peopleGroupBy(groupBy:[{company:{name:true}}]){totalCount}}").graphQLRefusal == Self.denied)
        #expect(try graphQL("{people{edges{node{id}}}}").json["errors"] == nil)
        #expect(
            try graphQL("{search(searchInput:\"acme\",limit:5){edges{node{recordId}}}}").json.at(
                "data", "search", "edges") == [])
        #expect(
            try api.data("{search(searchInput:\"acme\",limit:5){edges{node{recordId}}}}").nodes("search").count == 1)
    }

    @Test("A hidden field is left out of REST and refused in GraphQL; a locked one is not written")
    func fields() throws {
        try grant("person", "canUpdateObjectRecords:true")
        try withhold("person", "jobTitle", "canReadFieldValue:false")
        try withhold("person", "name", "canUpdateFieldValue:false")
        let person = try #require(try rest("GET", "/rest/people/\(uuid(2))").json.at("data", "person"))
        #expect(person["jobTitle"] == nil)
        #expect(person.text("name", "firstName") == "Ada")
        #expect(
            try rest("GET", "/rest/people?fields=jobTitle").json["messages"]
                == ["'fields' parameter invalid. Unknown or unreadable fields on 'person': jobTitle"])
        #expect(try graphQL("{people{edges{node{jobTitle}}}}").graphQLRefusal == Self.denied)
        #expect(try graphQL("{people{countEmptyJobTitle}}").graphQLRefusal == Self.denied)
        #expect(try graphQL("{peopleGroupBy(groupBy:[{jobTitle:true}]){totalCount}}").graphQLRefusal == Self.denied)
        #expect(try rest("PATCH", "/rest/people/\(uuid(2))", "{\"name\":{\"firstName\":\"x\"}}").status == 403)
        #expect(try graphQL("mutation{createPerson(data:{name:{firstName:\"x\"}}){id}}").graphQLRefusal == Self.denied)
        #expect(try rest("PATCH", "/rest/people/\(uuid(2))", "{\"jobTitle\":\"x\"}").status == 200)
        // Whoever may see everything is not shown less because somebody else is.
        #expect(try api.find("people", uuid(2))["jobTitle"] == "x")
    }
}
