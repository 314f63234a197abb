import DataModel
import JSON
import RecordStore

/// The value of a composite field on write: which of its columns change, and to what
/// (rest-core 9.1, 9.4, data-model 4).
struct CompositeInput {
    let columns: FieldColumns
    let composite: CompositeType
    let release: Release

    init(_ columns: FieldColumns, _ composite: CompositeType, release: Release) {
        self.columns = columns
        self.composite = composite
        self.release = release
    }

    var field: FieldMetadata { columns.field }

    /// - Returns: `nil` for `null`, which writes nothing (data-model 3).
    func assignments(_ value: JSONValue) throws -> [Assignment]? {
        if value.isNull { return nil }
        guard case .object(let parts) = value else {
            var refusal = FieldValues.invalid("object value", value, "field", field.name)
            refusal.userFriendlyMessage = "Invalid value for \(composite.spokenName)."
            throw refusal
        }
        for key in parts.keys where columns.subField(named: key) == nil {
            let shown = field.type == .richText ? "'\(key)'" : key
            throw RecordError.data(
                "Invalid subfield \(shown) for \(composite.spokenName) field \"\(field.name)\"")
        }
        switch field.type {
        case .emails: return try emails(parts)
        case .links: return try links(parts)
        case .phones: return try phones(parts)
        case .richText: return try richText(parts)
        default: return try parts.members.compactMap { try plain($0.key, $0.value) }
        }
    }

    func assign(_ subField: String, _ value: SQLValue) -> Assignment? {
        columns.column(of: subField).map { Assignment($0, value) }
    }

    /// A part that is stored as it is sent.
    private func plain(_ subField: String, _ value: JSONValue) throws -> Assignment? {
        guard let part = columns.subField(named: subField), let column = columns.column(of: subField) else {
            return nil
        }
        let name = "\(field.name).\(subField)"
        let stored =
            switch part.type {
            case .numeric: try FieldValues.numeric(value, name, whenEmpty: .integer(0))
            case .uuid: try FieldValues.uuid(value, name)
            case .select: try FieldValues.option(value, name, part.values(in: release))
            case .rawJSON: try FieldValues.json(value, name, keepsEmpty: !part.isNullEquivalent)
            default: try FieldValues.text(value, name, column)
            }
        return Assignment(column, stored)
    }

    /// The text of a part, `nil` when it is empty or absent.
    func text(_ subField: String, of parts: JSONObject) throws -> String? {
        guard let value = parts[subField], let column = columns.column(of: subField) else { return nil }
        return try FieldValues.text(value, "\(field.name).\(subField)", column).text
    }

    /// The entries of a part that is a list, sent as one or as its JSON text; none for `null`.
    func entries(_ value: JSONValue, of subField: String) throws -> [JSONValue] {
        let list = if case .string(let text) = value { try? JSONValue(parsing: text) } else { JSONValue?(value) }
        switch list {
        case .null?: return []
        case .array(let entries)?: return entries
        default: throw FieldValues.invalid("object value", value, "field", "\(field.name).\(subField)")
        }
    }
}

// MARK: - E-mail addresses

extension CompositeInput {
    /// A primary address left out is cleared, additional ones left out are kept.
    private func emails(_ parts: JSONObject) throws -> [Assignment] {
        let primary = try parts["primaryEmail"].flatMap { try address($0, "primaryEmail") }
        var assignments = [assign("primaryEmail", primary.map(SQLValue.text) ?? .null)]
        if let additional = parts["additionalEmails"] {
            assignments.append(assign("additionalEmails", try addresses(additional)))
        }
        return assignments.compactMap { $0 }
    }

    private func addresses(_ value: JSONValue) throws -> SQLValue {
        switch value {
        case .null: return .null
        case .array(let elements):
            let list = try elements.compactMap { try address($0, "additionalEmails") }
            return list.isEmpty ? .null : .text(JSONValue.array(list.map(JSONValue.string)).serializedText)
        case .string(let text):
            // A real server checks the text as an address, then fails to read it as a list.
            _ = try address(value, "additionalEmails")
            do {
                return .text(try JSONValue(parsing: text).serializedText)
            } catch {
                throw RecordError(.unforeseen(errorClass: "SyntaxError"), error.message)
            }
        default: throw FieldValues.invalid("string value", value, "email field", "\(field.name).additionalEmails")
        }
    }

    private func address(_ value: JSONValue, _ subField: String) throws -> String? {
        switch value {
        case .null, .string(""): return nil
        case .string(let text) where EmailAddress.isValid(text):
            return EmailAddress.normalised(text, style: release.storesASCIIEmailDomains ? .asciiDomain : .lowerCase)
        default: throw FieldValues.invalid("string value", value, "email field", "\(field.name).\(subField)")
        }
    }
}
