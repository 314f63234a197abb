import JSON

extension Aggregate {
    /// Whether it is 0 rather than nothing for a set without records (graphql-core 4.6).
    var isCount: Bool {
        switch function {
        case .totalCount, .countUniqueValues, .countEmpty, .countNotEmpty, .countTrue, .countFalse: true
        case .percentageEmpty, .percentageNotEmpty, .min, .max, .avg, .sum: false
        }
    }

    /// The figure as a JSON number, or as the text of a date; percentages are fractions of 1 (graphql-core 4.6).
    package func json(_ value: SQLValue, divisor: SQLValue) -> JSONValue {
        switch function {
        case .totalCount, .countUniqueValues, .countEmpty, .countNotEmpty, .countTrue, .countFalse, .sum:
            return value.number
        case .percentageEmpty, .percentageNotEmpty, .avg:
            guard let dividend = value.number.doubleValue, let divisor = divisor.number.doubleValue, divisor != 0 else {
                return .null
            }
            return SQLValue.real(dividend / divisor).number
        case .min, .max: return columns.first?.kind.json(value) ?? .null
        }
    }
}

extension SQLValue {
    fileprivate var number: JSONValue {
        switch self {
        case .integer(let number): .int(number)
        case .real(let number):
            number == number.rounded() && abs(number) < 0x1p53 ? .int(Int64(number)) : .double(number)
        case .null, .text: .null
        }
    }
}
