import DataModel
import JSON

/// What a widget shows, by its `configurationType` (metadata 13, "Configurations").
enum WidgetConfiguration {
    private enum Check {
        case uuid, url, object
        case choice([String])
    }

    private static let aggregates = [
        "MIN", "MAX", "AVG", "SUM", "COUNT", "COUNT_UNIQUE_VALUES", "COUNT_EMPTY", "COUNT_NOT_EMPTY", "COUNT_TRUE",
        "COUNT_FALSE", "PERCENTAGE_EMPTY", "PERCENTAGE_NOT_EMPTY",
    ]

    /// The properties that have to be there, in order; types without any are listed too.
    private static let required: [String: [(String, Check)]] = [
        "AGGREGATE_CHART": chart,
        "PIE_CHART": chart + [("groupByFieldMetadataId", .uuid)],
        "BAR_CHART": chart + [
            ("primaryAxisGroupByFieldMetadataId", .uuid), ("layout", .choice(["VERTICAL", "HORIZONTAL"])),
        ],
        "LINE_CHART": chart + [("primaryAxisGroupByFieldMetadataId", .uuid)],
        "STANDALONE_RICH_TEXT": [("body", .object)],
        "FIELD": [
            ("fieldMetadataId", .uuid), ("fieldDisplayMode", .choice(["CARD", "EDITOR", "FIELD", "VIEW", "TABLE"])),
        ],
        "FRONT_COMPONENT": [("frontComponentId", .uuid)],
        "IFRAME": [], "FIELDS": [], "RECORD_TABLE": [], "VIEW": [], "TIMELINE": [], "TASKS": [], "NOTES": [],
        "FILES": [], "EMAILS": [], "CALENDAR": [], "FIELD_RICH_TEXT": [], "WORKFLOW": [], "WORKFLOW_VERSION": [],
        "WORKFLOW_RUN": [], "EMAIL_THREAD": [],
    ]

    private static let chart: [(String, Check)] = [
        ("aggregateFieldMetadataId", .uuid), ("aggregateOperation", .choice(aggregates)),
    ]

    /// What charts are like when a request does not say.
    private static let chartDefaults: [String: JSONObject] = [
        "AGGREGATE_CHART": calendar,
        "PIE_CHART": pie.adding(calendar),
        "BAR_CHART": axes.adding(calendar), "LINE_CHART": axes.adding(calendar),
    ]
    private static let calendar: JSONObject = ["timezone": "UTC", "firstDayOfTheWeek": 1]
    private static let pie: JSONObject = ["dateGranularity": "DAY", "displayLegend": true]
    private static let axes: JSONObject = [
        "primaryAxisDateGranularity": "DAY", "secondaryAxisGroupByDateGranularity": "DAY", "displayLegend": true,
    ]

    /// `configuration` with the defaults of its type.
    static func completed(_ configuration: JSONObject) -> JSONObject {
        let defaults = configuration["configurationType"]?.stringValue.flatMap { chartDefaults[$0] } ?? JSONObject()
        return defaults.members.reduce(into: configuration) { completed, member in
            if !completed.contains(member.key) { completed[member.key] = member.value }
        }
    }

    /// One text for each property that is wrong.
    static func problems(_ configuration: JSONValue) -> [String] {
        guard case .object(let object) = configuration else { return ["Invalid configuration: not an object"] }
        guard let type = object["configurationType"]?.stringValue else {
            return ["Invalid configuration: missing configuration type"]
        }
        guard let required = required[type] else { return ["Invalid configuration type: \(type)"] }
        var problems = required.compactMap { key, check in
            let texts = texts(key, check, object[key])
            return texts.isEmpty ? nil : "\(key): \(texts.joined(separator: ", "))"
        }
        if type == "IFRAME", let url = object["url"], !url.isNull, !texts("url", .url, url).isEmpty {
            problems.append("url: url must be a URL address")
        }
        return problems
    }

    private static func texts(_ key: String, _ check: Check, _ value: JSONValue?) -> [String] {
        let isMissing = value == nil || value == .null || value == ""
        var texts = isMissing ? ["\(key) should not be empty"] : []
        switch check {
        case .uuid:
            if !(value?.stringValue.map(MetadataID.isValid) ?? false) { texts.append("\(key) must be a UUID") }
        case .choice(let choices):
            if !(value?.stringValue.map(choices.contains) ?? false) {
                texts.append("\(key) must be one of the following values: \(choices.joined(separator: ", "))")
            }
        case .object:
            if !isMissing, value?.objectValue == nil, value?.arrayValue == nil {
                texts.append("nested property \(key) must be either object or array")
            }
        case .url:
            if !(value?.stringValue.map(isURL) ?? false) { texts.append("\(key) must be a URL address") }
        }
        return texts
    }

    private static func isURL(_ text: String) -> Bool {
        guard let url = WebURL(text) else { return false }
        return [.http, .https, .ftp].contains(url.scheme) && url.host.text.contains(".")
    }
}
