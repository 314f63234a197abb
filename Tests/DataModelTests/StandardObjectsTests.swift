import Testing

@testable import DataModel

@Suite("data-model 1: the standard objects of both release lines")
struct StandardObjectsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let plural: String
        let in1x: Int?
        let in2x: Int?
        let flags: String
        let label: String
        let image: String?

        init(
            _ name: String, _ plural: String, _ in1x: Int?, _ in2x: Int?, _ flags: String, label: String,
            image: String? = nil
        ) {
            (self.name, self.plural, self.in1x, self.in2x) = (name, plural, in1x, in2x)
            (self.flags, self.label, self.image) = (flags, label, image)
        }

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row("company", "companies", 24, 22, "Q", label: "name", image: "domainName"),
        Row("person", "people", 26, 26, "Q", label: "name", image: "avatarFile"),
        Row("opportunity", "opportunities", 20, 21, "Q", label: "name"),
        Row("note", "notes", 14, 13, "Q", label: "title"),
        Row("noteTarget", "noteTargets", 8, 12, "S", label: "id"),
        Row("task", "tasks", 17, 16, "Q", label: "title"),
        Row("taskTarget", "taskTargets", 8, 12, "S", label: "id"),
        Row("attachment", "attachments", 17, 19, "S", label: "name"),
        Row("timelineActivity", "timelineActivities", 20, 27, "S", label: "linkedRecordCachedName"),
        Row("workspaceMember", "workspaceMembers", 26, 29, "SQ", label: "name", image: "avatarUrl"),
        Row("workflow", "workflows", 17, 17, "Q", label: "name"),
        Row("workflowVersion", "workflowVersions", 14, 16, "S", label: "name"),
        Row("workflowRun", "workflowRuns", 20, 20, "S", label: "name"),
        Row("workflowAutomatedTrigger", "workflowAutomatedTriggers", 7, 11, "S", label: "id"),
        Row("dashboard", "dashboards", 13, 12, "Q", label: "title"),
        Row("message", "messages", 12, 17, "S", label: "subject"),
        Row("messageThread", "messageThreads", 6, 12, "S", label: "subject"),
        Row("messageThreadTarget", "messageThreadTargets", nil, 14, "S", label: "id"),
        Row("messageChannelMessageAssociation", "messageChannelMessageAssociations", 10, 15, "S", label: "id"),
        Row(
            "messageChannelMessageAssociationMessageFolder", "messageChannelMessageAssociationMessageFolders",
            nil, 10, "S", label: "id"),
        Row("messageParticipant", "messageParticipants", 10, 15, "S", label: "handle"),
        Row("messageList", "messageLists", nil, 12, "SQ", label: "name"),
        Row("messageListMember", "messageListMembers", nil, 10, "S", label: "id"),
        Row("messageCampaign", "messageCampaigns", nil, 25, "SQ", label: "name"),
        Row("calendarEvent", "calendarEvents", 18, 24, "S", label: "title"),
        Row("calendarEventTarget", "calendarEventTargets", nil, 14, "S", label: "id"),
        Row("calendarEventParticipant", "calendarEventParticipants", 11, 15, "S", label: "handle"),
        Row("calendarChannelEventAssociation", "calendarChannelEventAssociations", 8, 12, "S", label: "id"),
        Row("callRecording", "callRecordings", nil, 21, "S", label: "title"),
        Row("blocklist", "blocklists", 6, 11, "S", label: "handle"),
        Row("favorite", "favorites", 17, nil, "S", label: "id"),
        Row("favoriteFolder", "favoriteFolders", 7, nil, "S", label: "name"),
        Row("connectedAccount", "connectedAccounts", 17, nil, "S", label: "handle"),
        Row("messageChannel", "messageChannels", 24, nil, "S", label: "handle"),
        Row("messageFolder", "messageFolders", 12, nil, "S", label: "name"),
        Row("calendarChannel", "calendarChannels", 17, nil, "S", label: "handle"),
    ]

    /// The identifiers that 1.x has otherwise.
    static let identifiersIn1x: [String: (label: String, image: String?)] = [
        "person": ("name", "avatarUrl"), "timelineActivity": ("name", nil), "messageThread": ("id", nil),
    ]

    @Test("has the fields, flags and identifiers of the table", arguments: rows)
    func table(row: Row) {
        for (release, count) in [(Release.v1, row.in1x), (Release.v2, row.in2x)] {
            let object = StandardModel.dataModel(of: release).object(singular: row.name)
            #expect(object?.fields.count == count)
            guard let object else { continue }
            let changed = release == .v1 ? Self.identifiersIn1x[row.name] : nil
            #expect(object.namePlural == row.plural)
            #expect(object.properties.isSystem == row.flags.contains("S"))
            #expect(object.properties.isSearchable == row.flags.contains("Q"))
            #expect(object.properties.labelIdentifierField == changed?.label ?? row.label)
            #expect(object.properties.imageIdentifierField == changed?.image ?? row.image)
        }
    }

    @Test("lists the objects in the table's order")
    func order() {
        let in1x = StandardModel.objects(of: .v1).map(\.nameSingular)
        let in2x = StandardModel.objects(of: .v2).map(\.nameSingular)
        #expect(in1x == Self.rows.filter { $0.in1x != nil }.map(\.name))
        #expect(in2x == Self.rows.filter { $0.in2x != nil }.map(\.name))
    }

    @Test("29 objects with 426 fields in 1.x, 30 with 500 in 2.x; 36 objects, 618 field rows in all")
    func totals() {
        #expect(StandardModel.objects(of: .v1).count == 29)
        #expect(StandardModel.objects(of: .v1).reduce(0) { $0 + $1.fields.count } == 426)
        #expect(StandardModel.objects(of: .v2).count == 30)
        #expect(StandardModel.objects(of: .v2).reduce(0) { $0 + $1.fields.count } == 500)
        #expect(StandardModel.declarations.count == 36)
        #expect(StandardModel.declarations.reduce(0) { $0 + $1.fields.count } == 618)
    }

    @Test("emailTrackingConsent of person is newer than both release lines")
    func newerField() {
        let unserved = StandardModel.declarations.flatMap(\.fields).filter { $0.availability == .notServed }
        #expect(unserved.map(\.name) == ["emailTrackingConsent"])
    }

    @Test("finds an object by its singular and its plural name", arguments: Release.all)
    func lookups(release: Release) {
        let model = StandardModel.dataModel(of: release)
        for object in model.objects {
            #expect(model.object(singular: object.nameSingular) === object)
            #expect(model.object(plural: object.namePlural) === object)
        }
        #expect(model.object(singular: "people") == nil)
        #expect(model.object(plural: "person") == nil)
    }

    @Test("is active and not custom, object and field alike", arguments: Release.all)
    func standard(release: Release) {
        for object in StandardModel.objects(of: release) {
            #expect(object.properties.isActive && !object.properties.isCustom)
            #expect(object.fields.allSatisfy { $0.isActive && !$0.isCustom })
        }
    }

    @Test("names no field that it does not have in that release", arguments: Release.all)
    func namedFields(release: Release) {
        for object in StandardModel.objects(of: release) {
            let properties = object.properties
            let named =
                [properties.labelIdentifierField] + [properties.imageIdentifierField].compactMap { $0 }
                + properties.searchFields + properties.indexes.flatMap { $0.fields.map(\.name) }
            #expect(named.filter { object.field(named: $0) == nil } == [], "\(object.nameSingular)")
            #expect(Set(object.fields.map(\.name)).count == object.fields.count, "\(object.nameSingular)")
        }
    }

    @Test("data-model 11: a label identifier is of type TEXT, FULL_NAME or UUID", arguments: Release.all)
    func labelIdentifierTypes(release: Release) {
        for object in StandardModel.objects(of: release) {
            let type = object.field(named: object.properties.labelIdentifierField)?.type
            #expect([.text, .fullName, .uuid].contains(type), "\(object.nameSingular)")
        }
    }

    @Test("data-model 3: rich text is called RICH_TEXT_V2 by 1.x")
    func richTextTypeName() {
        #expect(Release.v1.richTextTypeName == "RICH_TEXT_V2")
        #expect(Release.v2.richTextTypeName == "RICH_TEXT")
    }
}
