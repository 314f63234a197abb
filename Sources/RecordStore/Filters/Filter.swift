import DataModel

/// What records to match, with every value already checked and in its stored form (rest-core 6).
///
/// Comparing with NULL is unknown, as in SQL: a record for which the whole is unknown does not match.
package indirect enum Filter: Sendable {
    /// Matches everything when empty.
    case and([Filter])
    /// Matches everything when empty (graphql-core 6.1).
    case or([Filter])
    case not(Filter)
    /// A condition on a column of the record itself.
    case column(Column, Comparison)
    /// Conditions on the record at the other end of a many-to-one relation, of which soft-deleted ones are left out.
    case relation(FieldMetadata, Filter)

    package enum Comparison: Sendable {
        case equal(SQLValue)
        case notEqual(SQLValue)
        case greater(SQLValue)
        case greaterOrEqual(SQLValue)
        case less(SQLValue)
        case lessOrEqual(SQLValue)
        case `in`([SQLValue])
        case isNull
        case isNotNull
        case like(String)
        case ilike(String)
        case startsWith(String)
        case endsWith(String)
        /// A list shares an element with the operand, or a single option is among it.
        case containsAny([String])
        /// An element of the list matches the pattern, without case.
        case containsIlike(String)
        case isEmptyArray
    }

    /// Whether it names `deletedAt` of the record itself, which makes soft-deleted records visible (rest-core 11.4).
    package var mentionsDeletedAt: Bool {
        switch self {
        case .and(let parts), .or(let parts): parts.contains(where: \.mentionsDeletedAt)
        case .not(let part): part.mentionsDeletedAt
        case .column(let column, _): column.name == "deletedAt"
        case .relation: false
        }
    }
}
