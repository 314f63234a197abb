import DataModel
import JSON
import RecordStore

// metadata 15.7.
extension MetadataOperations {
    var roles: ResourceOperations { ResourceOperations(operations: self, descriptor: .role) }

    func allRoles() throws -> [Role] { try roles.read { try $0.all(.role).map(Role.init) } }

    /// What new members get.
    func defaultRole() throws -> Role {
        let id = try WorkspaceSettings(self).defaultRoleID
        return try roles.read { try $0.role(id) ?? .member }
    }

    func createRole(_ body: JSONObject) throws -> Role { try role(roles.create(body).id()) }

    func updateRole(_ id: String, _ body: JSONObject) throws -> Role { try role(roles.update(id, body).id()) }

    private func role(_ id: String) throws -> Role {
        guard let role = try roles.read({ try $0.role(id) }) else { throw MetadataError.roleNotFound }
        return role
    }

    /// Removes a role; who had it gets the default one.
    func deleteRole(_ id: String) throws {
        let standard = try defaultRole()
        try roles.write { context in
            try require(.roles)
            guard let role = try context.role(id) else { throw MetadataError.roleNotFound }
            guard role.id != standard.id else {
                throw MetadataError(.forbidden, "DEFAULT_ROLE_CANNOT_BE_DELETED", "Default role cannot be deleted")
            }
            try RoleRules.requireEditable(role)
            for var key in try context.all(.apiKey) where key.id("roleId") == role.id {
                key["roleId"] = .string(standard.id)
                try context.store(key, .apiKey)
            }
            for row in try context.reader.resources(MemberRole.kind) where row.document.id("roleId") == role.id {
                try context.writer?.put(MemberRole(memberID: row.id, roleID: standard.id).row, kind: MemberRole.kind)
            }
            try context.remove(role.document, .role)
        }
    }

    /// Gives a member of the workspace a role.
    func assignRole(_ roleID: String, toMember memberID: String) throws -> JSONValue {
        try require(.roles)
        guard let member = try workspaceMembers().first(where: { $0["id"]?.stringValue == memberID }) else {
            throw MetadataError(.notFound, "WORKSPACE_MEMBER_NOT_FOUND", "Workspace member not found")
        }
        try roles.write { context in
            guard let role = try context.role(roleID) else { throw MetadataError.roleNotFound }
            guard role.document["canBeAssignedToUsers"] == true else {
                throw MetadataError(
                    .badInput, "ROLE_CANNOT_BE_ASSIGNED_TO_USERS", "Role \"\(role.label)\" cannot be assigned to users")
            }
            let admins = try memberIDs(ofRole: .admin, context)
            guard role.id == Role.admin.id || admins != [memberID] else {
                throw MetadataError(
                    .forbidden, "CANNOT_UNASSIGN_LAST_ADMIN",
                    "Cannot unassign admin role from last admin of the workspace")
            }
            try context.writer?.put(MemberRole(memberID: memberID, roleID: role.id).row, kind: MemberRole.kind)
        }
        return member
    }

    /// The members of the workspace who have a role.
    func members(ofRole role: Role) throws -> [JSONValue] {
        let ids = try Set(roles.read { try memberIDs(ofRole: role, $0) })
        return try workspaceMembers().filter { $0["id"]?.stringValue.map(ids.contains) ?? false }
    }

    func role(ofMember id: String) throws -> Role {
        try roles.read { context in
            let assigned = try context.reader.resource(MemberRole.kind, id: id)?.document.id("roleId")
            return try assigned.flatMap { try context.role($0) } ?? .admin
        }
    }

    private func memberIDs(ofRole role: Role, _ context: ResourceContext) throws -> [String] {
        let assigned = Dictionary(
            try context.reader.resources(MemberRole.kind).map { ($0.id, $0.document.id("roleId")) },
            uniquingKeysWith: { first, _ in first })
        guard let table = snapshot.schema.table(of: "workspaceMember") else { return [] }
        // Who has been given no role administrates the workspace: there are no invitations.
        return try context.reader.ids(in: table, where: nil).filter { (assigned[$0] ?? Role.admin.id) == role.id }
    }
}

/// Which role a member of the workspace was given.
private struct MemberRole {
    static let kind = "memberRole"

    let memberID: String
    let roleID: String

    var row: ResourceRow { ResourceRow(id: memberID, parent: nil, document: ["roleId": .string(roleID)]) }
}

extension ResourceContext {
    /// The role called `id`, in any letter case.
    func role(_ id: String) throws -> Role? { try find(.role, id.lowercased()).map(Role.init) }
}

extension MetadataError {
    static let roleNotFound = MetadataError(.notFound, "ROLE_NOT_FOUND", "Role not found")
}
