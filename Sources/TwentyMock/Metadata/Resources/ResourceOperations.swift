import DataModel
import JSON
import RecordStore

/// What can be done with any metadata resource (metadata 10-13).
struct ResourceOperations {
    let operations: MetadataOperations
    let descriptor: ResourceDescriptor

    /// The whole list, filtered by the values of keys; a filter that matches nothing gives an empty one.
    func list(_ filters: [String: String]) throws -> [JSONObject] {
        let parent = descriptor.parent.flatMap { filters[$0] }
        if let required = descriptor.parentRequired, parent == nil {
            throw MetadataError(.badInput, required.code, required.message)
        }
        return try read { context in
            try context.all(descriptor, parent: parent?.lowercased()).filter { document in
                descriptor.rules.isListed(document)
                    && filters.allSatisfy { key, value in
                        descriptor.key(named: key) == nil
                            || document[key]?.stringValue?.lowercased() == value.lowercased()
                    }
            }.map { try context.shown($0, descriptor) }
        }
    }

    /// - Returns: `nil` when there is none.
    func find(_ id: String) throws -> JSONObject? {
        try read { context in try context.find(descriptor, id).map { try context.shown($0, descriptor) } }
    }

    func create(_ body: JSONObject) throws -> JSONObject { try write { try create(body, $0) } }

    /// Makes all of them or none.
    func create(all bodies: [JSONObject]) throws -> [JSONObject] {
        try write { context in try bodies.map { try create($0, context) } }
    }

    /// Makes one as a part of a larger change.
    func create(_ body: JSONObject, _ context: ResourceContext) throws -> JSONObject {
        try descriptor.authorize(.create, context)
        try checkShape(body, isCreation: true)
        let now = operations.now
        var document = JSONObject(
            descriptor.keys.map { key in
                (key.name, key.isSetOnCreate ? body[key.name].map(key.kept) ?? key.standard : key.standard)
            })
        for (key, value) in document.members.map({ ($0.key, $0.value) }) where value.isNull {
            document[key] = descriptor.key(named: key)?.standard
        }
        let id = document["id"]?.stringValue ?? UUIDText.random()
        document["id"] = .string(id)
        document["workspaceId"] = .string(operations.workspace.id)
        document["applicationId"] = .string(ApplicationID.custom)
        document["createdAt"] = .string(now)
        document["updatedAt"] = .string(now)
        try checkReferences(document, sent: body, context)
        guard try context.find(descriptor, id) == nil, !belongsElsewhere(document, id, context) else {
            throw MetadataError(
                .conflict, "ENTITY_ALREADY_EXISTS", "\(descriptor.kind) with id \(id) already exists")
        }
        return try store(ResourceChange(descriptor: descriptor, body: body, old: nil, document: document), context)
    }

    /// Whether the id is that of something deleted which came with another parent, and may come back there.
    private func belongsElsewhere(_ document: JSONObject, _ id: String, _ context: ResourceContext) -> Bool {
        guard let parent = descriptor.parent, let original = context.standardDocument(descriptor, id) else {
            return false
        }
        return original[parent] != document[parent]
    }

    func update(_ id: String, _ body: JSONObject) throws -> JSONObject { try write { try update(id, body, $0) } }

    /// Changes all of them or none.
    func update(all changes: [(id: String, body: JSONObject)]) throws -> [JSONObject] {
        try write { context in try changes.map { try update($0.id, $0.body, context) } }
    }

    /// Changes one as a part of a larger change.
    func update(_ id: String, _ body: JSONObject, _ context: ResourceContext) throws -> JSONObject {
        try descriptor.authorize(.update, context)
        let wrapped = descriptor.takesWrappedUpdate ? body["update"]?.objectValue : nil
        let body = wrapped ?? body
        guard let old = try context.find(descriptor, id) else { throw missing(descriptor.missing.update(id)) }
        try checkShape(body, isCreation: false)
        var document = old
        for key in descriptor.keys where key.isSetOnUpdate {
            if let value = body[key.name] { document[key.name] = value.isNull ? key.standard : key.kept(value) }
        }
        document["updatedAt"] = .string(operations.now)
        try checkReferences(document, sent: body, context)
        return try store(ResourceChange(descriptor: descriptor, body: body, old: old, document: document), context)
    }

    /// - Returns: what was deleted, as it was.
    @discardableResult
    func delete(_ id: String, _ verb: ResourceDeletion.Verb = .delete) throws -> JSONObject {
        try write { context in
            try descriptor.authorize(.delete, context)
            guard let document = try context.find(descriptor, id) else {
                return try context.shown(deleteAgain(id, verb, context), descriptor, includesNested: false)
            }
            try descriptor.rules.checkDeletion(.init(descriptor: descriptor, verb: verb, document: document), context)
            if let kept = descriptor.rules.deleted(document, context) {
                try context.store(kept, descriptor)
                return try context.shown(kept, descriptor, includesNested: false)
            }
            try context.remove(document, descriptor, verb)
            let isMarked = descriptor.deletion == .soft && verb == .delete
            let answer = isMarked ? document.adding(["deletedAt": .string(operations.now)]) : document
            return try context.shown(answer, descriptor, includesNested: false)
        }
    }

    /// What has been deleted can still be destroyed, and some of it deleted once more.
    private func deleteAgain(
        _ id: String, _ verb: ResourceDeletion.Verb, _ context: ResourceContext
    ) throws -> JSONObject {
        guard let document = try context.findDeleted(descriptor, id), verb == .destroy || descriptor.isDeletedRepeatedly
        else { throw missing(descriptor.missing.text(verb)) }
        if verb == .destroy { try context.remove(document, descriptor, verb) }
        return document
    }

    func missing(_ message: String) -> MetadataError {
        MetadataError(.notFound, descriptor.missing.code, message)
    }

    private func store(_ change: ResourceChange, _ context: ResourceContext) throws -> JSONObject {
        var change = change
        try descriptor.rules.prepare(&change, context)
        try context.store(change.document, descriptor)
        try descriptor.rules.finish(change, context)
        return try context.shown(change.document, descriptor, includesNested: descriptor.writesShowNested)
    }

    private func checkShape(_ body: JSONObject, isCreation: Bool) throws {
        let problems = descriptor.keys.filter { isCreation ? $0.isSetOnCreate : $0.isSetOnUpdate }.flatMap { key in
            key.problems(body[key.name], isCreation: isCreation)
        }
        guard problems.isEmpty else { throw InputShapeError(problems) }
    }

    /// Checks the ids that a body sets.
    func checkReferences(_ document: JSONObject, sent body: JSONObject, _ context: ResourceContext) throws {
        for key in descriptor.keys {
            guard let reference = key.reference, body.contains(key.name), let id = document[key.name]?.stringValue
            else { continue }
            guard try context.exists(reference, id) else {
                throw MetadataError.unknownReference(reference.rawValue, key: key.name)
            }
        }
    }

    func read<T>(_ body: (ResourceContext) throws -> T) throws -> T {
        try operations.workspace.store.read(expecting: operations.snapshot.schema) { reader in
            try body(ResourceContext(operations: operations, reader: reader))
        }
    }

    func write<T>(_ body: (ResourceContext) throws -> T) throws -> T {
        try operations.workspace.store.write(expecting: operations.snapshot.schema) { writer in
            try body(ResourceContext(operations: operations, writer: writer))
        }
    }
}
