extension StandardObject {
    /// Where a message was received. 1.x has a relation to the channel where 2.x has a plain id; the key of both is
    /// `messageChannelId` (data-model 16).
    static let messageChannelMessageAssociation = StandardObject(
        "messageChannelMessageAssociation", "messageChannelMessageAssociations", "Message Channel Message Association",
        "Message Channel Message Associations",
        icon: "IconMessage", labelIdentifier: "id",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["messageExternalId"],
        indexes: [
            .on("messageChannelId").only(.v2x), .on("messageChannel").only(.v1x), .on("message"),
            .uniqueAmongLive("messageChannelId", "message").only(.v2x),
            .uniqueAmongLive("messageChannel", "message").only(.v1x),
        ],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("messageExternalId", "Message External Id", icon: "IconHash"),
            .text("messageThreadExternalId", "Thread External Id", icon: "IconHash"),
            .select(
                "direction", "Direction", icon: "IconDirection", default: "INCOMING",
                options: [
                    .option("INCOMING", "Incoming", "green"),
                    .option("OUTGOING", "Outgoing", "blue"),
                ]),
            .uuid("messageChannelId", "Message Channel Id", icon: "IconHash").only(.v2x),
            .manyToOne(
                "messageChannel", "Message Channel Id", icon: "IconHash", to: "messageChannel",
                inverse: "messageChannelMessageAssociations", onDelete: .cascade
            ).only(.v1x),
            .manyToOne(
                "messageThread", "Message Thread Id", icon: "IconHash", to: "messageThread",
                inverse: "messageChannelMessageAssociations", onDelete: .cascade),
            .manyToOne(
                "message", "Message Id", icon: "IconHash", to: "message", inverse: "messageChannelMessageAssociations",
                onDelete: .cascade),
            .oneToMany(
                "messageFolders", "Message Folders", icon: "IconFolders",
                of: "messageChannelMessageAssociationMessageFolder", inverse: "messageChannelMessageAssociation"
            ).only(.v2x),
        ])

    static let messageChannelMessageAssociationMessageFolder = StandardObject(
        "messageChannelMessageAssociationMessageFolder", "messageChannelMessageAssociationMessageFolders",
        "Message Channel Message Association Message Folder", "Message Channel Message Association Message Folders",
        icon: "IconFolder", only: .v2x, labelIdentifier: "id",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        indexes: [
            .on("messageChannelMessageAssociation"), .on("messageFolderId"),
            .uniqueAmongLive("messageChannelMessageAssociation", "messageFolderId"),
        ],
        fields: [
            .createdBy, .updatedBy, .position, .searchVector,
            .manyToOne(
                "messageChannelMessageAssociation", "Message Channel Message Association", icon: "IconMessage",
                to: "messageChannelMessageAssociation", inverse: "messageFolders", onDelete: .cascade
            ).nonNull,
            .uuid("messageFolderId", "Message Folder", icon: "IconFolder").nonNull,
        ])
}
