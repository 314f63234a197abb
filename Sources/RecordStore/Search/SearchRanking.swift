import CSQLite

/// PostgreSQL's two ranks of a match, as functions of FTS5 (graphql-core 13.1).
///
/// `twenty_rank(index, 0, words)` is `ts_rank_cd` of the query for all words: the sum over the smallest stretches of
/// text that hold them all, each 0.1 divided by 1 more than the number of other words in it; 0 when one is missing.
/// `twenty_rank(index, 1, words)` is `ts_rank` of the query for any word: per word 0.1 times the sum of 1/j² over its
/// occurrences, divided by π²/6, and the mean of that over the words. The weights are those of PostgreSQL for a text
/// without weights. Unlike there, all words that begin with one of the query count as occurrences of that one.
enum SearchRanking {
    static let name = "twenty_rank"

    static func register(on connection: OpaquePointer) {
        guard let api = api(of: connection) else { return }
        _ = api.pointee.xCreateFunction(
            api, name, nil,
            { api, match, context, count, values in
                guard let api, let values, count == 2 else { return sqlite3_result_null(context) }
                let places = SearchRanking.places(api, match)
                let words = Int(sqlite3_value_int(values[1]))
                let isCoverDensity = sqlite3_value_int(values[0]) == 0
                sqlite3_result_double(
                    context,
                    isCoverDensity
                        ? SearchRanking.coverDensity(places, words: words)
                        : SearchRanking.frequency(places, words: words))
            }, nil)
    }

    private static func api(of connection: OpaquePointer) -> UnsafeMutablePointer<fts5_api>? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else { return nil }
        defer { sqlite3_finalize(statement) }
        var api: UnsafeMutablePointer<fts5_api>?
        // The name has to outlive the binding, and does: the statement is reset within the closure.
        "fts5_api_ptr".withCString { name in
            withUnsafeMutablePointer(to: &api) { pointer in
                sqlite3_bind_pointer(statement, 1, pointer, name, nil)
                sqlite3_step(statement)
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
        }
        return api
    }

    /// An occurrence of a word of the query, by the position of both.
    struct Place {
        let word: Int
        let position: Int
    }

    private static func places(_ api: UnsafePointer<Fts5ExtensionApi>, _ match: OpaquePointer?) -> [Place] {
        var count: Int32 = 0
        guard api.pointee.xInstCount(match, &count) == SQLITE_OK else { return [] }
        var places: [Place] = []
        places.reserveCapacity(Int(count))
        for index in 0..<count {
            var (word, column, position): (Int32, Int32, Int32) = (0, 0, 0)
            guard api.pointee.xInst(match, index, &word, &column, &position) == SQLITE_OK else { break }
            places.append(Place(word: Int(word), position: Int(position)))
        }
        return places
    }

    private static let weight = 0.1

    /// - Parameter places: in the order of the text.
    static func coverDensity(_ places: [Place], words: Int) -> Double {
        guard words > 0 else { return 0 }
        var counts: [Int: Int] = [:]
        var start = 0
        var rank = 0.0
        for (end, place) in places.enumerated() {
            counts[place.word, default: 0] += 1
            guard counts.count == words else { continue }
            // The latest start that still leaves all words.
            while let count = counts[places[start].word], count > 1 {
                counts[places[start].word] = count - 1
                start += 1
            }
            let distance = place.position - places[start].position
            let noise = distance - (end - start)
            rank += weight / Double(1 + (noise < 0 ? (end - start) / 2 : noise))
            // The next stretch begins behind this one's first word.
            counts[places[start].word] = nil
            start += 1
        }
        return rank
    }

    static func frequency(_ places: [Place], words: Int) -> Double {
        guard words > 0 else { return 0 }
        var counts: [Int: Int] = [:]
        var sum = 0.0
        for place in places {
            let count = (counts[place.word] ?? 0) + 1
            counts[place.word] = count
            sum += weight / Double(count * count)
        }
        return sum / 1.64493406685 / Double(words)
    }
}
