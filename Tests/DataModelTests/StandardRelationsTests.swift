import Testing

@testable import DataModel

@Suite("data-model 2, 12: the relations of the standard objects")
struct StandardRelationsTests {
    @Test("has every relation's inverse, which is of the other kind and leads back", arguments: Release.all)
    func inverses(release: Release) throws {
        let model = StandardModel.dataModel(of: release)
        for object in model.objects {
            for field in object.fields {
                #expect(field.type.isRelation == (field.relation != nil))
                guard let relation = field.relation else { continue }
                let place: Comment = "\(object.nameSingular).\(field.name)"
                let target = try #require(model.object(singular: relation.targetObject), place)
                let inverse = try #require(target.field(named: relation.targetField)?.relation, place)
                #expect(inverse.targetObject == object.nameSingular, place)
                #expect(inverse.targetField == field.name, place)
                #expect(inverse.kind != relation.kind, place)
            }
        }
    }

    @Test("holds a many-to-one in the column <field>Id, a one-to-many in none", arguments: Release.all)
    func joinColumns(release: Release) {
        for object in StandardModel.objects(of: release) {
            for field in object.fields {
                guard let relation = field.relation else { continue }
                let isHeld = relation.kind == .manyToOne
                #expect(relation.joinColumnName == (isHeld ? field.name + "Id" : nil))
                #expect((relation.onDelete != nil) == isHeld)
                guard isHeld else { continue }
                #expect(object.field(withJoinColumn: field.name + "Id")?.name == field.name)
                #expect(object.field(named: field.name + "Id") == nil, "the column is no field of its own")
            }
        }
    }

    @Test("names the legs of a morph relation target<Object> after the object they lead to", arguments: Release.all)
    func morphLegs(release: Release) {
        for field in StandardModel.objects(of: release).flatMap(\.fields) {
            #expect((field.type == .morphRelation) == (field.relation?.morphGroup != nil))
            guard let relation = field.relation, relation.morphGroup != nil else { continue }
            #expect(relation.morphGroup == "target")
            #expect(field.name.lowercased() == "target" + relation.targetObject.lowercased())
            #expect(relation.kind == .manyToOne && field.isNullable)
        }
    }

    @Test("marks the eight junction relations in 2.x and none in 1.x")
    func junctions() {
        #expect(junctions(in: .v1) == [:])
        #expect(
            junctions(in: .v2) == [
                "note.noteTargets": "targetPerson", "task.taskTargets": "targetPerson",
                "message.messageParticipants": "person", "calendarEvent.calendarEventParticipants": "person",
                "calendarEvent.calendarEventTargets": "targetPerson",
                "messageThread.messageThreadTargets": "targetPerson",
                "messageList.members": "person", "person.listMemberships": "list",
            ])
    }

    private func junctions(in release: Release) -> [String: String] {
        var junctions: [String: String] = [:]
        for object in StandardModel.objects(of: release) {
            for field in object.fields {
                junctions["\(object.nameSingular).\(field.name)"] = field.relation?.junctionTargetField
            }
        }
        return junctions
    }

    static let crmTargets = "targetPersonId targetCompanyId targetOpportunityId"

    /// Columns by object; those of either release.
    static let cascading: [String: String] = [
        "noteTarget": "noteId " + crmTargets,
        "taskTarget": "taskId " + crmTargets,
        "attachment": crmTargets + " targetDashboardId targetWorkflowId",
        "timelineActivity":
            "workspaceMemberId targetPersonId targetCompanyId targetWorkflowId targetWorkflowVersionId "
            + "targetWorkflowRunId",
        "workflowVersion": "workflowId",
        "workflowRun": "workflowId",
        "workflowAutomatedTrigger": "workflowId",
        "message": "messageThreadId",
        "messageThreadTarget": "messageThreadId " + crmTargets,
        "calendarEventTarget": "calendarEventId " + crmTargets,
        "messageChannelMessageAssociation": "messageThreadId messageId messageChannelId",
        "messageChannelMessageAssociationMessageFolder": "messageChannelMessageAssociationId",
        "messageParticipant": "messageId",
        "messageListMember": "listId personId",
        "calendarEventParticipant": "calendarEventId",
        "calendarChannelEventAssociation": "calendarEventId calendarChannelId",
        "blocklist": "workspaceMemberId",
        "favorite":
            "forWorkspaceMemberId personId companyId opportunityId workflowId workflowVersionId workflowRunId "
            + "taskId noteId dashboardId",
        "connectedAccount": "accountOwnerId",
        "messageChannel": "connectedAccountId",
        "messageFolder": "messageChannelId",
        "calendarChannel": "connectedAccountId",
    ]

    static let nulled: [String: String] = [
        "company": "accountOwnerId",
        "person": "companyId",
        "opportunity": "pointOfContactId companyId ownerId",
        "task": "assigneeId",
        "attachment": "targetTaskId targetNoteId",
        "timelineActivity":
            "targetOpportunityId targetNoteId targetTaskId targetDashboardId targetMessageListId "
            + "targetMessageCampaignId",
        "workflowRun": "workflowVersionId",
        "message": "messageCampaignId",
        "messageParticipant": "messageCampaignId personId workspaceMemberId",
        "messageCampaign": "listId",
        "calendarEventParticipant": "personId workspaceMemberId",
        "callRecording": "calendarEventId",
        "favorite": "favoriteFolderId",
    ]

    @Test(
        "destroys a row with its target, or keeps it with a null, as section 12 tells",
        arguments: [(Relation.OnDelete.cascade, cascading), (.setNull, nulled), (.restrict, [:]), (.noAction, [:])])
    func onDelete(rule: Relation.OnDelete, table: [String: String]) {
        var found: [String: Set<Substring>] = [:]
        for object in Release.all.flatMap(StandardModel.objects) {
            for field in object.fields where field.relation?.onDelete == rule {
                found[object.nameSingular, default: []].insert((field.joinColumnName ?? "")[...])
            }
        }
        #expect(found == table.mapValues { Set($0.split(separator: " ")) })
    }

    @Test("leads the plain channel ids of 2.x nowhere: they are the join columns of 1.x")
    func plainChannelIds() {
        for (name, column) in [
            ("messageChannelMessageAssociation", "messageChannelId"),
            ("calendarChannelEventAssociation", "calendarChannelId"),
        ] {
            let in1x = StandardModel.dataModel(of: .v1).object(singular: name)
            let in2x = StandardModel.dataModel(of: .v2).object(singular: name)
            #expect(in1x?.field(withJoinColumn: column)?.type == .relation)
            #expect(in2x?.field(withJoinColumn: column) == nil)
            #expect(in2x?.field(named: column)?.type == .uuid)
        }
    }
}
