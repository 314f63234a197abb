import Testing

@testable import DataModel

@Suite("data-model 5, 8, 9, 10: the fields of the standard objects")
struct StandardFieldsTests {
    static let systemFields = ["createdBy", "updatedBy", "position", "searchVector"]

    // MARK: Section 5

    @Test("leads every object with id, createdAt, updatedAt, deletedAt", arguments: Release.all)
    func leadingFields(release: Release) {
        for object in StandardModel.objects(of: release) {
            let leading = object.fields.prefix(4)
            #expect(leading.map(\.name) == ["id", "createdAt", "updatedAt", "deletedAt"])
            #expect(leading.map(\.defaultValue) == [.uuid, .now, .now, nil])
            #expect(leading.map(\.isNullable) == [false, false, false, true])
            #expect(leading.allSatisfy { $0.isSystem && $0.isUIReadOnly })
        }
    }

    @Test("has createdBy, updatedBy, position and searchVector on all objects of 2.x", arguments: systemFields)
    func systemFieldsOf2x(field: String) {
        #expect(StandardModel.objects(of: .v2).filter { $0.field(named: field) == nil }.isEmpty)
    }

    @Test(
        "has each of them on some objects of 1.x only",
        arguments: [
            (
                ["createdBy", "updatedBy"],
                "company person opportunity note task attachment workflow workflowRun dashboard"
            ),
            (
                ["position"],
                "company person opportunity note task workspaceMember workflow workflowVersion workflowRun dashboard"
            ),
            // Beyond the searchable objects, workflowVersion and workflowRun: in doubt (data-model 18).
            (
                ["searchVector"],
                "company person opportunity note task workspaceMember workflow workflowVersion workflowRun dashboard"
            ),
        ])
    func systemFieldsOf1x(fields: [String], objects: String) {
        for field in fields {
            let having = StandardModel.objects(of: .v1).filter {
                $0.field(named: field).map { $0.type != .number } ?? false
            }
            #expect(having.map(\.nameSingular).joined(separator: " ") == objects)
        }
    }

    // MARK: Section 8

    static let required: [(object: String, fields: [String], only: Release.Era?)] = [
        ("workspaceMember", ["name", "userId"], nil),
        ("workflowRun", ["state", "workflowVersionId", "workflowId"], nil),
        ("workflowAutomatedTrigger", ["settings", "workflowId"], .v2x),
        ("workflowAutomatedTrigger", ["type", "settings", "workflowId"], .v1x),
        ("messageParticipant", ["messageId"], nil),
        ("messageThreadTarget", ["messageThreadId"], .v2x),
        ("calendarEventTarget", ["calendarEventId"], .v2x),
        ("calendarEventParticipant", ["calendarEventId"], nil),
        ("calendarChannelEventAssociation", ["calendarChannelId", "calendarEventId"], nil),
        (
            "messageChannelMessageAssociationMessageFolder",
            ["messageChannelMessageAssociationId", "messageFolderId"], .v2x
        ),
        ("messageListMember", ["listId", "personId"], .v2x),
        ("blocklist", ["workspaceMemberId"], .v1x),
        ("connectedAccount", ["accountOwnerId"], .v1x),
        ("messageChannel", ["connectedAccountId"], .v1x),
        ("messageFolder", ["messageChannelId"], .v1x),
        ("calendarChannel", ["connectedAccountId"], .v1x),
    ]

    @Test("requires on create what is not nullable and has no default: the full list", arguments: Release.all)
    func requiredOnCreate(release: Release) {
        var expected: [String: [String]] = [:]
        for row in Self.required where row.only == nil || row.only == release.era {
            expected[row.object] = row.fields
        }
        var found: [String: [String]] = [:]
        for object in StandardModel.objects(of: release) {
            let required = object.fields.filter {
                !$0.isNullable && $0.defaultValue == nil && $0.relation?.kind != .oneToMany
            }
            guard !required.isEmpty else { continue }
            found[object.nameSingular] = required.map { $0.joinColumnName ?? $0.name }
        }
        #expect(found == expected)
    }

    @Test(
        "knows the defaults worth knowing",
        arguments: [
            ("opportunity", "stage", .text("NEW"), false),
            ("task", "status", .text("TODO"), true),
            ("attachment", "fileCategory", .text("OTHER"), false),
            ("messageCampaign", "name", .text(""), false),
            ("timelineActivity", "happensAt", .now, false),
            ("workspaceMember", "colorScheme", .text("System"), false),
            ("workspaceMember", "locale", .text("en"), false),
            ("workspaceMember", "timeZone", .text("system"), false),
            ("workspaceMember", "calendarStartDay", .number(7), false),
            ("workspaceMember", "dateFormat", .text("SYSTEM"), false),
            ("workspaceMember", "timeFormat", .text("SYSTEM"), false),
            ("workspaceMember", "numberFormat", .text("SYSTEM"), false),
        ] as [(String, String, DefaultValue, Bool)])
    func defaults(object: String, field: String, value: DefaultValue, isNullable: Bool) throws {
        let model = StandardModel.dataModel(of: .v2)
        let metadata = try #require(model.object(singular: object)?.field(named: field))
        #expect(metadata.defaultValue == value)
        #expect(metadata.isNullable == isNullable)
    }

    @Test("1.x: idealCustomerProfile of company is false unless given")
    func idealCustomerProfile() throws {
        let model = StandardModel.dataModel(of: .v1)
        let field = try #require(model.object(singular: "company")?.field(named: "idealCustomerProfile"))
        #expect(field.defaultValue == .boolean(false))
    }

