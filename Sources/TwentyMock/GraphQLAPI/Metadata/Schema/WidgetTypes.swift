import GraphQL
import JSON

/// What a widget shows and where it stands, in the schema language (metadata 13, "Configurations").
enum WidgetTypes {
    private static let chart = [
        "aggregateFieldMetadataId: UUID", "aggregateOperation: AggregateOperations", "displayDataLabel: Boolean",
        "description: String", "filter: JSON", "timezone: String", "firstDayOfTheWeek: Int",
    ]
    private static let axes = [
        "primaryAxisGroupByFieldMetadataId: UUID", "primaryAxisGroupBySubFieldName: String",
        "primaryAxisDateGranularity: String", "primaryAxisOrderBy: String", "primaryAxisManualSortOrder: [String!]",
        "secondaryAxisGroupByFieldMetadataId: UUID", "secondaryAxisGroupBySubFieldName: String",
        "secondaryAxisGroupByDateGranularity: String", "secondaryAxisOrderBy: String",
        "secondaryAxisManualSortOrder: [String!]", "omitNullValues: Boolean", "splitMultiValueFields: Boolean",
        "axisNameDisplay: String", "displayLegend: Boolean", "rangeMin: Float", "rangeMax: Float", "color: String",
        "isCumulative: Boolean",
    ]

    /// The fields of each configuration besides its type.
    private static let configurations: KeyValuePairs<String, [String]> = [
        "AGGREGATE_CHART": chart + [
            "label: String", "numberFormat: String", "prefix: String", "suffix: String",
            "ratioAggregateConfig: RatioAggregateConfig",
        ],
        "PIE_CHART": chart + [
            "groupByFieldMetadataId: UUID", "groupBySubFieldName: String", "dateGranularity: String",
            "orderBy: String", "manualSortOrder: [String!]", "showCenterMetric: Boolean", "displayLegend: Boolean",
            "hideEmptyCategory: Boolean", "splitMultiValueFields: Boolean", "color: String",
        ],
        "BAR_CHART": chart + axes + ["layout: String", "groupMode: String"],
        "LINE_CHART": chart + axes + ["isStacked: Boolean"],
        "IFRAME": ["url: String"], "STANDALONE_RICH_TEXT": ["body: RichTextBody"],
        "FIELD": ["fieldMetadataId: UUID", "fieldDisplayMode: String", "viewId: UUID"],
        "FIELDS": [
            "viewId: UUID", "newFieldDefaultVisibility: Boolean", "shouldAllowUserToSeeHiddenFields: Boolean",
        ],
        "FRONT_COMPONENT": ["frontComponentId: UUID"], "RECORD_TABLE": ["viewId: UUID", "recordLimit: Int"],
        // The contract has nothing in it, but something has to name the view.
        "VIEW": ["viewId: UUID"], "TIMELINE": [], "TASKS": [], "NOTES": [], "FILES": [], "EMAILS": [], "CALENDAR": [],
        "FIELD_RICH_TEXT": [], "WORKFLOW": [], "WORKFLOW_VERSION": [], "WORKFLOW_RUN": [], "EMAIL_THREAD": [],
    ]

    /// The places by their layout mode.
    private static let positions: KeyValuePairs<String, (name: String, fields: String)> = [
        "GRID": ("PageLayoutWidgetGridPosition", "row: Float column: Float rowSpan: Float columnSpan: Float"),
        "VERTICAL_LIST": ("PageLayoutWidgetVerticalListPosition", "index: Float"),
        "CANVAS": ("PageLayoutWidgetCanvasPosition", ""),
    ]

    /// `BarChartConfiguration`.
    private static func name(of type: String) -> String {
        type.split(separator: "_").map { $0.lowercased().capitalisedFirst }.joined() + "Configuration"
    }

    static var text: String {
        let types = configurations.map { type, fields in
            "type \(name(of: type)) { configurationType: WidgetConfigurationType! \(fields.joined(separator: " ")) }"
        }
        let places = positions.map { "type \($1.name) { layoutMode: PageLayoutTabLayoutMode! \($1.fields) }" }
        return """
            enum WidgetConfigurationType { \(configurations.map(\.key).joined(separator: " ")) }
            type RatioAggregateConfig { fieldMetadataId: UUID optionValue: String }
            type RichTextBody { blocknote: String markdown: String }
            type GridPosition { row: Float! column: Float! rowSpan: Float! columnSpan: Float! }
            input GridPositionInput { row: Float! column: Float! rowSpan: Float! columnSpan: Float! }
            \((types + places).joined(separator: "\n"))
            union WidgetConfiguration = \(configurations.map { name(of: $0.key) }.joined(separator: " | "))
            union PageLayoutWidgetPosition = \(positions.map(\.value.name).joined(separator: " | "))
            """
    }

    static func resolver(_ field: String) -> Resolver? {
        switch field {
        case "configuration":
            member(field) { value in value["configurationType"]?.stringValue.map(name(of:)) }
        case "position":
            member(field) { value in
                positions.first { .string($0.key) == value["layoutMode"] }?.value.name
            }
        default: nil
        }
    }

    /// A member of the widget, of the type that it tells itself.
    private static func member(_ field: String, _ type: @escaping @Sendable (JSONValue) -> String?) -> Resolver {
        { source, _, _ in
            guard let value = (source as? JSONValue)?[field], let name = type(value) else { return .null }
            return .object(value, type: name)
        }
    }
}
