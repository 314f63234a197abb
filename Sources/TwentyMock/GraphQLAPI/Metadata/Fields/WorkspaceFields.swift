import DataModel
import GraphQL
import JSON

/// Root fields on the workspace and who is in it (metadata 15.8).
enum WorkspaceFields {
    static let all: [MetadataRootField] = [
        MetadataRootField(name: "currentWorkspace", signature: ": Workspace!", isMutation: false) {
            operations, _, info in
            .value(.object(json(try operations.workspaceInformation(), try info.metadataRequest())))
        },
        MetadataRootField(
            name: "updateWorkspace", signature: "(data: UpdateWorkspaceInput!): Workspace!", isMutation: true
        ) { operations, arguments, info in
            try WorkspaceSettings.update(arguments.input("data"), operations)
            return .value(.object(json(try operations.workspaceInformation(), try info.metadataRequest())))
        },
        .query("currentUser", ": User!") { _, _ in
            // Nobody but a user has a user, and all callers here are keys.
            throw MetadataFailure.forbiddenResource
        },
        .query("minimalMetadata", ": MinimalMetadata!") { operations, _ in
            .value(.object(try operations.minimalMetadata()))
        },
        .query("objectRecordCounts", ": [ObjectRecordCount!]!") { operations, _ in
            .value(
                .array(
                    try operations.recordCounts().map {
                        ["objectNamePlural": .string($0.object.namePlural), "totalCount": .int(Int64($0.count))]
                    }))
        },
    ]

    static func resolver(type: String, field: String) -> Resolver? {
        guard type == "Workspace", field == "defaultRole" else { return nil }
        return { _, _, info in .object(try info.metadataRequest().perform { try $0.defaultRole() }) }
    }

    private static func json(_ workspace: JSONObject, _ request: MetadataRequest) -> JSONObject {
        var json = workspace
        json["workspaceUrls"] = [
            "customUrl": .null, "subdomainUrl": .string("http://\(request.host ?? "localhost")"),
        ]
        return json
    }
}
