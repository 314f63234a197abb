import JSON
import Testing
import TwentyMock

/// metadata 13, 18 items 13, 17.
@Suite struct PageLayoutTests {
    private let api: API

    init() throws { api = try API() }

    private func post(_ resource: String, _ body: JSONValue) throws -> Answer {
        try api.post("/rest/metadata/\(resource)", body)
    }

    @Test("Lists of parts name what they belong to")
    func parents() throws {
        #expect(
            try api.get("/rest/metadata/pageLayoutTabs").refusal
                == Refusal(400, "Page layout ID is required", code: "INVALID_PAGE_LAYOUT_TAB_DATA"))
        #expect(
            try api.get("/rest/metadata/pageLayoutWidgets").refusal
                == Refusal(400, "Page layout tab ID is required", code: "INVALID_PAGE_LAYOUT_WIDGET_DATA"))
        let empty = try api.get("/rest/metadata/pageLayoutTabs", ["pageLayoutId": uuid(1)])
        #expect(empty["data"] == [])
        #expect(empty["totalCount"] == 0)
    }

    @Test("A layout with a tab and a widget, and all of it gone again")
    func whole() throws {
        let layout = try post("pageLayouts", ["name": "L"])
        #expect(layout["type"] == "RECORD_PAGE")
        #expect(layout["tabs"] == nil)
        let tab = try post("pageLayoutTabs", ["title": "T", "pageLayoutId": .string(layout.json.id)]).json
        #expect(tab["layoutMode"] == "GRID")
        let widget = try post(
            "pageLayoutWidgets", widget(tab.id, ["configurationType": "IFRAME", "url": "https://a.test"]))
        #expect(widget.status == 201)
        let whole = try api.get("/rest/metadata/pageLayouts/\(layout.json.id)")
        #expect(whole["tabs"]?[0]?["widgets"]?[0]?.id == widget.json.id)
        #expect(try api.delete("/rest/metadata/pageLayouts/\(layout.json.id)").raw == "true")
        #expect(
            try api.get("/rest/metadata/pageLayouts/\(layout.json.id)").message
                == "Page layout with ID \"\(layout.json.id)\" not found")
        #expect(try api.get("/rest/metadata/pageLayoutWidgets/\(widget.json.id)").status == 404)
        #expect(
            try api.delete("/rest/metadata/pageLayouts/\(layout.json.id)").message == "Page layout to destroy not found"
        )
        #expect(
            try api.patch("/rest/metadata/pageLayoutTabs/\(tab.id)", [:]).message
                == "Page layout tab to update not found")
        #expect(
            try api.patch("/rest/metadata/pageLayoutWidgets/\(widget.json.id)", [:]).message
                == "Page layout widget with ID \"\(widget.json.id)\" not found")
    }

    private func widget(_ tab: String, _ configuration: JSONValue) -> JSONValue {
        [
            "pageLayoutTabId": .string(tab), "title": "W", "type": "IFRAME",
            "gridPosition": ["row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1], "configuration": configuration,
        ]
    }

    @Test("What is missing")
    func missing() throws {
        #expect(try post("pageLayouts", [:]).message == "Page layout name is required")
        let layout = try post("pageLayouts", ["name": "L"]).json.id
        #expect(
            try post("pageLayoutTabs", ["pageLayoutId": .string(layout)]).message == "Page layout tab title is required"
        )
        #expect(try post("pageLayoutTabs", ["title": "T"]).message == "Page layout ID is required")
        #expect(
            try post("pageLayoutTabs", ["title": "T", "pageLayoutId": .string(uuid(1))]).refusal
                == Refusal(
                    404, "Could not find pageLayout for given pageLayoutId",
                    code: "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
    }

    @Test("A place on the grid is a whole number", arguments: ["1e400", "1.5", "\"1\"", "null"])
    func grid(row: String) throws {
        let layout = try post("pageLayouts", ["name": "L"]).json.id
        let tab = try post("pageLayoutTabs", ["title": "T", "pageLayoutId": .string(layout)]).json.id
        let grid = "{\"row\":\(row),\"column\":0,\"rowSpan\":1,\"columnSpan\":1}"
        let body =
            "{\"pageLayoutTabId\":\"\(tab)\",\"title\":\"W\",\"type\":\"NOTES\",\"gridPosition\":\(grid),\"configuration\":{\"configurationType\":\"NOTES\"}}"
        let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
        let answer = try api.send("POST", "/rest/metadata/pageLayoutWidgets", headers: headers, body: body)
        #expect(answer.shapeProblems == ["row must be an integer number"])
    }

    private static let configurations: [(JSONValue, String)] = [
        ("x", "Invalid configuration: not an object"), ([:], "Invalid configuration: missing configuration type"),
        (["configurationType": "UNSUPPORTED_TYPE"], "Invalid configuration type: UNSUPPORTED_TYPE"),
        (["configurationType": "IFRAME", "url": "nope"], "url: url must be a URL address"),
        (["configurationType": "STANDALONE_RICH_TEXT"], "body: body should not be empty"),
        (
            ["configurationType": "STANDALONE_RICH_TEXT", "body": "x"],
            "body: nested property body must be either object or array"
        ),
        (
            [
                "configurationType": "BAR_CHART", "aggregateFieldMetadataId": "0b3f5c0e-6a52-4d0b-8d1e-6d1b7e0c2a11",
                "aggregateOperation": "COUNT",
            ],
            "primaryAxisGroupByFieldMetadataId: primaryAxisGroupByFieldMetadataId should not be empty, primaryAxisGroupByFieldMetadataId must be a UUID; layout: layout should not be empty, layout must be one of the following values: VERTICAL, HORIZONTAL"
        ),
    ]

    @Test("Configurations that are refused", arguments: configurations)
    func configuration(configuration: JSONValue, message: String) throws {
        let layout = try post("pageLayouts", ["name": "L"]).json.id
        let tab = try post("pageLayoutTabs", ["title": "T", "pageLayoutId": .string(layout)]).json.id
        #expect(
            try post("pageLayoutWidgets", widget(tab, configuration)).refusal
                == Refusal(400, message, code: "INVALID_PAGE_LAYOUT_WIDGET_DATA"))
    }

    private static let figure: JSONObject = [
        "aggregateFieldMetadataId": "0b3f5c0e-6a52-4d0b-8d1e-6d1b7e0c2a11", "aggregateOperation": "COUNT",
        "groupByFieldMetadataId": "0b3f5c0e-6a52-4d0b-8d1e-6d1b7e0c2a11",
        "primaryAxisGroupByFieldMetadataId": "0b3f5c0e-6a52-4d0b-8d1e-6d1b7e0c2a11", "layout": "VERTICAL",
    ]

    private static let chartDefaults: [(String, JSONObject)] = [
        ("AGGREGATE_CHART", ["timezone": "UTC", "firstDayOfTheWeek": 1]),
        (
            "PIE_CHART",
            ["dateGranularity": "DAY", "displayLegend": true, "timezone": "UTC", "firstDayOfTheWeek": 1]
        ),
        (
            "BAR_CHART",
            [
                "primaryAxisDateGranularity": "DAY", "secondaryAxisGroupByDateGranularity": "DAY",
                "displayLegend": true, "timezone": "UTC", "firstDayOfTheWeek": 1,
            ]
        ),
        (
            "LINE_CHART",
            [
                "primaryAxisDateGranularity": "DAY", "secondaryAxisGroupByDateGranularity": "DAY",
                "displayLegend": true, "timezone": "UTC", "firstDayOfTheWeek": 1,
            ]
        ),
    ]

    @Test("What a chart does not say has defaults", arguments: chartDefaults)
    func charts(type: String, defaults: JSONObject) throws {
        let layout = try post("pageLayouts", ["name": "L", "type": "DASHBOARD"]).json.id
        let tab = try post("pageLayoutTabs", ["title": "T", "pageLayoutId": .string(layout)]).json.id
        var sent = Self.figure
        sent["configurationType"] = .string(type)
        let made = try post("pageLayoutWidgets", widget(tab, .object(sent)))
        #expect(made.status == 201)
        var expected = sent
        for member in defaults.members { expected[member.key] = member.value }
        let path = "/rest/metadata/pageLayoutWidgets/\(made.json.id)"
        #expect(try api.get(path)["configuration"] == .object(expected))
        // What is said counts.
        for key in defaults.keys { sent[key] = .null }
        #expect(try api.patch(path, ["configuration": .object(sent)])["configuration"] == .object(sent))
    }

    @Test("A dashboard goes with its layout", arguments: [true, false])
    func dashboard(isREST: Bool) throws {
        let layout = try post("pageLayouts", ["name": "L", "type": "DASHBOARD"]).json.id
        let other = try post("pageLayouts", ["name": "L", "type": "DASHBOARD"]).json.id
        let gone = try api.create("dashboards", ["title": "a", "pageLayoutId": .string(layout)]).id
        let kept = try api.create("dashboards", ["title": "b", "pageLayoutId": .string(other)]).id
        if isREST {
            #expect(try api.delete("/rest/metadata/pageLayouts/\(layout)").raw == "true")
        } else {
            #expect(
                try api.metadataData("mutation{destroyPageLayout(id:\"\(layout)\")}")["destroyPageLayout"] == true)
        }
        #expect(try api.get("/rest/dashboards/\(gone)").status == 404)
        #expect(try api.list("dashboards").map(\.id) == [kept])
    }
}
