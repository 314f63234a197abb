import JSON

/// The types of views, page layouts and their parts in the schema language, made from what describes them
/// (metadata 12, 13, 15.6).
struct ResourceTypes {
    let descriptor: ResourceDescriptor

    /// `ViewField`.
    var name: String { descriptor.kind.capitalisedFirst }

    /// Keys that are required though their rules tell so with words of their own.
    private static let alsoRequired: Set<String> = [
        "pageLayout.name", "pageLayoutTab.title", "pageLayoutTab.pageLayoutId", "pageLayoutWidget.configuration",
        "pageLayoutWidget.gridPosition", "viewGroup.fieldValue",
    ]

    /// Types that do not follow from what a key holds.
    private static let special: [String: (output: String, input: String)] = [
        "viewSort.direction": ("ViewSortDirection", "ViewSortDirection"),
        "pageLayoutWidget.configuration": ("WidgetConfiguration", "JSON"),
        "pageLayoutWidget.position": ("PageLayoutWidgetPosition", "JSON"),
        "pageLayoutWidget.gridPosition": ("GridPosition", "GridPositionInput"),
    ]

    var text: String {
        let nested = descriptor.nested.map { "\($0.name): [\($0.link.kind.capitalisedFirst)!]" }
        let output = descriptor.keys.map { "\($0.name): \(type($0, isInput: false))\(isAlwaysThere($0) ? "!" : "")" }
        let created = descriptor.keys.filter(\.isSetOnCreate).map {
            "\($0.name): \(type($0, isInput: true))\(isRequired($0) ? "!" : standard($0))"
        }
        let updated = descriptor.keys.filter(\.isSetOnUpdate).map { "\($0.name): \(type($0, isInput: true))" }
        return """
            type \(name) { \((output + nested).joined(separator: " ")) }
            input Create\(name)Input { \(created.joined(separator: " ")) }
            \(updateInputs(updated.joined(separator: " ")))
            """
    }

    /// An input of parts that are told of inside a larger one, without the key that says where they belong. What they
    /// need depends on whether they are there yet.
    func input(_ name: String, besides more: String = "") -> String {
        let keys = descriptor.keys.filter { ($0.isSetOnCreate || $0.isSetOnUpdate) && $0.name != descriptor.parent }
        let fields = keys.map { "\($0.name): \(type($0, isInput: true))" }
        return "input \(name) { \(fields.joined(separator: " ")) \(more) }"
    }

    private func updateInputs(_ fields: String) -> String {
        guard ResourceStyle.of(descriptor).isChangedByInput else {
            return "input Update\(name)Input { id: UUID \(fields) }"
        }
        return """
            input Update\(name)InputUpdates { \(fields) }
            input Update\(name)Input { id: UUID! update: Update\(name)InputUpdates! }
            input Delete\(name)Input { id: UUID! }
            input Destroy\(name)Input { id: UUID! }
            """
    }

    /// The enums of all resources.
    static func enums(_ descriptors: [ResourceDescriptor]) -> String {
        var made: [String: String] = ["ViewSortDirection": "ASC DESC"]
        for descriptor in descriptors {
            for key in descriptor.keys {
                guard case .choice(let choices) = key.value else { continue }
                made[enumName(key, of: descriptor)] = choices.joined(separator: " ")
            }
        }
        return made.sorted { $0.key < $1.key }.map { "enum \($0.key) { \($0.value) }" }.joined(separator: "\n")
    }

    private static func enumName(_ key: ResourceKey, of descriptor: ResourceDescriptor) -> String {
        if key.name.hasSuffix("ggregateOperation") { return "AggregateOperations" }
        let name = descriptor.kind.capitalisedFirst + key.name.capitalisedFirst
        return name == "PageLayoutWidgetType" ? "WidgetType" : name
    }

    /// What a key is when nobody sets it: ` = TABLE`.
    private func standard(_ key: ResourceKey) -> String {
        guard !key.standard.isNull else { return "" }
        // Whatever has a text by default has one of several.
        return " = \(key.standard.stringValue ?? key.standard.serializedText)"
    }

    private func isRequired(_ key: ResourceKey) -> Bool {
        key.isRequired || Self.alsoRequired.contains("\(descriptor.kind).\(key.name)")
    }

    private func isAlwaysThere(_ key: ResourceKey) -> Bool {
        isRequired(key) || !key.standard.isNull || ["id", "createdAt", "updatedAt"].contains(key.name)
    }

    private func type(_ key: ResourceKey, isInput: Bool) -> String {
        if let special = Self.special["\(descriptor.kind).\(key.name)"] {
            return isInput ? special.input : special.output
        }
        return switch key.value {
        case .text: key.name.hasSuffix("edAt") ? "DateTime" : "String"
        case .uuid: "UUID"
        case .number: "Float"
        case .flag: "Boolean"
        case .json: "JSON"
        case .texts: "[String!]"
        case .choice: Self.enumName(key, of: descriptor)
        }
    }
}
