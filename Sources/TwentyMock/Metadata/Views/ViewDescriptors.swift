import JSON

/// What figures can be shown of a column.
private let aggregates = [
    "MIN", "MAX", "AVG", "SUM", "COUNT", "COUNT_UNIQUE_VALUES", "COUNT_EMPTY", "COUNT_NOT_EMPTY", "COUNT_TRUE",
    "COUNT_FALSE", "PERCENTAGE_EMPTY", "PERCENTAGE_NOT_EMPTY",
]

// metadata 12.
extension ResourceDescriptor {
    static let view = ResourceDescriptor(
        kind: "view", path: "views",
        keys: [
            .id, ResourceKey("name").required, ResourceKey("objectMetadataId", to: .objectMetadata).required.fixed,
            ResourceKey("type", .choice(["TABLE", "KANBAN", "CALENDAR", "FIELDS_WIDGET", "TABLE_WIDGET"]), "TABLE"),
            ResourceKey("key", .choice(["INDEX"])).fixed, ResourceKey("icon").required,
            ResourceKey("position", .number, 0), ResourceKey("isCompact", .flag, false),
            ResourceKey("isCustom", .flag, true).server,
            ResourceKey("openRecordIn", .choice(["SIDE_PANEL", "RECORD_PAGE"]), "SIDE_PANEL"),
            ResourceKey("kanbanAggregateOperation", .choice(aggregates)),
            ResourceKey("kanbanAggregateOperationFieldMetadataId", to: .fieldMetadata),
            ResourceKey("mainGroupByFieldMetadataId", to: .fieldMetadata),
            ResourceKey("shouldHideEmptyGroups", .flag, false), ResourceKey("kanbanColumnWidth", .number),
            ResourceKey("calendarLayout", .choice(["DAY", "WEEK", "MONTH"])),
            ResourceKey("calendarFieldMetadataId", to: .fieldMetadata), ResourceKey("anyFieldFilterValue"),
            ResourceKey("visibility", .choice(["WORKSPACE", "UNLISTED"]), "WORKSPACE"),
            ResourceKey("createdByUserWorkspaceId", .uuid).server, .workspaceId, .applicationId, .isActive,
        ] + ResourceKey.stamps,
        parent: "objectMetadataId", missing: .view("View", code: "VIEW_NOT_FOUND"), reportNouns: ("view", "view"),
        rules: ViewRules(),
        nested: [
            ("viewFields", "viewField"), ("viewFilters", "viewFilter"), ("viewFilterGroups", "viewFilterGroup"),
            ("viewSorts", "viewSort"), ("viewGroups", "viewGroup"), ("viewFieldGroups", "viewFieldGroup"),
        ],
        dependents: ["viewField", "viewFieldGroup", "viewFilter", "viewFilterGroup", "viewSort", "viewGroup"],
        right: .views)

    static let viewField = ResourceDescriptor(
        kind: "viewField", path: "viewFields",
        keys: [
            .id, ResourceKey("fieldMetadataId", to: .fieldMetadata).required.fixed,
            ResourceKey("viewId", to: .view).required.fixed, ResourceKey("isVisible", .flag, true),
            ResourceKey("size", .number, 0), ResourceKey("position", .number, 0),
            ResourceKey("aggregateOperation", .choice(aggregates)),
            ResourceKey("viewFieldGroupId", to: .viewFieldGroup), .workspaceId, .isActive,
        ] + ResourceKey.stamps + [.isOverridden],
        parent: "viewId", missing: .view("View field", code: "VIEW_FIELD_NOT_FOUND"),
        reportNouns: ("view fields", "view field"), rules: ViewFieldRules(), right: .viewParts)

