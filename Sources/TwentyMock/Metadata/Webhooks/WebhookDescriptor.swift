import Crypto
import DataModel
import Foundation
import JSON

// metadata 10.
extension ResourceDescriptor {
    static let webhook = ResourceDescriptor(
        kind: "webhook", path: "webhooks",
        keys: [
            .id, ResourceKey("targetUrl"), ResourceKey("operations", .texts, ["*.*"]), ResourceKey("description"),
            ResourceKey("secret"), .applicationId, .workspaceId,
        ] + ResourceKey.stamps,
        isPositioned: false, deletion: .hard, deletionAnswer: true,
        missing: Missing(
            read: { _ in "Webhook not found" }, update: "Webhook not found", delete: "Webhook not found",
            code: "WEBHOOK_NOT_FOUND"),
        reportNouns: ("webhook", "webhook"), rules: WebhookRules(),
        right: .webhooks)
}

struct WebhookRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        var problems: [ValidationReport.Problem] = []
        let sent = change.text("targetUrl")?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        if sent.isEmpty { problems.append(.init("INVALID_WEBHOOK_INPUT", "Target URL is required")) }
        if change.old == nil || change.changes("targetUrl") {
            if let url = WebURL(sent), url.scheme == .http || url.scheme == .https {
                change.document["targetUrl"] = .string(url.text)
            } else {
                problems.append(
                    .init(
                        "INVALID_TARGET_URL", "Invalid target URL provided",
                        user: "Please provide a valid HTTP or HTTPS URL"))
            }
        }
        guard problems.isEmpty else { throw change.report(problems) }
        if change.old == nil, let description = change.text("description") {
            change.document["description"] = .string(description.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        // An empty secret is kept: deliveries are unsigned then (platform 7).
        if change.text("secret") == nil {
            change.document["secret"] = change.old?["secret"] ?? .string(Self.newSecret())
        }
        if change.document["operations"]?.isNull ?? true { change.document["operations"] = ["*.*"] }
    }

    /// 32 random bytes as hex.
    private static func newSecret() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
            bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
    }
}
