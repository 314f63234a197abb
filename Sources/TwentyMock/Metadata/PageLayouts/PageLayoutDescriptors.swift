import JSON

// metadata 13.
extension ResourceDescriptor {
    static let pageLayout = ResourceDescriptor(
        kind: "pageLayout", path: "pageLayouts",
        keys: [
            .id, ResourceKey("name"),
            ResourceKey(
                "type", .choice(["RECORD_INDEX", "RECORD_PAGE", "DASHBOARD", "STANDALONE_PAGE"]), "RECORD_PAGE"),
            ResourceKey("objectMetadataId", to: .objectMetadata),
            ResourceKey("defaultTabToFocusOnMobileAndSidePanelId", .uuid),
            ResourceKey("universalIdentifier", .uuid).server, .applicationId,
            ResourceKey("isFirstTabPinned", .flag, false),
        ] + ResourceKey.stamps,
        filters: ["objectMetadataId", "pageLayoutType"], isPositioned: false, deletion: .hard, deletionAnswer: true,
        missing: .layout("Page layout", code: "PAGE_LAYOUT_NOT_FOUND"), reportNouns: ("page layout", "page layout"),
        rules: PageLayoutRules(), nested: [("tabs", "pageLayoutTab")], writesShowNested: false,
        dependents: ["pageLayoutTab"], right: .layouts)

    static let pageLayoutTab = ResourceDescriptor(
        kind: "pageLayoutTab", path: "pageLayoutTabs",
        keys: [
            .id, .applicationId, ResourceKey("title"), ResourceKey("position", .number, 0),
            ResourceKey("pageLayoutId", to: .pageLayout).fixed, ResourceKey("icon"),
            ResourceKey("layoutMode", .choice(["GRID", "VERTICAL_LIST", "CANVAS"]), "GRID"), .isActive,
        ] + ResourceKey.stamps + [.isOverridden],
        parent: "pageLayoutId",
        parentRequired: ("Page layout ID is required", "INVALID_PAGE_LAYOUT_TAB_DATA"), deletion: .hard,
        deletionAnswer: true, missing: .layout("Page layout tab", code: "PAGE_LAYOUT_TAB_NOT_FOUND"),
        reportNouns: ("page layout tab", "page layout tab"), rules: PageLayoutTabRules(),
        nested: [("widgets", "pageLayoutWidget")], writesShowNested: false, dependents: ["pageLayoutWidget"],
        right: .layouts)

    static let pageLayoutWidget = ResourceDescriptor(
        kind: "pageLayoutWidget", path: "pageLayoutWidgets",
        keys: [
            .id, .applicationId, ResourceKey("pageLayoutTabId", to: .pageLayoutTab).required,
            ResourceKey("title").required, ResourceKey("type", .choice(widgetTypes)).required,
            ResourceKey("objectMetadataId", to: .objectMetadata), ResourceKey("gridPosition", .json),
            ResourceKey("position", .json), ResourceKey("configuration", .json),
            ResourceKey("conditionalDisplay", .json), ResourceKey("conditionalAvailabilityExpression"), .isActive,
        ] + ResourceKey.stamps + [.isOverridden],
        parent: "pageLayoutTabId",
        parentRequired: ("Page layout tab ID is required", "INVALID_PAGE_LAYOUT_WIDGET_DATA"), isPositioned: false,
        deletion: .hard, deletionAnswer: true,
        missing: Missing(
            read: { "Page layout widget with ID \"\($0)\" not found" },
            update: "Page layout widget to update not found", delete: "Page layout widget to destroy not found",
            code: "PAGE_LAYOUT_WIDGET_NOT_FOUND", namesID: true),
        reportNouns: ("page layout widget", "page layout widget"), rules: PageLayoutWidgetRules(), right: .layouts)

    private static let widgetTypes = [
        "VIEW", "IFRAME", "FIELD", "FIELDS", "GRAPH", "STANDALONE_RICH_TEXT", "TIMELINE", "TASKS", "NOTES", "FILES",
        "EMAILS", "CALENDAR", "FIELD_RICH_TEXT", "WORKFLOW", "WORKFLOW_VERSION", "WORKFLOW_RUN", "FRONT_COMPONENT",
        "RECORD_TABLE", "EMAIL_THREAD",
    ]
}
