import JSON
import Testing

/// metadata 15.6, `upsertFieldsWidget` and `upsertViewWidget`.
@Suite struct WidgetContentTests {
    private let widgets: WidgetViews
    private var api: API { widgets.layout.api }

    init() throws { widgets = try WidgetViews() }

    @Test("Groups with their fields: new ones are made, those left out go, their fields stay")
    func groups() throws {
        let widget = try widgets.fieldsWidget
        func group(_ number: Int, _ name: String, _ fields: [JSONValue]) -> JSONValue {
            [
                "id": .string(uuid(number)), "name": .string(name), "position": .int(Int64(number)), "isVisible": true,
                "fields": .array(fields),
            ]
        }
        let createdAt: JSONValue = [
            "fieldMetadataId": try widgets.field("createdAt"), "isVisible": false, "position": 7,
        ]
        let name: JSONValue = ["fieldMetadataId": try widgets.field("name"), "isVisible": true, "position": 8]
        let first = try widgets.upserted(
            "Fields", widget, ["groups": [group(1, "A", [createdAt]), group(2, "B", [name])]])
        #expect(first["type"] == "FIELDS_WIDGET")
        #expect(
            first["viewFieldGroups"] == [
                ["name": "A", "viewFields": [["fieldMetadataId": try widgets.field("createdAt")]]],
                ["name": "B", "viewFields": [["fieldMetadataId": try widgets.field("name")]]],
            ])
        let shown = first["viewFields"]?.arrayValue ?? []
        #expect(shown.count == 5)
        let moved = try #require(shown.first { $0["fieldMetadataId"] == createdAt["fieldMetadataId"] })
        #expect(moved["isVisible"] == false)
        #expect(moved["position"] == 7)
        let byID: JSONValue = ["viewFieldId": .string(moved.id), "isVisible": true, "position": 0]
        let second = try widgets.upserted("Fields", widget, ["groups": [group(2, "C", [byID])]])
        #expect(
            second["viewFieldGroups"] == [
                [
                    "name": "C",
                    "viewFields": [
                        ["fieldMetadataId": try widgets.field("createdAt")],
                        ["fieldMetadataId": try widgets.field("name")],
                    ],
                ]
            ])
        let third = try widgets.upserted("Fields", widget, ["fields": [byID]])
        #expect(third["viewFieldGroups"] == [])
        #expect(third["viewFields"]?.arrayValue?.count == 5)
        #expect(third["viewFields"]?.arrayValue?.allSatisfy { $0["viewFieldGroupId"] == .null } == true)
    }

    @Test("A widget without a view gets one of its object and keeps its name")
    func made() throws {
        let widget = try widgets.widget("FIELDS")
        let view = try widgets.upserted(
            "Fields", widget,
            ["fields": [["fieldMetadataId": try widgets.field("createdAt"), "isVisible": true, "position": 0]]])
        #expect(view["type"] == "FIELDS_WIDGET")
        #expect(view["objectMetadataId"]?.stringValue == widgets.layout.object)
        #expect(view["viewFields"]?.arrayValue?.count == 1)
        let configuration = try api.get("/rest/metadata/pageLayoutWidgets/\(widget)")["configuration"]
        #expect(configuration == ["configurationType": "FIELDS", "viewId": .string(view.id)])
        #expect(try widgets.upserted("Fields", widget, ["fields": []]).id == view.id)
        #expect(try api.get("/rest/metadata/views/\(view.id)")["name"] == "Rocket Record Page Fields")
    }

    @Test("A widget of records: lists that are given say what the view has, those that are not change nothing")
    func records() throws {
        let widget = try widgets.widget("RECORD_TABLE")
        let (outer, inner) = (JSONValue.string(uuid(1)), JSONValue.string(uuid(2)))
        let first = try widgets.upserted(
            "View", widget,
            [
                "viewFields": [
                    ["fieldMetadataId": try widgets.field("createdAt"), "position": 3],
                    ["fieldMetadataId": try widgets.field("name"), "position": 1],
                ],
                "viewFilterGroups": [
                    ["id": inner, "parentViewFilterGroupId": outer, "logicalOperator": "OR"], ["id": outer],
                ],
                "viewFilters": [
                    ["fieldMetadataId": try widgets.field("name"), "value": "a", "viewFilterGroupId": inner],
                    ["fieldMetadataId": try widgets.field("name"), "value": "b", "viewFilterGroupId": outer],
                ],
                "viewSorts": [["fieldMetadataId": try widgets.field("name")]],
            ])
        #expect(first["type"] == "TABLE_WIDGET")
        #expect(first["name"] == "Launches")
        #expect(first["viewFields"]?.arrayValue?.map { $0["position"] } == [1, 3])
        #expect(first["viewFilters"]?.arrayValue?.compactMap { $0.text("value") } == ["a", "b"])
        #expect(first["viewFilterGroups"]?.arrayValue?.count == 2)
        let second = try widgets.upserted(
            "View", widget,
            [
                // The label identifier moves behind where the other one was.
                "viewFields": [
                    ["fieldMetadataId": try widgets.field("name"), "position": 4],
                    ["fieldMetadataId": try widgets.field("createdAt"), "position": 5],
                ],
                "viewFilterGroups": [["id": outer]],
                "viewSorts": [["fieldMetadataId": try widgets.field("createdAt"), "direction": "DESC"]],
            ])
        #expect(second.id == first.id)
        #expect(second["viewFields"]?.arrayValue?.map { $0["position"] } == [4, 5])
        #expect(second["viewFields"]?.at("0", "id") == first["viewFields"]?.at("0", "id"))
        // What hangs in a group goes with it.
        #expect(second["viewFilters"]?.arrayValue?.compactMap { $0.text("value") } == ["b"])
        #expect(
            second["viewFilterGroups"] == [["id": outer, "parentViewFilterGroupId": .null, "logicalOperator": "AND"]])
        #expect(second["viewSorts"]?.arrayValue?.compactMap { $0.text("direction") } == ["DESC"])
        #expect(try widgets.upserted("View", widget, [:]) == second)
        let filter = try #require(second.at("viewFilters", "0")?.id)
        let third = try widgets.upserted(
            "View", widget,
            ["viewFilters": [["id": .string(filter), "value": "c", "viewFilterGroupId": .null]], "viewSorts": []])
        #expect(
            third["viewFilters"] == [["id": .string(filter), "value": "c", "viewFilterGroupId": .null]])
        #expect(third["viewSorts"] == [])
    }
}
