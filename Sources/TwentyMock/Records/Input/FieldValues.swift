import DataModel
import JSON
import RecordStore

/// Values of scalar fields on write (rest-core 9.1, graphql-core 8 and 9.2).
enum FieldValues {
    static func scalar(_ value: JSONValue, _ field: FieldMetadata, _ column: Column) throws -> SQLValue {
        let name = field.name
        switch field.type {
        case .uuid: return try uuid(value, name)
        case .text: return try text(value, name, column)
        case .number: return try number(value, name, column)
        case .numeric: return try numeric(value, name, whenEmpty: .null)
        case .boolean: return try boolean(value, name)
        case .date: return try date(value, name)
        case .dateTime: return try dateTime(value, name)
        case .select, .rating: return try option(value, name, field.options.map(\.value))
        case .multiSelect: return try options(value, name, field.options.map(\.value))
        case .array: return try texts(value, name)
        case .files: return try FilesInput.value(value, name, maximum: field.settings.maxNumberOfValues)
        default: return try json(value, name)
        }
    }

    static func text(_ value: JSONValue, _ name: String, _ column: Column) throws -> SQLValue {
        switch value {
        case .null: return column.isNotNull ? .text("") : .null
        case .string(let text):
            // Empty text and NULL are one value (data-model 4).
            return text.isEmpty && !column.isNotNull ? .null : .text(text)
        default: throw invalid("string value", value, "text field", name)
        }
    }

    static func number(_ value: JSONValue, _ name: String, _ column: Column) throws -> SQLValue {
        let number: Double
        switch value {
        case .null: return .null
        case .int(let whole):
            if case .integer = column.kind { return .integer(whole) }
            return .real(Double(whole))
        case .double(let fraction) where fraction.isFinite: number = fraction
        case .bigInteger(let digits): number = Double(digits) ?? 0
        default: throw invalid("number value", value, "field", name)
        }
        guard case .integer = column.kind else { return .real(number) }
        return Int64(exactly: number).map(SQLValue.integer) ?? .real(number)
    }

    /// A number or its text; kept exact where it is an integer.
    static func numeric(_ value: JSONValue, _ name: String, whenEmpty: SQLValue) throws -> SQLValue {
        switch value {
        case .null: return .null
        case .int(let whole): return .integer(whole)
        case .double(let fraction) where fraction.isFinite:
            return Int64(exactly: fraction).map(SQLValue.integer) ?? .real(fraction)
        case .bigInteger(let digits): return .real(Double(digits) ?? 0)
        case .string(let text):
            let digits = text.drop { $0.isWhitespace }
            if digits.isEmpty { return whenEmpty }
            if let whole = Int64(digits) { return .integer(whole) }
            guard let number = Double(digits), number.isFinite else {
                throw invalid("number value", value, "field", name)
            }
            return Int64(exactly: number).map(SQLValue.integer) ?? .real(number)
        default: throw invalid("number value", value, "field", name)
        }
    }

    static func boolean(_ value: JSONValue, _ name: String) throws -> SQLValue {
        switch value {
        case .null: return .null
        case .bool(let flag): return .integer(flag ? 1 : 0)
        default: throw invalid("boolean value", value, "field", name)
        }
    }

    static func uuid(_ value: JSONValue, _ name: String) throws -> SQLValue {
        switch value {
        case .null: return .null
        case .string(let text) where UUIDText.isValid(text): return .text(text.lowercased())
        default: throw invalid("UUID value", value, "field", name)
        }
    }

    static func date(_ value: JSONValue, _ name: String) throws -> SQLValue {
        if value.isNull { return .null }
        guard case .string(let text) = value, let date = WrittenDate.date(text) else {
            throw RecordError.data(
                ValueMessages.date(value, name), userFriendly: ValueMessages.userFriendly("date", value))
        }
        return .text(date)
    }

    static func dateTime(_ value: JSONValue, _ name: String) throws -> SQLValue {
        if value.isNull { return .null }
        guard case .string(let text) = value, let instant = WrittenDate.dateTime(text) else {
            throw RecordError.data(
                ValueMessages.dateTime(value, name), userFriendly: ValueMessages.userFriendly("date-time", value))
        }
        return .text(instant.iso8601)
    }

    static func option(_ value: JSONValue, _ name: String, _ options: [String]) throws -> SQLValue {
        switch value {
        case .null: return .null
        case .string(let text):
            guard options.contains(text) else {
                throw RecordError.data(
                    "Invalid value \"\(text)\" for field \"\(name)\". Valid values are: \(options.joined(separator: ", "))"
                )
            }
            return .text(text)
        default: throw invalid("string value", value, "text field", name)
        }
    }

    static func options(_ value: JSONValue, _ name: String, _ options: [String]) throws -> SQLValue {
        let chosen = try strings(value, name)
        for option in chosen where !options.contains(option) {
            throw RecordError.data(
                "Invalid value \(ConsolePrint.text(of: .string(option))) for multi select field \"\(name)\"",
                userFriendly: ValueMessages.userFriendly("multi-select", value))
        }
        return stored(chosen)
    }

    static func texts(_ value: JSONValue, _ name: String) throws -> SQLValue {
        stored(try strings(value, name))
    }

    static func position(_ value: JSONValue, _ name: String) throws -> RecordInput.Position {
        switch value {
        case .string("first"): return .first
        case .string("last"): return .last
        case .int(let number): return .number(Double(number))
        case .double(let number) where number.isFinite: return .number(number)
        default: throw invalid("position value", value, "field", name)
        }
    }

    /// An object, a list, or the text of some JSON; `{}` and `[]` are nothing.
    static func json(_ value: JSONValue, _ name: String, keepsEmpty: Bool = false) throws -> SQLValue {
        switch value {
        case .null: return .null
        case .object(let object): return object.isEmpty && !keepsEmpty ? .null : .text(value.serializedText)
        case .array(let elements): return elements.isEmpty && !keepsEmpty ? .null : .text(value.serializedText)
        case .string(let text):
            guard let parsed = try? JSONValue(parsing: text) else {
                throw invalid("object value", value, "field", name)
            }
            return parsed.isNull ? .null : .text(parsed.serializedText)
        case .bool, .int, .double, .bigInteger: throw invalid("object value", value, "field", name)
        }
    }

    static func invalid(_ what: String, _ value: JSONValue, _ kind: String, _ name: String) -> RecordError {
        .data(
            "Invalid \(what) \(ConsolePrint.text(of: value)) for \(kind) \"\(name)\"",
            userFriendly: ValueMessages.userFriendly(what, value))
    }

    /// A list of texts, or one text that stands for a list of it.
    private static func strings(_ value: JSONValue, _ name: String) throws -> [String] {
        switch value {
        case .null: return []
        case .string(let text): return [text]
        case .array(let elements):
            let texts = elements.compactMap(\.stringValue)
            guard texts.count == elements.count else { throw notTexts(value, name) }
            return texts
        default: throw notTexts(value, name)
        }
    }

    private static func notTexts(_ value: JSONValue, _ name: String) -> RecordError {
        .data("Invalid value \(ConsolePrint.text(of: value)) for field \"\(name) - Array values need to be string\"")
    }

    private static func stored(_ texts: [String]) -> SQLValue {
        texts.isEmpty ? .null : .text(JSONValue.array(texts.map(JSONValue.string)).serializedText)
    }
}
