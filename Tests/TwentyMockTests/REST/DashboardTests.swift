import JSON
import Testing

/// rest-core 16.1, openapi 3: `POST /rest/dashboards/{id}/duplicate`.
@Suite("Duplicating dashboards") struct DashboardTests {
    let api: API

    init() throws { api = try API() }

    @Test("The copy is answered as a bare record, with a layout of its own that shows the same")
    func copy() throws {
        let layout = try api.post("/rest/metadata/pageLayouts", ["name": "L", "type": "DASHBOARD"]).json.id
        let tab = try api.post(
            "/rest/metadata/pageLayoutTabs", ["title": "T", "pageLayoutId": .string(layout)]
        ).json.id
        let configuration: JSONValue = ["configurationType": "IFRAME", "url": "https://a.test"]
        let widget = try api.post(
            "/rest/metadata/pageLayoutWidgets",
            [
                "pageLayoutTabId": .string(tab), "title": "W", "type": "IFRAME",
                "gridPosition": ["row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1], "configuration": configuration,
            ])
        #expect(widget.status == 201)
        let dashboard = try api.create("dashboards", ["title": "Sales", "pageLayoutId": .string(layout)])
        let answer = try api.post("/rest/dashboards/\(dashboard.id)/duplicate", nil)
        #expect(answer.status == 201)
        #expect(answer.json.keys == dashboard.keys)
        #expect(answer["title"] == "Sales (Copy)")
        #expect(answer.json.id != dashboard.id)
        #expect(try api.find("dashboards", answer.json.id) == answer.json)
        let copied = try #require(answer.json.text("pageLayoutId"))
        #expect(copied != layout)
        let whole = try api.get("/rest/metadata/pageLayouts/\(copied)")
        #expect(whole["name"] == "L")
        #expect(whole["tabs"]?[0]?["title"] == "T")
        #expect(whole["tabs"]?[0]?["widgets"]?[0]?["configuration"]?["url"] == "https://a.test")
        #expect(try api.get("/rest/metadata/pageLayouts/\(layout)")["tabs"]?[0]?.id == tab)
    }

    @Test("A dashboard without a title and a layout can be copied too")
    func bare() throws {
        let dashboard = try api.create("dashboards")
        let copy = try api.post("/rest/dashboards/\(dashboard.id)/duplicate", [:])
        #expect(copy.status == 201)
        #expect(copy["pageLayoutId"] == JSONValue.null)
    }

    @Test("An unknown id is 404, an id that is none and other objects have no such path")
    func refused() throws {
        #expect(try api.post("/rest/dashboards/\(uuid(404))/duplicate", nil).refusal == .recordNotFound)
        #expect(try api.post("/rest/dashboards/x/duplicate", nil).refusal == Refusal(400, "'x' is not a valid UUID"))
        let path = "/rest/people/\(uuid(1))/duplicate"
        let invalid =
            "Query path '\(path)' invalid. "
            + "Valid examples: /rest/companies/id or /rest/companies or /rest/batch/companies"
        #expect(try api.post(path, nil).refusal == Refusal(400, invalid))
        #expect(try api.get("/rest/dashboards/\(uuid(1))/duplicate").status == 400)
    }
}
