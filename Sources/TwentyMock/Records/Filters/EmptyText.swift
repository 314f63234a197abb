import DataModel
import RecordStore

/// Empty text in the releases that store it as a value of its own (rest-core 18).
///
/// We keep NULL for it in every release; here the difference is made up for where clients can see it.
extension Filter {
    /// The condition as it holds where NULL stands for an empty text that is there.
    static func column(_ column: Column, _ comparison: Comparison, release: Release) -> Filter {
        let plain = Filter.column(column, comparison)
        guard !release.emptyTextIsNull, case .text(readsEmpty: true) = column.kind else { return plain }
        let isEmpty = Filter.column(column, .isNull)
        return comparison.matchesEmptyText ? .or([plain, isEmpty]) : .and([plain, .column(column, .isNotNull)])
    }
}

extension Filter.Comparison {
    fileprivate var matchesEmptyText: Bool {
        switch self {
        case .equal(let value), .greaterOrEqual(let value): value == .text("")
        case .notEqual(let value), .less(let value): value != .text("")
        case .lessOrEqual, .isNotNull: true
        case .in(let values): values.contains(.text(""))
        case .like(let pattern), .ilike(let pattern): pattern.allSatisfy { $0 == "%" }
        case .startsWith(let text), .endsWith(let text): text.isEmpty
        case .greater, .isNull, .containsAny, .containsIlike, .isEmptyArray: false
        }
    }
}

extension OrderTerm {
    /// The term with empty text before any other, wherever NULL is to stand.
    func placingEmptyText(_ release: Release) -> OrderTerm {
        guard !release.emptyTextIsNull, relation == nil, case .text(readsEmpty: true) = column.kind else { return self }
        let placed: Direction =
            switch direction {
            case .ascNullsFirst, .ascNullsLast: .ascNullsFirst
            case .descNullsFirst, .descNullsLast: .descNullsLast
            }
        return OrderTerm(field: field, column: column, direction: placed)
    }
}
