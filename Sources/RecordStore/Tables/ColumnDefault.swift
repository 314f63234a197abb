import DataModel
import JSON

/// What a column holds in a new record that says nothing of it.
enum ColumnDefault: Equatable {
    case value(SQLValue)
    /// The moment of creation.
    case now

    init(of column: Column, in field: FieldMetadata) {
        var value = field.defaultValue
        if case .composite(let parts)? = value {
            value = parts.first { $0.name == column.subField }?.value
        }
        switch value {
        case nil, .uuid, .composite: self = .value(.null)
        case .now: self = .now
        case .text(let text):
            self = .value(text.isEmpty && !column.isNotNull && column.kind.readsEmpty ? .null : .text(text))
        case .boolean(let flag): self = .value(.integer(flag ? 1 : 0))
        case .number(let number):
            if case .integer = column.kind {
                self = .value(.integer(Int64(number)))
            } else {
                self = .value(.real(number))
            }
        case .list(let texts):
            self = .value(.text(JSONValue.array(texts.map(JSONValue.string)).serializedText))
        }
    }
}
