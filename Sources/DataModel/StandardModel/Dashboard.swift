extension StandardObject {
    static let dashboard = StandardObject(
        "dashboard", "dashboards", "Dashboard", "Dashboards",
        icon: "IconLayoutDashboard", labelIdentifier: "title", shortcut: "D",
        isSearchable: true, openRecordIn: "RECORD_PAGE",
        searchFields: ["title"],
        indexes: [.search],
        fields: [
            .text("title", "Title", icon: "IconNotes"),
            .uuid("pageLayoutId", "Page Layout ID", icon: "IconAppWindow").uiReadOnly,
            .createdBy, .updatedBy, .position, .searchVector,
            .timelineActivities(inverse: "targetDashboard"),
            .favorites(inverse: "dashboard").nonNull,
            .attachments(inverse: "targetDashboard"),
        ])
}
