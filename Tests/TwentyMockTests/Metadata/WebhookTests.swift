import JSON
import Testing

@testable import TwentyMock

/// metadata 10, 11, 18 items 11, 12.
@Suite struct WebhookTests {
    private let api: API

    init() throws { api = try API() }

    @Test("A secret is made, the address written as browsers do")
    func created() throws {
        let answer = try api.post(
            "/rest/metadata/webhooks", ["targetUrl": " https://A.test ", "operations": ["company.*"]])
        #expect(answer.status == 201)
        #expect(answer["targetUrl"] == "https://a.test/")
        #expect(answer["secret"]?.stringValue?.count == 64)
        #expect(
            answer.json.keys == [
                "id", "targetUrl", "operations", "description", "secret", "applicationId", "workspaceId", "createdAt",
                "updatedAt", "deletedAt",
            ])
        let id = answer.json.id
        #expect(try api.get("/rest/metadata/webhooks/\(id.uppercased())").json.id == id)
        let changed = try api.patch("/rest/metadata/webhooks/\(id)", ["secret": "", "operations": []])
        #expect(changed["secret"] == "")
        #expect(changed["operations"] == [])
        #expect(try api.delete("/rest/metadata/webhooks/\(id)").raw == "true")
        let gone = try api.get("/rest/metadata/webhooks/\(id)")
        #expect(gone.status == 200)
        #expect(gone.raw.isEmpty)
    }

    @Test(
        "Addresses that are refused",
        arguments: [
            ("", ["Target URL is required", "Invalid target URL provided"]), ("nope", ["Invalid target URL provided"]),
            ("ftp://a.test", ["Invalid target URL provided"]),
        ])
    func refused(url: String, problems: [String]) throws {
        let answer = try api.post("/rest/metadata/webhooks", ["targetUrl": .string(url), "operations": []])
        #expect(answer["message"] == "Multiple validation errors occurred while creating webhook")
        #expect(answer.problems("webhook") == problems)
        #expect(try api.get("/rest/metadata/webhooks")["totalCount"] == 0)
    }

    @Test("The alias lists without envelope and names its successor")
    func alias() throws {
        let id = try api.post("/rest/webhooks", ["targetUrl": "https://a.test", "operations": []]).json.id
        let list = try api.get("/rest/webhooks")
        #expect(list.json.arrayValue?.map(\.id) == [id])
        #expect(list.headers["deprecation"] == "@1786320000")
        #expect(list.headers["link"] == "</rest/metadata/webhooks>; rel=\"successor-version\"")
        let one = try api.get("/rest/webhooks/\(id)")
        #expect(one.headers["link"] == "</rest/metadata/webhooks/\(id)>; rel=\"successor-version\"")
        #expect(try api.get("/rest/metadata/webhooks").headers["deprecation"] == nil)
    }

    @Test("Unknown and malformed ids, verbs that are not there")
    func unknown() throws {
        #expect(try api.get("/rest/metadata/webhooks/\(uuid(1))").raw.isEmpty)
        #expect(
            try api.get("/rest/metadata/webhooks/x").refusal
                == Refusal(400, "invalid input syntax for type uuid: \"x\""))
        #expect(
            try api.patch("/rest/metadata/webhooks/\(uuid(1))", [:]).refusal
                == Refusal(404, "Webhook not found", code: "WEBHOOK_NOT_FOUND"))
        let put = try api.request("PUT", "/rest/metadata/webhooks/\(uuid(1))", [:], [:])
        #expect(put.message?.hasPrefix("Query path '/rest/metadata/webhooks/\(uuid(1))' invalid.") == true)
    }

    @Test("Pages of webhooks keep the order of making")
    func pages() throws {
        let ids = try (0..<3).map {
            try api.post("/rest/metadata/webhooks", ["targetUrl": .string("https://a\($0).test"), "operations": []])
                .json.id
        }
        let page = try api.get("/rest/metadata/webhooks", ["limit": "1", "starting_after": ids[0]])
        #expect(page["data"]?.arrayValue?.map(\.id) == [ids[1]])
        #expect(page["pageInfo"]?["hasNextPage"] == true)
        #expect(try api.get("/rest/metadata/webhooks", ["starting_after": uuid(1)])["data"] == [])
    }
}

@Suite struct APIKeyTests {
    private let body: JSONValue = [
        "name": "ci", "expiresAt": "2100-01-01", "roleId": .string(Role.member.id),
    ]

    @Test("An API key cannot make, change or revoke API keys")
    func needsSession() throws {
        let api = try API()
        let expected = Refusal(403, "This endpoint requires a session access token", code: "FORBIDDEN_EXCEPTION")
        #expect(try api.post("/rest/metadata/apiKeys", body).refusal == expected)
        let id = try #require(api.get("/rest/metadata/apiKeys")["data"]?[0]?.id)
        #expect(try api.patch("/rest/metadata/apiKeys/\(id)", ["name": "x"]).refusal == expected)
        #expect(try api.delete("/rest/metadata/apiKeys/\(id)").refusal == expected)
    }

    @Test("Where it may: no token is told, and a revoked key leaves the list")
    func managed() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        let api = try API(metadata: options)
        let made = try api.post("/rest/metadata/apiKeys", body)
        #expect(made.status == 201)
        #expect(made.json.keys == ["id", "name", "expiresAt", "revokedAt", "workspaceId", "createdAt", "updatedAt"])
        #expect(made["expiresAt"] == "2100-01-01T00:00:00.000Z")
        let path = "/rest/metadata/apiKeys/\(made.json.id)"
        #expect(try api.patch(path, ["name": "other"])["name"] == "other")
        #expect(try api.get("/rest/metadata/apiKeys")["totalCount"] == 2)
        #expect(try api.delete(path)["revokedAt"]?.stringValue != nil)
        #expect(try api.get("/rest/metadata/apiKeys")["totalCount"] == 1)
        #expect(try api.get(path)["revokedAt"]?.stringValue != nil)
        #expect(try api.patch(path, ["revokedAt": .null])["revokedAt"] == .null)
        #expect(try api.get("/rest/apiKeys").json.arrayValue?.count == 2)
        let unknown = try api.delete("/rest/metadata/apiKeys/\(uuid(1))")
        #expect(unknown.status == 200)
        #expect(unknown.raw.isEmpty)
    }
}
