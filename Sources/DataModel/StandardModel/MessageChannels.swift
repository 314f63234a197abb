extension StandardObject {
    static let messageChannel = StandardObject(
        "messageChannel", "messageChannels", "Message Channel", "Message Channels",
        icon: "IconMessage", only: .v1x, labelIdentifier: "handle",
        isSystem: true, isAuditLogged: false, fieldsAreUIReadOnly: true,
        indexes: [.on("connectedAccount")],
        fields: [
            .select(
                "visibility", "Visibility", icon: "IconEyeglass", default: "SHARE_EVERYTHING",
                options: [
                    .option("METADATA", "Metadata", "green"),
                    .option("SUBJECT", "Subject", "blue"),
                    .option("SHARE_EVERYTHING", "Share Everything", "orange"),
                ]),
            .text("handle", "Handle", icon: "IconAt"),
            .select(
                "type", "Type", icon: "IconMessage", default: "EMAIL",
                options: [
                    .option("EMAIL", "Email", "green"),
                    .option("SMS", "SMS", "blue"),
                ]),
            .boolean(
                "isContactAutoCreationEnabled", "Is Contact Auto Creation Enabled", icon: "IconUserCircle",
                default: true),
            .select(
                "contactAutoCreationPolicy", "Contact auto creation policy", icon: "IconUserCircle", default: "SENT",
                options: [
                    .option("SENT_AND_RECEIVED", "Sent and Received", "green"),
                    .option("SENT", "Sent", "blue"),
                    .option("NONE", "None", "red"),
                ]),
            .select(
                "messageFolderImportPolicy", "Message folder import policy", icon: "IconFolder", default: "ALL_FOLDERS",
                options: [
                    .option("ALL_FOLDERS", "All folders", "green"),
                    .option("SELECTED_FOLDERS", "Selected folders", "blue"),
                ]),
            .boolean(
                "excludeNonProfessionalEmails", "Exclude non professional emails", icon: "IconBriefcase",
                default: true),
            .boolean("excludeGroupEmails", "Exclude group emails", icon: "IconUsersGroup", default: true),
            .select(
                "pendingGroupEmailsAction", "Pending group emails action", icon: "IconUsersGroup", default: "NONE",
                options: [
                    .option("GROUP_EMAILS_DELETION", "Group emails deletion", "red"),
                    .option("GROUP_EMAILS_IMPORT", "Group emails import", "green"),
                    .option("NONE", "None", "blue"),
                ]),
            .boolean("isSyncEnabled", "Is Sync Enabled", icon: "IconRefresh", default: true),
            .text("syncCursor", "Last sync cursor", icon: "IconHistory"),
            .dateTime("syncedAt", "Last sync date", icon: "IconHistory"),
            .select(
                "syncStatus", "Sync status", icon: "IconStatusChange",
                options: [
                    .option("ONGOING", "Ongoing", "yellow", position: 1),
                    .option("NOT_SYNCED", "Not Synced", "blue", position: 2),
                    .option("ACTIVE", "Active", "green", position: 3),
                    .option("FAILED_INSUFFICIENT_PERMISSIONS", "Failed Insufficient Permissions", "red", position: 4),
                    .option("FAILED_UNKNOWN", "Failed Unknown", "red", position: 5),
                ]),
            .select(
                "syncStage", "Sync stage", icon: "IconStatusChange", default: "PENDING_CONFIGURATION",
                options: [
                    .option("MESSAGE_LIST_FETCH_PENDING", "Messages list fetch pending", "blue"),
                    .option("MESSAGE_LIST_FETCH_SCHEDULED", "Messages list fetch scheduled", "green"),
                    .option("MESSAGE_LIST_FETCH_ONGOING", "Messages list fetch ongoing", "orange"),
                    .option("MESSAGES_IMPORT_PENDING", "Messages import pending", "blue"),
                    .option("MESSAGES_IMPORT_SCHEDULED", "Messages import scheduled", "green"),
                    .option("MESSAGES_IMPORT_ONGOING", "Messages import ongoing", "orange"),
                    .option("FAILED", "Failed", "red"),
                    .option("PENDING_CONFIGURATION", "Pending configuration", "gray"),
                ]),
            .dateTime("syncStageStartedAt", "Sync stage started at", icon: "IconHistory"),
            .number("throttleFailureCount", "Throttle Failure Count", icon: "IconX", default: 0),
            .dateTime("throttleRetryAfter", "Throttle Retry After", icon: "IconClock"),
            .manyToOne(
                "connectedAccount", "Connected Account", icon: "IconUserCircle", to: "connectedAccount",
                inverse: "messageChannels", onDelete: .cascade
            ).nonNull,
            .oneToMany(
                "messageChannelMessageAssociations", "Message Channel Association", icon: "IconMessage",
                of: "messageChannelMessageAssociation", inverse: "messageChannel"
            ).uiEditable,
            .oneToMany(
                "messageFolders", "Message Folders", icon: "IconFolder", of: "messageFolder", inverse: "messageChannel"
            ).uiEditable,
        ])

    /// In doubt: the label identifier and the index.
    static let messageFolder = StandardObject(
        "messageFolder", "messageFolders", "Message Folder", "Message Folders",
        icon: "IconFolder", only: .v1x, labelIdentifier: "name",
        isSystem: true, isAuditLogged: false, fieldsAreUIReadOnly: true,
        indexes: [.on("messageChannel")],
        fields: [
            .text("name", "Name", icon: "IconFolder"),
            .text("syncCursor", "Sync Cursor", icon: "IconHash"),
            .boolean("isSentFolder", "Is Sent Folder", icon: "IconCheck", default: false),
            .boolean("isSynced", "Is Synced", icon: "IconCheck", default: false),
            .text("parentFolderId", "Parent Folder ID", icon: "IconFolder"),
            .text("externalId", "External ID", icon: "IconHash"),
            .select(
                "pendingSyncAction", "Pending Sync Action", icon: "IconReload", default: "NONE",
                options: [
                    .option("FOLDER_DELETION", "Folder deletion", "red"),
                    .option("NONE", "None", "blue"),
                ]),
            .manyToOne(
                "messageChannel", "Message Channel", icon: "IconMessage", to: "messageChannel",
                inverse: "messageFolders", onDelete: .cascade
            ).nonNull,
        ])
}
