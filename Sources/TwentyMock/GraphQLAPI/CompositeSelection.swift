import DataModel
import GraphQL
import RecordStore

/// The parts of a composite that a selection set names (graphql-core 1.2, 5).
struct CompositeSelection {
    let composite: CompositeType
    let release: Release

    init(_ composite: CompositeType, _ release: Release) {
        self.composite = composite
        self.release = release
    }

    /// - Throws: for an unknown part, unlike for an unknown field of a record.
    func parts(_ fields: [UntypedField]) throws -> [Selection.SubEntry] {
        try fields.map { node in
            if node.name == "__typename" {
                return .constant(
                    key: node.responseKey, json: "\"\(CompositeTypes.name(of: composite.type, release))\"")
            }
            guard let part = composite.subField(named: node.name) else {
                throw RecordError(
                    .unforeseen(errorClass: "Error"),
                    "Sub field metadata not found for composite type: \(release.name(of: composite.type))")
            }
            let projection = part.type == .rawJSON ? node.selection : nil
            return .subField(
                key: node.responseKey, node.name,
                projection: projection.map { JSONProjection($0, typeName: CompositeTypes.typeName(ofJSON: node.name)) })
        }
    }
}

extension JSONProjection {
    /// The members that a selection set names.
    init(_ fields: [UntypedField], typeName: String) {
        self.init(
            fields.map { node in
                node.name == "__typename"
                    ? .constant(key: node.responseKey, json: "\"\(typeName)\"")
                    : .member(
                        key: node.responseKey, name: node.name,
                        node.selection.map { JSONProjection($0, typeName: "JSON") })
            })
    }
}
