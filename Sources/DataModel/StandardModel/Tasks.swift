extension StandardObject {
    /// Soft deletion and restoring take the targets along (data-model 12).
    static let task = StandardObject(
        "task", "tasks", "Task", "Tasks",
        icon: "IconCheckbox", labelIdentifier: "title", shortcut: "T",
        isSearchable: true,
        searchFields: ["title", "bodyV2"],
        indexes: [.on("assignee"), .search],
        fields: [
            .text("title", "Title", icon: "IconNotes"),
            .richText("bodyV2", "Body", icon: "IconFilePencil"),
            .dateTime("dueAt", "Due Date", icon: "IconCalendarEvent"),
            .select(
                "status", "Status", icon: "IconCheck", default: "TODO",
                options: [
                    .option("TODO", "To do", "sky"),
                    .option("IN_PROGRESS", "In progress", "purple"),
                    .option("DONE", "Done", "green"),
                ]
            ).nullable,
            .createdBy, .updatedBy, .position, .searchVector,
            .oneToMany(
                "taskTargets", "Relations", icon: "IconArrowUpRight", of: "taskTarget", inverse: "task",
                junction: "targetPerson"),
            .attachments(inverse: "targetTask"),
            .manyToOne(
                "assignee", "Assignee", icon: "IconUserCircle", to: "workspaceMember", inverse: "assignedTasks",
                onDelete: .setNull),
            .timelineActivities(inverse: "targetTask"),
            .favorites(inverse: "task").nonNull,
        ])

    /// What a task is about. The same link may exist twice (data-model 8).
    static let taskTarget = StandardObject(
        "taskTarget", "taskTargets", "Task Target", "Task Targets",
        icon: "IconCheckbox", labelIdentifier: "id",
        isSystem: true, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["id"],
        indexes: [.on("task"), .on("targetPerson"), .on("targetCompany"), .on("targetOpportunity")],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .manyToOne("task", "Task", icon: "IconCheckbox", to: "task", inverse: "taskTargets", onDelete: .cascade),
            .morph("target", to: "person", icon: "IconCheckbox", inverse: "taskTargets", onDelete: .cascade),
            .morph("target", to: "company", icon: "IconCheckbox", inverse: "taskTargets", onDelete: .cascade),
            .morph("target", to: "opportunity", icon: "IconCheckbox", inverse: "taskTargets", onDelete: .cascade),
        ])
}
