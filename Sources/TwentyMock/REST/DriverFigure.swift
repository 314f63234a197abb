import DataModel
import JSON
import RecordStore

/// Figures as PostgreSQL's driver delivers them: counts, percentages and exact numbers are texts (rest-core 14).
enum DriverFigure {
    static func json(_ aggregate: Aggregate, _ value: SQLValue, divisor: SQLValue) -> JSONValue {
        switch aggregate.function {
        case .totalCount, .countUniqueValues, .countEmpty, .countNotEmpty, .countTrue, .countFalse:
            return text(value)
        case .percentageEmpty, .percentageNotEmpty:
            guard case .integer(let part) = value, case .integer(let whole) = divisor else { return .null }
            return quotient(part, whole).map(JSONValue.string) ?? .null
        case .avg:
            if isExact(aggregate), case .integer(let sum) = value, case .integer(let count) = divisor {
                return quotient(sum, count).map(JSONValue.string) ?? .null
            }
            guard let sum = number(value), let count = number(divisor), count > 0 else { return .null }
            return isExact(aggregate) ? .string(JSONValue.double(sum / count).serializedText) : .double(sum / count)
        case .min, .max, .sum:
            if isExact(aggregate) { return text(value) }
            return aggregate.columns.first?.kind.json(value) ?? .null
        }
    }

    /// Whether the column is PostgreSQL's `numeric`, as amounts of money are.
    private static func isExact(_ aggregate: Aggregate) -> Bool {
        if case .numeric? = aggregate.columns.first?.kind { true } else { false }
    }

    private static func text(_ value: SQLValue) -> JSONValue {
        switch value {
        case .null: .null
        case .integer(let number): .string(String(number))
        case .real(let number): .string(JSONValue.double(number).serializedText)
        case .text(let text): .string(text)
        }
    }

    private static func number(_ value: SQLValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .null, .text: nil
        }
    }

    /// The quotient with as many decimals as PostgreSQL gives: at least 16 significant digits, counted in groups of four.
    static func quotient(_ dividend: Int64, _ divisor: Int64) -> String? {
        guard divisor != 0 else { return nil }
        let top = groups(dividend.magnitude)
        let bottom = groups(divisor.magnitude)
        let weight = top.count - bottom.count - (top[0] <= bottom[0] ? 1 : 0)
        let decimals = max(0, 16 - 4 * weight)
        var digits: [UInt8] = []
        var (whole, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
        for _ in 0..<decimals {
            let (next, remainder) = digit(rest, divisor.magnitude)
            digits.append(next)
            rest = remainder
        }
        // Half rounds up.
        if digit(rest, divisor.magnitude).0 >= 5 {
            var position = digits.count - 1
            while position >= 0, digits[position] == 9 {
                digits[position] = 0
                position -= 1
            }
            if position >= 0 { digits[position] += 1 } else { whole += 1 }
        }
        let sign = (dividend < 0) != (divisor < 0) && dividend != 0 ? "-" : ""
        let fraction = digits.map { String($0) }.joined()
        return sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The next decimal of a division, without overflow.
    private static func digit(_ rest: UInt64, _ divisor: UInt64) -> (UInt8, UInt64) {
        let product = rest.multipliedFullWidth(by: 10)
        let (quotient, remainder) = divisor.dividingFullWidth((product.high, product.low))
        return (UInt8(truncatingIfNeeded: quotient), remainder)
    }

    /// The digits in base 10 000, most significant first; one 0 for zero.
    private static func groups(_ number: UInt64) -> [UInt64] {
        number < 10_000 ? [number] : groups(number / 10_000) + [number % 10_000]
    }
}
