import JSON

/// A value of an enum (spec 3.9).
package struct EnumValueDefinition: NamedDefinition {
    /// As documents and responses have it.
    package let name: String
    package let description: String?
    package let deprecationReason: String?
    /// As resolvers have it.
    package let value: JSONValue

    /// - Parameter value: the name as a string when `nil`.
    package init(
        _ name: String, description: String? = nil, deprecationReason: String? = nil, value: JSONValue? = nil
    ) {
        self.name = name
        self.description = description
        self.deprecationReason = deprecationReason
        self.value = value ?? .string(name)
    }
}

/// An enum (spec 3.9).
package final class EnumType: Sendable {
    package let name: String
    package let description: String?
    package let values: DefinitionList<EnumValueDefinition>

    package init(_ name: String, description: String? = nil, values: [EnumValueDefinition]) {
        self.name = name
        self.description = description
        self.values = DefinitionList(values)
    }

    /// Result coercion (spec 3.9).
    package func serialize(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        if case .string(let text) = value, let definition = values[text], definition.value == value {
            return value
        }
        guard let definition = values.first(where: { $0.value == value }) else {
            throw GraphQLError("Enum \"\(name)\" cannot represent value: \(Inspection.text(of: value))")
        }
        return .string(definition.name)
    }

    /// Input coercion of a variable's value (spec 3.9).
    package func parseValue(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        guard case .string(let text) = value else {
            let found = Inspection.text(of: value)
            throw GraphQLError(
                "Enum \"\(name)\" cannot represent non-string value: \(found)." + suggestion(for: found))
        }
        return try self.value(named: text)
    }

    /// Input coercion of a literal (spec 3.9).
    package func parseLiteral(_ literal: ValueNode) throws(GraphQLError) -> JSONValue {
        guard case .enumValue(let text) = literal.kind else {
            let found = literal.description
            throw GraphQLError(
                "Enum \"\(name)\" cannot represent non-enum value: \(found)." + suggestion(for: found))
        }
        return try value(named: text)
    }

    private func value(named text: String) throws(GraphQLError) -> JSONValue {
        guard let definition = values[text] else {
            throw GraphQLError("Value \"\(text)\" does not exist in \"\(name)\" enum." + suggestion(for: text))
        }
        return definition.value
    }

    private func suggestion(for text: String) -> String {
        Suggestions.didYouMean(Suggestions.similar(to: text, in: values.names), phrase: "the enum value ")
    }
}
