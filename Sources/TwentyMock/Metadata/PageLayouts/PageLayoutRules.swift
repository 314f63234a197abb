import DataModel
import JSON
import RecordStore

/// metadata 13, "pageLayout".
struct PageLayoutRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard let name = change.text("name"), !name.isEmpty else {
            throw MetadataError(.badInput, "INVALID_PAGE_LAYOUT_DATA", "Page layout name is required")
        }
        change.document["universalIdentifier"] = change.document["id"]
    }

    /// The record of a dashboard goes with its layout.
    func removed(_ document: JSONObject, _ context: ResourceContext) throws {
        guard document["type"] == "DASHBOARD", let id = document["id"]?.stringValue,
            let table = context.operations.snapshot.schema.table(of: "dashboard"),
            let column = table.column(named: "pageLayoutId")
        else { return }
        try context.writer?.destroyAll(where: column, is: .text(id), in: table)
    }
}

/// metadata 13, "pageLayoutTab".
struct PageLayoutTabRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard let title = change.text("title"), !title.isEmpty else {
            throw MetadataError(.badInput, "INVALID_PAGE_LAYOUT_TAB_DATA", "Page layout tab title is required")
        }
        guard change.text("pageLayoutId") != nil else {
            throw MetadataError(.badInput, "INVALID_PAGE_LAYOUT_TAB_DATA", "Page layout ID is required")
        }
    }
}

/// metadata 13, "pageLayoutWidget".
struct PageLayoutWidgetRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        try checkGrid(change.document["gridPosition"] ?? .null)
        if let mode = change.document["position"]?["layoutMode"]?.stringValue,
            let tab = try change.text("pageLayoutTabId").flatMap({ try context.find(.pageLayoutTab, $0) }),
            let tabMode = tab["layoutMode"]?.stringValue, mode != tabMode
        {
            throw refusal("Position layoutMode \"\(mode)\" does not match tab layoutMode \"\(tabMode)\"")
        }
        let problems = WidgetConfiguration.problems(change.document["configuration"] ?? .null)
        guard problems.isEmpty else { throw refusal(problems.joined(separator: "; ")) }
        if let configuration = change.document["configuration"]?.objectValue {
            change.document["configuration"] = .object(WidgetConfiguration.completed(configuration))
        }
    }

    /// The view that comes with a widget goes back with it: it says which fields the widget shows.
    func reset(_ document: JSONObject, _ context: ResourceContext) throws {
        guard let id = document["configuration"]?["viewId"]?.stringValue,
            let view = context.standardDocument(.view, id)
        else { return }
        try context.reset(view, .view)
    }

    private func checkGrid(_ grid: JSONValue) throws {
        guard case .object = grid else { throw refusal("Grid position is required") }
        let least: KeyValuePairs<String, Double> = ["row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1]
        let problems = least.compactMap { key, least -> String? in
            guard let number = grid[key]?.doubleValue, number.isFinite, number == number.rounded() else {
                return "\(key) must be an integer number"
            }
            return number < least ? "\(key) must not be less than \(Int(least))" : nil
        }
        guard problems.isEmpty else { throw InputShapeError(problems) }
    }

    private func refusal(_ message: String) -> MetadataError {
        MetadataError(.badInput, "INVALID_PAGE_LAYOUT_WIDGET_DATA", message)
    }
}
