import DataModel
import Foundation
import JSON
import RecordStore

/// A place in the results of a search (graphql-core 13.1, "Cursor").
struct SearchCursor {
    private var ranks = SearchQuery.Ranks(coverDensity: 0, frequency: 0)
    /// The last record that was shown of each object that was met.
    private var ids = JSONObject()

    init() {}

    init(_ text: String) throws {
        guard let data = Data(base64Encoded: text), let value = try? JSONValue(parsing: Array(data)),
            let density = value["lastRanks"]?["tsRankCD"]?.doubleValue,
            let frequency = value["lastRanks"]?["tsRank"]?.doubleValue,
            let ids = value["lastRecordIdsPerObject"]?.objectValue
        else { throw RecordError(.invalidCursor, "Invalid cursor: \(text)") }
        ranks = SearchQuery.Ranks(coverDensity: density, frequency: frequency)
        self.ids = ids
    }

    func place(of object: ObjectMetadata) -> SearchQuery.Place {
        SearchQuery.Place(ranks: ranks, id: ids[object.nameSingular]?.stringValue)
    }

    mutating func move(to hit: SearchHit, of object: ObjectMetadata) {
        ranks = hit.ranks
        ids[object.nameSingular] = .string(hit.id)
    }

    var text: String {
        CursorText.of([
            "lastRanks": ["tsRankCD": .double(ranks.coverDensity), "tsRank": .double(ranks.frequency)],
            "lastRecordIdsPerObject": .object(ids),
        ])
    }
}
