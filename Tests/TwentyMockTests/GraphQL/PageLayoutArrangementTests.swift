import JSON
import Testing

/// metadata 15.6, `updatePageLayoutWithTabsAndWidgets`.
@Suite struct PageLayoutArrangementTests {
    private let layout: CustomObjectLayout
    private var api: API { layout.api }

    init() throws { layout = try CustomObjectLayout() }

    @Test("What is known is changed, what is not is made, what is left out goes")
    func arranged() throws {
        let tabs = try layout.tabs
        let (home, timeline, tasks) = (tabs[0], tabs[1], tabs[2])
        let made = uuid(1)
        let answer = try layout.update([
            home.with(["title": "Start", "widgets": .array(home["widgets"]?.arrayValue ?? [])]),
            timeline.with(["widgets": []]),
            [
                "id": .string(made), "title": "New", "position": 5, "icon": "IconX", "layoutMode": "GRID",
                "widgets": [iframe(uuid(2), tab: made)],
            ],
        ])
        let result = try #require(answer.json.at("data", "updatePageLayoutWithTabsAndWidgets"), "\(answer.raw)")
        #expect(result["name"] == "Mine")
        #expect(
            JSONValue.outline(result["tabs"]?.arrayValue ?? []) == ["New: Web", "Start: Fields", "Timeline: "])
        #expect(result.at("tabs", "0", "id") == .string(made))
        #expect(try layout.tabs == result["tabs"]?.arrayValue)
        #expect(try api.get("/rest/metadata/pageLayoutTabs/\(tasks.id)").status == 404)
        let widget = try #require(timeline.at("widgets", "0")?.id)
        #expect(try api.get("/rest/metadata/pageLayoutWidgets/\(widget)").status == 404)
    }

    @Test("A widget moves to the tab that lists it, though its own goes")
    func moved() throws {
        let tabs = try layout.tabs
        let widget = try #require(tabs[2].at("widgets", "0"))
        let answer = try layout.update([tabs[1].with(["widgets": [widget.with(["title": "Moved"])]])])
        #expect(answer["errors"] == nil, "\(answer.raw)")
        #expect(JSONValue.outline(try layout.tabs) == ["Timeline: Moved"])
        let found = try api.get("/rest/metadata/pageLayoutWidgets/\(widget.id)")
        #expect(found["pageLayoutTabId"]?.stringValue == tabs[1].id)
        let again = try layout.update([tabs[2].with(["widgets": [widget]])])
        #expect(again["errors"] == nil, "\(again.raw)")
        #expect(JSONValue.outline(try layout.tabs) == ["Tasks: Tasks"])
    }

    @Test("A widget that moves is in one tab only")
    func movedByItself() throws {
        let tabs = try layout.tabs
        let widget = try #require(tabs[2].at("widgets", "0")?.id)
        let move: JSONValue = ["pageLayoutTabId": .string(tabs[1].id)]
        #expect(try api.patch("/rest/metadata/pageLayoutWidgets/\(widget)", move).status == 200)
        #expect(
            JSONValue.outline(try layout.tabs).prefix(3) == ["Home: Fields", "Timeline: Timeline, Tasks", "Tasks: "])
    }

    private static let tab = uuid(1)
    private static let good: JSONValue = [
        "id": .string(tab), "title": "New", "position": 1, "widgets": [iframe(uuid(2), tab: tab)],
    ]
    private static let refusals: [(tab: JSONValue, refusal: GraphQLRefusal)] = [
        (
            good.with([
                "widgets": [iframe(uuid(2), tab: tab).with(["configuration": ["configurationType": "NOPE"]])]
            ]), .bad("Invalid configuration type: NOPE", "INVALID_PAGE_LAYOUT_WIDGET_DATA")
        ),
        (
            good.with([
                "widgets": [
                    iframe(uuid(2), tab: tab).with([
                        "gridPosition": ["row": -1, "column": 0, "rowSpan": 1, "columnSpan": 1]
                    ])
                ]
            ]), .bad("row must not be less than 0")
        ),
        (
            good.with(["widgets": [iframe(uuid(2), tab: tab).with(["position": ["layoutMode": "CANVAS"]])]]),
            .bad(
                "Position layoutMode \"CANVAS\" does not match tab layoutMode \"GRID\"",
                "INVALID_PAGE_LAYOUT_WIDGET_DATA")
        ),
        (good.with(["title": ""]), .bad("Page layout tab title is required", "INVALID_PAGE_LAYOUT_TAB_DATA")),
        (
            good.with(["widgets": [iframe(uuid(2), tab: tab), iframe(uuid(2), tab: tab)]]),
            .bad("widgets must not contain the id \"\(uuid(2))\" more than once")
        ),
    ]

    @Test("What is wrong with the last part leaves the first as it was", arguments: refusals)
    func refused(tab: JSONValue, refusal: GraphQLRefusal) throws {
        let before = try layout.whole
        let home = try layout.tabs[0].with(["title": "Start"])
        let answer = try layout.update([home, tab])
        #expect(answer.graphQLRefusal == refusal)
        #expect(try layout.whole == before)
        #expect(try api.get("/rest/metadata/pageLayoutTabs/\(uuid(1))").status == 404)
    }

    @Test("A layout that is not there; tabs and widgets of another layout; the same tab twice")
    func identities() throws {
        let missing = try api.metadataRefusal(
            CustomObjectLayout.update,
            ["id": .string(uuid(9)), "input": ["name": "x", "type": "RECORD_PAGE", "tabs": []]])
        #expect(missing == GraphQLRefusal("Page layout to update not found", "NOT_FOUND", "PAGE_LAYOUT_NOT_FOUND"))
        let other = try api.post("/rest/metadata/pageLayouts", ["name": "Other"]).json.id
        let tab = try api.post("/rest/metadata/pageLayoutTabs", ["title": "T", "pageLayoutId": .string(other)]).json.id
        let before = try layout.whole
        let foreign = try layout.update([Self.good.with(["id": .string(tab)])])
        #expect(foreign.graphQLRefusal?.code == "CONFLICT")
        let home = try layout.tabs[0]
        let twice = try layout.update([home, home])
        #expect(twice.graphQLRefusal == .bad("tabs must not contain the id \"\(home.id)\" more than once"))
        #expect(try layout.whole == before)
    }

    @Test("A deleted tab of one layout does not come up in another")
    func deletedElsewhere() throws {
        let tab = try layout.tabs[4]
        #expect(try api.delete("/rest/metadata/pageLayoutTabs/\(tab.id)").status == 200)
        let other = try api.post("/rest/metadata/pageLayouts", ["name": "Other"]).json.id
        let made = try api.post(
            "/rest/metadata/pageLayoutTabs",
            ["id": .string(tab.id), "title": "T", "pageLayoutId": .string(other)])
        #expect(made.status == 409)
        #expect(try layout.update(layout.tabs + [tab.with(["widgets": []])])["errors"] == nil)
        #expect(try layout.tabs.last?.id == tab.id)
    }
}
