/// How much work an execution may do. A small document can ask for a great deal, as fragments multiply.
package struct ExecutionLimits: Sendable {
    /// How many selections are looked at and how many fields are executed, together.
    package var maximumWork: Int
    /// How deep fields are executed in fields.
    package var maximumDepth: Int

    package init(maximumWork: Int = 10_000_000, maximumDepth: Int = 200) {
        self.maximumWork = maximumWork
        self.maximumDepth = maximumDepth
    }
}

/// Work that is left.
struct WorkBudget {
    private var rest: Int

    init(_ amount: Int) {
        rest = amount
    }

    @inline(__always)
    mutating func spend(_ amount: Int = 1) throws(GraphQLError) {
        rest -= amount
        if rest < 0 {
            throw GraphQLError("Query is too complex: it asks for too many fields.")
        }
    }
}
