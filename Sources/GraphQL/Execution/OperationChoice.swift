extension DocumentNode {
    /// The operation of a request (spec 6.1, "GetOperation").
    package func operation(named name: String?) throws(GraphQLError) -> OperationDefinitionNode {
        let operations = operations
        if let name {
            guard let operation = operations.first(where: { $0.name?.text == name }) else {
                throw GraphQLError("Unknown operation named \"\(name)\".")
            }
            return operation
        }
        guard let operation = operations.first else {
            throw GraphQLError("Must provide an operation.")
        }
        if operations.count > 1 {
            throw GraphQLError("Must provide operation name when document contains multiple operations.")
        }
        return operation
    }
}
