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
}
