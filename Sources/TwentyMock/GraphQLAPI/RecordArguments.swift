import GraphQL
import JSON

/// The arguments of a root field, checked as the record API checks them (graphql-core 3.1).
///
/// Nothing is coerced by GraphQL's types: what counts is the kind of JSON. A `null` is the same as no argument.
struct RecordArguments {
    private let values: JSONObject

    /// - Parameter variables: as they came in the request, with defaults.
    init(_ nodes: [ArgumentNode], variables: JSONObject) {
        var values = JSONObject()
        for node in nodes {
            if let value = node.value.untypedValue(variables), !value.isNull { values[node.name.text] = value }
        }
        self.values = values
    }

    subscript(name: String) -> JSONValue? { values[name] }

    func allow(_ names: [String]) throws {
        for member in values where !names.contains(member.key) {
            throw Self.invalid("Argument not allowed: \(member.key)")
        }
    }

    func number(_ name: String) throws -> Int? {
        guard let value = values[name] else { return nil }
        guard let number = value.doubleValue, number.isFinite else {
            throw Self.invalid("Invalid argument: \"\(name)\" must be a number")
        }
        return Int(clamping: Int64(max(-9e15, min(9e15, number))))
    }

    func text(_ name: String) throws -> String? {
        guard let value = values[name] else { return nil }
        guard let text = value.stringValue else { throw Self.invalid("Invalid argument: \"\(name)\" must be a string") }
        return text
    }

    func boolean(_ name: String) throws -> Bool? {
        guard let value = values[name] else { return nil }
        guard let flag = value.boolValue else { throw Self.invalid("Invalid argument: \"\(name)\" must be a boolean") }
        return flag
    }

    func object(_ name: String) throws -> JSONObject? {
        guard let value = values[name] else { return nil }
        guard let object = value.objectValue else {
            throw Self.invalid("Invalid argument: \"\(name)\" must be an object")
        }
        return object
    }

    func requiredObject(_ name: String) throws -> JSONObject {
        guard let object = values[name]?.objectValue else {
            throw Self.invalid("Missing required argument: \"\(name)\" (object)")
        }
        return object
    }

    func list(_ name: String) throws -> [JSONValue]? {
        guard let value = values[name] else { return nil }
        guard let elements = value.arrayValue else {
            throw Self.invalid("Invalid argument: \"\(name)\" must be an array")
        }
        return elements
    }

    func requiredList(_ name: String) throws -> [JSONValue] {
        guard let elements = values[name]?.arrayValue else {
            throw Self.invalid("Missing required argument: \"\(name)\" (array)")
        }
        return elements
    }

    /// A list of objects; one object stands for a list of it, and what is no object is passed over.
    func objects(_ name: String) throws -> [JSONObject] {
        if case .object(let object)? = values[name] { return [object] }
        return try list(name)?.compactMap(\.objectValue) ?? []
    }

    func requiredID() throws -> String {
        guard let id = values["id"]?.stringValue, UUIDText.isVersioned(id) else {
            throw Self.invalid("Missing required argument: \"id\" (UUID)")
        }
        return id
    }

    static func invalid(_ message: String) -> RecordError { RecordError(.invalidQueryInput, message) }
}

extension UUIDText {
    /// Whether `text` is a UUID of one of the versions 1 to 5 (graphql-core 3.1).
    fileprivate static func isVersioned(_ text: String) -> Bool {
        guard isValid(text) else { return false }
        let bytes = Array(text.utf8)
        return "12345".utf8.contains(bytes[14]) && "89abAB".utf8.contains(bytes[19])
    }
}
