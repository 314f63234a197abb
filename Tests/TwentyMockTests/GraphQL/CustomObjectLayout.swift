import JSON
import Testing

/// The page layout that comes with a custom object, as the tests of what changes it at once look at it.
struct CustomObjectLayout {
    let api: API
    let object: String
    let id: String

    static let selection = """
        {
          id name tabs {
            id title position layoutMode
            widgets { id pageLayoutTabId title type gridPosition { row column rowSpan columnSpan } }
          }
        }
        """

    init() throws {
        api = try API()
        object = try api.createObject("rocket", "rockets").id
        let layouts = try api.metadataData("{getPageLayouts(objectMetadataId:\"\(object)\"){id}}")
        id = try #require(layouts.at("getPageLayouts", "0")?.id)
    }

    /// All of it, with times.
    var whole: JSONValue {
        get throws {
            try api.get("/rest/metadata/pageLayouts/\(id)").json
        }
    }

    var tabs: [JSONValue] {
        get throws {
            let data = try api.metadataData("{getPageLayout(id:\"\(id)\")\(Self.selection)}")
            return data.at("getPageLayout", "tabs")?.arrayValue ?? []
        }
    }

    static let update = """
        mutation($id: String!, $input: UpdatePageLayoutWithTabsInput!) {
          updatePageLayoutWithTabsAndWidgets(id: $id, input: $input) \(selection)
        }
        """

    func update(_ tabs: [JSONValue], name: String = "Mine") throws -> Answer {
        try api.metadata(
            Self.update,
            [
                "id": .string(id), "input": ["name": .string(name), "type": "RECORD_PAGE", "tabs": .array(tabs)],
            ])
    }

    func reset(_ kind: String, _ id: String) throws -> Answer {
        try api.metadata("mutation{reset\(kind)ToDefault(id:\"\(id)\"){id}}")
    }
}

extension JSONValue {
    /// The object with other members.
    func with(_ members: JSONObject) -> JSONValue {
        var object = objectValue ?? JSONObject()
        for member in members.members { object[member.key] = member.value }
        return .object(object)
    }

    /// The titles of tabs, and of the widgets in them.
    static func outline(_ tabs: [JSONValue]) -> [String] {
        tabs.map { tab in
            let widgets = tab["widgets"]?.arrayValue?.compactMap { $0.text("title") } ?? []
            return "\(tab.text("title") ?? ""): \(widgets.joined(separator: ", "))"
        }
    }
}

func iframe(_ id: String, tab: String, _ title: String = "Web") -> JSONValue {
    [
        "id": .string(id), "pageLayoutTabId": .string(tab), "title": .string(title), "type": "IFRAME",
        "gridPosition": ["row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1],
        "configuration": ["configurationType": "IFRAME", "url": "https://a.test"],
    ]
}
