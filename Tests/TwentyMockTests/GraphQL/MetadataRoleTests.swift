import JSON
import Testing

@testable import TwentyMock

/// metadata 15.7, and `updateWorkspace` of 15.8.
@Suite struct MetadataRoleTests {
    private let api: API

    init() throws { api = try API() }

    private func create(_ input: String) -> String {
        "mutation{createOneRole(createRoleInput:{\(input)}){id label isEditable canReadAllObjectRecords canAccessAllTools}}"
    }

    private func made(_ label: String, _ more: String = "") throws -> String {
        let data = try api.metadataData(create("label:\"\(label)\"\(more)"))
        return try #require(data["createOneRole"]?.id)
    }

    @Test("A role is made, changed, given to a member, and deleted")
    func life() throws {
        let data = try api.metadataData(create("id:\"\(uuid(7))\",label:\"Sales\",canReadAllObjectRecords:true"))
        #expect(
            data["createOneRole"] == [
                "id": .string(uuid(7)), "label": "Sales", "isEditable": true, "canReadAllObjectRecords": true,
                "canAccessAllTools": false,
            ])
        let changed = try api.metadataData(
            "mutation UpdateOneRole($idToUpdate: UUID!, $updatePayload: UpdateRolePayload!){updateOneRole(updateRoleInput:{id:$idToUpdate,update:$updatePayload}){label description canReadAllObjectRecords}}",
            ["idToUpdate": .string(uuid(7)), "updatePayload": ["description": "Sells"]])
        #expect(
            changed["updateOneRole"] == ["label": "Sales", "description": "Sells", "canReadAllObjectRecords": true])
        let labels = try api.metadataData("{getRoles{label}}")["getRoles"]?.arrayValue?.map { $0.text("label") }
        #expect(labels == ["Admin", "Member", "Sales"])
        #expect(
            try api.metadataData("mutation{deleteOneRole(roleId:\"\(uuid(7))\")}") == [
                "deleteOneRole": .string(uuid(7))
            ])
        #expect(try api.metadataData("{getRoles{label}}")["getRoles"]?.arrayValue?.count == 2)
    }

    @Test("What a role cannot be is refused and changes nothing")
    func refusals() throws {
        let role = try made("Sales")
        let cases: [(String, GraphQLRefusal)] = [
            (
                create("label:\"sales\""),
                .init("Multiple validation errors occurred while creating role", "METADATA_VALIDATION_FAILED")
            ),
            (
                create("label:\"Writers\",canUpdateAllObjectRecords:true"),
                .init("Multiple validation errors occurred while creating role", "METADATA_VALIDATION_FAILED")
            ),
            (create("label:\"\""), .bad("label should not be empty")),
            (
                "mutation{updateOneRole(updateRoleInput:{id:\"\(Role.admin.id)\",update:{label:\"A\"}}){id}}",
                .init("Multiple validation errors occurred while updating role", "METADATA_VALIDATION_FAILED")
            ),
            (
                "mutation{updateOneRole(updateRoleInput:{id:\"\(uuid(404))\",update:{label:\"A\"}}){id}}",
                .init("Role not found", "NOT_FOUND", "ROLE_NOT_FOUND")
            ),
            (
                "mutation{deleteOneRole(roleId:\"\(Role.member.id)\")}",
                .init("Default role cannot be deleted", "FORBIDDEN", "DEFAULT_ROLE_CANNOT_BE_DELETED")
            ),
            (
                "mutation{upsertPermissionFlags(upsertPermissionFlagsInput:{roleId:\"\(role)\",permissionFlagKeys:[\"ROLES\",\"INVALID_FLAG\"]}){flag}}",
                .bad("Invalid permission setting (unknown value): INVALID_FLAG", "INVALID_SETTING")
            ),
            (
                "mutation{upsertObjectPermissions(upsertObjectPermissionsInput:{roleId:\"\(role)\",objectPermissions:[{objectMetadataId:\"\(uuid(404))\"}]}){objectMetadataId}}",
                .init("Object metadata not found", "NOT_FOUND", "OBJECT_METADATA_NOT_FOUND")
            ),
        ]
        let before = try StoredTables(api)
        for (document, refusal) in cases { #expect(try api.metadataRefusal(document) == refusal) }
        #expect(try StoredTables(api) == before)
        let report = try api.metadata(create("label:\"Sales\""))
        #expect(
            report.json.at("errors", "0", "extensions", "errors", "role", "0", "errors", "0", "message")
                == "A role with this label already exists")
    }

    @Test("Flags are replaced, entries on objects and fields are merged")
    func permissions() throws {
        let role = try made("Sales", ",canReadAllObjectRecords:true")
        let flags =
            "mutation($f:[String!]!){upsertPermissionFlags(upsertPermissionFlagsInput:{roleId:\"\(role)\",permissionFlagKeys:$f}){roleId flag}}"
        _ = try api.metadataData(flags, ["f": ["ROLES", "VIEWS"]])
        #expect(
            try api.metadataData(flags, ["f": ["DATA_MODEL"]])["upsertPermissionFlags"]
                == [["roleId": .string(role), "flag": "DATA_MODEL"]])
        let person = try api.object("person").id
        let objects = { (rights: String) in
            "mutation{upsertObjectPermissions(upsertObjectPermissionsInput:{roleId:\"\(role)\",objectPermissions:[{objectMetadataId:\"\(person)\",\(rights)}]}){canReadObjectRecords canUpdateObjectRecords}}"
        }
        _ = try api.metadataData(objects("canReadObjectRecords:true"))
        #expect(
            try api.metadataData(objects("canUpdateObjectRecords:true"))["upsertObjectPermissions"]
                == [["canReadObjectRecords": true, "canUpdateObjectRecords": true]])
        #expect(
            try api.metadataRefusal(objects("canReadObjectRecords:false")).message
                == "Cannot give update permission to non-readable object")
        let field = try api.fieldID("person", "jobTitle")
        let fields = { (rights: String) in
            "mutation{upsertFieldPermissions(upsertFieldPermissionsInput:{roleId:\"\(role)\",fieldPermissions:[{objectMetadataId:\"\(person)\",fieldMetadataId:\"\(field)\",\(rights)}]}){fieldMetadataId canUpdateFieldValue}}"
        }
        #expect(
            try api.metadataData(fields("canUpdateFieldValue:false"))["upsertFieldPermissions"]
                == [["fieldMetadataId": .string(field), "canUpdateFieldValue": false]])
        #expect(
            try api.metadataRefusal(fields("canReadFieldValue:true")).message
                == "Field permission can only introduce a restriction")
        let shown = try api.metadataData(
            "{getRoles{label permissionFlags{flag} objectPermissions{objectMetadataId} fieldPermissions{fieldMetadataId} rowLevelPermissionPredicates{id}}}"
        )
        #expect(
            shown.at("getRoles", "2") == [
                "label": "Sales", "permissionFlags": [["flag": "DATA_MODEL"]],
                "objectPermissions": [["objectMetadataId": .string(person)]],
                "fieldPermissions": [["fieldMetadataId": .string(field)]], "rowLevelPermissionPredicates": [],
            ])
    }

    @Test("Members have one role each, and one of them stays an administrator")
    func members() throws {
        let api = try API(seed: [
            "workspaceMembers": [
                [
                    "id": .string(uuid(1)), "name": ["firstName": "Ada"], "userEmail": "a@a.test",
                    "userId": .string(uuid(5)),
                ],
                [
                    "id": .string(uuid(2)), "name": ["firstName": "Bob"], "userEmail": "b@a.test",
                    "userId": .string(uuid(6)),
                ],
            ]
        ])
        let assign = { (member: Int, role: Role) in
            "mutation{updateWorkspaceMemberRole(workspaceMemberId:\"\(uuid(member))\",roleId:\"\(role.id)\"){name{firstName} roles{label}}}"
        }
        #expect(
            try api.metadataData(assign(2, .member))["updateWorkspaceMemberRole"]
                == ["name": ["firstName": "Bob"], "roles": [["label": "Member"]]])
        #expect(
            try api.metadataRefusal(assign(1, .member)).message
                == "Cannot unassign admin role from last admin of the workspace")
        let roles = try api.metadataData("{getRoles{workspaceMembers{id}}}")["getRoles"]?.arrayValue
        #expect(roles?.map { $0["workspaceMembers"]?.arrayValue?.map(\.id) } == [[uuid(1)], [uuid(2)]])
        #expect(
            try api.metadataRefusal(assign(3, .member))
                == GraphQLRefusal("Workspace member not found", "NOT_FOUND", "WORKSPACE_MEMBER_NOT_FOUND"))
    }

    @Test("A key may do what the flags of its role grant")
    func flags() throws {
        var options = MetadataOptions()
        options.allowsKeysToManageKeys = true
        let api = try API(metadata: options)
        let role = try #require(
            try api.metadataData("mutation{createOneRole(createRoleInput:{label:\"Modeller\"}){id}}")["createOneRole"]?
                .id)
        _ = try api.metadataData(
            "mutation{upsertPermissionFlags(upsertPermissionFlagsInput:{roleId:\"\(role)\",permissionFlagKeys:[\"DATA_MODEL\"]}){flag}}"
        )
        let key = try #require(
            try api.metadataData(
                "mutation{createApiKey(input:{name:\"k\",expiresAt:\"2100-01-01\",roleId:\"\(role)\"}){id}}")[
                    "createApiKey"]?.id)
        let token = try #require(
            try api.metadataData("mutation{generateApiKeyToken(apiKeyId:\"\(key)\",expiresAt:\"2100-01-01\"){token}}")
                .text("generateApiKeyToken", "token"))
        let headers = [("Authorization", "Bearer \(token)")]
        #expect(try api.send("GET", "/rest/metadata/objects", headers: headers).status == 200)
        #expect(try api.send("GET", "/rest/metadata/webhooks", headers: headers).status == 403)
        let denied = GraphQLRefusal(
            "Entity performing the request does not have permission", "FORBIDDEN", "PERMISSION_DENIED")
        #expect(try api.metadata("{getRoles{id}}", key: token).graphQLRefusal == denied)
        #expect(try api.metadata("mutation{updateWorkspace(data:{}){id}}", key: token).graphQLRefusal == denied)
        for document in ["{webhooks{id}}", "{apiKeys{id}}", "mutation{createPageLayout(input:{name:\"a\"}){id}}"] {
            #expect(try api.metadata(document, key: token).graphQLRefusal == denied, "\(document)")
        }
        #expect(try api.metadata("{getViews{id}}", key: token).json["errors"] == nil)
        #expect(try api.send("GET", "/rest/metadata/pageLayouts", headers: headers).status == 200)
        let view = try #require(try api.metadataData("{getViews{id}}").at("getViews", "0", "id")?.stringValue)
        let sent = headers + [("Content-Type", "application/json")]
        let views: [(String, String, String, String)] = [
            ("POST", "/rest/metadata/views", "{}", "You do not have permission to create workspace-level views"),
            (
                "PATCH", "/rest/metadata/views/\(view)", "{}", "You do not have permission to modify this view"
            ),
            ("POST", "/rest/metadata/viewFields", "{}", "You do not have permission to modify this view"),
            (
                "DELETE", "/rest/metadata/pageLayouts/\(uuid(1))", "",
                "Entity performing the request does not have permission"
            ),
        ]
        for (method, path, body, message) in views {
            let answer = try api.send(method, path, headers: sent, body: body.isEmpty ? nil : body)
            #expect(answer.status == 403, "\(method) \(path)")
            #expect(answer.json["messages"] == [.string(message)], "\(method) \(path)")
        }
        // The role goes, and the key falls back to the default one.
        _ = try api.metadataData("mutation{deleteOneRole(roleId:\"\(role)\")}")
        #expect(
            try api.metadataData("{apiKey(input:{id:\"\(key)\"}){role{label}}}").text("apiKey", "role", "label")
                == "Member")
        #expect(try api.send("GET", "/rest/metadata/objects", headers: headers).status == 403)
    }

    @Test("The workspace is changed by those who may (15.8)")
    func workspace() throws {
        let role = try made("Sales")
        let data = try api.metadataData(
            "mutation{updateWorkspace(data:{displayName:\"Acme\",trashRetentionDays:30,defaultRoleId:\"\(role)\"}){displayName trashRetentionDays defaultRole{label}}}"
        )
        #expect(
            data["updateWorkspace"] == [
                "displayName": "Acme", "trashRetentionDays": 30, "defaultRole": ["label": "Sales"],
            ])
        #expect(
            try api.metadataData("{currentWorkspace{displayName}}").text("currentWorkspace", "displayName") == "Acme")
        #expect(
            try api.metadataRefusal("mutation{deleteOneRole(roleId:\"\(role)\")}").message
                == "Default role cannot be deleted")
    }
}
