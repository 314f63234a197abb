import DataModel
import JSON
import RecordStore

/// The value side of a condition, checked against the type of its field and brought into stored form
/// (rest-core 6.3, 6.5).
struct FilterOperand {
    /// The field as messages call it: `employees`, `name.firstName`.
    let field: String
    let type: FieldType
    let column: Column
    let emailStyle: EmailAddress.Style?
    let startsWithIsLike: Bool
    /// PostgreSQL's name of the enum behind a SELECT, with its schema.
    let enumName: String

    func comparison(_ comparator: FilterOperator, _ value: JSONValue) throws -> Filter.Comparison {
        switch comparator {
        case .eq: return .equal(try single(value))
        case .neq: return .notEqual(try single(value))
        case .gt: return .greater(try single(value))
        case .gte: return .greaterOrEqual(try single(value))
        case .lt: return .less(try single(value))
        case .lte: return .lessOrEqual(try single(value))
        case .in: return .in(try list(value, comparator).map(single))
        case .is: return try Self.isNull(value) ? .isNull : .isNotNull
        case .like: return .like(try text(value, comparator))
        case .ilike: return .ilike(try text(value, comparator))
        case .startsWith:
            let prefix = try text(value, comparator)
            return startsWithIsLike ? .like(prefix) : .startsWith(prefix)
        case .endsWith: return .endsWith(try text(value, comparator))
        case .containsAny: return .containsAny(try list(value, comparator).map(option))
        case .containsIlike: return .containsIlike(try text(value, comparator))
        case .isEmptyArray:
            guard case .bool = value else {
                throw RecordError.filter(
                    "Filter operator \"isEmptyArray\" requires a boolean value for field \(field)",
                    userFriendly: "Invalid filter: \"isEmptyArray\" operator requires a boolean")
            }
            return .isEmptyArray
        }
    }

    /// A value to compare with. Over REST every value is a text (graphql-core 6.1, "Leniency in values").
    private func single(_ value: JSONValue) throws -> SQLValue {
        if value.isNull { return .null }
        switch column.kind {
        case .uuid:
            guard case .string(let text) = value, UUIDText.isValid(text) else { throw invalid("UUID value", value) }
            return .text(text.lowercased())
        case .real, .integer, .numeric: return try number(value)
        case .boolean:
            switch value {
            case .bool(let flag): return .integer(flag ? 1 : 0)
            case .string("true"): return .integer(1)
            case .string("false"): return .integer(0)
            default: throw invalid("boolean value", value)
            }
        case .date:
            guard case .string(let text) = value, let date = WrittenDate.date(text) else {
                throw RecordError.filter(
                    ValueMessages.date(value, field), userFriendly: ValueMessages.userFriendly("date", value))
            }
            return .text(date)
        case .dateTime:
            guard case .string(let text) = value, let instant = WrittenDate.dateTime(text) else {
                throw RecordError.filter(
                    ValueMessages.dateTime(value, field), userFriendly: ValueMessages.userFriendly("date-time", value))
            }
            return .text(instant.iso8601)
        case .option, .optionList: return .text(try option(value))
        case .text:
            guard case .string(let text) = value else { return .text(PostgresText.of(value)) }
            // The bare word NULL stands for the empty text (rest-core 6.5).
            if text == "NULL" { return .text("") }
            return .text(emailStyle.map { EmailAddress.normalised(text, style: $0) } ?? text)
        case .textList, .json: return .text(PostgresText.of(value))
        }
    }

    private func number(_ value: JSONValue) throws -> SQLValue {
        switch value {
        case .int(let number): return .integer(number)
        case .double(let number): return .real(number)
        case .string(let text):
            guard let number = LeadingNumber.parse(text) else {
                throw RecordError.filter("Invalid number value NaN for field \"\(field)\"")
            }
            return number
        default: throw invalid("number value", value)
        }
    }

    private func option(_ value: JSONValue) throws -> String {
        let text = PostgresText.of(value)
        let options: [String] =
            switch column.kind {
            case .option(let values), .optionList(let values): values
            default: []
            }
        guard options.contains(text) else {
            throw RecordError(.database, "invalid input value for enum \(enumName): \"\(text)\"")
        }
        return text
    }

    private func list(_ value: JSONValue, _ comparator: FilterOperator) throws -> [JSONValue] {
        guard case .array(let elements) = value else {
            throw RecordError.filter(
                "Filter operator \"\(comparator.rawValue)\" requires an array value for field \(field)",
                userFriendly: "Invalid filter: \"\(comparator.rawValue)\" operator requires an array")
        }
        guard !elements.isEmpty else {
            throw RecordError(
                .invalidQueryInput, "Invalid filter value for field \(field). Expected non-empty array")
        }
        return elements
    }

    private func text(_ value: JSONValue, _ comparator: FilterOperator) throws -> String {
        guard case .string(let text) = value else {
            throw RecordError.filter(
                "Filter operator \"\(comparator.rawValue)\" requires a string value for field \"\(field)\", "
                    + "got \(PostgresText.kind(of: value))",
                userFriendly: "Invalid filter: \"\(comparator.rawValue)\" operator requires a String")
        }
        return text
    }

    /// Whether the operand of `is` asks for records without a value.
    static func isNull(_ value: JSONValue) throws -> Bool {
        switch value {
        case .string("NULL"): return true
        case .string("NOT_NULL"): return false
        default:
            throw RecordError.filter(
                "Invalid filter value for \"is\" operator. Expected \"NULL\" or \"NOT_NULL\"",
                userFriendly: "Invalid value for \"is\" operator")
        }
    }

    private func invalid(_ what: String, _ value: JSONValue) -> RecordError {
        .filter(
            "Invalid \(what) \(ConsolePrint.text(of: value)) for field \"\(field)\"",
            userFriendly: ValueMessages.userFriendly(what, value))
    }
}

/// Values that are no texts where the database takes texts only.
enum PostgresText {
    static func of(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .null: ""
        case .array(let elements) where elements.isEmpty: "{}"
        default: value.serializedText
        }
    }

    /// What JavaScript's `typeof` calls the value.
    static func kind(of value: JSONValue) -> String {
        switch value {
        case .bool: "boolean"
        case .int, .double, .bigInteger: "number"
        case .string: "string"
        case .null, .array, .object: "object"
        }
    }
}

/// The number that a text begins with, as JavaScript's `parseFloat` reads it.
enum LeadingNumber {
    static func parse(_ text: String) -> SQLValue? {
        let characters = Array(text.utf8.drop { $0 == 0x20 || (0x09...0x0D).contains($0) })
        var position = 0
        func digits() -> Int {
            let start = position
            while position < characters.count, characters[position] &- 0x30 < 10 { position += 1 }
            return position - start
        }
        if let sign = characters.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position = 1 }
        var count = digits()
        var isWhole = true
        if position < characters.count, characters[position] == UInt8(ascii: ".") {
            position += 1
            let fraction = digits()
            if fraction == 0 { position -= 1 } else { isWhole = false }
            count += fraction
        }
        guard count > 0 else { return nil }
        let mantissa = position
        if position < characters.count, characters[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < characters.count, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(characters[position]) {
                position += 1
            }
            if digits() == 0 { position = mantissa } else { isWhole = false }
        }
        let literal = String(decoding: characters[..<position], as: UTF8.self)
        if isWhole, let whole = Int64(literal) { return .integer(whole) }
        return Double(literal).map(SQLValue.real)
    }
}
