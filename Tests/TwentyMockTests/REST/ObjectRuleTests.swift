import JSON
import Testing

/// rest-core 1 and 11.3, graphql-core 9.10.
@Suite("Rules of single objects") struct ObjectRuleTests {
    let api: API
    let member = uuid(1)

    init() throws {
        api = try API(
            seed: [
                "workspaceMembers": [
                    [
                        "id": .string(uuid(1)), "userId": .string(uuid(1)), "userEmail": "tim@apple.dev",
                        "name": ["firstName": "Tim", "lastName": "Apple"],
                    ]
                ]
            ])
    }

    static let permissionDenied = Refusal(
        403, "Entity performing the request does not have permission", code: "PERMISSION_DENIED")

    @Test("workspaceMembers: create, update many, restore and destroy are never permitted")
    func permission() throws {
        let before = try StoredTables(api)
        let expected = ObjectRuleTests.permissionDenied
        #expect(try api.post("/rest/workspaceMembers", [:]).refusal == expected)
        #expect(try api.post("/rest/batch/workspaceMembers", [[:]]).refusal == expected)
        #expect(try api.post("/rest/workspaceMembers", [:], ["upsert": "true"]).refusal == expected)
        #expect(try api.patch("/rest/workspaceMembers", ["locale": "fr"]).refusal == expected)
        #expect(try api.patch("/rest/workspaceMembers/\(member)/restore", nil).refusal == expected)
        #expect(try api.patch("/rest/workspaceMembers/restore", nil).refusal == expected)
        #expect(try api.delete("/rest/workspaceMembers/\(member)").refusal == expected)
        #expect(try api.delete("/rest/workspaceMembers", ["filter": "id[is]:NOT_NULL"]).refusal == expected)
        #expect(try StoredTables(api) == before)
    }

    @Test("workspaceMembers: a soft delete has a text of its own")
    func softDelete() throws {
        let expected = Refusal(
            400, "Please use /deleteUserFromWorkspace to remove a workspace member.", code: "BAD_REQUEST")
        #expect(try api.delete("/rest/workspaceMembers/\(member)", ["soft_delete": "true"]).refusal == expected)
        #expect(
            try api.delete("/rest/workspaceMembers", ["filter": "id[is]:NOT_NULL", "soft_delete": "true"]).refusal
                == expected)
    }

    @Test("workspaceMembers: reading and updating one are permitted")
    func permitted() throws {
        #expect(try api.find("workspaceMembers", member)["name"] == ["firstName": "Tim", "lastName": "Apple"])
        #expect(try api.list("workspaceMembers").count == 1)
        #expect(try api.update("workspaceMembers", member, ["locale": "fr"])["locale"] == "fr")
        let defaults = try api.find("workspaceMembers", member)
        #expect(defaults["colorScheme"] == "System")
        #expect(defaults["timeZone"] == "system")
        #expect(defaults["calendarStartDay"] == 7)
        #expect(defaults["dateFormat"] == "SYSTEM")
    }

    @Test("A member can own and be assigned")
    func owner() throws {
        let company = try api.create("companies", ["accountOwnerId": .string(member)], ["depth": "1"])
        #expect(company["accountOwner"]?["name"]?["firstName"] == "Tim")
        let task = try api.create(
            "tasks", ["assignee": ["connect": ["where": ["userEmail": "tim@apple.dev"]]]])
        #expect(task["assigneeId"] == .string(member))
    }

    @Test(
        "workflowRuns and workflowVersions are not created by clients", arguments: ["workflowRuns", "workflowVersions"])
    func workflow(plural: String) throws {
        let answer = try api.post("/rest/\(plural)", [:])
        #expect(answer.status == 403)
        #expect(answer.message == "Method not allowed.")
    }
}
