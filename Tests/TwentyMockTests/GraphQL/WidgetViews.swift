import JSON
import Testing

/// Changes to the views of widgets, of the record page of a custom object and of a dashboard.
struct WidgetViews {
    let layout: CustomObjectLayout
    private let fields: [String: String]
    private var api: API { layout.api }

    init() throws {
        layout = try CustomObjectLayout()
        let data = try layout.api.metadataData("{object(id:\"\(layout.object)\"){fieldsList{id name}}}")
        fields = Dictionary(
            (data.at("object", "fieldsList")?.arrayValue ?? []).map { ($0.text("name") ?? "", $0.id) },
            uniquingKeysWith: { first, _ in first })
    }

    private static let view = """
        {
          id type name objectMetadataId
          viewFieldGroups { name viewFields { fieldMetadataId } }
          viewFields { id fieldMetadataId isVisible position viewFieldGroupId }
          viewFilters { id value viewFilterGroupId }
          viewFilterGroups { id parentViewFilterGroupId logicalOperator }
          viewSorts { id fieldMetadataId direction }
        }
        """

    func upsert(_ kind: String, _ widget: String, _ input: JSONObject) throws -> Answer {
        try api.metadata(
            "mutation($input: Upsert\(kind)WidgetInput!){upsert\(kind)Widget(input:$input)\(Self.view)}",
            ["input": JSONValue.object(input).with(["widgetId": .string(widget)])])
    }

    func upserted(
        _ kind: String, _ widget: String, _ input: JSONObject, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try upsert(kind, widget, input)
        return try #require(
            answer.json.at("data", "upsert\(kind)Widget"), "\(answer.raw)", sourceLocation: sourceLocation)
    }

    func field(_ name: String) throws -> JSONValue { .string(try #require(fields[name])) }

    var fieldsWidget: String { get throws { try #require(try layout.tabs[0].at("widgets", "0")?.id) } }

    /// A widget of one's own on a dashboard.
    func widget(_ type: String, _ more: JSONObject = [:]) throws -> String {
        let dashboard = try api.post("/rest/metadata/pageLayouts", ["name": "D", "type": "DASHBOARD"]).json.id
        let tab = try api.post(
            "/rest/metadata/pageLayoutTabs", ["title": "T", "pageLayoutId": .string(dashboard)]
        ).json.id
        let body = iframe(uuid(50), tab: tab, "Launches").with([
            "type": .string(type), "configuration": ["configurationType": .string(type)],
            "objectMetadataId": .string(layout.object),
        ])
        let answer = try api.post("/rest/metadata/pageLayoutWidgets", body.with(more))
        return try #require(answer.status == 201 ? answer.json.id : nil, "\(answer.raw)")
    }
}
