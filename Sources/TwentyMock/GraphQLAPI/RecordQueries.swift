import DataModel
import JSON
import RecordStore

// The queries (graphql-core 6, 9.9, 10).
extension RecordResolver {
    func list(_ arguments: RecordArguments) throws -> RecordList {
        try arguments.allow(
            ["first", "last", "before", "after", "offset", "filter", "orderBy"]
                + (release.hasGraphQLLimitArgument ? ["limit"] : []))
        let first = try arguments.number("first")
        let last = try arguments.number("last")
        let limit = release.hasGraphQLLimitArgument ? try arguments.number("limit") : nil
        var list = RecordList(limit: first ?? last ?? limit ?? release.defaultGraphQLPageSize)
        list.filter = try arguments.object("filter")
        list.order = try arguments.objects("orderBy")
        list.before = try arguments.text("before")
        list.after = try arguments.text("after")
        list.offset = max(0, try arguments.number("offset") ?? 0)
        list.takesForeignCursors = true
        try checkPaging(list, first: first, last: last)
        return list
    }

    /// In the contract's order (graphql-core 6.5).
    private func checkPaging(_ list: RecordList, first: Int?, last: Int?) throws {
        let conflicts = [
            (first != nil && last != nil, "first and last"),
            (list.before != nil && list.after != nil, "before and after"),
            (list.before != nil && first != nil, "before and first"),
            (list.after != nil && last != nil, "after and last"),
        ]
        if let conflict = conflicts.first(where: \.0) {
            throw RecordError(.argsConflict, "Cannot provide both \(conflict.1)")
        }
        if let first, first < 0 { throw RecordError(.invalidArgsFirst, "First argument must be non-negative") }
        if let last, last < 0 { throw RecordError(.invalidArgsLast, "Last argument must be non-negative") }
    }

    func findOne(_ arguments: RecordArguments, _ plan: ReadPlan, to writer: inout JSONWriter) throws {
        try arguments.allow(["filter"])
        guard let filter = try arguments.object("filter"), !filter.isEmpty else {
            throw RecordArguments.invalid("Missing filter argument")
        }
        try operations.findFirst(where: filter, plan, to: &writer)
    }

    func findDuplicates(
        _ arguments: RecordArguments, _ plan: ConnectionPlan, to writer: inout JSONWriter
    ) throws {
        try arguments.allow(["ids", "data"])
        let data = try arguments.list("data")
        let ids = try arguments.list("ids")
        let source = try RecordOperations.duplicateSource(ids: ids, data: data)
        try operations.findDuplicates(source, plan, to: &writer)
    }

    func groupBy(
        _ arguments: RecordArguments, _ root: CompiledRoot, _ object: ObjectMetadata, _ plan: ConnectionPlan,
        to writer: inout JSONWriter
    ) throws {
        try arguments.allow([
            "groupBy", "filter", "orderBy", "orderByForRecords", "viewId", "limit", "offsetForRecords",
            "includeRecords",
        ])
        guard arguments["groupBy"]?.arrayValue ?? arguments["groupBy"]?.objectValue.map({ [.object($0)] }) != nil else {
            throw RecordArguments.invalid("Missing required argument: \"groupBy\" must be an array.")
        }
        var grouping = RecordGrouping()
        grouping.groupBy = try arguments.objects("groupBy")
        grouping.filter = try arguments.object("filter")
        grouping.order = try arguments.objects("orderBy")
        let recordOrder = try arguments.objects("orderByForRecords")
        let view = try arguments.text("viewId")
        _ = try arguments.boolean("includeRecords")
        if let limit = try arguments.number("limit"), limit > 0, arguments["limit"]?.intValue != nil {
            grouping.limit = limit
        }
        let offset = try arguments.number("offsetForRecords")
        if let view, let added = try operations.filter(ofView: view, for: object) {
            grouping.filter = grouping.filter.map { ["and": [.object($0), .object(added)]] } ?? added
        }
        grouping.aggregates = plan.aggregates.map(\.name)
        if plan.showsRecords, let records = plan.lists.first {
            grouping.sample = RecordGrouping.Sample(plan: records)
            grouping.sample?.relationCount = root.relationCount
            grouping.sample?.order = recordOrder
            grouping.sample?.offset = max(0, offset ?? 0)
        }
        let result = try operations.groupBy(grouping, of: object)
        writer.write(raw: "[")
        for (index, group) in result.groups.enumerated() {
            if index > 0 { writer.write(raw: ",") }
            var content = ConnectionPlan.Content()
            content.figures = group.figures
            content.dimensionValues =
                JSONValue.array(
                    zip(result.dimensions, group.dimensionValues).map { $1.isNull ? .null : $0.json($1) }
                ).serialized
            plan.write(content, to: &writer) { _, writer in
                if let records = group.records { writer.write(raw: records) } else { writer.write(raw: "[]") }
            }
        }
        writer.write(raw: "]")
    }
}
