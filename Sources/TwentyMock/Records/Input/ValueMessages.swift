import JSON

/// The texts about single values that writing and filtering share (rest-core 6.3, 9.1).
enum ValueMessages {
    static func date(_ value: JSONValue, _ field: String) -> String {
        "Invalid value \(ConsolePrint.text(of: value)) for date field \"\(field)\". Expected format: 'YYYY-MM-DD'"
    }

    static func dateTime(_ value: JSONValue, _ field: String) -> String {
        "Invalid value \(ConsolePrint.text(of: value)) for date-time field \"\(field)\". "
            + "Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"
    }

    /// What people are told of a value (graphql-core 9.2, "ufm texts").
    ///
    /// - Parameter what: as messages speak of it: `number value`, `date`.
    static func userFriendly(_ what: String, _ value: JSONValue) -> String {
        let shown = "\"\(value.stringValue ?? value.serializedText)\""
        return switch what {
        case "number value": "Invalid value for number: \(shown)"
        case "UUID value": "Invalid value for UUID: \(shown)"
        case "position value": "Invalid value for position: \(shown)"
        case "object value": "Invalid value for JSON: \(shown)"
        case "multi-select": "Invalid value for multi-select: \(shown)"
        case "date": "Invalid value for date: \(shown). Expected format: 'YYYY-MM-DD'"
        case "date-time": "Invalid value for date-time: \(shown). Expected format: 'YYYY-MM-DDTHH:mm:ssZ'"
        default: "Invalid value: \(shown)"
        }
    }
}
