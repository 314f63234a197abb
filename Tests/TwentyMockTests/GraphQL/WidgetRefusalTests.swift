import JSON
import Testing

/// metadata 15.6, `upsertFieldsWidget` and `upsertViewWidget`: what they do not take.
@Suite struct WidgetRefusalTests {
    private let widgets: WidgetViews
    private var api: API { widgets.layout.api }

    init() throws { widgets = try WidgetViews() }

    @Test("Input that says too much, too little, or the wrong thing changes nothing")
    func refusedFields() throws {
        let widget = try widgets.fieldsWidget
        let before = try widgets.upserted("Fields", widget, ["fields": []])
        let entry: JSONValue = ["fieldMetadataId": try widgets.field("name"), "isVisible": true, "position": 0]
        let group: JSONValue = [
            "id": .string(uuid(1)), "name": "A", "position": 0, "isVisible": true, "fields": [entry],
        ]
        let xor = GraphQLRefusal.bad(
            "Exactly one of groups and fields has to be given", "INVALID_PAGE_LAYOUT_WIDGET_DATA")
        let cases: [(JSONObject, GraphQLRefusal)] = [
            ([:], xor), (["groups": [group], "fields": [entry]], xor),
            (
                ["fields": [entry, ["isVisible": true, "position": 0]]],
                .bad("viewFieldId or fieldMetadataId should not be empty")
            ),
            (
                [
                    "groups": [
                        group.with([
                            "fields": [entry, ["viewFieldId": .string(uuid(9)), "isVisible": true, "position": 0]]
                        ])
                    ]
                ],
                GraphQLRefusal("View field to update not found", "NOT_FOUND", "VIEW_FIELD_NOT_FOUND")
            ),
            (
                ["groups": [group.with(["fields": [entry, entry.with(["fieldMetadataId": .string(uuid(9))])]])]],
                GraphQLRefusal(
                    "Could not find fieldMetadata for given fieldMetadataId", "NOT_FOUND",
                    "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND")
            ),
            (
                ["fields": [entry, entry]],
                .bad("viewFields must not contain \"\(entry.text("fieldMetadataId") ?? "")\" more than once")
            ),
            (
                ["groups": [group, group]],
                .bad("viewFieldGroups must not contain \"\(uuid(1))\" more than once")
            ),
            (["groups": [group.with(["name": ""])]], .bad("name should not be empty")),
        ]
        for (input, refusal) in cases {
            #expect(try widgets.upsert("Fields", widget, input).graphQLRefusal == refusal)
            #expect(try widgets.upserted("Fields", widget, ["fields": []]) == before)
        }
    }

    @Test("A failure in the middle takes the view that was made along")
    func rolledBack() throws {
        let widget = try widgets.widget("RECORD_TABLE")
        let views = "{getViews(objectMetadataId:\"\(widgets.layout.object)\"){id}}"
        let before = try api.metadataData(views)
        let sorts: JSONObject = [
            "viewSorts": [["fieldMetadataId": try widgets.field("name"), "direction": "ASC"], [:]]
        ]
        #expect(
            try widgets.upsert("View", widget, sorts).graphQLRefusal
                == .bad("fieldMetadataId should not be empty, fieldMetadataId must be a UUID"))
        #expect(try api.metadataData(views) == before)
        #expect(
            try api.get("/rest/metadata/pageLayoutWidgets/\(widget)")["configuration"]
                == ["configurationType": "RECORD_TABLE"])
    }

    @Test("Widgets that have no view of the kind")
    func refusedWidgets() throws {
        #expect(
            try widgets.upsert("View", uuid(9), [:]).graphQLRefusal
                == GraphQLRefusal(
                    "Page layout widget with ID \"\(uuid(9))\" not found", "NOT_FOUND", "PAGE_LAYOUT_WIDGET_NOT_FOUND"))
        let timeline = try #require(try widgets.layout.tabs[1].at("widgets", "0")?.id)
        for (kind, input, types) in [
            ("View", JSONObject(), "RECORD_TABLE, VIEW, FIELD"), ("Fields", ["fields": []], "FIELDS"),
        ] {
            #expect(
                try widgets.upsert(kind, timeline, input).graphQLRefusal
                    == .bad(
                        "Page layout widget with ID \"\(timeline)\" has no configuration of type \(types)",
                        "INVALID_PAGE_LAYOUT_WIDGET_DATA"))
        }
        let lost = try widgets.widget(
            "RECORD_TABLE",
            ["configuration": ["configurationType": "RECORD_TABLE", "viewId": .string(uuid(9))]])
        #expect(
            try widgets.upsert("View", lost, [:]).graphQLRefusal
                == GraphQLRefusal(
                    "Could not find view for given viewId", "NOT_FOUND", "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
        #expect(
            try api.patch(
                "/rest/metadata/pageLayoutWidgets/\(lost)",
                ["configuration": ["configurationType": "RECORD_TABLE"], "objectMetadataId": .null]
            ).status == 200)
        #expect(
            try widgets.upsert("View", lost, [:]).graphQLRefusal
                == .bad(
                    "Page layout widget with ID \"\(lost)\" has no object that it could show",
                    "INVALID_PAGE_LAYOUT_WIDGET_DATA"))
    }
}
