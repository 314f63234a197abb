import DataModel
import GraphQL
import JSON

/// Root fields on roles (metadata 15.7).
enum RoleFields {
    static let all: [MetadataRootField] = [
        .query("getRoles", ": [Role!]!") { operations, _ in
            try operations.require(.roles)
            return .list(try operations.allRoles().map { .object($0) })
        },
        .mutation("createOneRole", "(createRoleInput: CreateRoleInput!): Role!") { operations, arguments in
            .object(try operations.createRole(arguments.input("createRoleInput")))
        },
        .mutation("updateOneRole", "(updateRoleInput: UpdateRoleInput!): Role!") { operations, arguments in
            let input = arguments.input("updateRoleInput")
            return .object(try operations.updateRole(input.id(), input.input("update")))
        },
        .mutation("deleteOneRole", "(roleId: UUID!): String!") { operations, arguments in
            try operations.deleteRole(arguments.id("roleId"))
            return .value(.string(arguments.id("roleId")))
        },
        .mutation(
            "upsertPermissionFlags", "(upsertPermissionFlagsInput: UpsertPermissionFlagsInput!): [PermissionFlag!]!"
        ) {
            operations, arguments in
            .value(.array(try operations.setPermissionFlags(arguments.input("upsertPermissionFlagsInput"))))
        },
        .mutation(
            "upsertObjectPermissions",
            "(upsertObjectPermissionsInput: UpsertObjectPermissionsInput!): [ObjectPermission!]!"
        ) { operations, arguments in
            .value(.array(try operations.setObjectPermissions(arguments.input("upsertObjectPermissionsInput"))))
        },
        .mutation(
            "upsertFieldPermissions", "(upsertFieldPermissionsInput: UpsertFieldPermissionsInput!): [FieldPermission!]!"
        ) { operations, arguments in
            .value(.array(try operations.setFieldPermissions(arguments.input("upsertFieldPermissionsInput"))))
        },
        .mutation("updateWorkspaceMemberRole", "(workspaceMemberId: UUID!, roleId: UUID!): WorkspaceMember!") {
            operations, arguments in
            .value(try operations.assignRole(arguments.text("roleId"), toMember: arguments.id("workspaceMemberId")))
        },
    ]
}

/// Fields of roles, and of who has them, that lead on to others.
enum RoleLinks {
    static func resolver(type: String, field: String) -> Resolver? {
        switch (type, field) {
        case ("ApiKey", "role"):
            { source, _, info in
                let id = (source as? JSONValue)?["id"]?.stringValue ?? ""
                return .object(try info.metadataRequest().perform { try $0.role(ofKey: id) })
            }
        case ("WorkspaceMember", "roles"):
            { source, _, info in
                let id = (source as? JSONValue)?["id"]?.stringValue ?? ""
                return .list([.object(try info.metadataRequest().perform { try $0.role(ofMember: id) })])
            }
        case ("Role", "apiKeys"):
            ofRole { role, operations in
                let keys = try ResourceOperations(operations: operations, descriptor: .apiKey).list([:])
                return .array(
                    keys.filter { (try? operations.role(ofKey: $0.id()).id) == role.id }.map(JSONValue.object))
            }
        case ("Role", "workspaceMembers"): ofRole { role, operations in .array(try operations.members(ofRole: role)) }
        case ("Role", Role.flagsKey): ofRole { role, _ in .array(role.flagEntries) }
        case ("Role", Role.objectsKey), ("Role", Role.fieldsKey):
            ofRole { role, _ in role.document[field] ?? [] }
        case ("Role", "agents"), ("Role", "rowLevelPermissionPredicates"),
            ("Role", "rowLevelPermissionPredicateGroups"):
            { _, _, _ in .list([]) }
        case ("Role", _): ofRole { role, _ in role.document[field] ?? .null }
        default: nil
        }
    }

    private static func ofRole(
        _ body: @escaping @Sendable (Role, MetadataOperations) throws -> JSONValue
    ) -> Resolver {
        { source, _, info in
            guard let role = source as? Role else { return .null }
            return .value(try info.metadataRequest().perform { try body(role, $0) })
        }
    }
}
