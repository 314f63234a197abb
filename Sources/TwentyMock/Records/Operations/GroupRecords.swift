import DataModel
import JSON
import RecordStore

/// What records are grouped by and what is wanted of each group; all in GraphQL's form (rest-core 14).
package struct RecordGrouping: Sendable {
    package var groupBy: [JSONObject] = []
    /// Names of figures: `sumAmountAmountMicros`.
    package var aggregates: [String] = []
    package var filter: JSONObject?
    package var order: [JSONObject] = []
    /// How many groups; the contract's default is 50.
    package var limit = 50
    /// The records to show of each group, or `nil` for none.
    package var sample: Sample?

    package struct Sample: Sendable {
        package let plan: ReadPlan
        package var order: [JSONObject] = []
        package var offset = 0

        package init(plan: ReadPlan) { self.plan = plan }
    }

    package init() {}
}

/// The groups that were found, with the figures in the order in which they were asked for.
package struct RecordGroups {
    package let dimensions: [Column]
    package let aggregates: [Aggregate]
    package let groups: [Group]
}

extension RecordOperations {
    /// How many records of each group are shown.
    static let groupSampleSize = 10

    package func groupBy(_ grouping: RecordGrouping, of object: ObjectMetadata) throws -> RecordGroups {
        let table = try table(of: object)
        var query = GroupQuery(limit: grouping.limit)
        // Checked in the contract's order (rest-core 2.4): order of records, filter, dimensions, figures, order.
        let sample = try grouping.sample.map { sample in
            GroupQuery.Sample(
                plan: sample.plan, order: try OrderResolver(schema: schema).resolve(sample.order, table: table),
                limit: Self.groupSampleSize, offset: sample.offset)
        }
        query.filter = try grouping.filter.map { try filter($0, table: table) }
        let dimensions = try GroupByResolver(schema: schema, table: table).dimensions(grouping.groupBy)
        query.dimensions = dimensions.map(\.dimension)
        query.aggregates = try AggregateResolver(table: table).resolve(grouping.aggregates)
        query.order = try GroupOrderResolver(table: table, dimensions: dimensions).resolve(grouping.order)
        let groups = try read { try $0.groups(query, of: table, sample: sample) }
        return RecordGroups(dimensions: query.dimensions.map(\.column), aggregates: query.aggregates, groups: groups)
    }
}
