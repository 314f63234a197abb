import DataModel
import JSON

/// Which view a widget shows: the one that its configuration names (metadata 13, "Configurations").
///
/// A widget that names none gets one. The contract does not tell of which object and how it is called: it is the
/// widget's object, or the one of its page layout.
struct WidgetView {
    /// The configurations that a view of this kind belongs to.
    let configurationTypes: [String]
    /// The type of a view that is made.
    let type: String

    static let fields = WidgetView(configurationTypes: ["FIELDS"], type: "FIELDS_WIDGET")
    static let records = WidgetView(configurationTypes: ["RECORD_TABLE", "VIEW", "FIELD"], type: "TABLE_WIDGET")

    /// The stored view of the widget called `id`, made when there is none yet.
    func document(ofWidget id: String, _ context: ResourceContext) throws -> JSONObject {
        let widgets = ResourceDescriptor.pageLayoutWidget
        try widgets.authorize(.update, context)
        guard let widget = try context.find(widgets, id) else {
            throw MetadataError(.notFound, widgets.missing.code, widgets.missing.read(id))
        }
        let configuration = widget["configuration"]?.objectValue ?? JSONObject()
        guard let found = configuration["configurationType"]?.stringValue, configurationTypes.contains(found) else {
            throw refusal(
                id, "has no configuration of type \(configurationTypes.joined(separator: ", "))")
        }
        if let viewID = configuration["viewId"]?.stringValue {
            guard let view = try context.find(.view, viewID.lowercased()) else {
                throw MetadataError.unknownReference("view", key: "viewId")
            }
            return view
        }
        return try make(for: widget, configuration, context.unrestricted)
    }

    private func make(
        for widget: JSONObject, _ configuration: JSONObject, _ context: ResourceContext
    ) throws -> JSONObject {
        guard let object = try object(of: widget, context) else {
            throw refusal(widget.id(), "has no object that it could show")
        }
        let title = widget.text("title")
        let name =
            type == "FIELDS_WIDGET" || title.isEmpty ? "\(object.shownLabelSingular) Record Page Fields" : title
        let made = try ResourceOperations(operations: context.operations, descriptor: .view).create(
            [
                "name": .string(name), "objectMetadataId": .string(object.id), "icon": "IconList",
                "type": .string(type),
            ], context)
        let named = configuration.adding(["viewId": .string(made.id())])
        _ = try ResourceOperations(operations: context.operations, descriptor: .pageLayoutWidget)
            .update(widget.id(), ["configuration": .object(named)], context)
        return try context.find(.view, made.id()) ?? made
    }

    private func object(of widget: JSONObject, _ context: ResourceContext) throws -> ObjectMetadata? {
        if let id = widget["objectMetadataId"]?.stringValue { return context.metadata.object(id: id) }
        let tab = try context.find(.pageLayoutTab, widget.id("pageLayoutTabId"))
        let layout = try tab.flatMap { try context.find(.pageLayout, $0.id("pageLayoutId")) }
        return layout?["objectMetadataId"]?.stringValue.flatMap(context.metadata.object(id:))
    }

    private func refusal(_ id: String, _ reason: String) -> MetadataError {
        MetadataError(
            .badInput, "INVALID_PAGE_LAYOUT_WIDGET_DATA", "Page layout widget with ID \"\(id)\" \(reason)")
    }
}
