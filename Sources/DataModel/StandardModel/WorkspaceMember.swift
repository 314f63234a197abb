extension StandardObject {
    /// A user within the workspace: the target of `accountOwner`, `assignee` and the like.
    static let workspaceMember = StandardObject(
        "workspaceMember", "workspaceMembers", "Workspace Member", "Workspace Members",
        icon: "IconUserCircle", labelIdentifier: "name", imageIdentifier: "avatarUrl",
        isSystem: true, isSearchable: true, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["name", "userEmail"],
        indexes: [.unique("userEmail"), .search],
        fields: [
            .position.uiReadOnly,
            .fullName("name", "Name", icon: "IconUsers").nonNull,
            .text("colorScheme", "Color Scheme", icon: "IconColorSwatch", default: "System").system,
            .text("uiScale", "Interface Scale", icon: "IconZoomScan", default: "Default").system.only(.v2x),
            .text("openRecordIn", "Open Records In", icon: "IconLayoutSidebarRight", default: "SIDE_PANEL")
                .system.only(.v2x),
            .text("locale", "Language", icon: "IconLanguage", default: "en").system,
            .text("avatarUrl", "Avatar Url", icon: "IconFileUpload").system,
            .text("userEmail", "User Email", icon: "IconMail", isUnique: true).system,
            .text("jobTitle", "Job Title", icon: "IconBriefcase").system.only(.v2x),
            .number("calendarStartDay", "Start of the week", icon: "IconCalendar", default: 7, dataType: "int").system,
            .uuid("userId", "User Id", icon: "IconUsers").nonNull.system,
            .text("timeZone", "Time zone", icon: "IconTimezone", default: "system").system,
            .select(
                "dateFormat", "Date format", icon: "IconCalendarEvent", default: "SYSTEM",
                options: [
                    .option("SYSTEM", "System", "turquoise"),
                    .option("MONTH_FIRST", "Month First", "red"),
                    .option("DAY_FIRST", "Day First", "purple"),
                    .option("YEAR_FIRST", "Year First", "sky"),
                ]
            ).system,
            .select(
                "timeFormat", "Time format", icon: "IconClock2", default: "SYSTEM",
                options: [
                    .option("SYSTEM", "System", "sky"),
                    .option("HOUR_24", "24HRS", "red"),
                    .option("HOUR_12", "12HRS", "purple"),
                ]
            ).system,
            .select(
                "numberFormat", "Number format", icon: "IconNumbers", default: "SYSTEM",
                options: [
                    .option("SYSTEM", "System", "turquoise"),
                    .option("COMMAS_AND_DOT", "Commas and dot", "blue"),
                    .option("SPACES_AND_COMMA", "Spaces and comma", "green"),
                    .option("DOTS_AND_COMMA", "Dots and comma", "orange"),
                    .option("APOSTROPHE_AND_DOT", "Apostrophe and dot", "purple"),
                ]
            ).system,
            .searchVector.uiReadOnly,
            .oneToMany("assignedTasks", "Assigned tasks", icon: "IconCheckbox", of: "task", inverse: "assignee")
                .nonNull,
            .oneToMany("favorites", "Favorites", icon: "IconHeart", of: "favorite", inverse: "forWorkspaceMember")
                .nonNull.only(.v1x),
            .oneToMany(
                "accountOwnerForCompanies", "Account Owner For Companies", icon: "IconBriefcase", of: "company",
                inverse: "accountOwner"
            ).nonNull,
            .oneToMany(
                "connectedAccounts", "Connected accounts", icon: "IconAt", of: "connectedAccount",
                inverse: "accountOwner"
            ).nonNull.only(.v1x),
            .oneToMany(
                "messageParticipants", "Message Participants", icon: "IconUserCircle", of: "messageParticipant",
                inverse: "workspaceMember"
            ).nonNull,
            .oneToMany("blocklist", "Blocklist", icon: "IconForbid2", of: "blocklist", inverse: "workspaceMember")
                .nonNull,
            .oneToMany(
                "calendarEventParticipants", "Calendar Event Participants", icon: "IconCalendar",
                of: "calendarEventParticipant", inverse: "workspaceMember"
            ).nonNull,
            .timelineActivities("Events", inverse: "workspaceMember"),
            .oneToMany(
                "ownedOpportunities", "Owned opportunities", icon: "IconTargetArrow", of: "opportunity",
                inverse: "owner"
            ).nonNull,
            .createdBy.only(.v2x), .updatedBy.only(.v2x),
        ])
}
