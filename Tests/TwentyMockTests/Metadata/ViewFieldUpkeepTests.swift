import JSON
import Testing

/// metadata 5.5, 6.2: fields that come into views by themselves.
@Suite struct ViewFieldUpkeepTests {
    private let api: API
    private let rocket: String

    init() throws {
        api = try API()
        rocket = try api.createObject("rocket", "rockets").id
    }

    private func views() throws -> [JSONValue] {
        try api.get("/rest/metadata/views?objectMetadataId=\(rocket)")["data"]?.arrayValue ?? []
    }

    /// Name, position and visibility of what a view shows.
    private func shown(_ type: String) throws -> [String] {
        let names = Dictionary(
            try api.object("rocket")["fields"]?.arrayValue?.map { ($0.id, $0.text("name") ?? "") } ?? [],
            uniquingKeysWith: { first, _ in first })
        let view = try #require(try views().first { $0.text("type") == type })
        return (view["viewFields"]?.arrayValue ?? []).map { field in
            let mark = field["isVisible"] == true ? "" : " hidden"
            return
                "\(field["position"]?.serializedText ?? "") \(names[field.text("fieldMetadataId") ?? ""] ?? "?")\(mark)"
        }
    }

    private let others = ["1 createdAt", "2 createdBy", "3 updatedAt", "4 updatedBy"]
    private let inside = ["0 createdAt", "1 createdBy", "2 updatedAt", "3 updatedBy"]

    @Test("A new label identifier comes one position before the first in every view, the others stay")
    func labelIdentifier() throws {
        let code = try api.createField(on: rocket, "code", "TEXT").id
        #expect(try shown("TABLE") == ["0 name"] + others + ["5 code hidden"])
        #expect(try shown("FIELDS_WIDGET") == inside + ["4 code"])
        let mine = try api.post(
            "/rest/metadata/views", ["name": "M", "icon": "I", "objectMetadataId": .string(rocket)]
        ).json.id
        let path = "/rest/metadata/objects/\(rocket)"
        #expect(try api.patch(path, ["labelIdentifierFieldMetadataId": .string(code)]).status == 200)
        #expect(try shown("TABLE") == ["-1 code", "0 name"] + others)
        #expect(try shown("FIELDS_WIDGET") == ["-1 code"] + inside)
        let fields = try api.get("/rest/metadata/views/\(mine)")["viewFields"]?.arrayValue ?? []
        #expect(fields.map { $0.text("fieldMetadataId") } == [code])
        #expect(fields.map { $0["isVisible"] } == [true])
        // The same again is no change.
        #expect(try api.patch(path, ["labelIdentifierFieldMetadataId": .string(code)]).status == 200)
        #expect(try shown("TABLE") == ["-1 code", "0 name"] + others)
        // And back: the first one moves before the others.
        let name = try api.fieldID("rocket", "name")
        #expect(try api.patch(path, ["labelIdentifierFieldMetadataId": .string(name)]).status == 200)
        #expect(try shown("TABLE") == ["-2 name", "-1 code"] + others)
        #expect(try shown("FIELDS_WIDGET") == ["-2 name", "-1 code"] + inside)
    }

    @Test("A renamed first label identifier keeps its place")
    func renamed() throws {
        let code = try api.createField(on: rocket, "code", "TEXT").id
        let name = try api.fieldID("rocket", "name")
        #expect(try api.patch("/rest/metadata/fields/\(name)", ["name": "title"]).status == 200)
        _ = try api.patch("/rest/metadata/objects/\(rocket)", ["labelIdentifierFieldMetadataId": .string(code)])
        #expect(try shown("TABLE") == ["-1 code", "0 title"] + others)
        #expect(try api.delete("/rest/metadata/fields/\(name)").status == 200)
        #expect(try shown("TABLE").first == "-1 code")
        #expect(try shown("FIELDS_WIDGET") == ["-1 code"] + inside)
    }

    @Test("What came into a view by itself goes with its field, and with the object that a relation leads to")
    func gone() throws {
        let company = try api.object("company").id
        let path = "/rest/metadata/views?objectMetadataId=\(company)"
        let before = try api.get(path)["data"]
        let first = try api.createField(on: rocket, "owner", "RELATION", relation("MANY_TO_ONE", company, "Owned"))
        _ = try api.createField(on: rocket, "maker", "RELATION", relation("MANY_TO_ONE", company, "Made"))
        #expect(try api.get(path)["data"] != before)
        #expect(try api.delete("/rest/metadata/fields/\(first.id)").status == 200)
        #expect(try api.delete("/rest/metadata/objects/\(rocket)").status == 200)
        #expect(try api.get(path)["data"] == before)
    }

    @Test("New fields are shown on a record page only if its widget says so")
    func newFieldDefaultVisibility() throws {
        _ = try api.createField(on: rocket, "first", "TEXT")
        let layouts = try api.get("/rest/metadata/pageLayouts?objectMetadataId=\(rocket)")["data"]?.arrayValue ?? []
        let layout = try api.get("/rest/metadata/pageLayouts/\(try #require(layouts.first?.id))").json
        let widget = try #require(layout.at("tabs", "0", "widgets", "0"))
        var configuration = try #require(widget["configuration"]?.objectValue)
        configuration["newFieldDefaultVisibility"] = false
        let path = "/rest/metadata/pageLayoutWidgets/\(widget.id)"
        #expect(try api.patch(path, ["configuration": .object(configuration)]).status == 200)
        _ = try api.createField(on: rocket, "second", "TEXT")
        #expect(try shown("FIELDS_WIDGET") == inside + ["4 first", "5 second hidden"])
        configuration["newFieldDefaultVisibility"] = true
        _ = try api.patch(path, ["configuration": .object(configuration)])
        let company = try api.object("company").id
        _ = try api.createField(on: company, "rocket", "RELATION", relation("MANY_TO_ONE", rocket, "Companies"))
        #expect(try shown("FIELDS_WIDGET") == inside + ["4 first", "5 second hidden", "6 companies"])
        #expect(try shown("TABLE").suffix(3) == ["5 first hidden", "6 second hidden", "7 companies hidden"])
    }
}
