import JSON
import Testing

/// Making objects and fields that have to be accepted.
extension API {
    @discardableResult
    func createObject(
        _ singular: String, _ plural: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try post(
            "/rest/metadata/objects",
            [
                "nameSingular": .string(singular), "namePlural": .string(plural), "labelSingular": .string(singular),
                "labelPlural": .string(plural),
            ])
        try #require(answer.status == 201, "\(answer.raw)", sourceLocation: sourceLocation)
        return answer.json
    }

    @discardableResult
    func createField(
        on object: String, _ name: String, _ type: String, _ more: JSONObject = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try field(on: object, name, type, more)
        try #require(answer.status == 201, "\(answer.raw)", sourceLocation: sourceLocation)
        return answer.json
    }

    /// The answer to the creation of a field, whatever it is.
    func field(on object: String, _ name: String, _ type: String, _ more: JSONObject = [:]) throws -> Answer {
        var body: JSONObject = [
            "objectMetadataId": .string(object), "name": .string(name), "label": .string(name), "type": .string(type),
        ]
        for member in more.members { body[member.key] = member.value }
        return try post("/rest/metadata/fields", .object(body))
    }

    /// An object by one of its names (an extension).
    func object(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONValue {
        let answer = try get("/rest/metadata/objects/\(name)")
        try #require(answer.status == 200, "\(answer.raw)", sourceLocation: sourceLocation)
        return answer.json
    }

    func fieldID(_ object: String, _ name: String) throws -> String {
        let fields = try self.object(object)["fields"]?.arrayValue ?? []
        return try #require(fields.first { $0["name"]?.stringValue == name }?.id)
    }
}

extension Answer {
    /// The messages of the first failed entity of a validation report (metadata 2.2 b).
    func problems(_ kind: String) -> [String] {
        json["errors"]?[kind]?[0]?["errors"]?.arrayValue?.compactMap { $0["message"]?.stringValue } ?? []
    }

    /// The messages of the framework's own refusal (metadata 2.2 c).
    var shapeProblems: [String] { json["message"]?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

func relation(_ type: String, _ target: String, _ label: String) -> JSONObject {
    [
        "relationCreationPayload": [
            "type": .string(type), "targetObjectMetadataId": .string(target), "targetFieldLabel": .string(label),
            "targetFieldIcon": "IconRocket",
        ]
    ]
}
