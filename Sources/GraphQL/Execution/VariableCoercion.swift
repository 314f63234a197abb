import JSON

extension GraphQLSchema {
    private static let maximumVariableErrors = 50
    /// An error shows the value that is wrong. Together they may not show more than this many bytes.
    private static let maximumVariableErrorSize = 100_000

    /// The variables of an operation with defaults and input coercion (spec 6.1.2, "CoerceVariableValues").
    package func coerceVariables(
        of operation: OperationDefinitionNode, in document: DocumentNode, from values: JSONObject
    ) throws(GraphQLErrorList) -> JSONObject {
        var coerced = JSONObject()
        var errors: [GraphQLError] = []
        var size = 0
        for definition in operation.variables {
            let isInput = self.type(of: definition.type.reference)?.isInput ?? false
            let offset = isInput ? definition.offset : definition.type.offset
            var reporter = InputCoercion(schema: self) { error in
                size += error.message.utf8.count
                guard errors.count < Self.maximumVariableErrors, size < Self.maximumVariableErrorSize else {
                    return false
                }
                var error = error
                error.locations = [document.source.location(at: offset)]
                errors.append(error)
                return true
            }
            coerce(definition, values, into: &coerced, &reporter)
            if reporter.isAborted {
                let limit = "Too many errors processing variables, error limit reached. Execution aborted."
                throw GraphQLErrorList(errors + [GraphQLError(limit)])
            }
        }
        if !errors.isEmpty {
            throw GraphQLErrorList(errors)
        }
        return coerced
    }

    private func coerce(
        _ definition: VariableDefinitionNode, _ values: JSONObject, into coerced: inout JSONObject,
        _ input: inout InputCoercion
    ) {
        let name = definition.name.text
        let type = definition.type.reference
        guard let named = self.type(of: type), named.isInput else {
            return input.report(
                "Variable \"$\(name)\" expected value of type \"\(type)\" which cannot be used as an input type.")
        }
        guard let value = values[name] else {
            if let literal = definition.defaultValue {
                coerced[name] = coerce(literal, to: type)
            } else if type.isNonNull {
                input.report("Variable \"$\(name)\" of required type \"\(type)\" was not provided.")
            }
            return
        }
        if value.isNull && type.isNonNull {
            return input.report("Variable \"$\(name)\" of non-null type \"\(type)\" must not be null.")
        }
        input.variable = name
        coerced[name] = input.coerce(value, to: type)
    }
}
