import DataModel
import JSON

/// Makes a page layout that holds the same tabs and widgets as another (metadata 13). Both show the same views.
struct PageLayoutCopy {
    let context: ResourceContext

    /// - Returns: the id of the copy; the id itself when there is no such layout.
    func make(of id: String) throws -> String {
        guard var layout = try context.find(.pageLayout, id) else { return id }
        let copyID = UUIDText.random()
        for tab in try context.all(.pageLayoutTab, parent: id) {
            let tabID = UUIDText.random()
            try store(tab, as: tabID, ["pageLayoutId": .string(copyID)], .pageLayoutTab)
            for (key, value) in layout.members.map({ ($0.key, $0.value) }) where value == .string(tab.id()) {
                layout[key] = .string(tabID)
            }
            for widget in try context.all(.pageLayoutWidget, parent: tab.id()) {
                try store(widget, as: UUIDText.random(), ["pageLayoutTabId": .string(tabID)], .pageLayoutWidget)
            }
        }
        try store(layout, as: copyID, ["universalIdentifier": .string(copyID)], .pageLayout)
        return copyID
    }

    private func store(
        _ document: JSONObject, as id: String, _ changes: JSONObject, _ descriptor: ResourceDescriptor
    ) throws {
        let now = JSONValue.string(context.operations.now)
        let own: JSONObject = [
            "id": .string(id), "applicationId": .string(ApplicationID.custom), "createdAt": now, "updatedAt": now,
        ]
        try context.store(document.adding(own).adding(changes), descriptor)
    }
}
