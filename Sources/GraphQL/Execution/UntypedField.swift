import JSON

/// A field as it is executed without a schema: with its arguments as JSON and, one inside the other, all that it
/// selects. Type conditions of fragments are not looked at.
package struct UntypedField: Sendable {
    package let responseKey: String
    package let name: String
    /// Variables are substituted; an argument whose variable has no value is left out.
    package let arguments: JSONObject
    /// `nil` without a selection set.
    package let selection: [UntypedField]?
    /// The same field for the executor.
    package let field: CollectedField

    /// Whether the document selects it more than once under this key.
    package var isRepeated: Bool { field.selectionSets.count > 1 }
}

extension UntypedField {
    /// What an operation selects, with the variables as they came in the request.
    ///
    /// - Throws: when the limits are exceeded, as by a fragment that contains itself.
    package static func selection(
        of operation: OperationDefinitionNode, in document: DocumentNode, variables: JSONObject,
        limits: ExecutionLimits = ExecutionLimits(maximumWork: 100_000)
    ) throws(GraphQLError) -> [UntypedField] {
        var builder = UntypedSelectionBuilder(document: document, variables: variables, limits: limits)
        return try builder.fields(of: [operation.selectionSet], depth: 1)
    }

    static func selection(
        of field: CollectedField, document: DocumentNode, variables: JSONObject, limits: ExecutionLimits
    ) throws(GraphQLError) -> [UntypedField] {
        var builder = UntypedSelectionBuilder(document: document, variables: variables, limits: limits)
        return try builder.fields(of: field.selectionSets, depth: 1)
    }
}

extension OperationDefinitionNode {
    /// The variables of a request together with the defaults of those that it does not give, without any coercion.
    package func untypedVariables(_ variables: JSONObject) -> JSONObject {
        var all = variables
        for definition in self.variables where !all.contains(definition.name.text) {
            all[definition.name.text] = definition.defaultValue?.untypedValue([:])
        }
        return all
    }
}

private struct UntypedSelectionBuilder {
    private var collector: FieldCollector
    private let variables: JSONObject
    private let maximumDepth: Int

    init(document: DocumentNode, variables: JSONObject, limits: ExecutionLimits) {
        collector = FieldCollector(document: document, variables: variables, limits: limits)
        self.variables = variables
        maximumDepth = limits.maximumDepth
    }

    mutating func fields(
        of selectionSets: [SelectionSetNode], depth: Int
    ) throws(GraphQLError) -> [UntypedField] {
        if depth > maximumDepth {
            throw GraphQLError("Query is nested more than \(maximumDepth) levels deep.")
        }
        var fields: [UntypedField] = []
        for field in try collector.collect(selectionSets, applies: { _ in true }) {
            let selectionSets = field.selectionSets
            fields.append(
                UntypedField(
                    responseKey: field.responseKey, name: field.name, arguments: arguments(of: field),
                    selection: selectionSets.isEmpty ? nil : try self.fields(of: selectionSets, depth: depth + 1),
                    field: field))
        }
        return fields
    }

    private func arguments(of field: CollectedField) -> JSONObject {
        var arguments = JSONObject()
        for argument in field.arguments {
            if let value = argument.value.untypedValue(variables) {
                arguments[argument.name.text] = value
            }
        }
        return arguments
    }
}
