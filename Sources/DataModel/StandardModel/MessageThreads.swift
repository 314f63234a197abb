extension StandardObject {
    /// In doubt: that 1.x names a thread by its `id`.
    static let messageThread = StandardObject(
        "messageThread", "messageThreads", "Message Thread", "Message Threads",
        icon: "IconMessage", labelIdentifier: "subject",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["subject"],
        in1x: {
            $0.labelIdentifierField = "id"
            $0.searchFields = []
        },
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("subject", "Subject", icon: "IconMessage").only(.v2x),
            .oneToMany("messages", "Messages", icon: "IconMessage", of: "message", inverse: "messageThread"),
            .oneToMany(
                "messageChannelMessageAssociations", "Message Channel Association", icon: "IconMessage",
                of: "messageChannelMessageAssociation", inverse: "messageThread"),
            .oneToMany(
                "messageThreadTargets", "Relations", icon: "IconArrowUpRight", of: "messageThreadTarget",
                inverse: "messageThread", junction: "targetPerson"
            ).uiEditable.only(.v2x),
        ])

    /// What a thread is about: each target once among the live rows (data-model 8).
    static let messageThreadTarget = StandardObject(
        "messageThreadTarget", "messageThreadTargets", "Message Thread Target", "Message Thread Targets",
        icon: "IconMessage", only: .v2x, labelIdentifier: "id",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["id"],
        indexes: [
            .on("messageThread"), .on("targetPerson"), .on("targetCompany"), .on("targetOpportunity"),
            .uniqueAmongLive("messageThread", "targetPerson"), .uniqueAmongLive("messageThread", "targetCompany"),
            .uniqueAmongLive("messageThread", "targetOpportunity"),
        ],
        fields: [
            .createdBy, .updatedBy, .position, .searchVector,
            .boolean("isAutomaticallyAssigned", "Automatically assigned", icon: "IconRobot", default: false).system,
            .boolean("isManuallyAssigned", "Manually assigned", icon: "IconUserCheck", default: true).system,
            .morph("target", to: "person", icon: "IconUser", inverse: "messageThreadTargets", onDelete: .cascade),
            .morph(
                "target", to: "company", icon: "IconBuildingSkyscraper", inverse: "messageThreadTargets",
                onDelete: .cascade),
            .morph(
                "target", to: "opportunity", icon: "IconTargetArrow", inverse: "messageThreadTargets",
                onDelete: .cascade),
            .manyToOne(
                "messageThread", "Message thread", icon: "IconMessage", to: "messageThread",
                inverse: "messageThreadTargets", onDelete: .cascade
            ).nonNull,
        ])
}
