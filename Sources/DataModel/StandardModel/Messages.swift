extension StandardObject {
    /// In doubt: 1.x publishes `direction`; its label, icon, default and colours are taken from
    /// `messageChannelMessageAssociation.direction`.
    static let message = StandardObject(
        "message", "messages", "Message", "Messages",
        icon: "IconMessage", labelIdentifier: "subject",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["subject"],
        indexes: [.on("messageThread"), .on("messageCampaign").only(.v2x)],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("headerMessageId", "Header message Id", icon: "IconHash"),
            .select(
                "direction", "Direction", icon: "IconDirection", default: "INCOMING",
                options: [
                    .option("INCOMING", "Incoming", "green"),
                    .option("OUTGOING", "Outgoing", "blue"),
                ]
            ).only(.v1x),
            .text("subject", "Subject", icon: "IconMessage"),
            .text("text", "Text", icon: "IconMessage"),
            .dateTime("receivedAt", "Received At", icon: "IconCalendar"),
            .manyToOne(
                "messageThread", "Message Thread Id", icon: "IconHash", to: "messageThread", inverse: "messages",
                onDelete: .cascade),
            .oneToMany(
                "messageParticipants", "Message Participants", icon: "IconUserCircle", of: "messageParticipant",
                inverse: "message", junction: "person"),
            .oneToMany(
                "messageChannelMessageAssociations", "Message Channel Association", icon: "IconMessage",
                of: "messageChannelMessageAssociation", inverse: "message"),
            .manyToOne(
                "messageCampaign", "Campaign", icon: "IconSend", to: "messageCampaign", inverse: "messages",
                onDelete: .setNull
            ).only(.v2x),
            .boolean("isDraft", "Is draft", icon: "IconPencil", default: false).only(.v2x),
        ])

    static let messageParticipant = StandardObject(
        "messageParticipant", "messageParticipants", "Message Participant", "Message Participants",
        icon: "IconUserCircle", labelIdentifier: "handle",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["handle"],
        indexes: [.on("message"), .on("person"), .on("workspaceMember"), .on("messageCampaign").only(.v2x)],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .select(
                "role", "Role", icon: "IconAt", default: "FROM",
                options: [
                    .option("FROM", "From", "green"),
                    .option("TO", "To", "blue"),
                    .option("CC", "Cc", "orange"),
                    .option("BCC", "Bcc", "red"),
                    .option("REPLY_TO", "Reply To", "purple").only(.v2x),
                ]),
            .text("handle", "Handle", icon: "IconAt"),
            .text("displayName", "Display Name", icon: "IconUser"),
            .manyToOne(
                "message", "Message", icon: "IconMessage", to: "message", inverse: "messageParticipants",
                onDelete: .cascade
            ).nonNull,
            .manyToOne(
                "person", "Person", icon: "IconUser", to: "person", inverse: "messageParticipants", onDelete: .setNull),
            .manyToOne(
                "workspaceMember", "Workspace Member", icon: "IconUsers", to: "workspaceMember",
                inverse: "messageParticipants", onDelete: .setNull),
            .manyToOne(
                "messageCampaign", "Campaign", icon: "IconSend", to: "messageCampaign", inverse: "recipients",
                onDelete: .setNull
            ).only(.v2x),
        ])
}
