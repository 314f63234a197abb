import DataModel
import GraphQL
import JSON

/// Root fields on webhooks and API keys (metadata 15.5).
enum PlatformFields {
    static func all(isCompatible: Bool) -> [MetadataRootField] { webhooks(isCompatible: isCompatible) + keys }

    private static func webhooks(isCompatible: Bool) -> [MetadataRootField] {
        // Older clients put the id into an input (metadata 16).
        let id = isCompatible ? "id: UUID, input: WebhookIdInput" : "id: UUID!"
        return [
            .query("webhooks", ": [Webhook!]!") { operations, _ in
                try operations.require(.apiKeysAndWebhooks)
                return .value(.array(try webhook(operations).list([:]).map(JSONValue.object)))
            },
            .query("webhook", "(\(id)): Webhook") { operations, arguments in
                try operations.require(.apiKeysAndWebhooks)
                return try webhook(operations).find(try webhookID(arguments)).map { .value(.object($0)) } ?? .null
            },
            .mutation("createWebhook", "(input: CreateWebhookInput!): Webhook!") { operations, arguments in
                .value(.object(try webhook(operations).create(arguments.input())))
            },
            .mutation("updateWebhook", "(input: UpdateWebhookInput!): Webhook!") { operations, arguments in
                let input = arguments.input()
                let update = input["update"]?.objectValue ?? input
                return .value(.object(try webhook(operations).update(input.id(), update)))
            },
            .mutation("deleteWebhook", "(\(id)): Webhook!") { operations, arguments in
                .value(.object(try webhook(operations).delete(try webhookID(arguments))))
            },
        ]
    }

    private static let keys: [MetadataRootField] = [
        .query("apiKeys", ": [ApiKey!]!") { operations, _ in
            try operations.require(.apiKeysAndWebhooks)
            return .value(.array(try key(operations).list([:]).map(JSONValue.object)))
        },
        .query("apiKey", "(input: GetApiKeyInput!): ApiKey") { operations, arguments in
            try operations.require(.apiKeysAndWebhooks)
            return try key(operations).find(arguments.input().id()).map { .value(.object($0)) } ?? .null
        },
        .mutation("createApiKey", "(input: CreateApiKeyInput!): ApiKey!") { operations, arguments in
            .value(.object(try key(operations).create(arguments.input())))
        },
        .mutation("updateApiKey", "(input: UpdateApiKeyInput!): ApiKey") { operations, arguments in
            try known { try key(operations).update(arguments.input().id(), arguments.input()) }
        },
        .mutation("revokeApiKey", "(input: RevokeApiKeyInput!): ApiKey") { operations, arguments in
            try known { try key(operations).delete(arguments.input().id()) }
        },
        .mutation("assignRoleToApiKey", "(apiKeyId: UUID!, roleId: UUID!): Boolean!") { operations, arguments in
            try operations.assignRole(arguments.text("roleId"), toKey: arguments.id("apiKeyId"))
            return .value(true)
        },
        .mutation("generateApiKeyToken", "(apiKeyId: UUID!, expiresAt: String!): ApiKeyToken!") {
            operations, arguments in
            let token = try operations.issueToken(
                ofKey: arguments.id("apiKeyId"), expiresAt: arguments.text("expiresAt"))
            return .value(["token": .string(token)])
        },
    ]

    private static func webhook(_ operations: MetadataOperations) -> ResourceOperations {
        ResourceOperations(operations: operations, descriptor: .webhook)
    }

    private static func webhookID(_ arguments: JSONObject) throws -> String {
        let id = arguments["id"]?.stringValue ?? arguments.input()["id"]?.stringValue
        guard let id else { throw InputShapeError(["id should not be empty"]) }
        return id.lowercased()
    }

    private static func key(_ operations: MetadataOperations) -> ResourceOperations {
        ResourceOperations(operations: operations, descriptor: .apiKey)
    }

    /// Changing or revoking a key that is not there answers with nothing (metadata 2.3).
    private static func known(_ body: () throws -> JSONObject) throws -> ResolvedValue {
        do {
            return .value(.object(try body()))
        } catch let error as MetadataError where error.code == "API_KEY_NOT_FOUND" {
            return .null
        }
    }
}
