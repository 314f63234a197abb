import DataModel

/// The objects and fields of a data model by id, and in the order of the metadata listing (metadata 4).
package final class MetadataIndex: Sendable {
    package struct FieldEntry: Sendable {
        package let id: String
        package let object: ObjectMetadata
        package let field: FieldMetadata
    }

    /// By id, descending.
    package let objects: [(id: String, object: ObjectMetadata)]
    /// By id, descending.
    package let fields: [FieldEntry]
    private let objectPositions: [String: Int]
    private let fieldPositions: [String: Int]

    init(_ dataModel: DataModel) {
        objects = dataModel.objects.map { ($0.id, $0) }.sorted { $0.0 > $1.0 }
        fields = dataModel.objects.flatMap { object in
            object.fields.map { FieldEntry(id: object.id(of: $0), object: object, field: $0) }
        }.sorted { $0.id > $1.id }
        objectPositions = Dictionary(
            objects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        fieldPositions = Dictionary(
            fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func object(id: String) -> ObjectMetadata? { objectPositions[id].map { objects[$0].object } }

    package func field(id: String) -> FieldEntry? { fieldPositions[id].map { fields[$0] } }
}
