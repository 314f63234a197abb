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
    /// Whether groups are left out of which a figure is `null`.
    package var omitsNullFigures = false
    /// The records to show of each group, or `nil` for none.
    package var sample: Sample?

    package struct Sample: Sendable {
        package let plan: ReadPlan
        /// How many relations it shows.
        package var relationCount = 0
        package var order: [JSONObject] = []
        package var offset = 0

        package init(plan: ReadPlan) { self.plan = plan }
    }

    package init() {}
}

/// The groups that were found, with the figures in the order in which they were asked for.
package struct RecordGroups {
    /// What the values of each dimension are.
    package let dimensions: [ColumnKind]
    package let aggregates: [Aggregate]
    package let groups: [Group]
}

extension GroupQuery.Dimension {
    /// What its values are; an element of a list is a text.
    fileprivate var kind: ColumnKind {
        switch (form, column.kind) {
        case (.unnested, _): .text(readsEmpty: false)
        case (.date(let bucket), _) where bucket.granularity != .none: .text(readsEmpty: false)
        case (_, let kind): kind
        }
    }
}

extension RecordOperations {
    /// How many records of each group are shown.
    static let groupSampleSize = 10

    package func groupBy(_ grouping: RecordGrouping, of object: ObjectMetadata) throws -> RecordGroups {
        let table = try table(of: object)
        // What is left out afterwards does not count.
        var query = GroupQuery(limit: grouping.omitsNullFigures ? Int(Int32.max) : grouping.limit)
        // Checked in the contract's order (rest-core 2.4): figures, dimensions, filter, orders.
        query.aggregates = try AggregateResolver(table: table).resolve(grouping.aggregates)
        let dimensions = try GroupByResolver(schema: schema, table: table).dimensions(grouping.groupBy)
        query.dimensions = dimensions.map(\.dimension)
        query.filter = try grouping.filter.map { try filter($0, table: table) }
        query.order = try GroupOrderResolver(table: table, dimensions: dimensions).resolve(grouping.order)
        let sample = try grouping.sample.map { sample in
            GroupQuery.Sample(
                plan: sample.plan, order: try OrderResolver(schema: schema).resolve(sample.order, table: table),
                limit: Self.groupSampleSize, offset: sample.offset)
        }
        let tooComplex = grouping.sample.flatMap { sample in
            let each = QueryComplexity.cost(relations: sample.relationCount, order: sample.order, of: object)
            return QueryComplexity.refusal(ofCost: QueryComplexity.cost(ofGroups: grouping.limit, each: each))
        }
        try refusing(tooComplex).require([.read], on: table)
        var reads = RecordReads()
        for aggregate in query.aggregates { reads.add(aggregate, of: object) }
        for dimension in dimensions.map(\.dimension) {
            let target = dimension.relation.flatMap { schema.dataModel.target(of: $0) }
            if let target { reads.add(target) }
            let owner = target ?? object
            reads.add(owner.fields[dimension.column.fieldIndex], of: owner)
        }
        if let refusal = reads.refusal(under: caller.records) { throw refusal }
        var groups = try read { try $0.groups(query, of: table, sample: sample) }
        if grouping.omitsNullFigures {
            groups = Array(groups.filter { !$0.figures.contains(where: \.value.isNull) }.prefix(grouping.limit))
        }
        return RecordGroups(dimensions: query.dimensions.map(\.kind), aggregates: query.aggregates, groups: groups)
    }

    /// - Throws: for names of figures that there are not.
    package func checkAggregates(_ names: [String], of object: ObjectMetadata) throws {
        _ = try AggregateResolver(table: try table(of: object)).resolve(names)
    }
}
