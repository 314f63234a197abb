import GraphQL
import JSON

/// `search` (graphql-core 13.1).
enum SearchField {
    static let resolve: Resolver = { _, arguments, info in
        guard let operations = info.context as? RecordOperations else { throw CoreSchema.missingToken }
        var search = RecordSearch(
            input: arguments["searchInput"]?.stringValue ?? "",
            limit: Int(clamping: arguments["limit"]?.intValue ?? 0))
        search.after = arguments["after"]?.stringValue
        search.included = arguments["includedObjectNameSingulars"]?.arrayValue?.compactMap(\.stringValue) ?? []
        search.excluded = arguments["excludedObjectNameSingulars"]?.arrayValue?.compactMap(\.stringValue) ?? []
        search.filter = arguments["filter"]?.objectValue
        do {
            let (records, hasMore) = try operations.search(search)
            let page: JSONValue = [
                "endCursor": records.last.map { .string($0.cursor) } ?? .null, "hasNextPage": .bool(hasMore),
            ]
            return .value(["edges": .array(records.map(edge)), "pageInfo": page])
        } catch {
            throw GraphQLFailure.error(error, schema: operations.schema)
        }
    }

    private static func edge(_ record: FoundRecord) -> JSONValue {
        let node: JSONValue = [
            "recordId": .string(record.id), "objectNameSingular": .string(record.object.nameSingular),
            "objectLabelSingular": .string(record.object.properties.labelSingular), "label": .string(record.label),
            "imageUrl": .string(record.imageURL), "tsRankCD": .double(record.ranks.coverDensity),
            "tsRank": .double(record.ranks.frequency),
        ]
        return ["node": node, "cursor": .string(record.cursor)]
    }
}
