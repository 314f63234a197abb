import JSON

extension ScalarType {
    /// The scalars that every schema may use (spec 3.5).
    package static let builtIn = [string, int, float, boolean, id]

    var isBuiltIn: Bool {
        Self.builtIn.contains { $0.name == name }
    }

    package static let int = ScalarType(
        "Int",
        description: "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent "
            + "values between -(2^31) and 2^31 - 1.",
        serialize: { value in
            switch value {
            case .bool(let value): return .int(value ? 1 : 0)
            case .string(let text):
                guard let number = Double(text) else { return try checkedInt(value) }
                return try checkedInt(.double(number))
            default: return try checkedInt(value)
            }
        },
        parseValue: { try checkedInt($0) },
        parseLiteral: { literal, _ in
            guard case .int(let digits) = literal.kind else {
                throw GraphQLError("Int cannot represent non-integer value: \(literal)")
            }
            guard let value = Int32(digits) else {
                throw GraphQLError("Int cannot represent non 32-bit signed integer value: \(literal)")
            }
            return .int(Int64(value))
        })

    private static func checkedInt(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        guard let number = value.doubleValue, number.isFinite, number == number.rounded() else {
            throw GraphQLError("Int cannot represent non-integer value: \(Inspection.text(of: value))")
        }
        guard let integer = Int32(exactly: number) else {
            throw GraphQLError(
                "Int cannot represent non 32-bit signed integer value: \(Inspection.text(of: value))")
        }
        return .int(Int64(integer))
    }

    package static let float = ScalarType(
        "Float",
        description: "The `Float` scalar type represents signed double-precision fractional values as specified by "
            + "[IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
        serialize: { value in
            switch value {
            case .bool(let value): return .int(value ? 1 : 0)
            case .string(let text):
                guard let number = Double(text), number.isFinite else { return try checkedFloat(value) }
                return .double(number)
            default: return try checkedFloat(value)
            }
        },
        parseValue: { try checkedFloat($0) },
        parseLiteral: { literal, _ in
            guard let number = literal.untypedNumber else {
                throw GraphQLError("Float cannot represent non numeric value: \(literal)")
            }
            return number
        })

    private static func checkedFloat(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        guard let number = value.doubleValue, number.isFinite else {
            throw GraphQLError("Float cannot represent non numeric value: \(Inspection.text(of: value))")
        }
        return value
    }
}
