import JSON

/// The choices of a SELECT or MULTI_SELECT as a request names them (metadata 7.1).
struct OptionRules {
    /// The colours that an option may have.
    static let colors: Set<String> = [
        "red", "ruby", "crimson", "tomato", "orange", "amber", "yellow", "lime", "grass", "green", "jade", "mint",
        "turquoise", "cyan", "sky", "blue", "iris", "violet", "purple", "plum", "pink", "bronze", "gold", "brown",
        "gray",
    ]

    let newID: () -> String
    private(set) var problems: [ValidationReport.Problem] = []
    private(set) var options: [FieldOption] = []

    init(newID: @escaping () -> String) { self.newID = newID }

    /// Reads and checks a list; ``problems`` is empty when all is well.
    mutating func read(_ json: JSONValue?) {
        guard let list = json?.arrayValue, !list.isEmpty else {
            report("Options are required for enum fields")
            return
        }
        var seenPositions = Set<JSONValue>()
        var seenIDs = Set<String>()
        var seenValues = Set<String>()
        var repeats: Set<String> = []
        for (place, element) in list.enumerated() {
            let object = OptionRules.collapsed(element.objectValue ?? JSONObject())
            let id = readID(object["id"])
            let value = readText(object["value"], "Option value")
            let label = readText(object["label"], "Option label")
            if let value { check(value: value) }
            if let label { check(label: label) }
            let color = readColor(object["color"])
            let number = number(object["position"])
            let position = number ?? Double(place)
            // What is no number has no place of its own, but is not to be there twice either.
            let seen = number == nil ? object["position"] ?? .double(position) : .double(position)
            if !seenPositions.insert(seen).inserted { repeats.insert("Duplicated option position") }
            if !seenIDs.insert(id).inserted { repeats.insert("Duplicated option id") }
            if let value, !seenValues.insert(value).inserted { repeats.insert("Duplicated option value") }
            options.append(
                FieldOption(id: id, value: value ?? "", label: label ?? "", color: color, position: position))
        }
        for message in ["Duplicated option position", "Duplicated option id", "Duplicated option value"]
        where repeats.contains(message) {
            report(message)
        }
        options.sort { $0.position < $1.position }
    }

    private mutating func readID(_ json: JSONValue?) -> String {
        switch json {
        case nil: return newID()
        case .null?:
            report("Option id is required")
            report("Option id is invalid", .null)
        case .string(let text)? where MetadataID.isValid(text): return text.lowercased()
        case let other?: report("Option id is invalid", other)
        }
        return newID()
    }

    /// `nil` for none, and for what JSON could not show again.
    private func number(_ json: JSONValue?) -> Double? {
        json?.doubleValue.flatMap { $0.isFinite ? $0 : nil }
    }

    private mutating func readText(_ json: JSONValue?, _ what: String) -> String? {
        switch json {
        case .string(let text)?:
            if text.isEmpty { report("\(what) must be a string of at least one character", json) }
            return text.isEmpty ? nil : text
        case nil, .null?: report("\(what) is required")
        default: report("\(what) must be a string of at least one character", json)
        }
        return nil
    }

    private mutating func check(value: String) {
        if value.utf16.count > 63 { report("Option value exceeds 63 characters", .string(value)) }
        if !OptionRules.isUpperSnakeCase(value) {
            report("Value must be in UPPER_CASE and follow snake_case \"\(value)\"", .string(value))
        }
    }

    private mutating func check(label: String) {
        if label.utf16.count > 63 { report("Option label exceeds 63 characters", .string(label)) }
        if label.contains(",") { report("Label must not contain a comma", .string(label)) }
    }

    private mutating func readColor(_ json: JSONValue?) -> String {
        guard let json, !json.isNull, json != "" else { return "gray" }
        guard let color = json.stringValue, OptionRules.colors.contains(color) else {
            report("Option color must be a supported color", json)
            return "gray"
        }
        return color
    }

    private mutating func report(_ message: String, _ value: JSONValue? = nil) {
        problems.append(.init("INVALID_FIELD_INPUT", message, user: OptionRules.userText[message], value: value))
    }

    private static let userText = [
        "Option value must be a string of at least one character": "Option value format not supported",
        "Option label must be a string of at least one character": "Option label format not supported",
    ]

    private static func collapsed(_ option: JSONObject) -> JSONObject {
        JSONObject(
            option.members.map { member in
                (member.key, member.value.stringValue.map { .string($0.collapsingWhitespace) } ?? member.value)
            })
    }

    /// `^(?!.*__)[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`.
    private static func isUpperSnakeCase(_ value: String) -> Bool {
        guard let first = value.utf8.first, first &- 0x41 < 26 else { return false }
        return value.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }
        }
    }
}

// MARK: - Ratings and defaults

extension OptionRules {
    /// What every RATING field offers.
    static func ratings(newID: () -> String) -> [FieldOption] {
        (1...5).map {
            FieldOption(id: newID(), value: "RATING_\($0)", label: String($0), color: "", position: Double($0 - 1))
        }
    }

    /// What is wrong with the default of a field with options.
    static func defaultProblems(
        _ json: JSONValue, type: FieldType, options: [FieldOption]
    ) -> [ValidationReport.Problem] {
        func problem(_ message: String, user: String? = nil) -> ValidationReport.Problem {
            .init("INVALID_FIELD_INPUT", message, user: user, value: json)
        }
        func check(_ text: String) -> [ValidationReport.Problem] {
            guard let value = DefaultValue.unquoted(text) else {
                return [
                    problem("Default value should be as quoted string"),
                    problem("Default value \"\(text)\" must be one of the option values"),
                ]
            }
            return options.contains { $0.value == value }
                ? [] : [problem("Default value \"\(text)\" must be one of the option values")]
        }
        if json.isNull { return [] }
        guard type == .multiSelect else {
            guard let text = json.stringValue else {
                return [
                    problem(
                        "Default value for select must be a string got \(plain(json))",
                        user: "Default value must be a string")
                ]
            }
            return check(text)
        }
        guard let elements = json.arrayValue else {
            return [
                problem(
                    "Default value for multi-select must be an array got \(plain(json))",
                    user: "Multi-select field default value must be an array")
            ]
        }
        if elements.isEmpty { return [problem("If defined default value must contain at least one value")] }
        var problems = Set(elements).count == elements.count ? [] : [problem("Default values must be unique")]
        for element in elements {
            problems +=
                element.stringValue.map(check) ?? [
                    problem(
                        "Default value for select must be a string got \(plain(element))",
                        user: "Default value must be a string")
                ]
        }
        return problems
    }

    private static func plain(_ json: JSONValue) -> String { json.stringValue ?? json.serializedText }
}

/// Ids in metadata requests: UUIDs in any case and of any version.
package enum MetadataID {
    package static func isValid(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.joined().allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
    }
}
