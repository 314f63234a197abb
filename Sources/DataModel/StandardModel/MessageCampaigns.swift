extension StandardObject {
    static let messageList = StandardObject(
        "messageList", "messageLists", "List", "Lists",
        icon: "IconUsersGroup", only: .v2x, labelIdentifier: "name",
        isSystem: true, isSearchable: true,
        searchFields: ["name"],
        indexes: [.search],
        fields: [
            .createdBy, .updatedBy, .position, .searchVector(icon: "IconUsersGroup"),
            .text("name", "Name", icon: "IconUsersGroup"),
            .oneToMany(
                "members", "Members", icon: "IconUser", of: "messageListMember", inverse: "list", junction: "person"),
            .oneToMany("campaigns", "Campaigns", icon: "IconSend", of: "messageCampaign", inverse: "list").uiReadOnly,
            .timelineActivities("Events", inverse: "targetMessageList"),
        ])

    /// A person is on a list once among the live rows (data-model 8).
    static let messageListMember = StandardObject(
        "messageListMember", "messageListMembers", "List Member", "List Members",
        icon: "IconUser", only: .v2x, labelIdentifier: "id",
        isSystem: true,
        searchFields: ["id"],
        indexes: [.on("list"), .uniqueAmongLive("person", "list")],
        fields: [
            .createdBy, .updatedBy, .position, .searchVector,
            .manyToOne(
                "list", "List", icon: "IconUsersGroup", to: "messageList", inverse: "members", onDelete: .cascade
            ).nonNull,
            .manyToOne(
                "person", "Person", icon: "IconUser", to: "person", inverse: "listMemberships", onDelete: .cascade
            ).nonNull,
        ])

    static let messageCampaign = StandardObject(
        "messageCampaign", "messageCampaigns", "Campaign", "Campaigns",
        icon: "IconSend", only: .v2x, labelIdentifier: "name",
        isSystem: true, isSearchable: true, isUICreatable: false, openRecordIn: "RECORD_PAGE",
        fieldsAreUIReadOnly: true,
        searchFields: ["name", "subject"],
        indexes: [.on("list"), .on("unsubscribeTopicId"), .search],
        fields: [
            .createdBy, .updatedBy, .position, .searchVector,
            .text("name", "Name", icon: "IconAbc", default: "").uiEditable,
            .text("subject", "Subject", icon: "IconMail"),
            .text("bodyTemplate", "Body", icon: "IconFileText"),
            .emails("fromAddress", "From address", icon: "IconAt", maxNumberOfValues: 1),
            .select(
                "status", "Status", icon: "IconProgress", default: "DRAFT",
                options: [
                    .option("DRAFT", "Draft", "gray"),
                    .option("SCHEDULED", "Scheduled", "blue"),
                    .option("SENDING", "Sending", "yellow"),
                    .option("SENT", "Sent", "green"),
                    .option("SENT_WITH_ERRORS", "Sent with errors", "orange"),
                    .option("CANCELED", "Canceled", "red"),
                ]),
            .dateTime("sentAt", "Sent at", icon: "IconSend", displayFormat: "RELATIVE"),
            .number("sentCount", "Sent count", icon: "IconMailFast", default: 0),
            .number("deliveredCount", "Delivered count", icon: "IconMailCheck", default: 0),
            .number("failedCount", "Failed count", icon: "IconMailX", default: 0),
            .number("bouncedCount", "Bounced count", icon: "IconMailOff", default: 0),
            .number("complainedCount", "Complained count", icon: "IconMoodSad", default: 0),
            .number("skippedCount", "Skipped count", icon: "IconMailOff", default: 0),
            .uuid("unsubscribeTopicId", "Unsubscribe topic id", icon: "IconMailbox"),
            .manyToOne(
                "list", "List", icon: "IconUsersGroup", to: "messageList", inverse: "campaigns", onDelete: .setNull),
            .timelineActivities("Events", inverse: "targetMessageCampaign").uiEditable,
            .oneToMany("messages", "Messages", icon: "IconMessage", of: "message", inverse: "messageCampaign"),
            .oneToMany(
                "recipients", "Recipients", icon: "IconUsers", of: "messageParticipant", inverse: "messageCampaign"),
        ])
}
