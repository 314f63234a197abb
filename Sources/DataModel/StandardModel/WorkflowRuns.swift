extension StandardObject {
    static let workflowRun = StandardObject(
        "workflowRun", "workflowRuns", "Workflow Run", "Workflow Runs",
        icon: "IconHistoryToggle", labelIdentifier: "name",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["name"],
        indexes: [.on("workflow"), .on("workflowVersion"), .search],
        fields: [
            .text("name", "Name", icon: "IconSettingsAutomation"),
            .dateTime("enqueuedAt", "Workflow run enqueued at", icon: "IconHistory"),
            .dateTime("startedAt", "Workflow run started at", icon: "IconHistory"),
            .dateTime("endedAt", "Workflow run ended at", icon: "IconHistory"),
            .select(
                "status", "Workflow run status", icon: "IconStatusChange", default: "NOT_STARTED",
                options: [
                    .option("NOT_STARTED", "Not started", "gray"),
                    .option("RUNNING", "Running", "yellow"),
                    .option("COMPLETED", "Completed", "green"),
                    .option("FAILED", "Failed", "red"),
                    .option("ENQUEUED", "Enqueued", "blue"),
                    .option("STOPPING", "Stopping", "orange"),
                    .option("STOPPED", "Stopped", "gray"),
                ]),
            .createdBy(label: "Executed by"), .updatedBy,
            .rawJSON("state", "State", icon: "IconHierarchy2").nonNull,
            .rawJSON("stepLogs", "Step logs", icon: "IconTerminal2").system.only(.v2x),
            .rawJSON("context", "Context", icon: "IconHierarchy2").only(.v1x),
            .rawJSON("output", "Output", icon: "IconText").only(.v1x),
            .uuid("coreWorkflowId", "Core workflow id", icon: "IconSettingsAutomation").system.only(.v2x),
            .uuid("coreWorkflowVersionId", "Core workflow version id", icon: "IconSettingsAutomation")
                .system.only(.v2x),
            .position.uiReadOnly, .searchVector.uiReadOnly,
            .manyToOne(
                "workflowVersion", "Workflow version", icon: "IconVersions", to: "workflowVersion", inverse: "runs",
                onDelete: .setNull
            ).nonNull,
            .manyToOne(
                "workflow", "Workflow", icon: "IconSettingsAutomation", to: "workflow", inverse: "runs",
                onDelete: .cascade
            ).nonNull,
            .favorites(inverse: "workflowRun").nonNull,
            .timelineActivities(inverse: "targetWorkflowRun").nonNull,
        ])

    static let workflowAutomatedTrigger = StandardObject(
        "workflowAutomatedTrigger", "workflowAutomatedTriggers", "Workflow Automated Trigger",
        "Workflow Automated Triggers",
        icon: "IconSettingsAutomation", labelIdentifier: "id",
        isSystem: true, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["id"],
        indexes: [.on("workflow")],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .select(
                "type", "Automated Trigger Type", icon: "IconSettingsAutomation", default: "DATABASE_EVENT",
                options: [
                    .option("DATABASE_EVENT", "Database Event", "green"),
                    .option("CRON", "Cron", "blue"),
                ]
            ).in1x { $0.defaultValue = nil },
            .rawJSON("settings", "Settings", icon: "IconSettings").nonNull,
            .manyToOne(
                "workflow", "Workflow", icon: "IconSettingsAutomation", to: "workflow", inverse: "automatedTriggers",
                onDelete: .cascade
            ).nonNull,
        ])
}
