import DataModel
import JSON

/// What a column holds in a new record that says nothing of it.
enum ColumnDefault: Equatable {
    case value(SQLValue)
    /// The moment of creation.
    case now
    /// A fresh UUID.
    case uuid

    init(of column: Column, in field: FieldMetadata) {
        var value = field.defaultValue
        if case .composite(let parts)? = value {
            value = parts.first { $0.name == column.subField }?.value
        }
        switch value {
        case nil, .composite: self = .value(.null)
        case .uuid: self = .uuid
        case .now: self = .now
        case .text(let text):
            if case .dateTime = column.kind {
                self = .value(.text(ColumnDefault.moment(text)))
                return
            }
            self = .value(text.isEmpty && !column.isNotNull && column.kind.readsEmpty ? .null : .text(text))
        case .boolean(let flag): self = .value(.integer(flag ? 1 : 0))
        case .number(let number):
            let whole = Int64(exactly: number)
            switch column.kind {
            case .integer: self = .value(.integer(whole ?? Int64(exactly: number.rounded(.towardZero)) ?? 0))
            case .numeric: self = .value(whole.map(SQLValue.integer) ?? .real(number))
            default: self = .value(.real(number))
            }
        case .json(let text): self = .value(.text(text))
        case .list(let texts):
            self = .value(.text(JSONValue.array(texts.map(JSONValue.string)).serializedText))
        }
    }

    /// A date as the moment it begins, and milliseconds to a moment that has none.
    private static func moment(_ text: String) -> String {
        if text.utf8.count == 10 { return text + "T00:00:00.000Z" }
        return text.hasSuffix("Z") && !text.contains(".") ? text.dropLast() + ".000Z" : text
    }
}
