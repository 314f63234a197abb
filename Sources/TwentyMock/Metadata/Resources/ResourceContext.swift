import DataModel
import JSON
import RecordStore

/// What resources are looked up in: the rows of one moment over those that the data model implies.
struct ResourceContext {
    let operations: MetadataOperations
    let reader: RecordReader
    /// Absent while reading.
    let writer: RecordWriter?

    init(operations: MetadataOperations, reader: RecordReader) {
        self.operations = operations
        self.reader = reader
        writer = nil
    }

    init(operations: MetadataOperations, writer: RecordWriter) {
        self.operations = operations
        reader = writer.reader
        self.writer = writer
    }

    /// The same without asking anybody's role: for what follows from a change that was allowed.
    var unrestricted: ResourceContext {
        let operations = MetadataOperations(workspace: workspace, caller: .system, snapshot: operations.snapshot)
        return writer.map { ResourceContext(operations: operations, writer: $0) }
            ?? ResourceContext(operations: operations, reader: reader)
    }

    var workspace: Workspace { operations.workspace }
    var dataModel: DataModel { operations.dataModel }
    var metadata: MetadataIndex { operations.snapshot.metadata }
    var standard: StandardResources { operations.snapshot.standardResources }

    /// Every resource of a kind that has not been deleted, in the order of its lists.
    func all(_ descriptor: ResourceDescriptor, parent: String? = nil) throws -> [JSONObject] {
        let rows = try reader.resources(descriptor.kind, parent: parent)
        var changed = Dictionary(rows.map { ($0.id, $0.document) }, uniquingKeysWith: { first, _ in first })
        // What may go from one parent to another has its row under the new one.
        let moves = parent != nil && descriptor.parent.flatMap(descriptor.key(named:))?.isSetOnUpdate == true
        var documents = try standard.documents(descriptor.kind, parent: parent, workspace).compactMap { document in
            let id = document["id"]?.stringValue ?? ""
            if let own = changed.removeValue(forKey: id) { return own }
            return moves ? try reader.resource(descriptor.kind, id: id) == nil ? document : nil : document
        }
        documents += rows.compactMap { changed[$0.id] }
        documents = documents.filter { $0["deletedAt"]?.isNull ?? true }
        guard descriptor.isPositioned else { return documents }
        return documents.enumerated().sorted { left, right in
            let (first, second) = (left.element.position, right.element.position)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    /// Every resource that names one of `documents`, all of one kind, in the way of `link`.
    func all(_ link: ResourceLink, of documents: [JSONObject]) throws -> [JSONObject] {
        guard let descriptor = link.descriptor else { return [] }
        let ids = documents.compactMap { $0["id"]?.stringValue }
        guard let key = link.key else { return try ids.flatMap { try all(descriptor, parent: $0) } }
        // Both are parts of the same thing, which is read once.
        let parents = Set(descriptor.parent.map { key in documents.compactMap { $0[key]?.stringValue } } ?? [])
        let named = Set(ids)
        return try parents.flatMap { try all(descriptor, parent: $0) }
            .filter { $0[key]?.stringValue.map(named.contains) ?? false }
    }

    /// The resource called `id`, unless it has been deleted.
    func find(_ descriptor: ResourceDescriptor, _ id: String) throws -> JSONObject? {
        let document =
            try reader.resource(descriptor.kind, id: id)?.document
            ?? standard.document(descriptor.kind, id: id, workspace)
        guard let document, document["deletedAt"]?.isNull ?? true else { return nil }
        return document
    }

    /// The resource called `id` that has been deleted, but not destroyed.
    func findDeleted(_ descriptor: ResourceDescriptor, _ id: String) throws -> JSONObject? {
        guard let document = try reader.resource(descriptor.kind, id: id)?.document,
            !(document["deletedAt"]?.isNull ?? true), document[Self.destroyedKey] != true
        else { return nil }
        return document
    }

    /// Marks what has been destroyed but needs its row.
    private static let destroyedKey = "isDestroyed"

    /// Whether the resource comes with the data model, and is not the caller's own.
    func isStandard(_ descriptor: ResourceDescriptor, _ id: String) -> Bool {
        standardDocument(descriptor, id) != nil
    }

    /// The resource as it comes with the data model.
    func standardDocument(_ descriptor: ResourceDescriptor, _ id: String) -> JSONObject? {
        standard.document(descriptor.kind, id: id, workspace)
    }

    func exists(_ reference: ResourceKey.Reference, _ id: String) throws -> Bool {
        switch reference {
        case .objectMetadata: return metadata.object(id: id) != nil
        case .fieldMetadata: return metadata.field(id: id) != nil
        default:
            guard let descriptor = ResourceDescriptor.of(kind: reference.rawValue) else { return false }
            return try find(descriptor, id) != nil
        }
    }

    func store(_ document: JSONObject, _ descriptor: ResourceDescriptor) throws {
        guard let id = document["id"]?.stringValue else { return }
        let parent = descriptor.parent.flatMap { document[$0]?.stringValue }
        try writer?.put(ResourceRow(id: id, parent: parent, document: document), kind: descriptor.kind)
    }

    /// Takes a resource away, with what depends on it.
    func remove(
        _ document: JSONObject, _ descriptor: ResourceDescriptor, _ verb: ResourceDeletion.Verb = .delete
    ) throws {
        try remove(all: [document], descriptor, verb)
    }

    /// Takes resources away, with what depends on them.
    func remove(
        all documents: [JSONObject], _ descriptor: ResourceDescriptor, _ verb: ResourceDeletion.Verb = .delete
    ) throws {
        guard !documents.isEmpty else { return }
        for link in descriptor.dependents {
            guard let dependent = link.descriptor else { continue }
            try remove(all: try all(link, of: documents), dependent, verb)
            if verb == .destroy { try remove(all: try deleted(link, of: documents), dependent, verb) }
        }
        for link in descriptor.released {
            guard let released = link.descriptor, let key = link.key else { continue }
            for var other in try all(link, of: documents) {
                other[key] = .null
                try store(other, released)
            }
        }
        for document in documents {
            try drop(document, descriptor, verb)
            try descriptor.rules.removed(document, self)
        }
    }

    /// The parts of `documents` that have been deleted before.
    private func deleted(_ link: ResourceLink, of documents: [JSONObject]) throws -> [JSONObject] {
        guard link.key == nil, let descriptor = link.descriptor else { return [] }
        let rows = try documents.flatMap { try reader.resources(descriptor.kind, parent: $0.id()) }
        return try rows.compactMap { try findDeleted(descriptor, $0.id) }
    }

    private func drop(
        _ document: JSONObject, _ descriptor: ResourceDescriptor, _ verb: ResourceDeletion.Verb
    ) throws {
        guard let id = document["id"]?.stringValue else { return }
        if descriptor.deletion == .hard || verb == .destroy, !isStandard(descriptor, id) {
            try writer?.removeResource(descriptor.kind, id: id)
            return
        }
        // What the data model implies would come back without a row that says it is gone.
        var gone = document
        gone["deletedAt"] = .string(operations.now)
        if verb == .destroy { gone[Self.destroyedKey] = true }
        try store(gone, descriptor)
    }

    /// The resource as an answer shows it, keys in order.
    func shown(
        _ document: JSONObject, _ descriptor: ResourceDescriptor, includesNested: Bool = true
    ) throws -> JSONObject {
        let source = descriptor.rules.shown(document, self)
        var json = JSONObject(descriptor.keys.map { ($0.name, source[$0.name] ?? $0.standard) })
        guard includesNested else { return json }
        for (name, link) in descriptor.nested {
            guard let inner = link.descriptor else { continue }
            json[name] = .array(try all(link, of: [document]).map { .object(try shown($0, inner)) })
        }
        return json
    }
}

extension JSONObject {
    var position: Double { self["position"]?.doubleValue ?? 0 }
}
