import DataModel
import JSON

/// What a query costs: one, and one for each relation that it selects or orders by (rest-core 15, graphql-core 11).
enum QueryComplexity {
    private static let maximum = 2000

    /// - Returns: why a query of this cost is refused, `nil` when it is not.
    static func refusal(ofCost cost: Int) -> RecordError? {
        guard cost > maximum else { return nil }
        return RecordError(
            .tooComplexQuery,
            "Query complexity is too high. Please, reduce the amount of relation fields requested. "
                + "Query complexity: \(cost). Maximum complexity: \(maximum).")
    }

    /// The cost of records.
    static func cost(relations: Int, order: [JSONObject] = [], of object: ObjectMetadata) -> Int {
        1 + relations + order.flatMap(\.members).count { object.field(named: $0.key)?.relation != nil }
    }

    /// The cost of groups that each show records.
    static func cost(ofGroups limit: Int, each: Int) -> Int {
        // The limit may be any number.
        1 + each * min(limit, 1_000_000)
    }
}