    // metadata 15.6; GraphQL alone has them.
    static let viewFieldGroup = ResourceDescriptor(
        kind: "viewFieldGroup", path: "viewFieldGroups", isPublishedOverREST: false,
        keys: [
            .id, ResourceKey("name").required, ResourceKey("position", .number, 0),
            ResourceKey("isVisible", .flag, true), ResourceKey("viewId", to: .view).required.fixed, .workspaceId,
            .isActive,
        ] + ResourceKey.stamps + [.isOverridden],
        parent: "viewId", missing: .view("View field group", code: "VIEW_FIELD_GROUP_NOT_FOUND"),
        reportNouns: ("view field groups", "view field group"),
        nested: [("viewFields", ResourceLink("viewField", by: "viewFieldGroupId"))],
        released: [ResourceLink("viewField", by: "viewFieldGroupId")], right: .viewParts)

    static let viewFilter = ResourceDescriptor(
        kind: "viewFilter", path: "viewFilters",
        keys: [
            .id, ResourceKey("fieldMetadataId", to: .fieldMetadata).required,
            ResourceKey("operand", .choice(ViewFilterOperand.allCases.map(\.rawValue))),
            ResourceKey("value", .json).required, ResourceKey("viewFilterGroupId", to: .viewFilterGroup),
            ResourceKey("positionInViewFilterGroup", .number), ResourceKey("subFieldName"),
            ResourceKey("relationTargetFieldMetadataId", to: .fieldMetadata),
            ResourceKey("viewId", to: .view).required.fixed, .workspaceId,
        ] + ResourceKey.stamps,
        parent: "viewId", isPositioned: false, missing: .view("View filter", code: "VIEW_FILTER_NOT_FOUND"),
        reportNouns: ("view filter", "view filter"), rules: ViewFilterRules(), takesWrappedUpdate: true,
        right: .viewParts)

    static let viewFilterGroup = ResourceDescriptor(
        kind: "viewFilterGroup", path: "viewFilterGroups",
        keys: [
            .id, ResourceKey("parentViewFilterGroupId", to: .viewFilterGroup),
            ResourceKey("logicalOperator", .choice(["AND", "OR", "NOT"]), "AND"),
            ResourceKey("positionInViewFilterGroup", .number), ResourceKey("viewId", to: .view).required.fixed,
            .workspaceId,
        ] + ResourceKey.stamps,
        parent: "viewId", isPositioned: false,
        missing: .view("View filter group", code: "VIEW_FILTER_GROUP_NOT_FOUND", isShort: true),
        reportNouns: ("view filter group", "view filter group"), rules: ViewFilterGroupRules(),
        dependents: [
            ResourceLink("viewFilter", by: "viewFilterGroupId"),
            ResourceLink("viewFilterGroup", by: "parentViewFilterGroupId"),
        ], right: .viewParts)

    static let viewGroup = ResourceDescriptor(
        kind: "viewGroup", path: "viewGroups",
        keys: [
            .id, ResourceKey("isVisible", .flag, true), ResourceKey("fieldValue"),
            ResourceKey("position", .number, 0), ResourceKey("viewId", to: .view).required.fixed, .workspaceId,
        ] + ResourceKey.stamps,
        parent: "viewId", isDeletedRepeatedly: true, missing: .view("View group", code: "VIEW_GROUP_NOT_FOUND"),
        reportNouns: ("view groups", "view group"), rules: ViewGroupRules(), takesWrappedUpdate: true,
        right: .viewParts)

    static let viewSort = ResourceDescriptor(
        kind: "viewSort", path: "viewSorts",
        keys: [
            .id, ResourceKey("fieldMetadataId", to: .fieldMetadata).required.fixed,
            ResourceKey("direction", .text, "ASC"), ResourceKey("subFieldName"),
            ResourceKey("viewId", to: .view).required.fixed, .workspaceId,
        ] + ResourceKey.stamps,
        parent: "viewId", isPositioned: false, missing: .view("View sort", code: "VIEW_SORT_NOT_FOUND", isShort: true),
        reportNouns: ("view sort", "view sort"), rules: ViewSortRules(), right: .viewParts)
}
