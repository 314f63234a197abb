import JSON

extension ValueNode {
    /// The JSON that a literal resembles: an enum value is a string, an integer keeps all its digits.
    ///
    /// - Returns: `nil` for a variable that has no value. Inside an object such a member is left out, inside a list
    ///   it is null.
    package func untypedValue(_ variables: JSONObject) -> JSONValue? {
        switch kind {
        case .variable(let name): variables[name]
        case .int, .float: untypedNumber
        case .string(let text, _), .enumValue(let text): .string(text)
        case .boolean(let value): .bool(value)
        case .null: .null
        case .list(let values): .array(values.map { $0.untypedValue(variables) ?? .null })
        case .object(let fields): .object(Self.untypedObject(fields, variables))
        }
    }

    private static func untypedObject(_ fields: [ObjectFieldNode], _ variables: JSONObject) -> JSONObject {
        var object = JSONObject()
        object.reserveCapacity(fields.count)
        for field in fields {
            if let value = field.value.untypedValue(variables) {
                object[field.name.text] = value
            }
        }
        return object
    }

    /// The number of an IntValue or a FloatValue.
    var untypedNumber: JSONValue? {
        switch kind {
        case .int(let digits):
            // `-0` is a number apart from zero in JavaScript.
            if digits == "-0" { return .double(-0.0) }
            return Int64(digits).map(JSONValue.int) ?? .bigInteger(digits)
        case .float(let digits):
            return Double(digits).map(JSONValue.double)
        default:
            return nil
        }
    }
}
