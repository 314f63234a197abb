import DataModel
import RecordStore

/// The figures that can be asked of an object, by name (rest-core 14, graphql-core 4.6).
struct AggregateResolver {
    let table: Table

    /// - Throws: for names that there are not, all at once.
    func resolve(_ names: [String]) throws -> [Aggregate] {
        let known = available
        let unknown = names.filter { known[$0] == nil }
        guard unknown.isEmpty else {
            throw RecordError(.invalidQueryInput, "Unknown aggregate field(s): \(unknown.joined(separator: ", "))")
        }
        return names.compactMap { known[$0] }
    }

    func aggregate(named name: String) -> Aggregate? { available[name] }

    private var available: [String: Aggregate] {
        Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// Every figure, in the order of the fields.
    var all: [Aggregate] {
        var known: [Aggregate] = []
        func add(_ name: String, _ function: Aggregate.Function, _ columns: [Column]) {
            known.append(Aggregate(name: name, function: function, columns: columns))
        }
        add("totalCount", .totalCount, [])
        for field in table.object.fields where field.isActive && field.type != .relation {
            let columns = Self.mainColumns(of: field, in: table)
            guard !columns.isEmpty else { continue }
            let name = field.name.capitalisedFirst
            add("countUniqueValues" + name, .countUniqueValues, columns)
            add("countEmpty" + name, .countEmpty, columns)
            add("countNotEmpty" + name, .countNotEmpty, columns)
            add("percentageEmpty" + name, .percentageEmpty, columns)
            add("percentageNotEmpty" + name, .percentageNotEmpty, columns)
            switch field.type {
            case .date, .dateTime:
                add("min" + name, .min, columns)
                add("max" + name, .max, columns)
            case .boolean:
                add("countTrue" + name, .countTrue, columns)
                add("countFalse" + name, .countFalse, columns)
            case .number, .currency:
                let suffix = field.type == .currency ? name + "AmountMicros" : name
                let amount = Array(columns.prefix(1))
                add("min" + suffix, .min, amount)
                add("max" + suffix, .max, amount)
                add("avg" + suffix, .avg, amount)
                add("sum" + suffix, .sum, amount)
            default: break
            }
        }
        return known
    }

    /// The columns that decide whether a field is empty (graphql-core 4.6, "Empty").
    private static func mainColumns(of field: FieldMetadata, in table: Table) -> [Column] {
        let columns = table.columns(of: field)
        let parts: [String]? =
            switch field.type {
            case .links: ["primaryLinkUrl"]
            case .emails: ["primaryEmail"]
            case .phones: ["primaryPhoneNumber", "primaryPhoneCountryCode", "primaryPhoneCallingCode"]
            case .actor: ["workspaceMemberId", "source"]
            default: nil
            }
        guard let parts else { return columns }
        return columns.filter { $0.subField.map(parts.contains) ?? false }
    }
}
