extension StandardObject {
    static let calendarEventParticipant = StandardObject(
        "calendarEventParticipant", "calendarEventParticipants", "Calendar event participant",
        "Calendar event participants",
        icon: "IconCalendar", labelIdentifier: "handle",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["handle"],
        indexes: [.on("calendarEvent"), .on("person"), .on("workspaceMember")],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("handle", "Handle", icon: "IconMail"),
            .text("displayName", "Display Name", icon: "IconUser"),
            .boolean("isOrganizer", "Is Organizer", icon: "IconUser", default: false),
            .select(
                "responseStatus", "Response Status", icon: "IconUser", default: "NEEDS_ACTION",
                options: [
                    .option("NEEDS_ACTION", "Needs Action", "orange"),
                    .option("DECLINED", "Declined", "red"),
                    .option("TENTATIVE", "Tentative", "yellow"),
                    .option("ACCEPTED", "Accepted", "green"),
                ]),
            .manyToOne(
                "calendarEvent", "Event ID", icon: "IconCalendar", to: "calendarEvent",
                inverse: "calendarEventParticipants", onDelete: .cascade
            ).nonNull,
            .manyToOne(
                "person", "Person", icon: "IconUser", to: "person", inverse: "calendarEventParticipants",
                onDelete: .setNull),
            .manyToOne(
                "workspaceMember", "Workspace Member", icon: "IconUser", to: "workspaceMember",
                inverse: "calendarEventParticipants", onDelete: .setNull),
        ])

    /// Where an event was synced from. 1.x has a relation to the channel where 2.x has a plain id; the key of both is
    /// `calendarChannelId` (data-model 16).
    static let calendarChannelEventAssociation = StandardObject(
        "calendarChannelEventAssociation", "calendarChannelEventAssociations", "Calendar Channel Event Association",
        "Calendar Channel Event Associations",
        icon: "IconCalendar", labelIdentifier: "id",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["eventExternalId"],
        indexes: [.on("calendarChannelId").only(.v2x), .on("calendarChannel").only(.v1x), .on("calendarEvent")],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("eventExternalId", "Event external ID", icon: "IconCalendar"),
            .text("recurringEventExternalId", "Recurring Event ID", icon: "IconHistory"),
            .uuid("calendarChannelId", "Channel ID", icon: "IconCalendar").nonNull.only(.v2x),
            .manyToOne(
                "calendarChannel", "Channel ID", icon: "IconCalendar", to: "calendarChannel",
                inverse: "calendarChannelEventAssociations", onDelete: .cascade
            ).nonNull.only(.v1x),
            .manyToOne(
                "calendarEvent", "Event ID", icon: "IconCalendar", to: "calendarEvent",
                inverse: "calendarChannelEventAssociations", onDelete: .cascade
            ).nonNull,
        ])
}
