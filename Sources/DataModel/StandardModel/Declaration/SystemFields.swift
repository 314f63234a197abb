extension StandardField {
    /// The fields that lead every object (data-model 5).
    static let leading: [StandardField] = [
        StandardField("id", "Id", .uuid, icon: "Icon123", default: .uuid).system.uiReadOnly,
        .stamp("createdAt", "Creation date", icon: "IconCalendar", default: .now),
        .stamp("updatedAt", "Last update", icon: "IconCalendarClock", default: .now),
        .stamp("deletedAt", "Deleted at", icon: "IconCalendarMinus"),
    ]

    static let createdBy = createdBy(label: "Created by")

    static func createdBy(label: String) -> StandardField {
        StandardField("createdBy", label, .actor, icon: "IconCreativeCommonsSa", default: .systemActor)
            .system.uiReadOnly
    }

    static let updatedBy =
        StandardField("updatedBy", "Updated by", .actor, icon: "IconUserCircle", default: .systemActor)
        .system.uiReadOnly

    static let position =
        StandardField("position", "Position", .position, icon: "IconHierarchy2", default: .number(0))
        .system.uiEditable

    static let searchVector = searchVector(icon: "IconUser")

    static func searchVector(icon: String) -> StandardField {
        StandardField("searchVector", "Search vector", .tsVector, icon: icon).system.uiEditable
    }

    private static func stamp(
        _ name: String, _ label: String, icon: String, default defaultValue: DefaultValue? = nil
    ) -> StandardField {
        .dateTime(name, label, icon: icon, default: defaultValue, displayFormat: "RELATIVE").system.uiReadOnly
    }
}

extension DefaultValue {
    /// Who wrote a row that no caller claims (data-model 6).
    fileprivate static let systemActor = DefaultValue.composite([
        SubFieldDefault("source", .text("MANUAL")), SubFieldDefault("name", .text("System")),
        SubFieldDefault("workspaceMemberId", nil),
    ])
}
