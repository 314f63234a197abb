import JSON
import Testing
import TwentyMock

extension API {
    /// A server on which keys manage keys.
    static func managingKeys(release: String = "2") throws -> API {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        return try API(release: release, metadata: options)
    }

    /// A token of a key whose role grants `flags` and nothing else.
    func token(flags: [String]) throws -> String {
        let made = try metadataData("mutation{createOneRole(createRoleInput:{label:\"Restricted\"}){id}}")
        let role = try #require(made["createOneRole"]?.id)
        _ = try metadataData(
            "mutation($f:[String!]!){upsertPermissionFlags(upsertPermissionFlagsInput:{roleId:\"\(role)\",permissionFlagKeys:$f}){flag}}",
            ["f": .array(flags.map(JSONValue.string))])
        let key = try metadataData(
            "mutation{createApiKey(input:{name:\"k\",expiresAt:\"2100-01-01\",roleId:\"\(role)\"}){id}}")
        let id = try #require(key["createApiKey"]?.id)
        let token = try metadataData(
            "mutation{generateApiKeyToken(apiKeyId:\"\(id)\",expiresAt:\"2100-01-01\"){token}}")
        return try #require(token.text("generateApiKeyToken", "token"))
    }
}
