import JSON

extension GraphQLSchema {
    /// The arguments of a field (spec 6.4.1, "CoerceArgumentValues").
    ///
    /// - Parameter variables: coerced.
    package func coerceArguments(
        of field: FieldNode, _ definitions: DefinitionList<InputValueDefinition>, in document: DocumentNode,
        variables: JSONObject
    ) throws(GraphQLError) -> JSONObject {
        var coerced = JSONObject()
        for definition in definitions {
            let name = definition.name
            let type = definition.type
            // Of several arguments with one name the last counts, as in graphql-js.
            guard let argument = field.arguments.last(where: { $0.name.text == name }) else {
                if let value = defaultValue(of: definition) {
                    coerced[name] = value
                } else if type.isNonNull {
                    throw GraphQLError(
                        "Argument \"\(name)\" of required type \"\(type)\" was not provided.",
                        locations: [document.source.location(at: field.offset)])
                }
                continue
            }
            let error = { (message: String) in
                GraphQLError(
                    "Argument \"\(name)\" \(message)",
                    locations: [document.source.location(at: argument.value.offset)])
            }
            var isNull = argument.value.isNull
            if let variable = argument.value.variableName {
                guard let value = variables[variable] else {
                    if let value = defaultValue(of: definition) {
                        coerced[name] = value
                    } else if type.isNonNull {
                        throw error(
                            "of required type \"\(type)\" was provided the variable \"$\(variable)\" which was not "
                                + "provided a runtime value.")
                    }
                    continue
                }
                isNull = value.isNull
            }
            if isNull && type.isNonNull {
                throw error("of non-null type \"\(type)\" must not be null.")
            }
            guard let value = coerce(argument.value, to: type, variables: variables) else {
                throw error("has invalid value \(argument.value).")
            }
            coerced[name] = value
        }
        return coerced
    }
}
