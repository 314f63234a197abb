import DataModel
import GraphQL
import JSON
import RecordStore

/// Turns the selection sets of a root field into what the store is to return (graphql-core 1.2, 6.7).
///
/// Unknown fields read `null`. Response keys are honoured at every level. Arguments below the root are ignored.
struct RecordSelection {
    /// Graphql-core 11.
    private static let maximumDepth = 5

    let schema: Schema
    /// How many records of a one-to-many relation each record shows.
    let relatedRecordLimit: Int
    /// Relation fields so far.
    private(set) var relationCount = 0
    /// The objects and fields so far.
    private(set) var reads = RecordReads()
    /// Whether one-to-many relations, or figures other than the number of records, are among what is selected.
    private(set) var hasLists = false

    init(schema: Schema, relatedRecordLimit: Int) {
        self.schema = schema
        self.relatedRecordLimit = relatedRecordLimit
    }

    /// What is around the relations of a record.
    private struct Place {
        var depth = 0
        var isInsideList = false
    }

    mutating func record(_ object: ObjectMetadata, _ fields: [UntypedField]?) throws -> Selection {
        Selection(object: object, entries: try entries(of: fields ?? [], on: object, at: Place()))
    }

    mutating func connection(
        _ object: ObjectMetadata, _ fields: [UntypedField]?, isGroup: Bool = false
    ) throws -> Selection.Connection {
        try connection(object, fields ?? [], at: Place(), isGroup: isGroup)
    }

    /// - Throws: when the relations that are selected are too many.
    func checkComplexity() throws {
        if let refusal = QueryComplexity.refusal(ofCost: 1 + relationCount) { throw refusal }
    }

    private mutating func entries(
        of fields: [UntypedField], on object: ObjectMetadata, at place: Place
    ) throws -> [Selection.Entry] {
        try fields.map { field in try entry(field, on: object, at: place) }
    }

    private mutating func entry(
        _ node: UntypedField, on object: ObjectMetadata, at place: Place
    ) throws -> Selection.Entry {
        let key = node.responseKey
        if node.name == "__typename" { return .constant(key: key, typeName: object.nameSingular.capitalisedFirst) }
        if let field = object.field(withJoinColumn: node.name), field.isActive {
            reads.add(field, of: object)
            return .joinColumn(key: key, field)
        }
        guard let field = object.field(named: node.name), field.isActive, field.type != .tsVector else {
            return .constant(key: key, json: "null")
        }
        reads.add(field, of: object)
        if let relation = field.relation { return try related(node, field, relation.kind, at: place) }
        if let composite = field.type.composite, let parts = node.selection {
            return .composite(key: key, field, try CompositeSelection(composite, schema.dataModel.release).parts(parts))
        }
        if field.type == .files, let members = node.selection {
            return .projected(key: key, field, JSONProjection(members, typeName: "FileObject"))
        }
        return .field(key: key, field)
    }

    private mutating func related(
        _ node: UntypedField, _ field: FieldMetadata, _ kind: Relation.Kind, at place: Place
    ) throws -> Selection.Entry {
        let key = node.responseKey
        guard let target = schema.dataModel.target(of: field), let selection = node.selection else {
            return .constant(key: key, json: "null")
        }
        relationCount += 1
        reads.add(target)
        var inner = place
        inner.depth += 1
        guard inner.depth <= Self.maximumDepth else {
            throw RecordError(.maxDepthReached, "Maximum depth of \(Self.maximumDepth) reached")
        }
        switch kind {
        case .manyToOne:
            return .one(
                key: key, field, Selection(object: target, entries: try entries(of: selection, on: target, at: inner)))
        case .oneToMany:
            guard !place.isInsideList else {
                throw RecordError(
                    .tooComplexQuery,
                    "Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation."
                )
            }
            inner.isInsideList = true
            hasLists = true
            return .connection(
                key: key, field, try connection(target, selection, at: inner, isGroup: false),
                limit: relatedRecordLimit)
        }
    }

    private mutating func connection(
        _ object: ObjectMetadata, _ fields: [UntypedField], at place: Place, isGroup: Bool
    ) throws -> Selection.Connection {
        let name = object.nameSingular.capitalisedFirst
        var connection = Selection.Connection(object: object)
        for node in fields {
            let key = node.responseKey
            switch node.name {
            case "__typename":
                connection.members.append(
                    .constant(key: key, json: "\"\(name)\(isGroup ? "GroupByConnection" : "Connection")\""))
            case "edges":
                connection.members.append(.edges(key: key, try edge(node.selection ?? [], object, at: place)))
            case "pageInfo":
                connection.members.append(
                    .pageInfo(key: key, (node.selection ?? []).map { ($0.responseKey, Self.pageInfoPart($0.name)) }))
            case "groupByDimensionValues" where isGroup:
                connection.members.append(.dimensionValues(key: key))
            default:
                let table = schema.table(of: object.nameSingular)
                let figure = table.flatMap { AggregateResolver(table: $0).aggregate(named: node.name) }
                if let figure {
                    if figure.function != .totalCount { hasLists = true }
                    reads.add(figure, of: object)
                }
                connection.members.append(figure.map { .figure(key: key, $0) } ?? .constant(key: key, json: "null"))
            }
        }
        return connection
    }

    private mutating func edge(
        _ fields: [UntypedField], _ object: ObjectMetadata, at place: Place
    ) throws -> [Selection.Entry] {
        try fields.map { node in
            switch node.name {
            case "node":
                return .object(
                    key: node.responseKey, try entries(of: node.selection ?? [], on: object, at: place))
            case "cursor": return .cursor(key: node.responseKey)
            case "__typename":
                return .constant(key: node.responseKey, typeName: object.nameSingular.capitalisedFirst + "Edge")
            default: return .constant(key: node.responseKey, json: "null")
            }
        }
    }

    private static func pageInfoPart(_ name: String) -> Selection.PageInfoPart {
        switch name {
        case "hasNextPage": .hasNextPage
        case "hasPreviousPage": .hasPreviousPage
        case "startCursor": .startCursor
        case "endCursor": .endCursor
        case "__typename": .constant(json: "\"PageInfo\"")
        default: .constant(json: "null")
        }
    }
}

extension Selection.Entry {
    static func constant(key: String, typeName: String) -> Selection.Entry {
        .constant(key: key, json: "\"\(typeName)\"")
    }
}
