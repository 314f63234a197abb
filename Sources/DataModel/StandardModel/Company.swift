extension StandardObject {
    /// `domainName` is unique, soft-deleted rows included (data-model 8); 2.x keeps the bare host of it (data-model 4).
    static let company = StandardObject(
        "company", "companies", "Company", "Companies",
        icon: "IconBuildingSkyscraper", labelIdentifier: "name", imageIdentifier: "domainName", shortcut: "C",
        isSearchable: true,
        searchFields: ["name", "domainName"], duplicateCriteria: [["name"], ["domainNamePrimaryLinkUrl"]],
        indexes: [.on("accountOwner"), .unique("domainName"), .search],
        fields: [
            .text("name", "Name", icon: "IconBuildingSkyscraper"),
            .links("domainName", "Domain Name", icon: "IconLink", isUnique: true, maxNumberOfValues: 1, isDomain: true)
                .in1x { $0.settings.isDomain = false },
            .address("address", "Address", icon: "IconMap"),
            .number("employees", "Employees", icon: "IconUsers").only(.v1x),
            .links("linkedinLink", "Linkedin", icon: "IconBrandLinkedin"),
            .links("xLink", "X", icon: "IconBrandX").only(.v1x),
            .currency("annualRecurringRevenue", "ARR", icon: "IconMoneybag").only(.v1x),
            .currency("annualRevenue", "Annual Revenue", icon: "IconMoneybag").only(.v2x),
            .boolean("idealCustomerProfile", "ICP", icon: "IconTarget", default: false).only(.v1x),
            .createdBy, .updatedBy, .position, .searchVector,
            .oneToMany("people", "People", icon: "IconUsers", of: "person", inverse: "company"),
            .manyToOne(
                "accountOwner", "Account Owner", icon: "IconUserCircle", to: "workspaceMember",
                inverse: "accountOwnerForCompanies", onDelete: .setNull),
            .taskTargets(inverse: "targetCompany"),
            .noteTargets(inverse: "targetCompany"),
            .calendarEventTargets(inverse: "targetCompany"),
            .messageThreadTargets(inverse: "targetCompany"),
            .oneToMany(
                "opportunities", "Opportunities", icon: "IconTargetArrow", of: "opportunity", inverse: "company"),
            .favorites(inverse: "company"),
            .attachments(inverse: "targetCompany"),
            .timelineActivities(inverse: "targetCompany"),
        ])
}
