import GraphQL
import JSON
import RecordStore

/// The direct execution of an operation (graphql-core 1.2): root field by root field, each with its own result.
struct RecordExecution: Sendable {
    let compiled: CompiledOperation
    let document: DocumentNode
    let operation: OperationDefinitionNode
    /// As they came in the request, with the defaults of those that it does not give.
    let variables: JSONObject
    let operations: RecordOperations

    /// - Returns: the response; errors have neither path nor location.
    func run() -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 64 * 1024)
        var errors: [GraphQLError] = []
        var separator = UInt8(ascii: "{")
        writer.write(raw: "{\"data\":")
        for (index, root) in compiled.roots.enumerated() where root.target != .introspection {
            writer.bytes.append(separator)
            separator = UInt8(ascii: ",")
            writer.write(string: root.key)
            writer.bytes.append(UInt8(ascii: ":"))
            if let error = resolve(index, to: &writer) { errors.append(error) }
        }
        let introspection = introspect()
        errors += introspection.errors
        if let members = introspection.members, !members.isEmpty {
            writer.bytes.append(separator)
            separator = UInt8(ascii: ",")
            writer.bytes.append(contentsOf: members)
        }
        if separator == UInt8(ascii: "{") { writer.bytes.append(separator) }
        writer.bytes.append(UInt8(ascii: "}"))
        if !errors.isEmpty {
            writer.write(raw: ",\"errors\":")
            writer.write(errors.map { JSONValue.object($0.json) })
        }
        writer.bytes.append(UInt8(ascii: "}"))
        return writer.bytes
    }

    /// How often a field is tried again because the data model changes meanwhile.
    private static let maximumAttempts = 10

    /// Writes the value of a root field, or `null` and what went wrong.
    private func resolve(_ index: Int, to writer: inout JSONWriter) -> GraphQLError? {
        let start = writer.bytes.count
        var execution = self
        for attempt in 1...Self.maximumAttempts {
            do {
                let resolver = RecordResolver(operations: execution.operations, variables: variables)
                try resolver.resolve(execution.compiled.roots[index], to: &writer)
                return nil
            } catch is OutdatedSchema where attempt < Self.maximumAttempts {
                writer.bytes.removeSubrange(start...)
                guard let renewed = try? renewed(), renewed.compiled.roots.indices.contains(index) else { continue }
                execution = renewed
            } catch {
                writer.bytes.removeSubrange(start...)
                writer.writeNull()
                return GraphQLFailure.error(error, schema: execution.operations.schema)
            }
        }
        return nil
    }

    /// The same against the data model of the moment.
    private func renewed() throws -> RecordExecution {
        let operations = RecordOperations(workspace: operations.workspace, caller: operations.caller)
        let compiled = try CompiledOperation(
            operation, in: document, variables: variables, model: operations.snapshot.graphQL, isKnown: true)
        return RecordExecution(
            compiled: compiled, document: document, operation: operation, variables: variables, operations: operations)
    }

    private func introspect() -> (members: ArraySlice<UInt8>?, errors: [GraphQLError]) {
        let fields = compiled.roots.filter { $0.target == .introspection }.map(\.field)
        guard !fields.isEmpty else { return (nil, []) }
        let result = OperationExecutor(schema: operations.snapshot.graphQL.recordSchema, document: document)
            .execute(fields: fields, variables: variables)
        return (result.dataMembers, result.errors)
    }

    /// Where it should run.
    var pace: GraphQLEndpoint.Job.Pace {
        var pace = GraphQLEndpoint.Job.Pace.immediate
        for root in compiled.roots {
            guard case .record(let method) = root.target else {
                pace = .slow
                continue
            }
            if method.isMutation { return .write }
            if !isQuick(root, method) { pace = .slow }
        }
        return pace
    }

    /// Whether it reads no more than a page in the order of its index, and what that leads to directly.
    private func isQuick(_ root: CompiledRoot, _ method: RecordMethod) -> Bool {
        guard root.isFlat else { return false }
        let arguments = RecordArguments(root.field.arguments, variables: variables)
        switch method {
        case .findMany:
            let size = (arguments["first"] ?? arguments["last"])?.doubleValue ?? 200
            return size <= 200 && !["filter", "orderBy", "offset"].contains { arguments[$0] != nil }
        case .findOne:
            let filter = arguments["filter"]?.objectValue
            return filter?.count == 1 && filter?["id"]?["eq"] != nil
        default: return false
        }
    }
}
