import DataModel
import JSON

/// The record page of a custom object (metadata 5.4).
struct StandardPageLayout {
    let object: ObjectMetadata
    let views: StandardViews
    let workspace: Workspace

    private struct Page {
        let title: String
        let type: String
        let layoutMode: String
        let icon: String
    }

    private static let pages = [
        Page(title: "Home", type: "FIELDS", layoutMode: "VERTICAL_LIST", icon: "IconHome"),
        Page(title: "Timeline", type: "TIMELINE", layoutMode: "CANVAS", icon: "IconTimelineEvent"),
        Page(title: "Tasks", type: "TASKS", layoutMode: "CANVAS", icon: "IconCheckbox"),
        Page(title: "Notes", type: "NOTES", layoutMode: "CANVAS", icon: "IconNotes"),
        Page(title: "Files", type: "FILES", layoutMode: "CANVAS", icon: "IconPaperclip"),
    ]

    private var layoutID: String { StandardID.uuid(for: "pageLayout:\(object.id)") }
    private func tabID(_ title: String) -> String { StandardID.uuid(for: "pageLayoutTab:\(object.id):\(title)") }

    var layout: JSONObject {
        let layout: JSONObject = [
            "id": .string(layoutID), "name": .string("Default \(object.shownLabelSingular) Layout"),
            "type": "RECORD_PAGE", "objectMetadataId": .string(object.id), "universalIdentifier": .string(layoutID),
        ]
        return layout.adding(stamps)
    }

    var tabs: [JSONObject] { Self.pages.enumerated().map { tab($1, position: 10 * ($0 + 1)) } }

    private func tab(_ page: Page, position: Int) -> JSONObject {
        let tab: JSONObject = [
            "id": .string(tabID(page.title)), "title": .string(page.title), "position": .int(Int64(position)),
            "pageLayoutId": .string(layoutID), "icon": .string(page.icon), "layoutMode": .string(page.layoutMode),
        ]
        return tab.adding(stamps)
    }

    var widgets: [JSONObject] { Self.pages.map(widget) }

    private func widget(_ page: Page) -> JSONObject {
        var configuration: JSONObject = ["configurationType": .string(page.type)]
        if page.type == "FIELDS" {
            configuration["viewId"] = .string(views.recordPageID)
            configuration["newFieldDefaultVisibility"] = true
        }
        var position: JSONObject = ["layoutMode": .string(page.layoutMode)]
        if page.layoutMode == "VERTICAL_LIST" { position["index"] = 0 }
        let widget: JSONObject = [
            "id": .string(StandardID.uuid(for: "pageLayoutWidget:\(object.id):\(page.title)")),
            "pageLayoutTabId": .string(tabID(page.title)),
            "title": .string(page.type == "FIELDS" ? "Fields" : page.title), "type": .string(page.type),
            "objectMetadataId": .string(object.id),
            "gridPosition": ["row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1], "position": .object(position),
            "configuration": .object(configuration),
        ]
        return widget.adding(stamps)
    }

    private var stamps: JSONObject {
        let createdAt = JSONValue.string(object.properties.details.createdAt ?? workspace.createdAt)
        return [
            "applicationId": .string(ApplicationID.custom), "isActive": true, "createdAt": createdAt,
            "updatedAt": createdAt, "deletedAt": .null,
        ]
    }
}

extension JSONObject {
    /// With the members of `other` behind its own.
    func adding(_ other: JSONObject) -> JSONObject {
        var sum = self
        for member in other.members { sum[member.key] = member.value }
        return sum
    }
}
