import JSON

// What stands under the keys of documents and inputs whose shape is known.
extension JSONObject {
    /// The text under `key`, empty when there is none.
    func text(_ key: String) -> String { self[key]?.stringValue ?? "" }

    /// An id in the letter case in which ids are kept.
    func id(_ key: String = "id") -> String { text(key).lowercased() }

    /// The input object under `key`.
    func input(_ key: String = "input") -> JSONObject { self[key]?.objectValue ?? JSONObject() }

    /// The objects of a list; `nil` when there is no list.
    func objects(_ key: String) -> [JSONObject]? { self[key]?.arrayValue?.compactMap(\.objectValue) }
}
