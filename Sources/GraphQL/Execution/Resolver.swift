import JSON

/// Gives the value of a field (spec 6.4.2).
///
/// A `GraphQLError` that it throws becomes an entry of `errors`, with path and location; of any other error the
/// description becomes the message.
package typealias Resolver =
    @Sendable (_ source: any Sendable, _ arguments: JSONObject, _ info: ResolveInfo) throws -> ResolvedValue

/// What a resolver gives.
package enum ResolvedValue: Sendable {
    case null
    /// A scalar or an enum before its result coercion, or a list or an object of them.
    ///
    /// The fields of an object that have no resolver take its members; an interface or a union takes the member
    /// `__typename` for the type.
    case value(JSONValue)
    /// The source for the fields of an object. An interface or a union needs the name of the object's type.
    case object(any Sendable, type: String? = nil)
    case list([ResolvedValue])
    /// JSON that stands for the whole field, in the shape of the request. It is neither checked nor looked into.
    case raw([UInt8])
}

/// Where a resolver is called.
package struct ResolveInfo {
    package let schema: GraphQLSchema
    package let document: DocumentNode
    package let parentType: ObjectType
    package let definition: FieldDefinition
    package let field: CollectedField
    /// Coerced.
    package let variables: JSONObject
    package let path: [GraphQLError.PathSegment]
    /// What the caller of the executor gave for all resolvers.
    package let context: (any Sendable)?

    /// What the field selects, regardless of types.
    package func selection(limits: ExecutionLimits = ExecutionLimits()) throws(GraphQLError) -> [UntypedField] {
        try UntypedField.selection(of: field, document: document, variables: variables, limits: limits)
    }
}
