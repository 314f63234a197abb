import DataModel
import GraphQL
import JSON
import RecordStore

/// An operation with its root fields classified and what they select made ready to run (graphql-core 1.1).
final class CompiledOperation: Sendable {
    enum Kind: Sendable {
        /// Records, introspection of the record API, or both.
        case records
        /// Executed against the core schema.
        case core
        /// Not executed at all.
        case refused(GraphQLError)
    }

    /// Graphql-core 11.
    private static let maximumRoots = 20

    let kind: Kind
    let roots: [CompiledRoot]
    let type: OperationType

    /// - Parameter isKnown: whether the request names a workspace; without one nothing but the core schema is there.
    init(
        _ operation: OperationDefinitionNode, in document: DocumentNode, variables: JSONObject, model: GraphQLModel,
        isKnown: Bool
    ) throws {
        type = operation.type
        let fields = try UntypedField.selection(of: operation, in: document, variables: variables)
        let roots = fields.map { CompiledRoot($0, model: model, isKnown: isKnown) }
        self.roots = roots
        kind = Self.kind(of: roots, model: model, isKnown: isKnown)
    }

    private static func kind(of roots: [CompiledRoot], model: GraphQLModel, isKnown: Bool) -> Kind {
        let records = roots.filter { if case .record = $0.target { true } else { false } }
        guard roots.count <= maximumRoots else {
            return .refused(GraphQLFailure.tooMany("root resolvers", roots.count, maximum: maximumRoots))
        }
        var seen = Set<String>()
        if let repeated = records.first(where: { !seen.insert($0.name).inserted || $0.isRepeated }) {
            return .refused(GraphQLFailure.repeatedRoot(repeated.name))
        }
        guard isKnown else {
            return records.isEmpty ? .core : .refused(GraphQLFailure.noWorkspace(records.map(\.name)))
        }
        let unknown = roots.filter { $0.target == .core && !CoreSchema.hasField($0.name) }.map(\.name)
        guard unknown.isEmpty else { return .refused(GraphQLFailure.unknownFields(unknown)) }
        let core = roots.filter { $0.target == .core }
        if core.isEmpty { return .records }
        if records.isEmpty { return .core }
        return .refused(
            GraphQLFailure.badRequest(
                "This query cannot be executed as a single request. Please split it into separate queries.",
                "MIXED_CORE_AND_WORKSPACE_FIELDS"))
    }
}

/// A root field of a request.
struct CompiledRoot: Sendable {
    enum Target: Sendable, Equatable {
        case record(RecordMethod)
        case introspection
        case core
    }

    /// What a field of the record API returns.
    enum Shape: Sendable {
        case record(ReadPlan)
        case connection(ConnectionPlan)
    }

    let key: String
    let name: String
    let field: CollectedField
    /// Whether the document has the field more than once.
    let isRepeated: Bool
    let target: Target
    /// What the field of the record API is about.
    let object: ObjectMetadata?
    /// What it returns; of a selection that is refused, the records without anything of them.
    let shape: Shape?
    /// Why the selection is refused.
    let refusal: (any Error)?
    /// What of the data model is selected.
    let reads: RecordReads
    /// How many relations are selected in all.
    let relationCount: Int
    /// Whether every record is written from its own row and those that its join columns name.
    let isFlat: Bool

    init(_ field: UntypedField, model: GraphQLModel, isKnown: Bool) {
        key = field.responseKey
        name = field.name
        self.field = field.field
        isRepeated = field.isRepeated
        let root = model.roots[field.name]
        object = root?.object
        guard let root else {
            target = field.name == "__schema" || field.name == "__type" ? .introspection : .core
            (shape, refusal, reads, relationCount, isFlat) = (nil, nil, RecordReads(), 0, true)
            return
        }
        target = .record(root.method)
        guard isKnown else {
            (shape, refusal, reads, relationCount, isFlat) = (nil, nil, RecordReads(), 0, true)
            return
        }
        let empty = RecordSelection(schema: model.schema, relatedRecordLimit: root.method.relatedRecordLimit)
        var selection = empty
        do {
            shape = try Self.shape(of: root, field.selection, &selection, model.schema)
            refusal = nil
        } catch {
            var none = empty
            shape = try? Self.shape(of: root, nil, &none, model.schema)
            refusal = error
        }
        reads = selection.reads
        relationCount = selection.relationCount
        isFlat = !selection.hasLists
    }

    private static func shape(
        of root: RecordRoot, _ fields: [UntypedField]?, _ selection: inout RecordSelection, _ schema: Schema
    ) throws -> Shape {
        switch root.method {
        case .findMany, .findDuplicates, .groupBy:
            let connection = try selection.connection(root.object, fields, isGroup: root.method == .groupBy)
            // Of groups it depends on how many there are.
            if root.method != .groupBy { try selection.checkComplexity() }
            return .connection(try ConnectionPlan(connection, schema: schema))
        default:
            let record = try selection.record(root.object, fields)
            try selection.checkComplexity()
            return .record(try ReadPlan(record, schema: schema))
        }
    }
}
