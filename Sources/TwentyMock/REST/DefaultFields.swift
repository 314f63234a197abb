import DataModel
import RecordStore

// What an answer shows of a record when the request does not say (rest-core 8.4).
extension Selection {
    /// How many fields are shown at most.
    static let defaultFieldLimit = 200

    /// The fields that are shown, in order; those with a join column count once.
    var fieldNames: [String] {
        var seen = Set<String>()
        return entries.compactMap { $0.field?.name }.filter { seen.insert($0).inserted }
    }

    /// With as many fields as are shown by default: the ones that every record is known by, then standard before custom
    /// ones, by name.
    func capped() -> Selection {
        let names = fieldNames
        guard names.count > Self.defaultFieldLimit else { return self }
        let properties = object.properties
        let first =
            ["id", properties.labelIdentifierField, properties.imageIdentifierField ?? ""]
            + ["createdAt", "updatedAt", "deletedAt", "position"]
        func rank(_ name: String) -> (place: Int, isCustom: Int, name: String) {
            // System fields are the standard ones of custom objects.
            let isCustom = object.field(named: name).map { $0.isCustom && !$0.isSystem } ?? false
            return (first.firstIndex(of: name) ?? first.count, isCustom ? 1 : 0, name)
        }
        let shown = Set(names.sorted { rank($0) < rank($1) }.prefix(Self.defaultFieldLimit))
        return Selection(object: object, entries: entries.filter { shown.contains($0.field?.name ?? "") })
    }
}

extension Selection.Entry {
    /// The field that the entry shows; `nil` for what only other adapters select.
    var field: FieldMetadata? {
        switch self {
        case .field(_, let field), .joinColumn(_, let field), .one(_, let field, _), .many(_, let field, _, _): field
        default: nil
        }
    }
}
