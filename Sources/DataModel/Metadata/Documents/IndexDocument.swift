import JSON

/// The stored form of an index.
extension IndexMetadata {
    var document: JSONObject {
        var document: JSONObject = [
            "fields": .array(fields.map(\.json)), "isUnique": .bool(isUnique), "method": .string(method.rawValue),
            "isLiveOnly": .bool(isLiveOnly),
        ]
        if let id {
            document["id"] = .string(id)
            document["isCustom"] = .bool(isCustom)
            document["createdAt"] = .of(createdAt)
        }
        return document
    }

    init(document: JSONObject) {
        self.init(
            fields: (document["fields"]?.arrayValue ?? []).compactMap(IndexedField.init(json:)),
            isUnique: document.flag("isUnique"),
            method: document.text("method").flatMap(Method.init(rawValue:)) ?? .btree,
            isLiveOnly: document.flag("isLiveOnly"))
        id = document.text("id")
        isCustom = document.flag("isCustom")
        createdAt = document.text("createdAt")
    }
}

extension IndexMetadata.IndexedField {
    /// A name, or a name and a part.
    fileprivate var json: JSONValue {
        subField.map { .array([.string(name), .string($0)]) } ?? .string(name)
    }

    fileprivate init?(json: JSONValue) {
        if let name = json.stringValue {
            self.init(name)
        } else if let parts = json.arrayValue?.compactMap(\.stringValue), parts.count == 2 {
            self.init(parts[0], subField: parts[1])
        } else {
            return nil
        }
    }
}
