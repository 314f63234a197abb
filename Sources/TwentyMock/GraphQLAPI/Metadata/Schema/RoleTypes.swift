/// The types of roles and what they allow in the schema language (metadata 15.7).
enum RoleTypes {
    private static let rights = ResourceDescriptor.roleRights

    static let text = """
        type Role {
          id: UUID! universalIdentifier: UUID label: String! description: String icon: String isEditable: Boolean!
          \(rights.map { "\($0): Boolean!" }.joined(separator: " "))
          workspaceMembers: [WorkspaceMember!]! agents: [Agent!]! apiKeys: [ApiKeyForRole!]!
          permissionFlags: [PermissionFlag!] objectPermissions: [ObjectPermission!]
          fieldPermissions: [FieldPermission!]
          rowLevelPermissionPredicates: [RowLevelPermissionPredicate!]
          rowLevelPermissionPredicateGroups: [RowLevelPermissionPredicateGroup!]
        }
        type RowLevelPermissionPredicate {
          id: UUID! objectMetadataId: UUID fieldMetadataId: UUID operand: String value: JSON roleId: UUID
        }
        type RowLevelPermissionPredicateGroup { id: UUID! objectMetadataId: UUID logicalOperator: String roleId: UUID }
        type ApiKeyForRole { id: UUID! name: String! expiresAt: DateTime! revokedAt: DateTime }
        type Agent { id: UUID! name: String! label: String! }
        type PermissionFlag { id: UUID! roleId: UUID! flag: String! }
        type ObjectPermission { objectMetadataId: UUID! \(objectRights) }
        type FieldPermission {
          id: UUID! objectMetadataId: UUID! fieldMetadataId: UUID! roleId: UUID! \(fieldRights)
        }
        input CreateRoleInput { id: UUID label: String! description: String icon: String \(rightInputs) }
        input UpdateRoleInput { id: UUID! update: UpdateRolePayload! }
        input UpdateRolePayload { label: String description: String icon: String \(rightInputs) }
        input UpsertPermissionFlagsInput { roleId: UUID! permissionFlagKeys: [String!]! }
        input UpsertObjectPermissionsInput { roleId: UUID! objectPermissions: [ObjectPermissionInput!]! }
        input ObjectPermissionInput { objectMetadataId: UUID! \(objectRights) }
        input UpsertFieldPermissionsInput { roleId: UUID! fieldPermissions: [FieldPermissionInput!]! }
        input FieldPermissionInput { objectMetadataId: UUID! fieldMetadataId: UUID! \(fieldRights) }
        """

    private static let rightInputs = rights.map { "\($0): Boolean" }.joined(separator: " ")

    private static let objectRights = """
        canReadObjectRecords: Boolean canUpdateObjectRecords: Boolean canSoftDeleteObjectRecords: Boolean
        canDestroyObjectRecords: Boolean
        """

    private static let fieldRights = "canReadFieldValue: Boolean canUpdateFieldValue: Boolean"
}
