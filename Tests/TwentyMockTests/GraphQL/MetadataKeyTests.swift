import JSON
import Testing

@testable import TwentyMock

/// metadata 11, 15.5, 15.7, 15.8, platform 1.2.
@Suite struct MetadataKeyTests {
    private static let sessionOnly = GraphQLRefusal(
        "This endpoint requires a session access token", "FORBIDDEN", "FORBIDDEN_EXCEPTION")

    private static func create(_ role: String) -> String {
        "mutation{createApiKey(input:{name:\"ci\",expiresAt:\"2100-01-01\",roleId:\"\(role)\"}){id name expiresAt revokedAt role{label}}}"
    }

    @Test("Keys are not managed with a key")
    func strict() throws {
        let api = try API()
        let id = try #require(try api.metadataData("{apiKeys{id name role{label}}}").at("apiKeys", "0")?.id)
        let documents = [
            Self.create(Role.member.id), "mutation{updateApiKey(input:{id:\"\(id)\",name:\"x\"}){id}}",
            "mutation{revokeApiKey(input:{id:\"\(id)\"}){id}}",
            "mutation{assignRoleToApiKey(apiKeyId:\"\(id)\",roleId:\"\(Role.member.id)\")}",
            "mutation{generateApiKeyToken(apiKeyId:\"\(id)\",expiresAt:\"2100-01-01\"){token}}",
        ]
        for document in documents {
            let answer = try api.metadata(document)
            #expect(answer.status == 200)
            #expect(answer.graphQLRefusal == Self.sessionOnly)
        }
    }

    @Test("Where they may be: a key is made, gets a token that works, and is revoked")
    func managed() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        let api = try API(metadata: options)
        let made = try api.metadataData(Self.create(Role.member.id))
        let id = try #require(made["createApiKey"]?.id)
        #expect(made.text("createApiKey", "role", "label") == "Member")
        #expect(made.text("createApiKey", "expiresAt") == "2100-01-01T00:00:00.000Z")
        let mint = "mutation{generateApiKeyToken(apiKeyId:\"\(id)\",expiresAt:\"2100-01-01\"){token}}"
        let token = try #require(try api.metadataData(mint).text("generateApiKeyToken", "token"))
        #expect(try api.metadata("{currentWorkspace{id}}", key: token)["errors"] == nil)
        let assign = "mutation{assignRoleToApiKey(apiKeyId:\"\(id)\",roleId:\"\(Role.admin.id)\")}"
        #expect(try api.metadataData(assign)["assignRoleToApiKey"] == true)
        let read = try api.metadataData("{apiKey(input:{id:\"\(id)\"}){role{label}}}")
        #expect(read.text("apiKey", "role", "label") == "Admin")
        #expect(
            try api.metadataData("mutation{revokeApiKey(input:{id:\"\(id)\"}){revokedAt}}")
                .text("revokeApiKey", "revokedAt") != nil)
        #expect(
            try api.metadata("{currentWorkspace{id}}", key: token).graphQLRefusal
                == GraphQLRefusal("This API Key is revoked", "FORBIDDEN", "FORBIDDEN_EXCEPTION"))
        #expect(try api.metadataRefusal(mint).message == "This API Key is revoked")
        #expect(try api.metadataData("{apiKeys{id}}")["apiKeys"]?.arrayValue?.count == 1)
    }

    @Test("A key whose role lacks the right reads the data model over GraphQL, but not over REST, and changes nothing")
    func member() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        let api = try API(metadata: options)
        let id = try #require(try api.metadataData(Self.create(Role.member.id))["createApiKey"]?.id)
        let mint = "mutation{generateApiKeyToken(apiKeyId:\"\(id)\",expiresAt:\"2100-01-01\"){token}}"
        let token = try #require(try api.metadataData(mint).text("generateApiKeyToken", "token"))
        let headers = [("Authorization", "Bearer \(token)")]
        for resource in ["objects", "fields", "picklists", "webhooks", "apiKeys"] {
            let answer = try api.send("GET", "/rest/metadata/\(resource)", headers: headers)
            #expect(answer.status == 403, "\(resource)")
            #expect(answer.json["messages"] == ["Entity performing the request does not have permission"])
            #expect(answer.json["code"] == "PERMISSION_DENIED")
        }
        #expect(try api.send("GET", "/rest/metadata/views", headers: headers).status == 200)
        #expect(try api.send("GET", "/rest/people", headers: headers).status == 200)
        #expect(try api.metadata("{objects{edges{node{id}}}}", key: token)["errors"] == nil)
        let object = #"{nameSingular:"rocket",namePlural:"rockets",labelSingular:"Rocket",labelPlural:"Rockets"}"#
        let create = "mutation{createOneObject(input:{object:\(object)}){id}}"
        let refusal = try api.metadata(create, key: token).graphQLRefusal
        #expect(refusal?.code == "FORBIDDEN")
    }

    @Test("Unknown keys and roles")
    func unknown() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        let api = try API(metadata: options)
        let answer = try api.metadata(Self.create(uuid(1)))
        #expect(
            answer.graphQLRefusal
                == GraphQLRefusal(
                    "Multiple validation errors occurred while creating role targets", "METADATA_VALIDATION_FAILED"))
        #expect(try api.metadataData("{apiKeys{id}}")["apiKeys"]?.arrayValue?.count == 1)
        #expect(
            try api.metadataData("mutation{revokeApiKey(input:{id:\"\(uuid(1))\"}){id}}")["revokeApiKey"] == .null)
        #expect(try api.metadataData("{apiKey(input:{id:\"\(uuid(1))\"}){id}}")["apiKey"] == .null)
        #expect(
            try api.metadataRefusal(
                "mutation{generateApiKeyToken(apiKeyId:\"\(uuid(1))\",expiresAt:\"2100-01-01\"){token}}"
            ).message == "API Key with id \(uuid(1)) not found")
        #expect(
            try api.metadataRefusal(
                "mutation{assignRoleToApiKey(apiKeyId:\"\(APIKeyRules.seededID)\",roleId:\"\(uuid(1))\")}"
            ).message == "Role with id \(uuid(1)) not found in workspace")
    }

    @Test("The roles of a fresh workspace, and what it says of itself")
    func workspace() throws {
        let api = try API(seed: [
            "workspaceMembers": [
                ["name": ["firstName": "Ada", "lastName": "L"], "userEmail": "ada@a.test", "userId": .string(uuid(5))]
            ]
        ])
        let roles = try api.metadataData(
            "{getRoles{id label isEditable canUpdateAllSettings apiKeys{name} workspaceMembers{name{firstName}} permissionFlags{flag}}}"
        )
        let list = roles["getRoles"]?.arrayValue ?? []
        #expect(list.map { $0.text("label") } == ["Admin", "Member"])
        #expect(list.map { $0["isEditable"] } == [false, true])
        #expect(list.first?.at("workspaceMembers", "0", "name", "firstName") == "Ada")
        #expect(list.first?.at("apiKeys", "0", "name") == "My api key")
        let data = try api.metadataData(
            "{currentWorkspace{activationStatus metadataVersion workspaceMembersCount defaultRole{label} featureFlags{key value}} objectRecordCounts{objectNamePlural totalCount}}"
        )
        #expect(data.text("currentWorkspace", "activationStatus") == "ACTIVE")
        #expect(data.at("currentWorkspace", "workspaceMembersCount") == 1)
        #expect(data.text("currentWorkspace", "defaultRole", "label") == "Member")
        let counts = data["objectRecordCounts"]?.arrayValue ?? []
        #expect(counts.contains(["objectNamePlural": "workspaceMembers", "totalCount": 1]))
    }
}
