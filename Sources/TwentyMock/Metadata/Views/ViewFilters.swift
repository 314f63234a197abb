import DataModel
import JSON
import RecordStore

/// The filters of a view as a filter on records (rest-core 14, `view_id`; metadata 12).
///
/// The contract does not state how each operand compares; we read them as the web app does.
struct ViewFilters {
    let operations: MetadataOperations

    /// - Parameter object: the object whose records are looked at.
    /// - Returns: the filter in GraphQL's form; `nil` when the view has none, or is a view of another object.
    func filter(ofView id: String, for object: ObjectMetadata) throws -> JSONObject? {
        try operations.workspace.store.read(expecting: operations.snapshot.schema) { reader in
            let context = ResourceContext(operations: operations, reader: reader)
            guard let view = try context.find(.view, id.lowercased()),
                view["objectMetadataId"]?.stringValue == object.id
            else { return nil }
            let filters = try context.all(.viewFilter, parent: id.lowercased())
            let groups = try context.all(.viewFilterGroup, parent: id.lowercased())
            let conditions = conditions(filters, groups, group: nil, object)
            return conditions.isEmpty ? nil : ["and": .array(conditions)]
        }
    }

    private func conditions(
        _ filters: [JSONObject], _ groups: [JSONObject], group: String?, _ object: ObjectMetadata, depth: Int = 0
    ) -> [JSONValue] {
        guard depth < 8 else { return [] }
        let own = filters.filter { $0["viewFilterGroupId"]?.stringValue == group }.compactMap { condition($0, object) }
        let inner = groups.filter { $0["parentViewFilterGroupId"]?.stringValue == group }.compactMap {
            child -> JSONValue? in
            let parts = conditions(filters, groups, group: child["id"]?.stringValue, object, depth: depth + 1)
            guard !parts.isEmpty else { return nil }
            switch child["logicalOperator"]?.stringValue {
            case "OR": return ["or": .array(parts)]
            case "NOT": return ["not": ["or": .array(parts)]]
            default: return ["and": .array(parts)]
            }
        }
        return own + inner
    }

    private func condition(_ filter: JSONObject, _ object: ObjectMetadata) -> JSONValue? {
        guard let id = filter["fieldMetadataId"]?.stringValue, let entry = operations.snapshot.metadata.field(id: id),
            entry.object.id == object.id, entry.field.isActive,
            let operand = filter["operand"]?.stringValue.flatMap(ViewFilterOperand.init(rawValue:))
        else { return nil }
        let comparison = ViewFilterComparison(
            field: entry.field, subField: filter["subFieldName"]?.stringValue, operand: operand,
            value: filter["value"] ?? .null, now: operations.workspace.clock.now)
        return comparison.json
    }
}

extension RecordOperations {
    /// The filters of the view called `id`, in GraphQL's form; `nil` for none, and for a view of another object.
    func filter(ofView id: String, for object: ObjectMetadata) throws -> JSONObject? {
        try ViewFilters(operations: MetadataOperations(workspace: workspace, caller: caller, snapshot: snapshot))
            .filter(ofView: id, for: object)
    }
}

/// One filter of a view as a condition on a field.
struct ViewFilterComparison {
    let field: FieldMetadata
    let subField: String?
    let operand: ViewFilterOperand
    let value: JSONValue
    let now: Instant

    /// `nil` for what no record can be asked for.
    var json: JSONValue? {
        switch operand {
        case .isEmpty: joined("and", paths.map { nested($0, ["is": "NULL"]) })
        case .isNotEmpty, .isNotNull: joined("or", paths.map { nested($0, ["is": "NOT_NULL"]) })
        case .isNot, .doesNotContain: positive.map { ["not": $0] }
        default: positive
        }
    }

    private var positive: JSONValue? {
        let comparisons = paths.compactMap { path in comparison.map { nested(path, $0) } }
        if operand == .isToday, let path = paths.first {
            let day = String(now.iso8601.prefix(10))
            return [
                "and": [
                    nested(path, ["gte": .string(moment(day, isEnd: false))]),
                    nested(path, ["lte": .string(moment(day, isEnd: true))]),
                ]
            ]
        }
        return joined("or", comparisons)
    }

    private func joined(_ conjunction: String, _ conditions: [JSONValue]) -> JSONValue? {
        guard !conditions.isEmpty else { return JSONValue?.none }
        return .object(JSONObject([(conjunction, .array(conditions))]))
    }

    private var comparison: JSONValue? {
        let texts = ViewFilterValue.texts(value)
        switch operand {
        case .is, .isNot:
            if field.type == .multiSelect { return ["containsAny": .array(texts.map(JSONValue.string))] }
            if field.type == .date || field.type == .dateTime { return texts.first.map { ["eq": .string($0)] } }
            if value.arrayValue != nil || texts.count > 1 || field.type == .select || field.relation != nil {
                guard !texts.isEmpty else { return JSONValue?.none }
                return ["in": .array(texts.map(JSONValue.string))]
            }
            return ["eq": value]
        case .contains, .doesNotContain:
            if field.type == .multiSelect { return ["containsAny": .array(texts.map(JSONValue.string))] }
            if field.type == .array { return texts.first.map { ["containsIlike": .string("%\($0)%")] } }
            let comparator = field.type == .rawJSON || field.type == .files ? "like" : "ilike"
            return texts.first.map { .object(JSONObject([(comparator, .string("%\($0)%"))])) }
        case .greaterThanOrEqual: return ["gte": value]
        case .lessThanOrEqual: return ["lte": value]
        case .isBefore: return ["lt": value]
        case .isAfter: return ["gte": value]
        case .isInPast: return ["lt": .string(moment(now.iso8601))]
        case .isInFuture: return ["gt": .string(moment(now.iso8601))]
        default: return JSONValue?.none
        }
    }

    private func moment(_ text: String, isEnd: Bool = false) -> String {
        let day = String(text.prefix(10))
        if field.type == .date { return day }
        return text.count > 10 ? text : day + (isEnd ? "T23:59:59.999Z" : "T00:00:00.000Z")
    }

    /// What is compared: the field, or the parts of a composite that hold text.
    private var paths: [[String]] {
        if let joinColumn = field.joinColumnName { return [[joinColumn]] }
        guard let composite = field.type.composite else { return field.relation == nil ? [[field.name]] : [] }
        if let subField { return composite.subField(named: subField) == nil ? [] : [[field.name, subField]] }
        let isNumeric = field.type == .currency
        return composite.subFields.filter { isNumeric ? $0.type == .numeric : $0.type == .text }.map {
            [field.name, $0.name]
        }
    }

    private func nested(_ path: [String], _ comparison: JSONValue) -> JSONValue {
        path.reversed().reduce(comparison) { inner, key in .object(JSONObject([(key, inner)])) }
    }
}
