import JSON
import Testing

@testable import TwentyMock

/// metadata 1, 11, 15.1, platform 1.2: what a role has to grant.
@Suite struct MetadataRightTests {
    private static let denied = GraphQLRefusal(
        "Entity performing the request does not have permission", "FORBIDDEN", "PERMISSION_DENIED")

    private func createKey(_ api: API, _ token: String) throws -> Answer {
        let body: JSONValue = ["name": "k", "expiresAt": "2100-01-01", "roleId": .string(Role.member.id)]
        let headers = [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")]
        return try api.send("POST", "/rest/metadata/apiKeys", headers: headers, body: body.serializedText)
    }

    @Test("Making a key and giving one a role want the right to roles, too")
    func rolesForKeys() throws {
        let api = try API.managingKeys()
        let token = try api.token(flags: ["API_KEYS_AND_WEBHOOKS"])
        let refused = try createKey(api, token)
        #expect(
            refused.refusal
                == Refusal(
                    403, "Entity performing the request does not have permission", code: "PERMISSION_DENIED"))
        let id = APIKeyRules.seededID
        for document in [
            "mutation{createApiKey(input:{name:\"k\",expiresAt:\"2100-01-01\",roleId:\"\(Role.member.id)\"}){id}}",
            "mutation{assignRoleToApiKey(apiKeyId:\"\(id)\",roleId:\"\(Role.member.id)\")}",
        ] {
            #expect(try api.metadata(document, key: token).graphQLRefusal == Self.denied, "\(document)")
        }
        for document in [
            "mutation{updateApiKey(input:{id:\"\(id)\",name:\"x\"}){id}}",
            "mutation{generateApiKeyToken(apiKeyId:\"\(id)\",expiresAt:\"2100-01-01\"){token}}",
            "mutation{createWebhook(input:{targetUrl:\"https://a.test\",operations:[]}){id}}",
        ] {
            #expect(try api.metadata(document, key: token)["errors"] == nil, "\(document)")
        }
    }

    @Test("In 1.x the right to keys is enough")
    func firstGeneration() throws {
        let api = try API.managingKeys(release: "1")
        #expect(try createKey(api, api.token(flags: ["API_KEYS_AND_WEBHOOKS"])).status == 201)
    }

    private static let documents = [
        "mutation{deleteOneObject(input:{id:\"\(uuid(404))\"}){id}}",
        "mutation{updateOneObject(input:{id:\"\(uuid(404))\",update:{nameSingular:\"a.b\"}}){id}}",
        "mutation{updateManyObjects(inputs:[{id:\"\(uuid(404))\",update:{nameSingular:\"a.b\"}}]){id}}",
        "mutation{createOneObject(input:{object:{nameSingular:\"\",namePlural:\"\",labelSingular:\"\",labelPlural:\"\"}}){id}}",
        "mutation{deleteOneField(input:{id:\"\(uuid(404))\"}){id}}",
        "mutation{updateOneField(input:{id:\"\(uuid(404))\",update:{name:\"a.b\"}}){id}}",
        "mutation{createOneField(input:{field:{type:TEXT,name:\"\",label:\"\",objectMetadataId:\"\(uuid(404))\"}}){id}}",
        "mutation{createOneIndex(input:{index:{objectMetadataId:\"\(uuid(404))\",fields:[]}}){id}}",
        "mutation{deleteOneIndex(input:{id:\"\(uuid(404))\"}){id}}",
        "mutation{updateWorkspaceMemberRole(workspaceMemberId:\"\(uuid(404))\",roleId:\"\(uuid(404))\"){id}}",
        "mutation{updateOneRole(updateRoleInput:{id:\"\(uuid(404))\",update:{label:\"\"}}){id}}",
        "mutation{deleteOneRole(roleId:\"\(uuid(404))\")}",
        "mutation{upsertPermissionFlags(upsertPermissionFlagsInput:{roleId:\"\(uuid(404))\",permissionFlagKeys:[\"X\"]}){flag}}",
        "mutation{updatePageLayoutWithTabsAndWidgets(id:\"\(uuid(404))\",input:{name:\"\",type:RECORD_PAGE,tabs:[]}){id}}",
        "mutation{upsertFieldsWidget(input:{widgetId:\"\(uuid(404))\"}){id}}",
        "mutation{resetPageLayoutToDefault(id:\"\(uuid(404))\"){id}}",
        "mutation{updateWebhook(input:{id:\"\(uuid(404))\",update:{targetUrl:\"\"}}){id}}",
        "mutation{revokeApiKey(input:{id:\"\(uuid(404))\"}){id}}",
    ]

    @Test("The right is asked for before anything is looked up or checked")
    func first() throws {
        let api = try API.managingKeys()
        let token = try api.token(flags: ["EXPORT_CSV"])
        for document in Self.documents {
            let answer = try api.metadata(document, key: token)
            #expect(answer.graphQLRefusal == Self.denied, "\(document) \(answer.raw)")
        }
    }
}
