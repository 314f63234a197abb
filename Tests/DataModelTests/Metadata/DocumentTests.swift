import JSON
import Testing

@testable import DataModel

/// The stored forms of objects and fields say all there is to say.
@Suite struct DocumentTests {
    @Test("Every standard object and field reads back as it was written", arguments: Release.all)
    func roundTrip(release: Release) throws {
        for object in StandardModel.objects(of: release) {
            let properties = try #require(ObjectMetadata.Properties(document: object.properties.document))
            #expect(properties == object.properties)
            for field in object.fields {
                #expect(
                    FieldMetadata(document: try reparsed(field.document)) == field,
                    "\(object.nameSingular).\(field.name)")
            }
        }
    }

    private static let examples: [(FieldType, JSONValue)] = [
        (.text, "'a'"), (.number, 4.5), (.boolean, true), (.uuid, "uuid"), (.dateTime, "now"),
        (.multiSelect, ["'A'", "'B'"]), (.rawJSON, ["a": [1, 2]]),
        (.currency, ["amountMicros": "1000000", "currencyCode": "'USD'"]),
    ]

    @Test("Defaults of every kind read back", arguments: examples)
    func defaults(type: FieldType, json: JSONValue) throws {
        var field = FieldMetadata(name: "a", label: "A", type: type)
        field.setDefault(json)
        #expect(field.defaultValueJSON == json)
        #expect(FieldMetadata(document: try reparsed(field.document)) == field)
    }

    @Test("An index that a client asked for reads back")
    func index() throws {
        var properties = try #require(StandardModel.dataModel(of: .v2).object(singular: "person")).properties
        var index = IndexMetadata(fields: ["jobTitle", .init("name", subField: "lastName")])
        index.id = "a"
        index.isCustom = true
        index.createdAt = "2026-01-01T00:00:00.000Z"
        properties.indexes.append(index)
        #expect(ObjectMetadata.Properties(document: try reparsed(properties.document)) == properties)
    }

    private func reparsed(_ document: JSONObject) throws -> JSONObject {
        try #require(try JSONValue(parsing: JSONValue.object(document).serializedText).objectValue)
    }
}
