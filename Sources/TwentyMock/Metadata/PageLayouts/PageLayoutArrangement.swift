import DataModel
import JSON

/// A page layout changed at once with its tabs and their widgets (metadata 15.6,
/// `updatePageLayoutWithTabsAndWidgets`).
///
/// What is known by its id is changed, what is not is made, and what the request leaves out goes. A widget stands
/// in the tab that lists it.
struct PageLayoutArrangement {
    private let layouts: ResourceOperations
    private let tabs: ResourceOperations
    private let widgets: ResourceOperations

    init(_ operations: MetadataOperations) {
        layouts = ResourceOperations(operations: operations, descriptor: .pageLayout)
        tabs = ResourceOperations(operations: operations, descriptor: .pageLayoutTab)
        widgets = ResourceOperations(operations: operations, descriptor: .pageLayoutWidget)
    }

    /// - Returns: the layout with everything in it.
    func update(_ id: String, _ input: JSONObject) throws -> JSONObject {
        try layouts.operations.require(.layouts)
        let newTabs = input.objects("tabs") ?? []
        let newWidgets = newTabs.flatMap { tab in
            (tab.objects("widgets") ?? []).map { $0.adding(["pageLayoutTabId": tab["id"] ?? .null]) }
        }
        try refuseRepeated(newTabs, "tabs")
        try refuseRepeated(newWidgets, "widgets")
        return try layouts.write { context in
            _ = try layouts.update(id, input, context)
            let oldTabs = try context.all(.pageLayoutTab, parent: id)
            let oldWidgets = try oldTabs.flatMap { try context.all(.pageLayoutWidget, parent: $0.id()) }
            try put(newTabs.map { $0.adding(["pageLayoutId": .string(id)]) }, over: oldTabs, tabs, context)
            // Widgets may leave a tab before it goes.
            try put(newWidgets, over: oldWidgets, widgets, context)
            try remove(oldWidgets, leftOutOf: newWidgets, .pageLayoutWidget, context)
            try remove(oldTabs, leftOutOf: newTabs, .pageLayoutTab, context)
            return try context.find(.pageLayout, id).map { try context.shown($0, .pageLayout) } ?? JSONObject()
        }
    }

    private func put(
        _ bodies: [JSONObject], over old: [JSONObject], _ resources: ResourceOperations, _ context: ResourceContext
    ) throws {
        let known = Set(old.map { $0.id() })
        for body in bodies {
            _ =
                known.contains(body.id())
                ? try resources.update(body.id(), body, context) : try resources.create(body, context)
        }
    }

    private func remove(
        _ old: [JSONObject], leftOutOf bodies: [JSONObject], _ descriptor: ResourceDescriptor,
        _ context: ResourceContext
    ) throws {
        let kept = Set(bodies.map { $0.id() })
        try context.remove(all: old.filter { !kept.contains($0.id()) }, descriptor)
    }

    private func refuseRepeated(_ bodies: [JSONObject], _ name: String) throws {
        var seen = Set<String>()
        guard let twice = bodies.first(where: { !seen.insert($0.id()).inserted }) else { return }
        throw InputShapeError(["\(name) must not contain the id \"\(twice.id())\" more than once"])
    }
}
