import DataModel
import JSON

/// What somebody may do. A workspace has the roles that every new one has; of what they forbid only the settings are
/// refused here (metadata 2.1, 15.7).
struct Role: Sendable {
    let id: String
    let label: String
    let description: String
    let icon: String
    let isEditable: Bool
    /// Whether settings may be changed, too; records may be changed in any case.
    let canUpdateAllSettings: Bool

    static let admin = Role(
        "Admin", "Admin role", icon: "IconUserCog", isEditable: false, canUpdateAllSettings: true)
    static let member = Role(
        "Member", "Member role", icon: "IconUser", isEditable: true, canUpdateAllSettings: false)

    static let all = [admin, member]

    /// The role called `id`, in any letter case.
    static func of(id: String) -> Role? {
        let id = id.lowercased()
        return all.first { $0.id == id }
    }

    private init(_ label: String, _ description: String, icon: String, isEditable: Bool, canUpdateAllSettings: Bool) {
        id = StandardID.uuid(for: "role:\(label)")
        self.label = label
        self.description = description
        self.icon = icon
        self.isEditable = isEditable
        self.canUpdateAllSettings = canUpdateAllSettings
    }

    /// The role's own keys.
    var json: JSONObject {
        var json: JSONObject = [
            "id": .string(id), "universalIdentifier": .string(id), "label": .string(label),
            "description": .string(description), "icon": .string(icon), "isEditable": .bool(isEditable),
        ]
        for key in ["canBeAssignedToUsers", "canBeAssignedToApiKeys"] { json[key] = true }
        // Agents, like every change of the settings, are for administrators.
        json["canBeAssignedToAgents"] = .bool(canUpdateAllSettings)
        json["canUpdateAllSettings"] = .bool(canUpdateAllSettings)
        for key in [
            "canAccessAllTools", "canReadAllObjectRecords", "canUpdateAllObjectRecords",
            "canSoftDeleteAllObjectRecords", "canDestroyAllObjectRecords",
        ] {
            json[key] = true
        }
        return json
    }
}
