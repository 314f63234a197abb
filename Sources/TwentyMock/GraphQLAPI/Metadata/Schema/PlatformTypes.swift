/// The types of webhooks, API keys and the workspace in the schema language (metadata 15.5, 15.8).
enum PlatformTypes {
    /// - Parameter isCompatible: whether the inputs of older clients are taken, too (metadata 16).
    static func text(isCompatible: Bool) -> String {
        let flat = "targetUrl: String operations: [String!] description: String secret: String"
        let webhooks =
            isCompatible
            ? """
            input WebhookIdInput { id: UUID! }
            input UpdateWebhookInput { id: UUID! update: UpdateWebhookInputUpdates \(flat) }
            """ : "input UpdateWebhookInput { id: UUID! update: UpdateWebhookInputUpdates! }"
        return """
            \(webhooks)
            input UpdateWebhookInputUpdates { \(flat) }
            input CreateWebhookInput {
              id: UUID targetUrl: String! operations: [String!]! description: String secret: String
            }
            \(types)
            """
    }

    private static let types = """
        type Webhook {
          id: UUID! targetUrl: String! operations: [String!]! description: String secret: String! applicationId: UUID
          createdAt: DateTime! updatedAt: DateTime! deletedAt: DateTime
        }
        input CreateApiKeyInput { name: String! expiresAt: String! revokedAt: String roleId: UUID! }
        input UpdateApiKeyInput { id: UUID! name: String expiresAt: String revokedAt: String }
        input RevokeApiKeyInput { id: UUID! }
        input GetApiKeyInput { id: UUID! }
        type ApiKey {
          id: UUID! name: String! expiresAt: DateTime! revokedAt: DateTime createdAt: DateTime! updatedAt: DateTime!
          role: Role!
        }
        type ApiKeyToken { token: String! }
        type FullName { firstName: String! lastName: String! }
        type WorkspaceMember {
          id: UUID! name: FullName! userEmail: String colorScheme: String! avatarUrl: String locale: String
          timeZone: String calendarStartDay: Int dateFormat: String timeFormat: String numberFormat: String
          roles: [Role!] userWorkspaceId: UUID
        }
        enum WorkspaceActivationStatus { ONGOING_CREATION PENDING_CREATION ACTIVE INACTIVE SUSPENDED }
        type FeatureFlag { key: String! value: Boolean! }
        type WorkspaceUrls { customUrl: String subdomainUrl: String! }
        type Workspace {
          id: UUID! displayName: String logo: String inviteHash: String subdomain: String! customDomain: String
          activationStatus: WorkspaceActivationStatus! metadataVersion: Float! allowImpersonation: Boolean!
          isPublicInviteLinkEnabled: Boolean! trashRetentionDays: Float! workspaceMembersCount: Float defaultRole: Role
          featureFlags: [FeatureFlag!] workspaceUrls: WorkspaceUrls! isGoogleAuthEnabled: Boolean!
          isMicrosoftAuthEnabled: Boolean! isPasswordAuthEnabled: Boolean! createdAt: DateTime! updatedAt: DateTime!
          deletedAt: DateTime workspaceCustomApplicationId: UUID
        }
        input UpdateWorkspaceInput {
          displayName: String logo: String inviteHash: String subdomain: String customDomain: String
          allowImpersonation: Boolean isPublicInviteLinkEnabled: Boolean trashRetentionDays: Float
          isGoogleAuthEnabled: Boolean isMicrosoftAuthEnabled: Boolean isPasswordAuthEnabled: Boolean
          defaultRoleId: UUID
        }
        type User {
          id: UUID! firstName: String! lastName: String! email: String! locale: String! canImpersonate: Boolean!
          canAccessFullAdminPanel: Boolean! isEmailVerified: Boolean! onboardingStatus: String userVars: JSONObject
          workspaceMember: WorkspaceMember workspaceMembers: [WorkspaceMember!] currentWorkspace: Workspace
          createdAt: DateTime! updatedAt: DateTime! deletedAt: DateTime
        }
        type MinimalMetadata {
          objectMetadataItems: [MinimalObjectMetadata!]! views: [MinimalView!]! collectionHashes: [CollectionHash!]!
        }
        type MinimalObjectMetadata {
          id: UUID! nameSingular: String! namePlural: String! labelSingular: String! labelPlural: String! icon: String
          color: String isCustom: Boolean! isActive: Boolean! isSystem: Boolean! isRemote: Boolean!
        }
        type MinimalView { id: UUID! type: ViewType! key: ViewKey objectMetadataId: UUID! }
        type CollectionHash { collectionName: String! hash: String! }
        type ObjectRecordCount { objectNamePlural: String! totalCount: Int! }
        """
}
