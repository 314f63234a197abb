import DataModel
import JSON

/// Which part of a metadata list is asked for (metadata 4).
struct MetadataPaging {
    var limit = 60
    /// Lower case.
    var after: String?
    var before: String?

    static let maximum = 200

    init(_ parameters: QueryParameters) throws {
        if let text = parameters.text("limit") {
            guard let number = ParameterNumber.parse(text), number >= 0, number == number.rounded() else {
                throw MetadataRefusal(
                    status: 400, errorClass: "BadRequestException", "limit '\(text)' is invalid. Should be an integer",
                    code: "INVALID_LIMIT_QUERY_PARAM")
            }
            limit = Int(min(number, Double(Self.maximum)))
        }
        after = try MetadataPaging.cursor(parameters.text("starting_after"))
        before = try MetadataPaging.cursor(parameters.text("ending_before"))
        guard after == nil || before == nil else {
            throw MetadataRefusal(framework: "'starting_after' and 'ending_before' cannot be used together.")
        }
    }

    private static func cursor(_ text: String?) throws -> String? {
        guard let text, !text.isEmpty else { return nil }
        guard MetadataID.isValid(text) else { throw MetadataRefusal(framework: .string("Invalid cursor: \(text)")) }
        return text.lowercased()
    }
}

/// A page of a metadata list.
struct MetadataPage<Item> {
    let items: [Item]
    let pageInfo: JSONObject
    let totalCount: Int

    /// - Parameter all: the whole list in its order.
    /// - Parameter comparesIDs: whether the list is ordered by id descending, where any id marks a place; else a cursor
    ///   marks an item, and one that is not there gives an empty page.
    init(_ all: [Item], _ paging: MetadataPaging, comparesIDs: Bool, id: (Item) -> String) {
        var range = all.indices
        if let after = paging.after {
            let start =
                comparesIDs
                ? all.firstIndex { id($0) < after } : all.firstIndex { id($0) == after }.map { $0 + 1 }
            range = (start ?? all.count)..<all.count
        } else if let before = paging.before {
            let end =
                comparesIDs
                ? all.firstIndex { id($0) <= before } ?? all.count : all.firstIndex { id($0) == before } ?? 0
            range = 0..<end
        }
        let hasMore = range.count > paging.limit
        let isBackward = paging.before != nil
        items = Array(isBackward ? all[range].suffix(paging.limit) : all[range].prefix(paging.limit))
        pageInfo = [
            "hasNextPage": .bool(isBackward || hasMore),
            "hasPreviousPage": .bool(isBackward ? hasMore : paging.after != nil),
            "startCursor": items.first.map { .string(id($0)) } ?? .null,
            "endCursor": items.last.map { .string(id($0)) } ?? .null,
        ]
        totalCount = all.count
    }
}
