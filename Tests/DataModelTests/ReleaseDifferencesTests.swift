import Testing

@testable import DataModel

@Suite("data-model 16: differences between 1.x and 2.x")
struct ReleaseDifferencesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let object: String
        let only1x: Set<String>
        let only2x: Set<String>

        init(_ object: String, only1x: String = "", only2x: String = "") {
            self.object = object
            self.only1x = Self.names(only1x)
            self.only2x = Self.names(only2x)
        }

        private static func names(_ list: String) -> Set<String> {
            Set(list.split(separator: " ").map(String.init))
        }

        var testDescription: String { object }
    }

    static let system = "createdBy updatedBy position searchVector"

    static let rows: [Row] = [
        Row(
            "company", only1x: "employees xLink annualRecurringRevenue idealCustomerProfile favorites",
            only2x: "annualRevenue calendarEventTargets messageThreadTargets"),
        Row(
            "person", only1x: "city xLink favorites",
            only2x: "calendarEventTargets messageThreadTargets listMemberships"),
        Row("opportunity", only1x: "favorites", only2x: "calendarEventTargets messageThreadTargets"),
        Row("note", only1x: "favorites"),
        Row("task", only1x: "favorites"),
        Row("dashboard", only1x: "favorites"),
        Row("workflow", only1x: "favorites", only2x: "coreWorkflowId"),
        Row("workflowVersion", only1x: "favorites", only2x: "coreWorkflowVersionId createdBy updatedBy"),
        Row(
            "workflowRun", only1x: "context output favorites",
            only2x: "stepLogs coreWorkflowId coreWorkflowVersionId"),
        Row(
            "workspaceMember", only1x: "favorites connectedAccounts",
            only2x: "jobTitle uiScale openRecordIn createdBy updatedBy"),
        Row(
            "timelineActivity", only1x: "name",
            only2x: "timelineActivityTypeId timelineActivityTypeSnapshot targetMessageList targetMessageCampaign "
                + system),
        Row("message", only1x: "direction", only2x: "messageCampaign isDraft " + system),
        Row("messageThread", only2x: "subject messageThreadTargets " + system),
        Row(
            "messageChannelMessageAssociation", only1x: "messageChannel",
            only2x: "messageChannelId messageFolders " + system),
        Row("calendarChannelEventAssociation", only1x: "calendarChannel", only2x: "calendarChannelId " + system),
        Row("messageParticipant", only2x: "messageCampaign " + system),
        Row("calendarEvent", only2x: "calendarEventTargets callRecordings " + system),
        Row("blocklist", only2x: "scope " + system),
        Row("attachment", only2x: "position searchVector"),
        Row("noteTarget", only2x: system),
        Row("taskTarget", only2x: system),
        Row("calendarEventParticipant", only2x: system),
        Row("workflowAutomatedTrigger", only2x: system),
    ]

    @Test("differs by the fields of the table and no others", arguments: rows)
    func fields(row: Row) throws {
        let in1x = try fieldNames(of: row.object, in: .v1)
        let in2x = try fieldNames(of: row.object, in: .v2)
        #expect(in1x.subtracting(in2x) == row.only1x)
        #expect(in2x.subtracting(in1x) == row.only2x)
    }

    @Test("differs by whole objects")
    func objects() {
        let in1x = Set(StandardModel.objects(of: .v1).map(\.nameSingular))
        let in2x = Set(StandardModel.objects(of: .v2).map(\.nameSingular))
        #expect(
            in1x.subtracting(in2x) == [
                "favorite", "favoriteFolder", "connectedAccount", "messageChannel", "messageFolder",
                "calendarChannel",
            ])
        #expect(
            in2x.subtracting(in1x) == [
                "messageThreadTarget", "calendarEventTarget", "callRecording", "messageList", "messageListMember",
                "messageCampaign", "messageChannelMessageAssociationMessageFolder",
            ])
        #expect(in1x.intersection(in2x) == Set(Self.rows.map(\.object)))
    }

    @Test("reduces the domain of a company to its host in 2.x only")
    func domainName() throws {
        let in1x = try field("domainName", of: "company", in: .v1)
        let in2x = try field("domainName", of: "company", in: .v2)
        #expect(!in1x.settings.isDomain && in2x.settings.isDomain)
        #expect(in1x.settings.maxNumberOfValues == 1 && in2x.settings.maxNumberOfValues == 1)
    }

    @Test("knows the participant role REPLY_TO in 2.x only")
    func replyTo() throws {
        let in1x = try field("role", of: "messageParticipant", in: .v1).options.map(\.value)
        let in2x = try field("role", of: "messageParticipant", in: .v2).options.map(\.value)
        #expect(in1x == ["FROM", "TO", "CC", "BCC"])
        #expect(in2x == in1x + ["REPLY_TO"])
    }

    @Test("requires the member of a blocklist entry in 1.x only")
    func blocklist() throws {
        #expect(try !field("workspaceMember", of: "blocklist", in: .v1).isNullable)
        #expect(try field("workspaceMember", of: "blocklist", in: .v2).isNullable)
    }

    @Test("gives the trigger type a default in 2.x only")
    func triggerType() throws {
        #expect(try field("type", of: "workflowAutomatedTrigger", in: .v1).defaultValue == nil)
        #expect(try field("type", of: "workflowAutomatedTrigger", in: .v2).defaultValue == .text("DATABASE_EVENT"))
    }

    @Test("shows attachments with another icon", arguments: ["company", "person", "note", "task", "dashboard"])
    func attachmentsIcon(object: String) throws {
        #expect(try field("attachments", of: object, in: .v1).icon == "IconFileImport")
        #expect(try field("attachments", of: object, in: .v2).icon == "IconPaperclip")
    }

    private func fieldNames(of object: String, in release: Release) throws -> Set<String> {
        let model = StandardModel.dataModel(of: release)
        return Set(try #require(model.object(singular: object)).fields.map(\.name))
    }

    private func field(_ name: String, of object: String, in release: Release) throws -> FieldMetadata {
        let model = StandardModel.dataModel(of: release)
        return try #require(model.object(singular: object)?.field(named: name))
    }
}
