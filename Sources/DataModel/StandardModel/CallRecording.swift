extension StandardObject {
    static let callRecording = StandardObject(
        "callRecording", "callRecordings", "Call Recording", "Call Recordings",
        icon: "IconVideo", only: .v2x, labelIdentifier: "title",
        isSystem: true, isAuditLogged: false, isUICreatable: false, fieldsAreUIReadOnly: true,
        searchFields: ["title"],
        indexes: [.on("calendarEvent")],
        fields: [
            .text("title", "Title", icon: "IconNotes"),
            .select(
                "status", "Status", icon: "IconProgress", default: "SCHEDULED",
                options: [
                    .option("SCHEDULED", "Scheduled", "sky"),
                    .option("JOINING", "Joining", "blue"),
                    .option("RECORDING", "Recording", "red"),
                    .option("PROCESSING", "Processing", "orange"),
                    .option("COMPLETED", "Completed", "green"),
                    .option("FAILED", "Failed", "gray"),
                    .option("NOT_RECORDED", "Not recorded", "yellow"),
                ]),
            .select(
                "recordingRequestStatus", "Request Status", icon: "IconCircleCheck", default: "REQUESTED",
                options: [
                    .option("REQUESTED", "Requested", "sky"),
                    .option("CANCELED", "Canceled", "gray"),
                ]),
            .uuid("applicationId", "Application ID", icon: "IconApps"),
            .text("externalBotId", "External Bot ID", icon: "IconRobot"),
            .text("externalRecordingId", "External Recording ID", icon: "IconId"),
            .dateTime("startedAt", "Started At", icon: "IconCalendarClock"),
            .dateTime("endedAt", "Ended At", icon: "IconCalendarClock"),
            .files("video", "Video", icon: "IconVideo", maxNumberOfValues: 1),
            .files("audio", "Audio", icon: "IconHeadphones", maxNumberOfValues: 1),
            .rawJSON("transcript", "Transcript", icon: "IconFileText"),
            .richText("summary", "Summary", icon: "IconFileText"),
            .manyToOne(
                "calendarEvent", "Calendar Event", icon: "IconCalendar", to: "calendarEvent", inverse: "callRecordings",
                onDelete: .setNull),
            .createdBy, .updatedBy, .position, .searchVector,
        ])
}
