import DataModel
import JSON

/// How a view compares the values of a field (metadata 12, "viewFilter").
enum ViewFilterOperand: String, CaseIterable {
    case `is` = "IS"
    case isNotNull = "IS_NOT_NULL"
    case isNot = "IS_NOT"
    case lessThanOrEqual = "LESS_THAN_OR_EQUAL"
    case greaterThanOrEqual = "GREATER_THAN_OR_EQUAL"
    case isBefore = "IS_BEFORE"
    case isAfter = "IS_AFTER"
    case contains = "CONTAINS"
    case doesNotContain = "DOES_NOT_CONTAIN"
    case isEmpty = "IS_EMPTY"
    case isNotEmpty = "IS_NOT_EMPTY"
    case isRelative = "IS_RELATIVE"
    case isInPast = "IS_IN_PAST"
    case isInFuture = "IS_IN_FUTURE"
    case isToday = "IS_TODAY"
    case vectorSearch = "VECTOR_SEARCH"

    /// Those that a type allows; the first is the default.
    static func allowed(for type: FieldType, subField: String?) -> [ViewFilterOperand] {
        if type == .boolean { return [.is] }
        if type == .tsVector { return [.vectorSearch] }
        let operands: [ViewFilterOperand] =
            switch type {
            case .number, .numeric, .rating, .position: [.is, .isNot, .greaterThanOrEqual, .lessThanOrEqual]
            case .currency: subField == "currencyCode" ? [.is, .isNot] : [.greaterThanOrEqual, .lessThanOrEqual]
            case .date, .dateTime: [.is, .isRelative, .isInPast, .isInFuture, .isToday, .isBefore, .isAfter]
            case .select, .relation, .morphRelation, .uuid: [.is, .isNot]
            default: [.contains, .doesNotContain]
            }
        return operands + [.isEmpty, .isNotEmpty]
    }
}

struct ViewFilterRules: ResourceRules {
    func prepare(_ change: inout ResourceChange, _ context: ResourceContext) throws {
        guard let field = change.text("fieldMetadataId").flatMap(context.metadata.field(id:))?.field else { return }
        let allowed = ViewFilterOperand.allowed(for: field.type, subField: change.text("subFieldName"))
        guard let operand = change.text("operand") else {
            change.document["operand"] = allowed.first.map { .string($0.rawValue) } ?? .null
            return try checkOptions(change, field)
        }
        guard allowed.contains(where: { $0.rawValue == operand }) else {
            throw change.report(
                "INVALID_VIEW_FILTER_DATA",
                "Operand \"\(operand)\" is not supported on field type \"\(field.type.rawValue)\". Supported operands: "
                    + allowed.map(\.rawValue).joined(separator: ", ") + ".",
                user: "Filter operand is not supported for this field type")
        }
        try checkOptions(change, field)
    }

    private func checkOptions(_ change: ResourceChange, _ field: FieldMetadata) throws {
        guard [.select, .multiSelect].contains(field.type),
            !["IS_EMPTY", "IS_NOT_EMPTY"].contains(change.text("operand") ?? "")
        else { return }
        let known = field.options.map(\.value)
        let unknown = ViewFilterValue.texts(change.document["value"] ?? .null).filter {
            !$0.isEmpty && !known.contains($0)
        }
        guard unknown.isEmpty else {
            throw change.report(
                "INVALID_VIEW_FILTER_DATA",
                "Filter on \"\(field.shownLabel)\" uses option(s) \(unknown.joined(separator: ", ")) that do not exist. "
                    + "Allowed values: \(known.joined(separator: ", ")).")
        }
    }
}

/// The value of a view's filter: JSON, or text that may be JSON.
enum ViewFilterValue {
    /// The texts that the value names: options, words to look for, ids of records.
    static func texts(_ json: JSONValue) -> [String] {
        switch json {
        case .array(let elements): return elements.compactMap(\.stringValue)
        case .object(let object):
            // How the web app writes the choice of related records.
            return (object["selectedRecordIds"]?.arrayValue ?? []).compactMap(\.stringValue)
        case .string(let text):
            switch try? JSONValue(parsing: text) {
            case .array(let elements)?: return elements.compactMap(\.stringValue)
            case .object(let object)? where object.contains("selectedRecordIds"): return texts(.object(object))
            default: return [text]
            }
        default: return []
        }
    }
}
