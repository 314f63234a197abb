import DataModel
import JSON
import Synchronization

/// The resources that come with a data model: the views of its objects, the page layouts of custom ones, the key of
/// the seeded workspace, the roles. They are worked out when first asked for; a row takes their place once they are changed.
package final class StandardResources: Sendable {
    private struct Made {
        var byKind: [String: [JSONObject]] = [:]
        var byID: [String: JSONObject] = [:]
        var byParent: [String: [JSONObject]] = [:]
    }

    private let dataModel: DataModel
    private let made = Mutex<Made?>(nil)

    init(_ dataModel: DataModel) { self.dataModel = dataModel }

    func documents(_ kind: String, parent: String?, _ workspace: Workspace) -> [JSONObject] {
        withMade(workspace) { made in
            parent.map { made.byParent["\(kind):\($0)"] ?? [] } ?? made.byKind[kind] ?? []
        }
    }

    func document(_ kind: String, id: String, _ workspace: Workspace) -> JSONObject? {
        withMade(workspace) { $0.byID["\(kind):\(id)"] }
    }

    private func withMade<T: Sendable>(_ workspace: Workspace, _ body: (Made) -> T) -> T {
        made.withLock { made in
            if let made { return body(made) }
            let new = make(workspace)
            made = new
            return body(new)
        }
    }

    private func make(_ workspace: Workspace) -> Made {
        var made = Made()
        func add(_ kind: String, _ documents: [JSONObject]) {
            made.byKind[kind, default: []] += documents
            let parentKey = ResourceDescriptor.of(kind: kind)?.parent
            for document in documents {
                made.byID["\(kind):\(document["id"]?.stringValue ?? "")"] = document
                if let parent = parentKey.flatMap({ document[$0]?.stringValue }) {
                    made.byParent["\(kind):\(parent)", default: []].append(document)
                }
            }
        }
        for object in dataModel.objects {
            let views = StandardViews(object: object, workspace: workspace)
            add("view", views.views)
            add("viewField", views.viewFields)
            guard object.properties.isCustom else { continue }
            let layout = StandardPageLayout(object: object, views: views, workspace: workspace)
            add("pageLayout", [layout.layout])
            add("pageLayoutTab", layout.tabs)
            add("pageLayoutWidget", layout.widgets)
        }
        add("apiKey", [APIKeyRules.seeded(workspace)])
        add("role", [Role.admin.document, Role.member.document])
        return made
    }
}
