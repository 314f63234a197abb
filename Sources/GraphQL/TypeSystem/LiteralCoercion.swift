import JSON

extension GraphQLSchema {
    /// Input coercion of a literal (spec 3.5 to 3.12), where variables are already coerced.
    ///
    /// - Returns: `nil` when the literal is not of the type.
    package func coerce(
        _ literal: ValueNode, to type: TypeReference, variables: JSONObject = [:]
    ) -> JSONValue? {
        coerce(literal, to: type, variables: variables, defaults: 0)
    }

    /// Defaults may be in defaults this deep; what is deeper, as in a default that contains itself, is left out.
    private static let maximumDefaults = 8

    private func coerce(
        _ literal: ValueNode, to type: TypeReference, variables: JSONObject, defaults: Int
    ) -> JSONValue? {
        if let name = literal.variableName {
            let value = variables[name]
            return value == .null && type.isNonNull ? nil : value
        }
        switch type {
        case .nonNull(let inner):
            return literal.isNull ? nil : coerce(literal, to: inner, variables: variables, defaults: defaults)
        case _ where literal.isNull:
            return .null
        case .list(let element):
            return coerceList(literal, of: element, variables: variables, defaults: defaults)
        case .named(let name):
            switch self.type(named: name) {
            case .scalar(let scalar): return try? scalar.parseLiteral(literal, variables)
            case .enumeration(let enumeration): return try? enumeration.parseLiteral(literal)
            case .inputObject(let input):
                return coerceObject(literal, to: input, variables: variables, defaults: defaults)
            default: return nil
            }
        }
    }

    private func coerceList(
        _ literal: ValueNode, of element: TypeReference, variables: JSONObject, defaults: Int
    ) -> JSONValue? {
        guard case .list(let items) = literal.kind else {
            // One value stands for a list of it (spec 3.11).
            return coerce(literal, to: element, variables: variables, defaults: defaults).map { .array([$0]) }
        }
        var values: [JSONValue] = []
        values.reserveCapacity(items.count)
        for item in items {
            if isMissing(item, in: variables) {
                if element.isNonNull { return nil }
                values.append(.null)
            } else {
                guard let value = coerce(item, to: element, variables: variables, defaults: defaults) else {
                    return nil
                }
                values.append(value)
            }
        }
        return .array(values)
    }

    private func coerceObject(
        _ literal: ValueNode, to type: InputObjectType, variables: JSONObject, defaults: Int
    ) -> JSONValue? {
        guard case .object(let members) = literal.kind else { return nil }
        let given = Dictionary(members.map { ($0.name.text, $0.value) }, uniquingKeysWith: { $1 })
        var object = JSONObject()
        for field in type.fields {
            if let value = given[field.name], !isMissing(value, in: variables) {
                guard let coerced = coerce(value, to: field.type, variables: variables, defaults: defaults) else {
                    return nil
                }
                object[field.name] = coerced
            } else if let value = defaultValue(of: field, defaults: defaults + 1) {
                object[field.name] = value
            } else if field.type.isNonNull {
                return nil
            }
        }
        return .object(object)
    }

    private func isMissing(_ literal: ValueNode, in variables: JSONObject) -> Bool {
        literal.variableName.map { !variables.contains($0) } ?? false
    }

    /// The coerced default of an argument or an input field, `nil` if it has none.
    package func defaultValue(of input: InputValueDefinition) -> JSONValue? {
        defaultValue(of: input, defaults: 0)
    }

    private func defaultValue(of input: InputValueDefinition, defaults: Int) -> JSONValue? {
        switch input.defaultValue {
        case .value(let value): value
        case .literal(let literal) where defaults <= Self.maximumDefaults:
            coerce(literal, to: input.type, variables: [:], defaults: defaults)
        case .literal, nil: nil
        }
    }
}
