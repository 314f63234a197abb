import DataModel
import GraphQL
import JSON

/// Fields of `Object`, `Field`, `Index` and `Relation` that lead on to others (metadata 15.3).
enum ModelLinks {
    /// - Returns: `nil` for fields that are properties of the node.
    static func resolver(type: String, field: String) -> Resolver? {
        switch (type, field) {
        case ("Object", "fieldsList"):
            ofObject { object, nodes, _ in .list(nodes.fieldsList(of: object).map { .object($0) }) }
        case ("Object", "fields"):
            ofObject { object, nodes, arguments in
                try ModelFields.page(arguments) {
                    object.fields.map { .init(id: object.id(of: $0), object: object, field: $0) }
                        .sorted { $0.id > $1.id }.map(nodes.field)
                }
            }
        case ("Object", "indexMetadataList"):
            ofObject { object, nodes, _ in .list(IndexEntry.all(of: object).map { .object(nodes.index($0)) }) }
        case ("Object", "indexMetadatas"):
            ofObject { object, nodes, arguments in
                try ModelFields.page(arguments) {
                    IndexEntry.all(of: object).sorted { $0.id > $1.id }.map(nodes.index)
                }
            }
        case ("Object", "searchFieldMetadataList"): ofObject { object, nodes, _ in searchFields(of: object, nodes) }
        case ("Field", "relation"), ("Field", "relationDefinition"):
            ofField { entry, nodes in
                entry.field.type == .relation ? relation(entry.field, of: entry.object, nodes) : .null
            }
        case ("Field", "morphRelations"):
            ofField { entry, nodes in
                guard entry.field.type == .morphRelation, let group = entry.field.relation?.morphGroup else {
                    return .null
                }
                let legs = entry.object.fields.filter { $0.type == .morphRelation && $0.relation?.morphGroup == group }
                return .list(legs.map { relation($0, of: entry.object, nodes, sourceName: group) })
            }
        case ("Field", "object"): ofField { entry, nodes in .object(nodes.object(entry.object)) }
        case ("Index", "objectMetadata"):
            { source, arguments, _ in
                guard let node = source as? MetadataNode, case .index(let entry) = node.subject else { return .null }
                return try ModelFields.page(arguments) { [MetadataNodes(node).object(entry.object)] }
            }
        case ("Object", _), ("Field", _), ("Index", _): MetadataNode.property
        case ("Relation", _), ("RelationDefinition", _):
            { source, _, info in (source as? RelationSource)?.value(info.definition.name) ?? .null }
        default: nil
        }
    }

    private static func ofObject(
        _ body: @escaping @Sendable (ObjectMetadata, MetadataNodes, JSONObject) throws -> ResolvedValue
    ) -> Resolver {
        { source, arguments, _ in
            guard let node = source as? MetadataNode, case .object(let object) = node.subject else { return .null }
            return try body(object, MetadataNodes(node), arguments)
        }
    }

    private static func ofField(
        _ body: @escaping @Sendable (MetadataIndex.FieldEntry, MetadataNodes) throws -> ResolvedValue
    ) -> Resolver {
        { source, _, _ in
            guard let node = source as? MetadataNode, case .field(let entry) = node.subject else { return .null }
            return try body(entry, MetadataNodes(node))
        }
    }

    private static func searchFields(of object: ObjectMetadata, _ nodes: MetadataNodes) -> ResolvedValue {
        let created = JSONValue.string(object.properties.details.createdAt ?? nodes.workspace.createdAt)
        let fields = object.properties.searchFields.compactMap(object.fieldID).enumerated()
        return .value(
            .array(
                fields.map { position, id in
                    [
                        "id": .string(StandardID.uuid(for: "searchField:\(object.id):\(id)")),
                        "fieldMetadataId": .string(id),
                        "tsVectorFieldMetadataId": .text(object.fieldID("searchVector")),
                        "position": .int(Int64(position)), "createdAt": created, "updatedAt": created,
                    ]
                }))
    }

    private static func relation(
        _ field: FieldMetadata, of object: ObjectMetadata, _ nodes: MetadataNodes, sourceName: String? = nil
    ) -> ResolvedValue {
        guard let relation = field.relation,
            let target = nodes.snapshot.dataModel.object(singular: relation.targetObject),
            let inverse = target.field(named: relation.targetField)
        else { return .null }
        return .object(
            RelationSource(
                kind: relation.kind, nodes: nodes, source: object, target: target,
                sourceField: .init(id: object.id(of: field), object: object, field: field), sourceName: sourceName,
                targetField: .init(id: target.id(of: inverse), object: target, field: inverse)))
    }
}

/// The source of the fields of `Relation`.
private struct RelationSource: Sendable {
    let kind: Relation.Kind
    let nodes: MetadataNodes
    let source: ObjectMetadata
    let target: ObjectMetadata
    let sourceField: MetadataIndex.FieldEntry
    /// The name of a morph relation, which its legs go by here.
    let sourceName: String?
    let targetField: MetadataIndex.FieldEntry

    func value(_ name: String) -> ResolvedValue {
        switch name {
        case "type", "direction": .value(.string(kind.rawValue))
        case "relationId": .value(.string(sourceField.id))
        case "sourceObjectMetadata": .object(nodes.object(source))
        case "targetObjectMetadata": .object(nodes.object(target))
        case "sourceFieldMetadata": .object(nodes.field(sourceField, named: sourceName))
        case "targetFieldMetadata": .object(nodes.field(targetField))
        default: .null
        }
    }
}
