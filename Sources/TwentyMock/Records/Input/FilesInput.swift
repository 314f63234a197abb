import JSON
import RecordStore

/// The value of a FILES field: a list of exactly `{fileId, label}` (rest-core 9.1, graphql-core 8).
enum FilesInput {
    static func value(_ value: JSONValue, _ name: String, maximum: Int?) throws -> SQLValue {
        if value.isNull { return .null }
        var list = value
        if case .string(let text) = value {
            guard let parsed = try? JSONValue(parsing: text) else {
                throw refused(
                    value, name, "It should be an array of objects with \"fileId\" and \"label\" properties.")
            }
            list = parsed
        }
        guard case .array(let entries) = list else {
            throw refused(value, name, ": Invalid input: expected array, received \(kind(of: list))")
        }
        let problems = entries.enumerated().flatMap { FilesInput.problems($1, at: $0) }
        guard problems.isEmpty else { throw refused(value, name, problems.joined(separator: ", ")) }
        if let maximum, entries.count > maximum {
            throw RecordError.data("Max number of files is \(maximum) for field \"\(name)\"")
        }
        return entries.isEmpty ? .null : .text(JSONValue.array(entries.map(stored)).serializedText)
    }

    private static func problems(_ entry: JSONValue, at position: Int) -> [String] {
        guard case .object(let object) = entry else {
            return ["\(position): Invalid input: expected object, received \(kind(of: entry))"]
        }
        var problems: [String] = []
        for key in ["fileId", "label"] {
            if case .string(let text)? = object[key] {
                if key == "fileId", !UUIDText.isValid(text) { problems.append("\(position).fileId: Invalid UUID") }
            } else {
                problems.append(
                    "\(position).\(key): Invalid input: expected string, received \(object[key].map(kind) ?? "undefined")"
                )
            }
        }
        let unknown = object.keys.filter { $0 != "fileId" && $0 != "label" }.map { "\"\($0)\"" }
        if !unknown.isEmpty {
            let keys = unknown.count == 1 ? "key" : "keys"
            problems.append("\(position): Unrecognized \(keys): \(unknown.joined(separator: ", "))")
        }
        return problems
    }

    /// The entry as it reads, with the file's extension taken from its label.
    private static func stored(_ entry: JSONValue) -> JSONValue {
        let label = entry["label"]?.stringValue ?? ""
        let suffix = label.lastIndex(of: ".").map { String(label[$0...]) } ?? ""
        return [
            "fileId": entry["fileId"] ?? .null, "label": .string(label), "extension": .string(suffix),
            "url": .string("/file/files-field/\(entry["fileId"]?.stringValue ?? "")"),
        ]
    }

    private static func refused(_ value: JSONValue, _ name: String, _ reason: String) -> RecordError {
        let print = ConsolePrint.text(of: value).replacing("\n", with: " ")
        return .data("Invalid value \"\(print)\" for FILES field \"\(name)\" - \(reason)")
    }

    private static func kind(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .int, .double, .bigInteger: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
