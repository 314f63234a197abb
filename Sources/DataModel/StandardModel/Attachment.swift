extension StandardObject {
    /// A file of a record; `fullPath` and `fileCategory` come from before `file`.
    static let attachment = StandardObject(
        "attachment", "attachments", "Attachment", "Attachments",
        icon: "IconFileImport", labelIdentifier: "name",
        isSystem: true, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["name"],
        indexes: [
            .on("targetTask"), .on("targetNote"), .on("targetPerson"), .on("targetCompany"), .on("targetOpportunity"),
            .on("targetDashboard"), .on("targetWorkflow"),
        ],
        fields: [
            .text("name", "Name", icon: "IconFileUpload"),
            .files("file", "File", icon: "IconFileUpload", maxNumberOfValues: 1),
            .text("fullPath", "Full path", icon: "IconLink").system.deprecated,
            .select(
                "fileCategory", "File category", icon: "IconList", default: "OTHER",
                options: [
                    .option("ARCHIVE", "Archive", "gray"),
                    .option("AUDIO", "Audio", "pink"),
                    .option("IMAGE", "Image", "yellow"),
                    .option("PRESENTATION", "Presentation", "orange"),
                    .option("SPREADSHEET", "Spreadsheet", "turquoise"),
                    .option("TEXT_DOCUMENT", "Text Document", "blue"),
                    .option("VIDEO", "Video", "purple"),
                    .option("OTHER", "Other", "gray"),
                ]
            ).system.deprecated,
            .createdBy, .updatedBy, .position.only(.v2x), .searchVector.only(.v2x),
            .morph("target", to: "task", icon: "IconFileImport", inverse: "attachments", onDelete: .setNull),
            .morph("target", to: "note", icon: "IconFileImport", inverse: "attachments", onDelete: .setNull),
            .morph("target", to: "person", icon: "IconFileImport", inverse: "attachments", onDelete: .cascade),
            .morph("target", to: "company", icon: "IconFileImport", inverse: "attachments", onDelete: .cascade),
            .morph("target", to: "opportunity", icon: "IconFileImport", inverse: "attachments", onDelete: .cascade),
            .morph("target", to: "dashboard", icon: "IconFileImport", inverse: "attachments", onDelete: .cascade),
            .morph("target", to: "workflow", icon: "IconFileImport", inverse: "attachments", onDelete: .cascade),
        ])
}
