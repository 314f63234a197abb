import DataModel
import JSON
import RecordStore

/// Reads the order of groups: by a figure or by a dimension (rest-core 14, graphql-core 10).
struct GroupOrderResolver {
    let table: Table
    let dimensions: [GroupByResolver.Named]

    func resolve(_ items: [JSONObject]) throws -> [GroupQuery.OrderKey] {
        try items.compactMap { item in
            guard item.count <= 1 else {
                throw invalid("Please provide orderBy field criteria one by one in orderBy array")
            }
            return try item.members.first.map { try key($0.key, $0.value) }
        }
    }

    private func key(_ name: String, _ value: JSONValue) throws -> GroupQuery.OrderKey {
        if name == "aggregate" {
            guard case .object(let figures) = value, figures.count == 1, let figure = figures.members.first else {
                throw invalid("Please provide aggregate criteria one by one in orderBy array")
            }
            guard let aggregate = AggregateResolver(table: table).aggregate(named: figure.key) else {
                throw invalid("Unknown aggregate field: \(figure.key)")
            }
            return .aggregate(aggregate, try direction(figure.value, name))
        }
        guard table.object.field(named: name) ?? table.object.field(withJoinColumn: name) != nil else {
            throw invalid("Cannot orderBy unknown field: \(name).")
        }
        let (path, leaf) = try descend([name], value)
        guard let position = dimensions.firstIndex(where: { $0.path == path }) else {
            throw invalid("Cannot order by a field that is not an aggregate nor in groupBy criteria: \(name).")
        }
        guard case .date(let bucket) = dimensions[position].dimension.form else {
            return .dimension(position, try direction(leaf, name))
        }
        return try dateKey(position, bucket, leaf, name)
    }

    /// Follows the keys of composites and relations down to what says the direction.
    private func descend(_ path: [String], _ value: JSONValue) throws -> (path: [String], leaf: JSONValue) {
        guard case .object(let parts) = value, !parts.contains("orderBy") else { return (path, value) }
        guard parts.count == 1, let part = parts.members.first else {
            let isRelation = table.object.field(named: path[0])?.relation != nil
            throw invalid(
                "Please provide \(isRelation ? "nested field" : "composite subfield") criteria one by one in orderBy array"
            )
        }
        return try descend(path + [part.key], part.value)
    }

    private func dateKey(
        _ position: Int, _ bucket: DateBucket, _ leaf: JSONValue, _ name: String
    ) throws -> GroupQuery.OrderKey {
        guard case .object(let definition) = leaf, let granularity = definition["granularity"]?.stringValue else {
            guard bucket.granularity == .none, leaf.stringValue != nil else {
                throw invalid(
                    "Cannot order by a field that is not in groupBy or that is not an aggregate field: \(name).")
            }
            return .dimension(position, try direction(leaf, name))
        }
        // The same field can be there with several granularities.
        let match = dimensions.firstIndex { candidate in
            guard candidate.path == dimensions[position].path, case .date(let other) = candidate.dimension.form else {
                return false
            }
            return other.granularity.rawValue == granularity
        }
        guard let match else {
            throw invalid("Cannot order by a date granularity that is not in groupBy criteria: \(granularity)")
        }
        return .dimension(match, try direction(definition["orderBy"] ?? .null, name))
    }

    private func direction(_ value: JSONValue, _ name: String) throws -> OrderTerm.Direction {
        guard let direction = value.stringValue.flatMap(OrderTerm.Direction.init) else {
            throw invalid("Cannot order by a field that is not in groupBy or that is not an aggregate field: \(name).")
        }
        return direction
    }

    private func invalid(_ message: String) -> RecordError { GroupByResolver.invalid(message) }
}
