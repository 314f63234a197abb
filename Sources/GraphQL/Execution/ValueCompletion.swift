import JSON

extension ExecutionRun {
    /// Writes what a resolver gave as a value of a type (spec 6.4.3, "CompleteValue").
    func complete(
        _ value: ResolvedValue, as type: TypeReference, for field: PlannedField, of parent: ObjectType
    ) throws(Failure) {
        let name = { "\(parent.name).\(field.definition.name)" }
        switch (type, value) {
        case (.nonNull, .null), (.nonNull, .value(.null)):
            throw failure(GraphQLError("Cannot return null for non-nullable field \(name())."), field)
        case (.nonNull(let inner), _):
            try complete(value, as: inner, for: field, of: parent)
        case (_, .raw(let bytes)):
            writer.write(raw: bytes)
        case (_, .null), (_, .value(.null)):
            writer.writeNull()
        case (.list(let element), .list(let values)):
            try completeList(values, as: element, for: field, of: parent)
        case (.list(let element), .value(.array(let values))):
            try completeList(values.lazy.map(ResolvedValue.value), as: element, for: field, of: parent)
        case (.list, _):
            throw failure(
                GraphQLError("Expected Iterable, but did not find one for field \"\(name())\"."), field)
        case (.named(let typeName), _):
            try complete(value, asTypeNamed: typeName, for: field, of: parent)
        }
    }

    private func completeList(
        _ values: some Sequence<ResolvedValue>, as element: TypeReference, for field: PlannedField,
        of parent: ObjectType
    ) throws(Failure) {
        writer.write(raw: "[")
        var index = 0
        for value in values {
            if index > 0 {
                writer.write(raw: ",")
            }
            try at(index) { run throws(Failure) in
                try run.writeNullable(element, field) { run throws(Failure) in
                    try run.complete(value, as: element, for: field, of: parent)
                }
            }
            index += 1
        }
        writer.write(raw: "]")
    }

    private func complete(
        _ value: ResolvedValue, asTypeNamed name: String, for field: PlannedField, of parent: ObjectType
    ) throws(Failure) {
        switch schema.type(named: name) {
        case .scalar(let scalar):
            try completeLeaf(value, for: field) { try scalar.serialize($0) }
        case .enumeration(let enumeration):
            try completeLeaf(value, for: field) { try enumeration.serialize($0) }
        case .object(let object):
            try completeObject(value, as: object, for: field)
        case .some(let type) where type.isAbstract:
            let object = try runtimeType(of: value, type, for: field, of: parent)
            try completeObject(value, as: object, for: field)
        default:
            throw failure(GraphQLError("Cannot complete value of unexpected output type: \"\(name)\"."), field)
        }
    }

    private func completeLeaf(
        _ value: ResolvedValue, for field: PlannedField, _ serialize: (JSONValue) throws -> JSONValue
    ) throws(Failure) {
        guard case .value(let value) = value else {
            throw failure(GraphQLError("Expected a leaf value."), field)
        }
        do {
            writer.write(try serialize(value))
        } catch let error {
            throw failure(error, field)
        }
    }

    private func completeObject(
        _ value: ResolvedValue, as type: ObjectType, for field: PlannedField
    ) throws(Failure) {
        switch value {
        case .object(let source, _): try writeObject(of: type, source, for: field.field)
        case .value(let source): try writeObject(of: type, source, for: field.field)
        default: throw failure(GraphQLError("Expected an object of type \"\(type.name)\"."), field)
        }
    }

    /// Spec 6.4.3, "ResolveAbstractType".
    private func runtimeType(
        of value: ResolvedValue, _ type: NamedType, for field: PlannedField, of parent: ObjectType
    ) throws(Failure) -> ObjectType {
        let given: String? =
            switch value {
            case .object(_, let name): name
            case .value(let source): source["__typename"]?.stringValue
            default: nil
            }
        guard let given else {
            throw failure(
                GraphQLError(
                    "Abstract type \"\(type.name)\" must resolve to an Object type at runtime for field "
                        + "\"\(parent.name).\(field.definition.name)\"."),
                field)
        }
        guard case .object(let object) = schema.type(named: given) else {
            throw failure(
                GraphQLError(
                    "Abstract type \"\(type.name)\" was resolved to a type \"\(given)\" that does not exist inside "
                        + "the schema."),
                field)
        }
        guard schema.isSubtype(given, of: type) else {
            throw failure(
                GraphQLError("Runtime Object type \"\(given)\" is not a possible type for \"\(type.name)\"."),
                field)
        }
        return object
    }
}
