import DataModel
import JSON

/// What somebody may do, as it is kept (metadata 15.7).
struct Role: Sendable {
    let document: JSONObject

    init(_ document: JSONObject) { self.document = document }

    var id: String { document.id() }
    var label: String { document.text("label") }
    var isEditable: Bool { document["isEditable"]?.boolValue ?? true }

    /// The settings that may be changed; `nil` for all of them.
    var settings: Set<PermissionFlag>? {
        document["canUpdateAllSettings"] == true ? nil : Set(flags.compactMap(PermissionFlag.init(rawValue:)))
    }

    /// What may be done with records.
    var records: RecordRights {
        let names: [RecordRights.Right: String] = [
            .read: "Read", .update: "Update", .softDelete: "SoftDelete", .destroy: "Destroy",
        ]
        var rights = RecordRights(everywhere: [])
        for (right, name) in names where document["can\(name)AllObjectRecords"] == true {
            rights.everywhere.insert(right)
        }
        for entry in document.objects(Self.objectsKey) ?? [] {
            rights.objects[entry.id("objectMetadataId")] = names.compactMapValues {
                entry["can\($0)ObjectRecords"]?.boolValue
            }
        }
        for entry in document.objects(Self.fieldsKey) ?? [] {
            if entry["canReadFieldValue"] == false { rights.hiddenFields.insert(entry.id("fieldMetadataId")) }
            if entry["canUpdateFieldValue"] == false { rights.lockedFields.insert(entry.id("fieldMetadataId")) }
        }
        return rights
    }

    /// The settings that are granted one by one.
    var flags: [String] { document[Self.flagsKey]?.arrayValue?.compactMap(\.stringValue) ?? [] }

    static let flagsKey = "permissionFlags"
    static let objectsKey = "objectPermissions"
    static let fieldsKey = "fieldPermissions"
}

// The roles that a new workspace has.
extension Role {
    static let admin = standard("Admin", "Admin role", icon: "IconUserCog", isAdmin: true)
    static let member = standard("Member", "Member role", icon: "IconUser", isAdmin: false)

    private static func standard(_ label: String, _ description: String, icon: String, isAdmin: Bool) -> Role {
        let id = JSONValue.string(StandardID.uuid(for: "role:\(label)"))
        var document: JSONObject = [
            "id": id, "universalIdentifier": id, "label": .string(label), "description": .string(description),
            "icon": .string(icon), "isEditable": .bool(!isAdmin),
        ]
        for key in ResourceDescriptor.roleRights { document[key] = true }
        document["canUpdateAllSettings"] = .bool(isAdmin)
        // Agents, like every change of the settings, are for administrators.
        document["canBeAssignedToAgents"] = .bool(isAdmin)
        return Role(document)
    }
}

extension ResourceDescriptor {
    static let roleRights = [
        "canUpdateAllSettings", "canAccessAllTools", "canReadAllObjectRecords", "canUpdateAllObjectRecords",
        "canSoftDeleteAllObjectRecords", "canDestroyAllObjectRecords", "canBeAssignedToUsers", "canBeAssignedToAgents",
        "canBeAssignedToApiKeys",
    ]

    /// Roles have no REST routes.
    static let role = ResourceDescriptor(
        kind: "role", path: "roles",
        keys: [
            .id, ResourceKey("universalIdentifier", .uuid).server, ResourceKey("label").required,
            ResourceKey("description"), ResourceKey("icon"), ResourceKey("isEditable", .flag, true).server,
        ] + roleRights.map { ResourceKey($0, .flag, .bool($0.hasPrefix("canBeAssigned"))) },
        isPositioned: false, deletion: .hard,
        missing: Missing(
            read: { _ in "Role not found" }, update: "Role not found", delete: "Role not found", code: "ROLE_NOT_FOUND"
        ),
        reportNouns: ("role", "role"), rules: RoleRules(), right: .roles)
}

/// What a role has to be (metadata 15.7).
struct RoleRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        if let old = change.old { try Self.requireEditable(Role(old)) }
        change.document["universalIdentifier"] = change.document["id"]
        let role = Role(change.document)
        let others = try context.all(.role).map(Role.init).filter { $0.id != role.id }
        if others.contains(where: { $0.label.lowercased() == role.label.lowercased() }) {
            throw change.report(
                "ROLE_LABEL_ALREADY_EXISTS", "A role with this label already exists",
                user: "A role with this label already exists.")
        }
        let writes = ["canUpdateAllObjectRecords", "canSoftDeleteAllObjectRecords", "canDestroyAllObjectRecords"]
        if change.document["canReadAllObjectRecords"] != true, writes.contains(where: { change.document[$0] == true }) {
            throw change.report(
                "CANNOT_GIVE_WRITING_PERMISSION_WITHOUT_READING_PERMISSION",
                "Cannot give writing permission without reading permission",
                user:
                    "You cannot grant edit permissions without also granting read permissions. Please enable read access first."
            )
        }
    }

    static func requireEditable(_ role: Role) throws {
        guard !role.isEditable else { return }
        throw ValidationReport(
            "Multiple validation errors occurred while updating role",
            [
                .init(
                    "role", .update,
                    [
                        .init(
                            "ROLE_NOT_EDITABLE", "Role is not editable",
                            user:
                                "This role cannot be modified because it is a system role. Only custom roles can be edited."
                        )
                    ], information: ["universalIdentifier": .string(role.id)])
            ])
    }
}
