/// Why a request is not executed at all (spec 7.1.2, "request errors").
package struct GraphQLErrorList: Error, Sendable, Hashable {
    package var errors: [GraphQLError]

    package init(_ errors: [GraphQLError]) {
        self.errors = errors
    }
}
