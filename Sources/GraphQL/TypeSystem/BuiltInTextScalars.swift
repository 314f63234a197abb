import JSON

extension ScalarType {
    package static let string = ScalarType(
        "String",
        description: "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The "
            + "String type is most often used by GraphQL to represent free-form human-readable text.",
        serialize: { value in
            switch value {
            case .string: return value
            case .bool, .int, .bigInteger: return .string(value.serializedText)
            case .double(let number) where number.isFinite: return .string(value.serializedText)
            default: throw GraphQLError("String cannot represent value: \(Inspection.text(of: value))")
            }
        },
        parseValue: { value in
            guard case .string = value else {
                throw GraphQLError("String cannot represent a non string value: \(Inspection.text(of: value))")
            }
            return value
        },
        parseLiteral: { literal, _ in
            guard case .string(let text, _) = literal.kind else {
                throw GraphQLError("String cannot represent a non string value: \(literal)")
            }
            return .string(text)
        })

    package static let boolean = ScalarType(
        "Boolean",
        description: "The `Boolean` scalar type represents `true` or `false`.",
        serialize: { value in
            if case .bool = value { return value }
            guard let number = value.doubleValue, number.isFinite else {
                throw GraphQLError("Boolean cannot represent a non boolean value: \(Inspection.text(of: value))")
            }
            return .bool(number != 0)
        },
        parseValue: { value in
            guard case .bool = value else {
                throw GraphQLError("Boolean cannot represent a non boolean value: \(Inspection.text(of: value))")
            }
            return value
        },
        parseLiteral: { literal, _ in
            guard case .boolean(let value) = literal.kind else {
                throw GraphQLError("Boolean cannot represent a non boolean value: \(literal)")
            }
            return .bool(value)
        })

    package static let id = ScalarType(
        "ID",
        description: "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key "
            + "for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be "
            + "human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) "
            + "input value will be accepted as an ID.",
        serialize: { try checkedID($0) },
        parseValue: { try checkedID($0) },
        parseLiteral: { literal, _ in
            switch literal.kind {
            case .string(let text, _), .int(let text): return .string(text)
            default:
                throw GraphQLError("ID cannot represent a non-string and non-integer value: \(literal)")
            }
        })

    private static func checkedID(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .string: return value
        case .int, .bigInteger: return .string(value.serializedText)
        case .double(let number) where number == number.rounded() && number.isFinite:
            return .string(value.serializedText)
        default: throw GraphQLError("ID cannot represent value: \(Inspection.text(of: value))")
        }
    }
}
