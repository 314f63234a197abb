extension StandardObject {
    static let calendarChannel = StandardObject(
        "calendarChannel", "calendarChannels", "Calendar Channel", "Calendar Channels",
        icon: "IconCalendar", only: .v1x, labelIdentifier: "handle",
        isSystem: true, isAuditLogged: false, fieldsAreUIReadOnly: true,
        indexes: [.on("connectedAccount")],
        fields: [
            .text("handle", "Handle", icon: "IconAt"),
            .select(
                "visibility", "Visibility", icon: "IconEyeglass", default: "SHARE_EVERYTHING",
                options: [
                    .option("METADATA", "Metadata", "green"),
                    .option("SHARE_EVERYTHING", "Share Everything", "orange"),
                ]),
            .boolean(
                "isContactAutoCreationEnabled", "Is Contact Auto Creation Enabled", icon: "IconUserCircle",
                default: true),
            .select(
                "contactAutoCreationPolicy", "Contact auto creation policy", icon: "IconUserCircle",
                default: "AS_PARTICIPANT_AND_ORGANIZER",
                options: [
                    .option("AS_PARTICIPANT_AND_ORGANIZER", "As Participant and Organizer", "green"),
                    .option("AS_PARTICIPANT", "As Participant", "orange"),
                    .option("AS_ORGANIZER", "As Organizer", "blue"),
                    .option("NONE", "None", "red"),
                ]),
            .boolean("isSyncEnabled", "Is Sync Enabled", icon: "IconRefresh", default: true),
            .text("syncCursor", "Sync Cursor", icon: "IconReload"),
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
                    .option("CALENDAR_EVENT_LIST_FETCH_PENDING", "Calendar event list fetch pending", "blue"),
                    .option("CALENDAR_EVENT_LIST_FETCH_SCHEDULED", "Calendar event list fetch scheduled", "green"),
                    .option("CALENDAR_EVENT_LIST_FETCH_ONGOING", "Calendar event list fetch ongoing", "orange"),
                    .option("CALENDAR_EVENTS_IMPORT_PENDING", "Calendar events import pending", "blue"),
                    .option("CALENDAR_EVENTS_IMPORT_SCHEDULED", "Calendar events import scheduled", "green"),
                    .option("CALENDAR_EVENTS_IMPORT_ONGOING", "Calendar events import ongoing", "orange"),
                    .option("FAILED", "Failed", "red"),
                    .option("PENDING_CONFIGURATION", "Pending configuration", "gray", position: 9),
                ]),
            .dateTime("syncStageStartedAt", "Sync stage started at", icon: "IconHistory"),
            .dateTime("syncedAt", "Last sync date", icon: "IconHistory"),
            .number("throttleFailureCount", "Throttle Failure Count", icon: "IconX", default: 0),
            .manyToOne(
                "connectedAccount", "Connected Account", icon: "IconUserCircle", to: "connectedAccount",
                inverse: "calendarChannels", onDelete: .cascade
            ).nonNull,
            .oneToMany(
                "calendarChannelEventAssociations", "Calendar Channel Event Associations", icon: "IconCalendar",
                of: "calendarChannelEventAssociation", inverse: "calendarChannel"
            ).nonNull,
        ])
}