    @Test("has a default among the options, wherever a SELECT has one", arguments: Release.all)
    func defaultOptions(release: Release) {
        for field in StandardModel.objects(of: release).flatMap(\.fields) where field.type == .select {
            guard case .text(let value) = field.defaultValue else { continue }
            #expect(field.options.contains { $0.value == value }, "\(field.name)")
        }
    }

    static let unique: [(object: String, fields: [String], isLiveOnly: Bool, only: Release.Era?)] = [
        ("company", ["domainName"], false, nil),
        ("person", ["emails"], false, nil),
        ("workspaceMember", ["userEmail"], false, nil),
        ("messageChannelMessageAssociation", ["messageChannelId", "message"], true, .v2x),
        ("messageChannelMessageAssociation", ["messageChannel", "message"], true, .v1x),
        (
            "messageChannelMessageAssociationMessageFolder",
            ["messageChannelMessageAssociation", "messageFolderId"], true, .v2x
        ),
        ("messageListMember", ["person", "list"], true, .v2x),
        ("messageThreadTarget", ["messageThread", "targetPerson"], true, .v2x),
        ("messageThreadTarget", ["messageThread", "targetCompany"], true, .v2x),
        ("messageThreadTarget", ["messageThread", "targetOpportunity"], true, .v2x),
        ("calendarEventTarget", ["calendarEvent", "targetPerson"], true, .v2x),
        ("calendarEventTarget", ["calendarEvent", "targetCompany"], true, .v2x),
        ("calendarEventTarget", ["calendarEvent", "targetOpportunity"], true, .v2x),
    ]

    @Test("has the unique constraints of the table and no others", arguments: Release.all)
    func uniqueConstraints(release: Release) {
        struct Constraint: Hashable {
            let object: String
            let fields: [String]
            let isLiveOnly: Bool
        }
        let expected = Self.unique.filter { $0.only == nil || $0.only == release.era }
            .map { Constraint(object: $0.object, fields: $0.fields, isLiveOnly: $0.isLiveOnly) }
        let found = StandardModel.objects(of: release).flatMap { object in
            object.properties.indexes.filter(\.isUnique).map {
                Constraint(object: object.nameSingular, fields: $0.fields.map(\.name), isLiveOnly: $0.isLiveOnly)
            }
        }
        #expect(Set(found) == Set(expected))
        #expect(found.count == expected.count)
    }

    @Test("marks a field unique exactly where a constraint covers it alone", arguments: Release.all)
    func uniqueFields(release: Release) {
        for object in StandardModel.objects(of: release) {
            let indexed = object.properties.indexes.filter { $0.isUnique && $0.fields.count == 1 }
                .flatMap { $0.fields.map(\.name) }
            #expect(object.fields.filter(\.isUnique).map(\.name) == indexed, "\(object.nameSingular)")
        }
    }

    // MARK: Sections 9 and 10

    @Test("searches the objects named in section 9")
    func searchableObjects() {
        let common = "company person opportunity note task workspaceMember workflow dashboard"
        #expect(searchable(.v1) == Set(common.split(separator: " ")))
        #expect(searchable(.v2) == Set((common + " messageList messageCampaign").split(separator: " ")))
    }

    private func searchable(_ release: Release) -> Set<Substring> {
        Set(StandardModel.objects(of: release).filter(\.properties.isSearchable).map { $0.nameSingular[...] })
    }

    @Test(
        "searches the fields named in section 9",
        arguments: [
            ("company", ["name", "domainName"]), ("person", ["name", "emails", "phones", "jobTitle"]),
            ("opportunity", ["name"]), ("note", ["title", "bodyV2"]), ("task", ["title", "bodyV2"]),
            ("dashboard", ["title"]), ("workflow", ["name"]), ("workflowRun", ["name"]),
            ("workflowVersion", ["name"]), ("workspaceMember", ["name", "userEmail"]), ("attachment", ["name"]),
            ("message", ["subject"]), ("messageThread", ["subject"]), ("messageParticipant", ["handle"]),
            ("calendarEvent", ["title"]), ("calendarEventParticipant", ["handle"]), ("callRecording", ["title"]),
            ("messageCampaign", ["name", "subject"]), ("messageList", ["name"]), ("blocklist", ["handle"]),
            ("timelineActivity", ["linkedRecordCachedName"]), ("noteTarget", ["id"]), ("taskTarget", ["id"]),
            ("messageThreadTarget", ["id"]), ("calendarEventTarget", ["id"]), ("messageListMember", ["id"]),
            ("workflowAutomatedTrigger", ["id"]),
        ])
    func searchFields(object: String, fields: [String]) {
        let model = StandardModel.dataModel(of: .v2)
        #expect(model.object(singular: object)?.properties.searchFields == fields)
    }

    @Test("has a search index wherever an object is searchable", arguments: Release.all)
    func searchIndexes(release: Release) {
        for object in StandardModel.objects(of: release) where object.properties.isSearchable {
            #expect(object.properties.indexes.contains { $0.method == .gin && $0.fields == ["searchVector"] })
        }
    }

    @Test("compares companies and people for duplicates, nothing else", arguments: Release.all)
    func duplicateCriteria(release: Release) {
        let criteria = StandardModel.objects(of: release)
            .filter { !$0.properties.duplicateCriteria.isEmpty }
            .reduce(into: [String: [[String]]]()) { $0[$1.nameSingular] = $1.properties.duplicateCriteria }
        #expect(
            criteria == [
                "company": [["name"], ["domainNamePrimaryLinkUrl"]],
                "person": [
                    ["nameFirstName", "nameLastName"], ["linkedinLinkPrimaryLinkUrl"], ["emailsPrimaryEmail"],
                ],
            ])
    }
}
