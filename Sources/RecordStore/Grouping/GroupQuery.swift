import DataModel

/// What records are grouped by, and which figures are wanted of each group (rest-core 14).
package struct GroupQuery: Sendable {
    package struct Dimension: Sendable {
        package enum Form: Sendable {
            case value
            case date(DateBucket)
            /// Each element of a list is a value of its own.
            case unnested
        }

        /// The many-to-one relation that the column lies behind, if any.
        package let relation: FieldMetadata?
        package let column: Column
        package let form: Form

        package init(relation: FieldMetadata? = nil, column: Column, form: Form = .value) {
            self.relation = relation
            self.column = column
            self.form = form
        }
    }

    package enum OrderKey: Sendable {
        /// Position among ``dimensions``.
        case dimension(Int, OrderTerm.Direction)
        case aggregate(Aggregate, OrderTerm.Direction)
    }

    /// Some records of each group.
    package struct Sample: Sendable {
        package let plan: ReadPlan
        package let order: [OrderTerm]
        package let limit: Int
        package let offset: Int

        package init(plan: ReadPlan, order: [OrderTerm], limit: Int, offset: Int = 0) {
            self.plan = plan
            self.order = order
            self.limit = limit
            self.offset = offset
        }
    }

    package var filter: Filter?
    package var dimensions: [Dimension] = []
    package var aggregates: [Aggregate] = []
    /// When empty, groups come in the order of their values.
    package var order: [OrderKey] = []
    package var limit: Int

    package init(limit: Int) { self.limit = limit }
}

/// One group of records.
package struct Group: Sendable {
    /// The values of the dimensions, in their order.
    package let dimensionValues: [SQLValue]
    /// The figures in the order of the query, with what they are still to be divided by.
    package let figures: [(value: SQLValue, divisor: SQLValue)]
    /// The records of the sample as a JSON list.
    package var records: [UInt8]?
}
