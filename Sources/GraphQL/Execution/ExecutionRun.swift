import JSON

/// One execution: the response as far as it is written.
final class ExecutionRun {
    /// Why writing a value ended early.
    enum Failure: Error {
        /// An error of a field that a nullable field around it takes up (spec 6.4.4).
        case field(GraphQLError)
        /// A limit is reached: there is no data.
        case aborted(GraphQLError)
    }

    let schema: GraphQLSchema
    let document: DocumentNode
    var writer = JSONWriter()
    private let variables: JSONObject
    private let context: (any Sendable)?
    private let maximumDepth: Int
    private var collector: FieldCollector
    private var plans: [PlannedField.Key: [PlannedField]] = [:]
    private var errors: [GraphQLError] = []
    private var path: [GraphQLError.PathSegment] = []
    private var depth = 0

    init(executor: OperationExecutor, variables: JSONObject, context: (any Sendable)?) {
        schema = executor.schema
        document = executor.document
        self.variables = variables
        self.context = context
        maximumDepth = executor.limits.maximumDepth
        collector = FieldCollector(document: executor.document, variables: variables, limits: executor.limits)
    }

    func execute(_ selectionSets: [SelectionSetNode], on root: ObjectType, source: any Sendable) -> ExecutionResult {
        do throws(Failure) {
            let fields = try collect(selectionSets, on: root)
            return execute(fields, on: root, source: source)
        } catch {
            return result(of: error)
        }
    }

    func execute(_ fields: [CollectedField], on root: ObjectType, source: any Sendable) -> ExecutionResult {
        do throws(Failure) {
            try write(plan(fields, on: root), of: root, source)
            return ExecutionResult(data: writer.bytes, errors: errors)
        } catch {
            return result(of: error)
        }
    }

    private func result(of failure: Failure) -> ExecutionResult {
        switch failure {
        case .field(let error): ExecutionResult(data: Array("null".utf8), errors: errors + [error])
        case .aborted(let error): ExecutionResult(data: nil, errors: [error])
        }
    }

    private func collect(_ selectionSets: [SelectionSetNode], on type: ObjectType) throws(Failure) -> [CollectedField] {
        do throws(GraphQLError) {
            return try collector.collect(selectionSets) { condition in
                condition == type.name
                    || schema.type(named: condition).map { schema.isSubtype(type.name, of: $0) } ?? false
            }
        } catch {
            throw .aborted(error)
        }
    }

    /// Fields that the type does not have are left out.
    private func plan(_ fields: [CollectedField], on type: ObjectType) -> [PlannedField] {
        fields.compactMap { field in
            guard let node = field.nodes.first,
                let definition = schema.field(named: field.name, on: .object(type))
            else { return nil }
            let arguments = Result { () throws(GraphQLError) in
                try schema.coerceArguments(
                    of: node, definition.arguments, in: document, variables: variables)
            }
            return PlannedField(field: field, definition: definition, arguments: arguments)
        }
    }

    /// Writes an object of a type that a field selects from (spec 6.3).
    func writeObject(of type: ObjectType, _ source: any Sendable, for field: CollectedField) throws(Failure) {
        let key = PlannedField.Key(field: ObjectIdentifier(field), type: ObjectIdentifier(type))
        if let plan = plans[key] {
            return try write(plan, of: type, source)
        }
        let plan = plan(try collect(field.selectionSets, on: type), on: type)
        // Every plan is kept and holds on to its fields, so an identifier in a key stays that of its field.
        plans[key] = plan
        try write(plan, of: type, source)
    }

    private func write(_ plan: [PlannedField], of type: ObjectType, _ source: any Sendable) throws(Failure) {
        depth += 1
        defer { depth -= 1 }
        if depth > maximumDepth {
            throw .aborted(GraphQLError("Query is nested more than \(maximumDepth) levels deep."))
        }
        var separator = UInt8(ascii: "{")
        for field in plan {
            writer.bytes.append(separator)
            separator = UInt8(ascii: ",")
            writer.write(raw: field.key)
            path.append(.key(field.field.responseKey))
            defer { path.removeLast() }
            try writeNullable(field.definition.type, field) { run throws(Failure) in
                let value = try run.resolve(field, on: type, source)
                return try run.complete(value, as: field.definition.type, for: field, of: type)
            }
        }
        if plan.isEmpty {
            writer.bytes.append(separator)
        }
        writer.bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a value. If it fails and the type is nullable, null stands for it and the error is kept (spec 6.4.4).
    func writeNullable(
        _ type: TypeReference, _ field: PlannedField, _ body: (ExecutionRun) throws(Failure) -> Void
    ) throws(Failure) {
        do throws(GraphQLError) {
            try collector.spend()
        } catch {
            throw .aborted(error)
        }
        let start = writer.bytes.count
        do throws(Failure) {
            try body(self)
        } catch {
            guard case .field(let failure) = error, !type.isNonNull else { throw error }
            errors.append(failure)
            writer.bytes.removeSubrange(start...)
            writer.writeNull()
        }
    }

    /// Does something at an element of the list at the current path.
    func at(_ index: Int, _ body: (ExecutionRun) throws(Failure) -> Void) throws(Failure) {
        path.append(.index(index))
        defer { path.removeLast() }
        try body(self)
    }

    private func resolve(
        _ field: PlannedField, on type: ObjectType, _ source: any Sendable
    ) throws(Failure) -> ResolvedValue {
        do {
            let arguments = try field.arguments.get()
            guard let resolve = field.definition.resolve else {
                return .value((source as? JSONValue)?[field.definition.name] ?? .null)
            }
            let info = ResolveInfo(
                schema: schema, document: document, parentType: type, definition: field.definition,
                field: field.field, variables: variables, path: path, context: context)
            return try resolve(source, arguments, info)
        } catch let error {
            throw failure(error, field)
        }
    }

    /// An error of a field: with its place in the response and, unless it has one, its place in the document.
    func failure(_ error: any Error, _ field: PlannedField) -> Failure {
        var failure = error as? GraphQLError ?? GraphQLError("\(error)")
        failure.path = failure.path ?? path
        if failure.locations.isEmpty {
            failure.locations = document.source.locations(at: field.field.nodes.map(\.offset))
        }
        return .field(failure)
    }
}
