import JSON
import Testing

/// metadata 15.6, `resetPageLayoutToDefault`, `resetPageLayoutTabToDefault`, `resetPageLayoutWidgetToDefault`.
@Suite struct PageLayoutResetTests {
    private let layout: CustomObjectLayout
    private var api: API { layout.api }

    init() throws { layout = try CustomObjectLayout() }

    @Test("A layout goes back to what came with the object: names, tabs, widgets")
    func whole() throws {
        let before = try layout.whole
        let tabs = try layout.tabs
        let arranged = try layout.update([
            tabs[0].with(["title": "Start", "position": 99]),
            tabs[1].with(["widgets": [try #require(tabs[2].at("widgets", "0"))]]),
            ["id": .string(uuid(1)), "title": "New", "position": 1, "widgets": [iframe(uuid(2), tab: uuid(1))]],
        ])
        #expect(arranged["errors"] == nil, "\(arranged.raw)")
        let answer = try api.metadataData(
            "mutation($id: String!){resetPageLayoutToDefault(id:$id)\(CustomObjectLayout.selection)}",
            ["id": .string(layout.id)])
        #expect(answer.at("resetPageLayoutToDefault", "tabs") == .array(tabs))
        #expect(try layout.whole == before)
        #expect(try api.get("/rest/metadata/pageLayoutWidgets/\(uuid(2))").status == 404)
        #expect(try api.get("/rest/metadata/pageLayoutTabs/\(uuid(1))").status == 404)
    }

    @Test("A deleted layout comes back")
    func deleted() throws {
        let before = try layout.whole
        #expect(try api.delete("/rest/metadata/pageLayouts/\(layout.id)").raw == "true")
        let tab = try #require(before.at("tabs", "0")?.id)
        #expect(
            try layout.reset("PageLayoutTab", tab).graphQLRefusal
                == GraphQLRefusal(
                    "Could not find pageLayout for given pageLayoutId", "NOT_FOUND",
                    "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
        #expect(try layout.reset("PageLayout", layout.id)["errors"] == nil)
        #expect(try layout.whole == before)
    }

    @Test("A tab goes back with its widgets, a widget alone; what is beside them stays")
    func parts() throws {
        let tabs = try layout.tabs
        let (home, files) = (tabs[0], tabs[4])
        let kept = try #require(home.at("widgets", "0"))
        #expect(
            try layout.update([
                home.with(["title": "Start", "widgets": [kept.with(["title": "A"]), iframe(uuid(2), tab: home.id)]]),
                files.with(["title": "Papers"]),
            ])["errors"] == nil)
        #expect(try layout.reset("PageLayoutWidget", kept.id)["errors"] == nil)
        #expect(JSONValue.outline(try layout.tabs) == ["Start: Fields, Web", "Papers: Files"])
        #expect(try layout.reset("PageLayoutTab", home.id)["errors"] == nil)
        #expect(JSONValue.outline(try layout.tabs) == ["Home: Fields", "Papers: Files"])
        #expect(try layout.reset("PageLayoutTab", tabs[1].id)["errors"] == nil)
        #expect(JSONValue.outline(try layout.tabs) == ["Home: Fields", "Timeline: Timeline", "Papers: Files"])
    }

    @Test("A widget of fields goes back to the fields that it showed")
    func fields() throws {
        let widget = try #require(try layout.tabs[0].at("widgets", "0")?.id)
        let view = "{viewFieldGroups{id} viewFields{id position isVisible}}"
        func upsert(_ input: String) throws -> JSONValue {
            try api.metadataData("mutation{upsertFieldsWidget(input:{widgetId:\"\(widget)\" \(input)})\(view)}")
        }
        let before = try upsert("fields:[]")["upsertFieldsWidget"]
        let id = try #require(before?.at("viewFields", "0")?.id)
        let changed = try upsert(
            "groups:[{id:\"\(uuid(1))\" name:\"G\" position:0 isVisible:true fields:[{viewFieldId:\"\(id)\" isVisible:false position:9}]}]"
        )["upsertFieldsWidget"]
        #expect(changed != before)
        #expect(try layout.reset("PageLayoutWidget", widget)["errors"] == nil)
        #expect(try upsert("fields:[]")["upsertFieldsWidget"] == before)
    }

    @Test(
        "What is not there, and what a client made",
        arguments: [
            ("PageLayout", "Page layout", "PAGE_LAYOUT"), ("PageLayoutTab", "Page layout tab", "PAGE_LAYOUT_TAB"),
            ("PageLayoutWidget", "Page layout widget", "PAGE_LAYOUT_WIDGET"),
        ])
    func refused(kind: String, noun: String, code: String) throws {
        #expect(
            try layout.reset(kind, uuid(9)).graphQLRefusal
                == GraphQLRefusal("\(noun) with ID \"\(uuid(9))\" not found", "NOT_FOUND", "\(code)_NOT_FOUND"))
        let home = try layout.tabs[0]
        let own: [String: String] = ["PageLayout": uuid(3), "PageLayoutTab": uuid(1), "PageLayoutWidget": uuid(2)]
        _ = try api.post("/rest/metadata/pageLayouts", ["id": .string(uuid(3)), "name": "Other"])
        #expect(
            try layout.update([
                home.with(["widgets": [iframe(uuid(2), tab: home.id)]]),
                ["id": .string(uuid(1)), "title": "New", "position": 1, "widgets": []],
            ])["errors"] == nil)
        let before = try layout.whole
        let id = try #require(own[kind])
        #expect(
            try layout.reset(kind, id).graphQLRefusal
                == .bad(
                    "\(noun) with ID \"\(id)\" does not come with the data model and has no default to be reset to",
                    "INVALID_\(code)_DATA"))
        #expect(try layout.whole == before)
    }
}
