extension StandardObject {
    /// `emails` is unique, soft-deleted rows included (data-model 8).
    ///
    /// In doubt: 1.x may already show `avatarFile`, and its oldest builds do not search `phones` (data-model 18).
    static let person = StandardObject(
        "person", "people", "Person", "People",
        icon: "IconUser", labelIdentifier: "name", imageIdentifier: "avatarFile", shortcut: "P",
        isSearchable: true,
        searchFields: ["name", "emails", "phones", "jobTitle"],
        duplicateCriteria: [
            ["nameFirstName", "nameLastName"], ["linkedinLinkPrimaryLinkUrl"], ["emailsPrimaryEmail"],
        ],
        indexes: [.on("company"), .unique("emails"), .search],
        in1x: { $0.imageIdentifierField = "avatarUrl" },
        fields: [
            .fullName("name", "Name", icon: "IconUser"),
            .emails("emails", "Emails", icon: "IconMail", isUnique: true, maxNumberOfValues: 1),
            .links("linkedinLink", "Linkedin", icon: "IconBrandLinkedin"),
            .links("xLink", "X", icon: "IconBrandX").only(.v1x),
            .text("jobTitle", "Job Title", icon: "IconBriefcase"),
            .phones("phones", "Phones", icon: "IconPhone", maxNumberOfValues: 1),
            .text("city", "City", icon: "IconMap").only(.v1x),
            .text("avatarUrl", "Avatar", icon: "IconFileUpload").system.deprecated,
            .files("avatarFile", "Avatar File", icon: "IconFileUpload", maxNumberOfValues: 1).system,
            .createdBy, .updatedBy, .position, .searchVector,
            .manyToOne(
                "company", "Company", icon: "IconBuildingSkyscraper", to: "company", inverse: "people",
                onDelete: .setNull),
            .oneToMany(
                "pointOfContactForOpportunities", "Opportunities", icon: "IconTargetArrow", of: "opportunity",
                inverse: "pointOfContact"),
            .taskTargets(inverse: "targetPerson"),
            .noteTargets(inverse: "targetPerson"),
            .calendarEventTargets(inverse: "targetPerson"),
            .messageThreadTargets(inverse: "targetPerson"),
            .favorites(inverse: "person"),
            .attachments(inverse: "targetPerson"),
            .oneToMany(
                "messageParticipants", "Message Participants", icon: "IconUserCircle", of: "messageParticipant",
                inverse: "person"),
            .oneToMany(
                "calendarEventParticipants", "Calendar Event Participants", icon: "IconCalendar",
                of: "calendarEventParticipant", inverse: "person"),
            .timelineActivities("Events", inverse: "targetPerson"),
            .oneToMany(
                "listMemberships", "Lists", icon: "IconUsersGroup", of: "messageListMember", inverse: "person",
                junction: "list"
            ).only(.v2x),
            // Not in any release served: it came after 2.38 (data-model 1, `next`).
            .select(
                "emailTrackingConsent", "Email tracking", icon: "IconEye",
                options: [
                    .option("GRANTED", "Opted in", "green"),
                    .option("DENIED", "Opted out", "red"),
                ]
            ).uiReadOnly.notServed,
        ])
}
