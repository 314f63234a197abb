import DataModel
import JSON

/// Checks the properties of a body one after the other and collects what is wrong, in the framework's words
/// (metadata 2.2 c).
struct InputShape {
    private let body: JSONObject
    private var messages: [String] = []

    init(_ body: JSONObject) { self.body = body }

    /// - Throws: ``InputShapeError`` when any check has failed.
    func check() throws {
        if !messages.isEmpty { throw InputShapeError(messages) }
    }

    func text(_ key: String) -> String { body[key]?.stringValue ?? "" }

    private func isEmpty(_ key: String) -> Bool {
        switch body[key] {
        case nil, .null?, ""?: true
        default: false
        }
    }

    mutating func require(_ key: String) {
        if isEmpty(key) { messages.append("\(key) should not be empty") }
    }

    mutating func requireText(_ key: String) {
        require(key)
        if body[key]?.stringValue == nil { messages.append("\(key) must be a string") }
    }

    mutating func requireName(_ key: String) {
        if body[key]?.stringValue.map(MetadataName.hasForbiddenShape) ?? false {
            messages.append("\(key) has failed the name validation check")
        }
        requireText(key)
    }

    mutating func requireUUID(_ key: String) {
        require(key)
        if !(body[key]?.stringValue.map(MetadataID.isValid) ?? false) { messages.append("\(key) must be a UUID") }
    }

    mutating func optionalText(_ key: String) {
        guard let value = body[key], !value.isNull, value.stringValue == nil else { return }
        messages.append("\(key) must be a string")
    }

    mutating func optionalName(_ key: String) {
        optionalText(key)
        guard body[key]?.stringValue.map(MetadataName.hasForbiddenShape) ?? false else { return }
        messages.append("\(key) has failed the name validation check")
    }

    mutating func optionalFlag(_ key: String) {
        guard let value = body[key], !value.isNull, value.boolValue == nil else { return }
        messages.append("\(key) must be a boolean value")
    }

    mutating func optionalUUID(_ key: String) {
        guard let value = body[key], !value.isNull, !(value.stringValue.map(MetadataID.isValid) ?? false) else {
            return
        }
        messages.append("\(key) must be a UUID")
    }

    mutating func optionalObject(_ key: String) {
        guard let value = body[key], !value.isNull, value.objectValue == nil else { return }
        messages.append("\(key) must be an object")
    }

    mutating func requireChoice(_ key: String, of choices: [String]) {
        require(key)
        guard !(body[key]?.stringValue.map(choices.contains) ?? false) else { return }
        messages.append("\(key) must be one of the following values: \(choices.joined(separator: ", "))")
    }
}
