import DataModel
import JSON
import RecordStore

/// What to search for in all objects at once (graphql-core 13.1).
package struct RecordSearch: Sendable {
    package var input: String
    package var limit: Int
    package var after: String?
    /// Names of objects; when given, exactly those.
    package var included: [String] = []
    package var excluded: [String] = []
    /// In GraphQL's form.
    package var filter: JSONObject?

    package init(input: String, limit: Int) {
        self.input = input
        self.limit = limit
    }
}

/// A record that a search found, of whatever object.
package struct FoundRecord: Sendable {
    package let object: ObjectMetadata
    package let id: String
    package let label: String
    package let imageURL: String
    package let ranks: SearchQuery.Ranks
    /// The place after it.
    package let cursor: String
}

extension RecordOperations {
    /// How many words of the input count.
    private static let maximumWords = 64

    /// - Returns: the records, best first, and whether there are more.
    package func search(_ search: RecordSearch) throws -> (records: [FoundRecord], hasMore: Bool) {
        guard search.limit <= 100 else {
            throw RecordError(.database, "Limit cannot exceed 100 items")
        }
        let limit = max(0, search.limit)
        let place = try search.after.map(SearchCursor.init)
        let objects = searched(search).compactMap { object in
            schema.table(of: object.nameSingular).map(SearchedObject.init)
        }
        let words = SearchFolding.fold(search.input).split(whereSeparator: \.isWhitespace).prefix(Self.maximumWords)
        let queries = try objects.map { object in
            var query = SearchQuery(words: words.map(String.init), limit: limit + 1)
            query.filter = try search.filter.map { try filter($0, table: object.table) }
            query.columns = object.columns
            query.after = place?.place(of: object.table.object)
            return query
        }
        let tables = objects.map(\.table)
        if try !read({ try $0.isSearchReady(tables) }) { try write { try $0.prepareSearch(tables) } }
        let found = try read { reader in
            try zip(objects, queries).flatMap { object, query in
                try reader.search(query, in: object.table).map { (object: object, hit: $0) }
            }
        }
        let ranked = found.sorted { SearchedObject.precedes(($0.object, $0.hit), ($1.object, $1.hit)) }
        var cursor = place ?? SearchCursor()
        let records = ranked.prefix(limit).map { object, hit in
            cursor.move(to: hit, of: object.table.object)
            return FoundRecord(
                object: object.table.object, id: hit.id, label: object.label(hit), imageURL: object.imageURL(hit),
                ranks: hit.ranks, cursor: cursor.text)
        }
        return (records, ranked.count > limit)
    }

    /// Who may see mails and events depends on whose they are, so they are never searched.
    private static let neverSearched: Set<String> = ["message", "messageThread", "calendarEvent"]

    private func searched(_ search: RecordSearch) -> [ObjectMetadata] {
        schema.dataModel.objects.filter { object in
            let name = object.nameSingular
            guard object.properties.isActive, !search.excluded.contains(name), !Self.neverSearched.contains(name),
                caller.records.allows(.read, on: object)
            else { return false }
            return search.included.isEmpty ? object.properties.isSearchable : search.included.contains(name)
        }
    }
}
