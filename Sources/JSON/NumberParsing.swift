extension JSONParser {
    /// Reads a number; `position` must be at its first digit or its minus sign.
    @inline(__always)
    mutating func parseNumber() throws(ParsingFailure) -> JSONValue {
        let first = position
        let isNegative = position.pointee == UInt8(ascii: "-")
        if isNegative {
            position += 1
        }
        guard position < end, position.pointee.isDigit else { throw failure(.noNumberAfterMinus) }
        let digits = position
        let significand = scanDigits(0)
        if digits.pointee == UInt8(ascii: "0"), position - digits > 1 {
            position = digits + 1
            throw failure(.unexpectedToken)
        }
        if position < end {
            switch position.pointee {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                return try parseFraction(first: first, digits: digits, significand: significand)
            default:
                break
            }
        }
        return integer(first: first, digits: digits, significand: significand, isNegative: isNegative)
    }

    /// Steps over digits and appends them to a decimal number, which wraps around when there are too many.
    @inline(__always)
    private mutating func scanDigits(_ significand: UInt64) -> UInt64 {
        var significand = significand
        while position < end, position.pointee.isDigit {
            significand = significand &* 10 &+ UInt64(position.pointee &- UInt8(ascii: "0"))
            position += 1
        }
        return significand
    }

    @inline(__always)
    private func integer(
        first: UnsafePointer<UInt8>, digits: UnsafePointer<UInt8>, significand: UInt64, isNegative: Bool
    ) -> JSONValue {
        if isNegative, significand == 0, position - digits == 1 {
            return .double(-0.0)
        }
        if position - digits <= 18 {
            // Eighteen digits are less than 2^63.
            let magnitude = Int64(truncatingIfNeeded: significand)
            return .int(isNegative ? -magnitude : magnitude)
        }
        let literal = String(decoding: UnsafeBufferPointer(start: first, count: position - first), as: UTF8.self)
        return Int64(literal).map(JSONValue.int) ?? .bigInteger(literal)
    }

    /// Goes on with a number at its decimal point or its exponent.
    private mutating func parseFraction(
        first: UnsafePointer<UInt8>, digits: UnsafePointer<UInt8>, significand: UInt64
    ) throws(ParsingFailure) -> JSONValue {
        var significand = significand
        var digitCount = position - digits
        var exponent = 0
        if position.pointee == UInt8(ascii: ".") {
            position += 1
            let fraction = position
            significand = scanDigits(significand)
            guard position > fraction else { throw failure(.unterminatedFraction) }
            exponent = fraction - position
            digitCount -= exponent
        }
        var hasExponent = false
        if position < end, position.pointee | 0x20 == UInt8(ascii: "e") {
            hasExponent = true
            position += 1
            if position < end, position.pointee == UInt8(ascii: "-") || position.pointee == UInt8(ascii: "+") {
                position += 1
            }
            let power = position
            _ = scanDigits(0)
            guard position > power else { throw failure(.missingExponent) }
        }
        if !hasExponent, digitCount <= 15, exponent >= -PowersOfTen.largestExact {
            // The significand and the power are exact doubles, so their quotient is the nearest double (Clinger 1990).
            let magnitude = Double(significand) / PowersOfTen.exact[-exponent]
            return .double(first.pointee == UInt8(ascii: "-") ? -magnitude : magnitude)
        }
        let literal = String(decoding: UnsafeBufferPointer(start: first, count: position - first), as: UTF8.self)
        // The grammar of JSON numbers is within that of `Double.init`, so there is always a value.
        return .double(Double(literal) ?? .infinity)
    }
}

enum PowersOfTen {
    static let largestExact = 15

    /// 10 to the powers 0 to `largestExact`, all exact.
    static let exact: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]
}
