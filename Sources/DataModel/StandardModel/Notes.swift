extension StandardObject {
    /// Soft deletion and restoring take the targets along (data-model 12).
    static let note = StandardObject(
        "note", "notes", "Note", "Notes",
        icon: "IconNotes", labelIdentifier: "title", shortcut: "N",
        isSearchable: true,
        searchFields: ["title", "bodyV2"],
        indexes: [.search],
        fields: [
            .text("title", "Title", icon: "IconNotes"),
            .richText("bodyV2", "Body", icon: "IconFilePencil"),
            .createdBy, .updatedBy, .position, .searchVector,
            .oneToMany(
                "noteTargets", "Relations", icon: "IconArrowUpRight", of: "noteTarget", inverse: "note",
                junction: "targetPerson"),
            .attachments(inverse: "targetNote"),
            .timelineActivities(inverse: "targetNote"),
            .favorites(inverse: "note").nonNull,
        ])

    /// What a note is about. The same link may exist twice (data-model 8).
    static let noteTarget = StandardObject(
        "noteTarget", "noteTargets", "Note Target", "Note Targets",
        icon: "IconCheckbox", labelIdentifier: "id",
        isSystem: true, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["id"],
        indexes: [.on("note"), .on("targetPerson"), .on("targetCompany"), .on("targetOpportunity")],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .manyToOne("note", "Note", icon: "IconNotes", to: "note", inverse: "noteTargets", onDelete: .cascade),
            .morph("target", to: "person", icon: "IconCheckbox", inverse: "noteTargets", onDelete: .cascade),
            .morph("target", to: "company", icon: "IconCheckbox", inverse: "noteTargets", onDelete: .cascade),
            .morph("target", to: "opportunity", icon: "IconCheckbox", inverse: "noteTargets", onDelete: .cascade),
        ])
}
