import DataModel
import RecordStore

/// An object that is searched: how its records rank among others, and what is shown of them (graphql-core 13.1).
struct SearchedObject: Sendable {
    let table: Table
    private let labels: [Column]
    private let image: Column?

    init(_ table: Table) {
        self.table = table
        let object = table.object
        labels = object.field(named: object.properties.labelIdentifierField).map { table.columns(of: $0) } ?? []
        image =
            switch object.nameSingular {
            case "company" where !object.properties.isCustom: table.column(named: "domainNamePrimaryLinkUrl")
            case "person" where !object.properties.isCustom, "workspaceMember" where !object.properties.isCustom:
                table.column(named: "avatarUrl")
            default: nil
            }
    }

    /// What a search has to return of each record.
    var columns: [Column] { labels + [image].compactMap { $0 } }

    /// Full names read `First Last`.
    func label(_ hit: SearchHit) -> String {
        hit.values.prefix(labels.count).compactMap(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }

    func imageURL(_ hit: SearchHit) -> String {
        guard image != nil, let text = hit.values.last?.text, !text.isEmpty else { return "" }
        guard table.object.nameSingular == "company" else { return text }
        let host = text.split(separator: "/").first { !$0.hasSuffix(":") } ?? ""
        return host.isEmpty ? "" : "https://twenty-icons.com/\(host)"
    }

    /// How an object's records stand against those of others with the same ranks.
    private var rank: Int {
        guard !table.object.properties.isCustom else { return 0 }
        return ["person": 5, "company": 4, "opportunity": 3, "note": 2, "task": 1][table.object.nameSingular] ?? 0
    }

    static func precedes(
        _ left: (object: SearchedObject, hit: SearchHit), _ right: (object: SearchedObject, hit: SearchHit)
    ) -> Bool {
        if left.hit.ranks.coverDensity != right.hit.ranks.coverDensity {
            return left.hit.ranks.coverDensity > right.hit.ranks.coverDensity
        }
        if left.hit.ranks.frequency != right.hit.ranks.frequency {
            return left.hit.ranks.frequency > right.hit.ranks.frequency
        }
        if left.object.rank != right.object.rank { return left.object.rank > right.object.rank }
        let (leftName, rightName) = (left.object.table.object.nameSingular, right.object.table.object.nameSingular)
        return leftName == rightName ? left.hit.id < right.hit.id : leftName < rightName
    }
}
