extension StandardObject {
    /// Soft deletion takes the versions, runs and triggers along (data-model 12).
    static let workflow = StandardObject(
        "workflow", "workflows", "Workflow", "Workflows",
        icon: "IconSettingsAutomation", labelIdentifier: "name", shortcut: "W",
        isSearchable: true, openRecordIn: "RECORD_PAGE",
        searchFields: ["name"],
        indexes: [.search],
        fields: [
            .text("name", "Name", icon: "IconSettingsAutomation"),
            .text("lastPublishedVersionId", "Last published Version Id", icon: "IconVersions").uiReadOnly,
            .uuid("coreWorkflowId", "Core workflow id", icon: "IconSettingsAutomation").system.uiReadOnly.only(.v2x),
            .multiSelect(
                "statuses", "Statuses", icon: "IconStatusChange",
                options: [
                    .option("DRAFT", "Draft", "yellow"),
                    .option("ACTIVE", "Active", "green"),
                    .option("DEACTIVATED", "Deactivated", "gray"),
                ]
            ).uiReadOnly,
            .createdBy, .updatedBy, .position, .searchVector,
            .oneToMany("versions", "Versions", icon: "IconVersions", of: "workflowVersion", inverse: "workflow")
                .nonNull.uiReadOnly,
            .oneToMany("runs", "Runs", icon: "IconRun", of: "workflowRun", inverse: "workflow").nonNull.uiReadOnly,
            .oneToMany(
                "automatedTriggers", "Automated Triggers", icon: "IconSettingsAutomation",
                of: "workflowAutomatedTrigger", inverse: "workflow"
            ).nonNull.uiReadOnly,
            .favorites(inverse: "workflow").nonNull,
            .timelineActivities(inverse: "targetWorkflow").nonNull,
            .oneToMany(
                "attachments", "Attachments", icon: "IconFileUpload", of: "attachment", inverse: "targetWorkflow"
            ).nonNull,
        ])

    static let workflowVersion = StandardObject(
        "workflowVersion", "workflowVersions", "Workflow Version", "Workflow Versions",
        icon: "IconVersions", labelIdentifier: "name",
        isSystem: true, isUICreatable: false, openRecordIn: "RECORD_PAGE", fieldsAreUIReadOnly: true,
        searchFields: ["name"],
        indexes: [.on("workflow"), .search],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x),
            .text("name", "Name", icon: "IconSettingsAutomation"),
            .rawJSON("trigger", "Version trigger", icon: "IconSettingsAutomation"),
            .rawJSON("steps", "Version steps", icon: "IconSettingsAutomation"),
            .uuid("coreWorkflowVersionId", "Core workflow version id", icon: "IconSettingsAutomation")
                .system.only(.v2x),
            .select(
                "status", "Version status", icon: "IconStatusChange", default: "DRAFT",
                options: [
                    .option("DRAFT", "Draft", "yellow"),
                    .option("ACTIVE", "Active", "green"),
                    .option("DEACTIVATED", "Deactivated", "orange"),
                    .option("ARCHIVED", "Archived", "gray"),
                ]),
            .position.uiReadOnly, .searchVector.uiReadOnly,
            .manyToOne(
                "workflow", "Workflow", icon: "IconSettingsAutomation", to: "workflow", inverse: "versions",
                onDelete: .cascade),
            .oneToMany("runs", "Runs", icon: "IconRun", of: "workflowRun", inverse: "workflowVersion"),
            .favorites(inverse: "workflowVersion").nonNull,
            .timelineActivities(inverse: "targetWorkflowVersion").nonNull,
        ])
}
