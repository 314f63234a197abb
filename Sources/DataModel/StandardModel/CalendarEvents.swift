extension StandardObject {
    static let calendarEvent = StandardObject(
        "calendarEvent", "calendarEvents", "Calendar event", "Calendar events",
        icon: "IconCalendar", labelIdentifier: "title",
        isSystem: true, isAuditLogged: false, isUICreatable: false, openRecordIn: "SIDE_PANEL",
        fieldsAreUIReadOnly: true,
        searchFields: ["title"],
        fields: [
            .createdBy.only(.v2x), .updatedBy.only(.v2x), .position.only(.v2x), .searchVector.only(.v2x),
            .text("title", "Title", icon: "IconH1"),
            .boolean("isCanceled", "Is canceled", icon: "IconCalendarCancel", default: false),
            .boolean("isFullDay", "Is Full Day", icon: "IconHours24", default: false),
            .dateTime("startsAt", "Start Date", icon: "IconCalendarClock"),
            .dateTime("endsAt", "End Date", icon: "IconCalendarClock"),
            .dateTime("externalCreatedAt", "Creation DateTime", icon: "IconCalendarPlus"),
            .dateTime("externalUpdatedAt", "Update DateTime", icon: "IconCalendarCog"),
            .text("description", "Description", icon: "IconFileDescription", displayedMaxRows: 99),
            .text("location", "Location", icon: "IconMapPin"),
            .text("iCalUid", "iCal UID", icon: "IconKey"),
            .text("conferenceSolution", "Conference Solution", icon: "IconScreenShare"),
            .links("conferenceLink", "Meet Link", icon: "IconLink"),
            .oneToMany(
                "calendarChannelEventAssociations", "Calendar Channel Event Associations", icon: "IconCalendar",
                of: "calendarChannelEventAssociation", inverse: "calendarEvent"
            ).nonNull,
            .oneToMany(
                "calendarEventParticipants", "Event Participants", icon: "IconUserCircle",
                of: "calendarEventParticipant", inverse: "calendarEvent", junction: "person"
            ).nonNull,
            .oneToMany(
                "calendarEventTargets", "Relations", icon: "IconArrowUpRight", of: "calendarEventTarget",
                inverse: "calendarEvent", junction: "targetPerson"
            ).uiEditable.only(.v2x),
            .oneToMany(
                "callRecordings", "Call Recordings", icon: "IconPhone", of: "callRecording", inverse: "calendarEvent"
            ).nonNull.only(.v2x),
        ])

    /// What an event is about: each target once among the live rows (data-model 8).
    static let calendarEventTarget = StandardObject(
        "calendarEventTarget", "calendarEventTargets", "Calendar Event Target", "Calendar Event Targets",
        icon: "IconCalendar", only: .v2x, labelIdentifier: "id",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["id"],
        indexes: [
            .on("calendarEvent"), .on("targetPerson"), .on("targetCompany"), .on("targetOpportunity"),
            .uniqueAmongLive("calendarEvent", "targetPerson"), .uniqueAmongLive("calendarEvent", "targetCompany"),
            .uniqueAmongLive("calendarEvent", "targetOpportunity"),
        ],
        fields: [
            .createdBy, .updatedBy, .position, .searchVector,
            .boolean("isAutomaticallyAssigned", "Automatically assigned", icon: "IconRobot", default: false).system,
            .boolean("isManuallyAssigned", "Manually assigned", icon: "IconUserCheck", default: true).system,
            .morph("target", to: "person", icon: "IconUser", inverse: "calendarEventTargets", onDelete: .cascade),
            .morph(
                "target", to: "company", icon: "IconBuildingSkyscraper", inverse: "calendarEventTargets",
                onDelete: .cascade),
            .morph(
                "target", to: "opportunity", icon: "IconTargetArrow", inverse: "calendarEventTargets",
                onDelete: .cascade),
            .manyToOne(
                "calendarEvent", "Calendar event", icon: "IconCalendar", to: "calendarEvent",
                inverse: "calendarEventTargets", onDelete: .cascade
            ).nonNull,
        ])
}
