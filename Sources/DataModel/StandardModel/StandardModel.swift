/// The objects that every workspace starts with, in both release lines (data-model 1).
package enum StandardModel {
    /// The standard objects of a release, fields in the catalogue's order.
    package static func objects(of release: Release) -> [ObjectMetadata] {
        switch release.era {
        case .v1x: objectsOf1x
        case .v2x: objectsOf2x
        }
    }

    package static func dataModel(of release: Release) -> DataModel {
        DataModel(release: release, objects: objects(of: release))
    }

    private static let objectsOf1x = declarations.compactMap { $0.metadata(in: .v1x) }
    private static let objectsOf2x = declarations.compactMap { $0.metadata(in: .v2x) }

    /// Every object of every release, in the order of the metadata listing.
    static let declarations: [StandardObject] = [
        .company, .person, .opportunity, .note, .noteTarget, .task, .taskTarget, .attachment, .timelineActivity,
        .workspaceMember, .workflow, .workflowVersion, .workflowRun, .workflowAutomatedTrigger, .dashboard,
        .message, .messageThread, .messageThreadTarget, .messageChannelMessageAssociation,
        .messageChannelMessageAssociationMessageFolder, .messageParticipant, .messageList, .messageListMember,
        .messageCampaign, .calendarEvent, .calendarEventTarget, .calendarEventParticipant,
        .calendarChannelEventAssociation, .callRecording, .blocklist, .favorite, .favoriteFolder,
        .connectedAccount, .messageChannel, .messageFolder, .calendarChannel,
    ]
}
