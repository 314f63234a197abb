import DataModel
import JSON

/// The parts of one view, changed together in one transaction (metadata 15.6, `upsertFieldsWidget` and
/// `upsertViewWidget`).
///
/// A part is known by its id. A field and a sort are known by the field that they are of, too: a view has one of each.
struct ViewParts {
    let context: ResourceContext
    let viewID: String

    /// Changes the part that `body` tells of, or makes it.
    ///
    /// - Returns: its id.
    @discardableResult
    func upsert(_ body: JSONObject, _ descriptor: ResourceDescriptor) throws -> String {
        let resources = ResourceOperations(operations: context.operations, descriptor: descriptor)
        if let id = try id(of: body, descriptor) { return try resources.update(id, body, context).id() }
        return try resources.create(body.adding(["viewId": .string(viewID)]), context).id()
    }

    /// Makes the parts of a kind those that `bodies` tell of: what they leave out goes.
    func replace(_ descriptor: ResourceDescriptor, with bodies: [JSONObject]) throws {
        try refuseRepeated(bodies, descriptor)
        // What goes makes room for what comes.
        try remove(descriptor, except: Set(bodies.compactMap { try id(of: $0, descriptor) }))
        for body in bodies { try upsert(body, descriptor) }
    }

    func remove(_ descriptor: ResourceDescriptor, except kept: Set<String>) throws {
        let others = try context.all(descriptor, parent: viewID).filter { !kept.contains($0.id()) }
        try context.remove(all: others, descriptor)
    }

    /// Changes and makes fields. Those that are left out stay: a field is hidden by `isVisible`.
    func upsert(fields bodies: [JSONObject]) throws {
        try refuseRepeated(bodies, .viewField)
        guard bodies.allSatisfy({ name(in: $0, .viewField) != nil }) else {
            throw InputShapeError(["viewFieldId or fieldMetadataId should not be empty"])
        }
        for body in try inWritingOrder(bodies) { try upsert(body, .viewField) }
    }

    /// The label identifier comes first, whatever is written first: it moves up before the others, and down after them.
    private func inWritingOrder(_ bodies: [JSONObject]) throws -> [JSONObject] {
        let view = try context.find(.view, viewID)
        guard let object = view?["objectMetadataId"]?.stringValue.flatMap(context.metadata.object(id:)),
            let identifier = object.fieldID(object.properties.labelIdentifierField)
        else { return bodies }
        let fields = try context.all(.viewField, parent: viewID)
        let present = fields.first { $0.id("fieldMetadataId") == identifier }
        let isIdentifier = { (body: JSONObject) in
            body.id("fieldMetadataId") == identifier
                || present.map { [body.id("viewFieldId"), body.id()].contains($0.id()) } ?? false
        }
        let (first, others) = (bodies.filter(isIdentifier), bodies.filter { !isIdentifier($0) })
        let rises = present.map { present in first.allSatisfy { $0.position <= present.position } } ?? false
        return rises ? first + others : others + first
    }

    private func id(of body: JSONObject, _ descriptor: ResourceDescriptor) throws -> String? {
        guard let (key, value) = name(in: body, descriptor) else { return nil }
        let part =
            key == "fieldMetadataId"
            ? try context.all(descriptor, parent: viewID).first { $0.id(key) == value }
            : try context.find(descriptor, value).flatMap { $0.id("viewId") == viewID ? $0 : nil }
        guard key != "viewFieldId" || part != nil else {
            throw MetadataError(.notFound, descriptor.missing.code, descriptor.missing.update(value))
        }
        return part?.id()
    }

    /// The key by which a body names a part, and its value.
    private func name(in body: JSONObject, _ descriptor: ResourceDescriptor) -> (key: String, value: String)? {
        let keys =
            switch descriptor.kind {
            case "viewField": ["viewFieldId", "id", "fieldMetadataId"]
            case "viewSort": ["id", "fieldMetadataId"]
            default: ["id"]
            }
        return keys.first { body[$0]?.stringValue != nil }.map { ($0, body.id($0)) }
    }

    func refuseRepeated(_ bodies: [JSONObject], _ descriptor: ResourceDescriptor) throws {
        var seen = Set<String>()
        let names = bodies.compactMap { name(in: $0, descriptor)?.value }
        guard let twice = names.first(where: { !seen.insert($0).inserted }) else { return }
        throw InputShapeError(["\(descriptor.path) must not contain \"\(twice)\" more than once"])
    }
}
