import DataModel

/// What the role of a caller has to grant for writes, and what is said where it does not (metadata 1, 12).
struct WriteRight: Sendable {
    let setting: PermissionFlag
    /// What a creation wants besides, where the release wants it.
    var creationSetting: PermissionFlag?
    /// Words of its own; `nil` for the usual refusal.
    var refusals: (create: MetadataError, other: MetadataError)?

    static let layouts = WriteRight(setting: .layouts)
    static let roles = WriteRight(setting: .roles)
    static let webhooks = WriteRight(setting: .apiKeysAndWebhooks)
    /// A key comes with a role.
    static let keys = WriteRight(setting: .apiKeysAndWebhooks, creationSetting: .roles)

    static let views = WriteRight(
        setting: .views,
        refusals: (
            MetadataError(
                .forbidden, "VIEW_CREATE_PERMISSION_DENIED",
                "You do not have permission to create workspace-level views"),
            modification
        ))

    /// Parts of a view belong to it: making one changes the view.
    static let viewParts = WriteRight(setting: .views, refusals: (modification, modification))

    private static let modification = MetadataError(
        .forbidden, "VIEW_MODIFY_PERMISSION_DENIED", "You do not have permission to modify this view")
}

extension ResourceDescriptor {
    /// Checks whether the caller may do this at all, before anything else.
    func authorize(_ action: ValidationReport.Action, _ context: ResourceContext) throws {
        if let right, !context.operations.grants(right.setting) {
            guard let refusals = right.refusals else { throw MetadataError.permissionDenied }
            throw action == .create ? refusals.create : refusals.other
        }
        if action == .create, let setting = right?.creationSetting, context.workspace.release.keysWantRolesRight {
            try context.operations.require(setting)
        }
        try rules.authorize(action, context)
    }
}
