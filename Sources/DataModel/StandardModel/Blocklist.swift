extension StandardObject {
    /// An address or domain whose mail and events are not synced.
    static let blocklist = StandardObject(
        "blocklist", "blocklists", "Blocklist", "Blocklists",
        icon: "IconForbid2", labelIdentifier: "handle",
        isSystem: true, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["handle"],
        indexes: [.on("workspaceMember")],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("handle", "Handle", icon: "IconAt"),
            .select(
                "scope", "Scope", icon: "IconShieldLock", default: "WORKSPACE_MEMBER",
                options: [
                    .option("WORKSPACE_MEMBER", "Workspace member", "blue"),
                    .option("WORKSPACE", "Workspace", "purple"),
                ]
            ).system.only(.v2x),
            .manyToOne(
                "workspaceMember", "WorkspaceMember", icon: "IconUsers", to: "workspaceMember", inverse: "blocklist",
                onDelete: .cascade
            ).in1x { $0.isNullable = false },
        ])
}
