/// A data model while a change is worked out: objects are replaced, added and removed, then a new model is made.
package struct ModelDraft {
    private let base: DataModel
    package private(set) var objects: [ObjectMetadata]
    /// The moment of the change, ISO-8601 with milliseconds.
    package let now: String
    /// Makes a random UUID, lower case.
    package let newID: @Sendable () -> String

    package init(_ base: DataModel, now: String, newID: @escaping @Sendable () -> String) {
        self.base = base
        objects = base.objects
        self.now = now
        self.newID = newID
    }

    package var release: Release { base.release }

    /// The changed model.
    package func finished() -> DataModel {
        DataModel(release: base.release, version: base.version + 1, objects: objects)
    }

    package func object(id: String) -> ObjectMetadata? { objects.first { $0.id == id } }

    package func object(singular name: String) -> ObjectMetadata? { objects.first { $0.nameSingular == name } }

    /// The field called `id`, with its object.
    package func field(id: String) -> (object: ObjectMetadata, field: FieldMetadata)? {
        // What clients made comes last in the model, and is what they mostly ask for.
        for object in objects.reversed() {
            if let field = object.field(id: id) { return (object, field) }
        }
        return nil
    }

    mutating func append(_ object: ObjectMetadata) { objects.append(object) }

    mutating func remove(object id: String) { objects.removeAll { $0.id == id } }

    /// Changes the object called `nameSingular`.
    mutating func change(
        _ nameSingular: String, _ body: (inout ObjectMetadata.Properties, inout [FieldMetadata]) -> Void
    ) {
        guard let index = objects.firstIndex(where: { $0.nameSingular == nameSingular }) else { return }
        var properties = objects[index].properties
        var fields = objects[index].fields
        body(&properties, &fields)
        objects[index] = ObjectMetadata(properties: properties, fields: fields)
    }

    mutating func add(_ field: FieldMetadata, to nameSingular: String) {
        change(nameSingular) { _, fields in fields.append(field) }
    }

    /// Changes one field; nothing happens when it is not there.
    mutating func change(_ field: String, of nameSingular: String, _ body: (inout FieldMetadata) -> Void) {
        change(nameSingular) { _, fields in
            if let index = fields.firstIndex(where: { $0.name == field }) { body(&fields[index]) }
        }
    }

    mutating func remove(field: String, of nameSingular: String) {
        change(nameSingular) { _, fields in fields.removeAll { $0.name == field } }
    }
}
