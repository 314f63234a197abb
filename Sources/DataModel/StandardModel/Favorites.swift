extension StandardObject {
    /// 2.x keeps navigation menu items instead, behind the metadata API (data-model 1).
    ///
    /// In doubt: the label identifier.
    static let favorite = StandardObject(
        "favorite", "favorites", "Favorite", "Favorites",
        icon: "IconHeart", only: .v1x, labelIdentifier: "id",
        isSystem: true,
        fields: [
            .number("position", "Position", icon: "IconList", default: 0).system,
            .uuid("viewId", "ViewId", icon: "IconView"),
            .manyToOne(
                "forWorkspaceMember", "Workspace Member", icon: "IconCircleUser", to: "workspaceMember",
                inverse: "favorites", onDelete: .cascade),
            .manyToOne("person", "Person", icon: "IconUser", to: "person", inverse: "favorites", onDelete: .cascade),
            .manyToOne(
                "company", "Company", icon: "IconBuildingSkyscraper", to: "company", inverse: "favorites",
                onDelete: .cascade),
            .manyToOne(
                "opportunity", "Opportunity", icon: "IconTargetArrow", to: "opportunity", inverse: "favorites",
                onDelete: .cascade),
            .manyToOne(
                "workflow", "Workflow", icon: "IconSettingsAutomation", to: "workflow", inverse: "favorites",
                onDelete: .cascade),
            .manyToOne(
                "workflowVersion", "Workflow", icon: "IconSettingsAutomation", to: "workflowVersion",
                inverse: "favorites", onDelete: .cascade),
            .manyToOne(
                "workflowRun", "Workflow", icon: "IconSettingsAutomation", to: "workflowRun", inverse: "favorites",
                onDelete: .cascade),
            .manyToOne("task", "Task", icon: "IconCheckbox", to: "task", inverse: "favorites", onDelete: .cascade),
            .manyToOne("note", "Note", icon: "IconNotes", to: "note", inverse: "favorites", onDelete: .cascade),
            .manyToOne(
                "dashboard", "Dashboard", icon: "IconLayoutDashboard", to: "dashboard", inverse: "favorites",
                onDelete: .cascade),
            .manyToOne(
                "favoriteFolder", "Favorite Folder", icon: "IconFolder", to: "favoriteFolder", inverse: "favorites",
                onDelete: .setNull),
        ])

    /// In doubt: the label identifier, and `position`, which is of type POSITION in the last 1.x builds.
    static let favoriteFolder = StandardObject(
        "favoriteFolder", "favoriteFolders", "Favorite Folder", "Favorite Folders",
        icon: "IconFolder", only: .v1x, labelIdentifier: "name",
        isSystem: true, fieldsAreUIReadOnly: true,
        fields: [
            .number("position", "Position", icon: "IconHierarchy2", default: 0).system,
            .text("name", "Name", icon: "IconText"),
            .oneToMany("favorites", "Favorites", icon: "IconHeart", of: "favorite", inverse: "favoriteFolder").nonNull,
        ])
}
