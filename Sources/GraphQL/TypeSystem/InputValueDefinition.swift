import JSON

/// An argument of a field or a directive, or a field of an input object (spec 3.6.1, 3.10).
package final class InputValueDefinition: NamedDefinition {
    package enum Default: Sendable {
        /// A value as it is after coercion.
        case value(JSONValue)
        /// A constant that is coerced when it is needed.
        case literal(ValueNode)
    }

    package let name: String
    package let description: String?
    package let type: TypeReference
    package let defaultValue: Default?
    package let deprecationReason: String?

    package init(
        _ name: String, _ type: TypeReference, description: String? = nil, defaultValue: Default? = nil,
        deprecationReason: String? = nil
    ) {
        self.name = name
        self.description = description
        self.type = type
        self.defaultValue = defaultValue
        self.deprecationReason = deprecationReason
    }

    /// Whether a value must be given (spec 5.4.2.1).
    package var isRequired: Bool { type.isNonNull && defaultValue == nil }
}
