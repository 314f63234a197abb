extension StandardObject {
    /// What happened to a record; how rows come about and what they hold is in data-model 14.
    ///
    /// In doubt: the oldest 1.x builds have `isSystem` false on the `linked...` fields.
    static let timelineActivity = StandardObject(
        "timelineActivity", "timelineActivities", "Timeline Activity", "Timeline Activities",
        icon: "IconTimelineEvent", labelIdentifier: "linkedRecordCachedName",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["linkedRecordCachedName"],
        indexes: [
            .on("workspaceMember"), .on("targetTask"), .on("targetNote"), .on("targetPerson"), .on("targetCompany"),
            .on("targetOpportunity"), .on("targetDashboard"), .on("targetWorkflow"), .on("targetWorkflowVersion"),
            .on("targetWorkflowRun"),
        ],
        in1x: {
            $0.labelIdentifierField = "name"
            $0.searchFields = ["name"]
        },
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .dateTime("happensAt", "Creation date", icon: "IconCalendar", default: .now),
            .text("name", "Event name", icon: "IconAbc").only(.v1x),
            .uuid("timelineActivityTypeId", "Event type", icon: "IconAbc").system.only(.v2x),
            .rawJSON("timelineActivityTypeSnapshot", "Event type", icon: "IconArchive").system.only(.v2x),
            .rawJSON("properties", "Event details", icon: "IconListDetails"),
            .text("linkedRecordCachedName", "Linked Record cached name", icon: "IconAbc").system,
            .uuid("linkedRecordId", "Linked Record id", icon: "IconAbc").system,
            .uuid("linkedObjectMetadataId", "Linked Object Metadata Id", icon: "IconAbc").system,
            .manyToOne(
                "workspaceMember", "Workspace Member", icon: "IconUsers", to: "workspaceMember",
                inverse: "timelineActivities", onDelete: .cascade),
            .target("person", onDelete: .cascade),
            .target("company", onDelete: .cascade),
            .target("opportunity", onDelete: .setNull),
            .target("note", onDelete: .setNull),
            .target("task", onDelete: .setNull),
            .target("workflow", onDelete: .cascade),
            .target("workflowVersion", onDelete: .cascade),
            .target("workflowRun", onDelete: .cascade),
            .target("dashboard", onDelete: .setNull),
            .target("messageList", onDelete: .setNull).only(.v2x),
            .target("messageCampaign", onDelete: .setNull).only(.v2x),
        ])
}

extension StandardField {
    fileprivate static func target(_ object: String, onDelete: Relation.OnDelete) -> StandardField {
        .morph("target", to: object, icon: "IconTimelineEvent", inverse: "timelineActivities", onDelete: onDelete)
    }
}
