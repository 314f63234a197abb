import DataModel
import GraphQL
import JSON
import Synchronization

/// The source of the fields of `Object`, `Field` and `Index`: what it is about, in the data model of one moment.
struct MetadataNode: Sendable {
    enum Subject: Sendable {
        case object(ObjectMetadata)
        case field(MetadataIndex.FieldEntry)
        case index(IndexEntry)
    }

    let id: String
    let subject: Subject
    let snapshot: ModelSnapshot
    let workspace: Workspace
    let properties: Properties

    var json: JSONObject { properties.json }

    /// The keys of a node, worked out when the first one is asked for: most of a list is not on the page.
    final class Properties: Sendable {
        private let make: @Sendable () -> JSONObject
        private let made = Mutex<JSONObject?>(nil)

        init(_ make: @escaping @Sendable () -> JSONObject) { self.make = make }

        var json: JSONObject {
            made.withLock { made in
                if let made { return made }
                let new = make()
                made = new
                return new
            }
        }
    }

    /// Fields without a resolver of their own.
    static let property: Resolver = { source, _, info in
        guard let node = source as? MetadataNode else { return .null }
        return .value(info.definition.name == "id" ? .string(node.id) : node.json[info.definition.name] ?? .null)
    }
}

/// Makes nodes of one data model.
struct MetadataNodes: Sendable {
    let workspace: Workspace
    let snapshot: ModelSnapshot

    init(_ operations: MetadataOperations) {
        self.init(workspace: operations.workspace, snapshot: operations.snapshot)
    }

    /// What belongs to the data model that a change has left.
    static func after(_ operations: MetadataOperations) -> MetadataNodes {
        MetadataNodes(workspace: operations.workspace, snapshot: operations.workspace.snapshot)
    }

    init(workspace: Workspace, snapshot: ModelSnapshot) {
        self.workspace = workspace
        self.snapshot = snapshot
    }

    init(_ node: MetadataNode) { self.init(workspace: node.workspace, snapshot: node.snapshot) }

    func object(_ object: ObjectMetadata) -> MetadataNode {
        node(object.id, .object(object)) {
            var json = ObjectPresentation(workspace: workspace, dataModel: snapshot.dataModel).current(object)
            json["standardOverrides"] = json["overrides"]
            return json
        }
    }

    func field(_ entry: MetadataIndex.FieldEntry) -> MetadataNode { field(entry, named: nil) }

    /// - Parameter name: what the field is called in place of its own name.
    func field(_ entry: MetadataIndex.FieldEntry, named name: String?) -> MetadataNode {
        node(entry.id, .field(entry)) {
            var json = FieldPresentation(workspace: workspace, dataModel: snapshot.dataModel)
                .current(entry.field, of: entry.object, isAnswerToWrite: true)
            if let name { json["name"] = .string(name) }
            json["standardOverrides"] = json["overrides"]
            json["isAuditLogged"] = .bool(entry.object.properties.isAuditLogged)
            return json
        }
    }

    func index(_ entry: IndexEntry) -> MetadataNode { node(entry.id, .index(entry)) { entry.json(workspace) } }

    /// All fields of an object, the legs of a morph relation as one (metadata 8.2).
    func fieldsList(of object: ObjectMetadata) -> [MetadataNode] {
        var shown = Set<String>()
        return object.fields.compactMap { field in
            let entry = MetadataIndex.FieldEntry(id: object.id(of: field), object: object, field: field)
            guard field.type == .morphRelation, let group = field.relation?.morphGroup else {
                return self.field(entry)
            }
            return shown.insert(group).inserted ? self.field(entry, named: group) : nil
        }
    }

    private func node(
        _ id: String, _ subject: MetadataNode.Subject, _ json: @escaping @Sendable () -> JSONObject
    ) -> MetadataNode {
        MetadataNode(
            id: id, subject: subject, snapshot: snapshot, workspace: workspace, properties: .init(json))
    }
}
