import DataModel

/// A comparator of the filter grammar (rest-core 6.4).
package enum FilterOperator: String, Sendable, CaseIterable {
    case eq, neq, gt, gte, lt, lte, `in`, `is`, like, ilike, startsWith, endsWith, containsAny, containsIlike,
        isEmptyArray
}

extension FieldType {
    /// The comparators that the type allows, in the order in which the error lists them.
    var filterOperators: [FilterOperator] {
        switch self {
        case .text: [.eq, .neq, .gt, .gte, .lt, .lte, .in, .is, .like, .ilike, .startsWith, .endsWith]
        case .number, .numeric, .position, .uuid, .relation, .morphRelation, .date, .dateTime:
            [.eq, .neq, .gt, .gte, .lt, .lte, .in, .is]
        case .boolean: [.eq, .is]
        case .select, .rating: [.eq, .neq, .gt, .gte, .lt, .lte, .in, .containsAny, .is, .isEmptyArray]
        case .multiSelect: [.containsAny, .is, .isEmptyArray]
        case .array: [.containsIlike, .is, .isEmptyArray]
        case .rawJSON, .files: [.is, .like]
        case .tsVector: [.eq, .neq, .is]
        case .currency, .fullName, .emails, .phones, .links, .address, .actor, .richText: []
        }
    }
}
