/// A syntax error before its place is turned into a line and a column.
struct SyntaxFailure: Error {
    let message: String
    let offset: Int

    func error(in source: GraphQLSource) -> GraphQLError {
        GraphQLError("Syntax Error: \(message)", locations: [source.location(at: offset)])
    }
}
