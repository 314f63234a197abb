import JSON

/// Default values as the metadata API writes them (metadata 7, "Quoting rule").
extension DefaultValue {
    /// Reads a default in the API's form.
    ///
    /// - Returns: `nil` for `null`, for a composite all of whose parts are empty, and for what suits no field.
    package init?(_ json: JSONValue, for type: FieldType) {
        switch json {
        case .null: return nil
        case .bool(let flag): self = .boolean(flag)
        case .int, .double, .bigInteger: self = .number(json.doubleValue ?? 0)
        case .string(let text):
            switch (text, type) {
            case ("uuid", .uuid): self = .uuid
            case ("now", .date), ("now", .dateTime): self = .now
            default: self = .text(DefaultValue.unquoted(text) ?? text)
            }
        case .array(let elements):
            if type == .rawJSON {
                self = .json(json.serializedText)
            } else {
                self = .list(elements.compactMap(\.stringValue).map { DefaultValue.unquoted($0) ?? $0 })
            }
        case .object(let object):
            guard let composite = type.composite else {
                self = .json(json.serializedText)
                return
            }
            let parts = composite.subFields.map { part in
                SubFieldDefault(part.name, object[part.name].flatMap { DefaultValue.part($0, part.type) })
            }
            guard parts.contains(where: { $0.value != nil }) else { return nil }
            self = .composite(parts)
        }
    }

    /// The default of a composite's part; empty texts and lists are none.
    private static func part(_ json: JSONValue, _ type: FieldType) -> DefaultValue? {
        switch json {
        case .string(let text):
            let text = unquoted(text) ?? text
            if text.isEmpty { return nil }
            if type == .numeric { return Double(text).map(DefaultValue.number) }
            return .text(text)
        case .array(let elements): return elements.isEmpty ? nil : .json(json.serializedText)
        case .object: return .json(json.serializedText)
        default: return DefaultValue(json, for: type)
        }
    }

    /// The text between quotes, `^['"](.*)['"]$`; `nil` when there are none.
    package static func unquoted(_ text: String) -> String? {
        guard text.utf8.count > 1, let first = text.first, let last = text.last, "'\"".contains(first),
            "'\"".contains(last)
        else { return nil }
        return String(text.dropFirst().dropLast())
    }

    /// The default in the API's form: texts carry quotes of their own.
    package var json: JSONValue {
        switch self {
        case .uuid: "uuid"
        case .now: "now"
        case .text(let text): .string("'\(text)'")
        case .number(let number): Int64(exactly: number).map(JSONValue.int) ?? .double(number)
        case .boolean(let flag): .bool(flag)
        case .list(let texts): .array(texts.map { .string("'\($0)'") })
        case .json(let text): (try? JSONValue(parsing: text)) ?? .null
        case .composite(let parts): .object(JSONObject(parts.map { ($0.name, $0.value?.json ?? .null) }))
        }
    }

    /// What a client sent for a default, as it is kept: texts trimmed, a composite with all its keys, its empty parts
    /// `null` (metadata 7).
    package static func normalized(_ json: JSONValue, for type: FieldType) -> JSONValue {
        guard let composite = type.composite, case .object(let object) = json else { return trimmed(json) }
        let parts = composite.subFields.map { part -> (String, JSONValue) in
            let value = trimmed(object[part.name] ?? .null)
            let isEmpty = value == "" || value == "''" || value == .array([])
            return (part.name, isEmpty ? .null : value)
        }
        return parts.allSatisfy { $0.1.isNull } ? .null : .object(JSONObject(parts))
    }

    /// Every text inside without white space at its ends.
    static func trimmed(_ json: JSONValue) -> JSONValue {
        switch json {
        case .string(let text):
            .string(String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()))
        case .array(let elements): .array(elements.map(trimmed))
        case .object(let object): .object(JSONObject(object.members.map { ($0.key, trimmed($0.value)) }))
        default: json
        }
    }
}

extension FieldMetadata {
    /// The default as the metadata API shows it, `null` for none.
    package var defaultValueJSON: JSONValue { details.defaultValue ?? defaultValue?.json ?? .null }

    /// Takes over a default from a request; `nil` and `null` are none, but for actors (metadata 7).
    mutating func setDefault(_ json: JSONValue?) {
        let isActor = type == .actor
        guard let json, !json.isNull else {
            details.defaultValue = nil
            defaultValue =
                isActor
                ? .composite([
                    .init("source", .text("MANUAL")), .init("workspaceMemberId", nil), .init("name", .text("System")),
                    .init("context", nil),
                ]) : nil
            return
        }
        let kept = DefaultValue.normalized(json, for: type)
        defaultValue = DefaultValue(kept, for: type)
        details.defaultValue = kept.isNull ? JSONValue?.none : kept
    }
}
