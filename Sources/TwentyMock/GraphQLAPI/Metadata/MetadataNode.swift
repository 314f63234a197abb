import DataModel
import GraphQL
import JSON

/// The source of the fields of `Object`, `Field` and `Index`: what it is about, in the data model of one moment.
struct MetadataNode: Sendable {
    enum Subject: Sendable {
        case object(ObjectMetadata)
        case field(MetadataIndex.FieldEntry)
        case index(IndexEntry)
    }

    let id: String
    let subject: Subject
    let json: JSONObject
    let snapshot: ModelSnapshot
    let workspace: Workspace

    /// Fields without a resolver of their own.
    static let property: Resolver = { source, _, info in
        .value((source as? MetadataNode)?.json[info.definition.name] ?? .null)
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
        var json = ObjectPresentation(workspace: workspace, dataModel: snapshot.dataModel).current(object)
        json["standardOverrides"] = json["overrides"]
        return node(object.id, .object(object), json)
    }

    func field(_ entry: MetadataIndex.FieldEntry) -> MetadataNode { field(entry, named: nil) }

    /// - Parameter name: what the field is called in place of its own name.
    func field(_ entry: MetadataIndex.FieldEntry, named name: String?) -> MetadataNode {
        var json = fieldJSON(entry)
        if let name { json["name"] = .string(name) }
        return node(entry.id, .field(entry), json)
    }

    func index(_ entry: IndexEntry) -> MetadataNode { node(entry.id, .index(entry), entry.json(workspace)) }

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

    private func fieldJSON(_ entry: MetadataIndex.FieldEntry) -> JSONObject {
        var json = FieldPresentation(workspace: workspace, dataModel: snapshot.dataModel)
            .current(entry.field, of: entry.object, isAnswerToWrite: true)
        json["standardOverrides"] = json["overrides"]
        json["isAuditLogged"] = .bool(entry.object.properties.isAuditLogged)
        return json
    }

    private func node(_ id: String, _ subject: MetadataNode.Subject, _ json: JSONObject) -> MetadataNode {
        MetadataNode(id: id, subject: subject, json: json, snapshot: snapshot, workspace: workspace)
    }
}
