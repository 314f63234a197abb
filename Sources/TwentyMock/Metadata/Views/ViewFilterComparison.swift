import DataModel
import JSON

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
        case .isRelative: relative
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

    private var relative: JSONValue? {
        guard let path = paths.first, let span = RelativeDate(value)?.span(at: now) else { return JSONValue?.none }
        return [
            "and": [
                nested(path, ["gte": .string(moment(span.start.iso8601))]),
                nested(path, ["lt": .string(moment(span.end.iso8601))]),
            ]
        ]
    }

    /// Whether the field holds the text of ``value`` in some form; `nil` for fields that cannot.
    var anyFieldCondition: JSONValue? {
        guard let text = value.stringValue else { return JSONValue?.none }
        switch field.type {
        case .text, .array, .rawJSON, .fullName, .emails, .phones, .links, .address, .actor, .richText:
            return positive
        case .select, .multiSelect, .rating:
            let chosen = field.options.filter { $0.label.lowercased().contains(text.lowercased()) }
            guard !chosen.isEmpty else { return JSONValue?.none }
            let comparator = field.type == .multiSelect ? "containsAny" : "in"
            let values = JSONValue.array(chosen.map { .string($0.value) })
            return nested([field.name], .object(JSONObject([(comparator, values)])))
        case .number, .numeric:
            guard let number = Double(text), number.isFinite else { return JSONValue?.none }
            return nested([field.name], ["eq": .double(number)])
        case .currency:
            guard let number = Double(text), abs(number) < 1e12 else { return JSONValue?.none }
            return nested([field.name, "amountMicros"], ["eq": .double(number * 1_000_000)])
        default: return JSONValue?.none
        }
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
