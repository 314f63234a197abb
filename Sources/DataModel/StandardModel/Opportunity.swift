extension StandardObject {
    /// A deal; `stage` starts as NEW.
    static let opportunity = StandardObject(
        "opportunity", "opportunities", "Opportunity", "Opportunities",
        icon: "IconTargetArrow", labelIdentifier: "name", shortcut: "O",
        isSearchable: true,
        searchFields: ["name"],
        indexes: [.on("pointOfContact"), .on("company"), .on("stage"), .search],
        fields: [
            .text("name", "Name", icon: "IconTargetArrow"),
            .currency("amount", "Amount", icon: "IconCurrencyDollar"),
            .dateTime("closeDate", "Close date", icon: "IconCalendarEvent"),
            .select(
                "stage", "Stage", icon: "IconProgressCheck", default: "NEW",
                options: [
                    .option("NEW", "New", "red"),
                    .option("SCREENING", "Screening", "purple"),
                    .option("MEETING", "Meeting", "sky"),
                    .option("PROPOSAL", "Proposal", "turquoise"),
                    .option("CUSTOMER", "Customer", "yellow"),
                ]),
            .createdBy, .updatedBy, .position, .searchVector,
            .manyToOne(
                "pointOfContact", "Point of Contact", icon: "IconUser", to: "person",
                inverse: "pointOfContactForOpportunities", onDelete: .setNull),
            .manyToOne(
                "company", "Company", icon: "IconBuildingSkyscraper", to: "company", inverse: "opportunities",
                onDelete: .setNull),
            .favorites(inverse: "opportunity"),
            .taskTargets(inverse: "targetOpportunity"),
            .noteTargets(inverse: "targetOpportunity"),
            .calendarEventTargets(inverse: "targetOpportunity"),
            .messageThreadTargets(inverse: "targetOpportunity"),
            .attachments(inverse: "targetOpportunity"),
            .timelineActivities(inverse: "targetOpportunity"),
            .manyToOne(
                "owner", "Owner", icon: "IconUserCircle", to: "workspaceMember", inverse: "ownedOpportunities",
                onDelete: .setNull),
        ])
}
