import JSON
import Testing
import TwentyMock

/// metadata 6, 7, 18 items 5-8, 10.
@Suite struct FieldTests {
    private let api: API
    private let rocket: String

    init() throws {
        api = try API()
        rocket = try api.createObject("rocket", "rockets").id
        try api.createField(on: rocket, "price", "CURRENCY")
        try api.createField(
            on: rocket, "company", "RELATION", relation("MANY_TO_ONE", api.object("company").id, "Rockets"))
    }

    private func path(_ id: String) -> String { "/rest/metadata/fields/\(id)" }

    private func refused(
        _ name: String, _ type: String = "TEXT", _ more: JSONObject = [:], kind: String = "fieldMetadata"
    ) throws -> [String] {
        let before = try StoredTables(api)
        let answer = try api.field(on: rocket, name, type, more)
        #expect(answer.status == 400, "\(answer.raw)")
        #expect(try StoredTables(api).differences(from: before).isEmpty)
        return answer.problems(kind)
    }

    private static let taken: [(String, String)] = [
        ("name", "Name \"name\" is not available as it is already used by another field"),
        ("nAME", "Name \"nAME\" is not available as it is already used by another field"),
        ("companyId", "Name \"companyId\" is not available as it is already used by another join column name"),
        ("priceCurrencyCode", "Name \"priceCurrencyCode\" is reserved composite field name"),
        ("event", "This name is reserved. Use a different name or the system will add \"Custom\" suffix."),
        ("a_b", "Name is not valid: it must start with lowercase letter and contain only alphanumeric letters"),
        (String(repeating: "a", count: 64), "Name is too long"),
    ]

    @Test("Names that are taken, reserved or malformed", arguments: taken)
    func names(name: String, message: String) throws { #expect(try refused(name) == [message]) }

    @Test("A composite whose columns collide with a field is refused")
    func compositeColumns() throws {
        try api.createField(on: rocket, "sitePrimaryLinkUrl", "TEXT")
        #expect(
            try refused("site", "LINKS") == ["Name \"site\" is not available as it is already used by another field"])
    }

    private static let uncreatable: [(String, String)] = [
        ("NUMERIC", "Field type NUMERIC is not supported for field creation. Use NUMBER instead."),
        ("TS_VECTOR", "TS Vector is not supported for field creation"),
        (
            "FILES",
            "maxNumberOfValues must be defined in settings and be a number greater than 0 and less than or equal to 60"
        ),
        ("POSITION", "Field type POSITION must be named \"position\", got \"x\""),
    ]

    @Test("Types that clients cannot make", arguments: uncreatable)
    func types(type: String, message: String) throws { #expect(try refused("x", type).first == message) }

    private static let uniqueRefusals: [(String, JSONObject, String)] = [
        ("FULL_NAME", [:], "Unique index cannot be created for field x of type FULL_NAME"),
        ("TEXT", ["defaultValue": "'a'"], "Unique index cannot be created for field x of type TEXT"),
    ]

    @Test("Unique fields", arguments: uniqueRefusals)
    func unique(type: String, more: JSONObject, message: String) throws {
        var more = more
        more["isUnique"] = true
        #expect(try refused("x", type, more, kind: "index") == [message])
    }

    private static let examples: [(String, JSONValue)] = [
        ("TEXT", "a"), ("NUMBER", 1.5), ("BOOLEAN", true), ("DATE", "2026-09-01"),
        ("DATE_TIME", "2026-09-01T10:00:00.000Z"), ("UUID", "0b3f5c0e-6a52-4d0b-8d1e-6d1b7e0c2a11"),
        ("ARRAY", ["a", "b"]), ("RAW_JSON", ["a": 1]), ("RATING", "RATING_2"),
        ("CURRENCY", ["amountMicros": 5, "currencyCode": "USD"]), ("FULL_NAME", ["firstName": "A", "lastName": "B"]),
        ("EMAILS", ["primaryEmail": "a@b.co", "additionalEmails": []]),
        ("LINKS", ["primaryLinkLabel": "", "primaryLinkUrl": "https://a.co", "secondaryLinks": []]),
        (
            "PHONES",
            [
                "primaryPhoneNumber": "612345678", "primaryPhoneCountryCode": "FR", "primaryPhoneCallingCode": "+33",
                "additionalPhones": [],
            ]
        ),
    ]

    @Test("Every creatable type holds a value", arguments: examples)
    func values(type: String, value: JSONValue) throws {
        let field = try api.createField(on: rocket, "x", type)
        #expect(field.text("type") == type)
        let record = try api.create("rockets", ["x": value])
        #expect(try api.find("rockets", record.id)["x"] == value)
        #expect(try api.delete(path(field.id)).json.id == field.id)
        #expect(try api.find("rockets", record.id)["x"] == nil)
        #expect(try api.get(path(field.id)).status == 404)
    }

    @Test("RICH_TEXT_V2 is another name of RICH_TEXT")
    func richText() throws {
        #expect(try api.createField(on: rocket, "x", "RICH_TEXT_V2")["type"] == "RICH_TEXT")
        #expect(try api.create("rockets", ["x": ["markdown": "**a**"]])["x"]?["markdown"] == "**a**")
    }

    @Test("Shapes: an unknown type, a bad object id, missing names")
    func shape() throws {
        let answer = try api.post("/rest/metadata/fields", ["type": "NOPE", "objectMetadataId": "x"])
        #expect(answer.shapeProblems.contains("objectMetadataId must be a UUID"))
        #expect(
            answer.shapeProblems.contains { $0.hasPrefix("type must be one of the following values: ACTOR, ADDRESS") })
        #expect(answer.shapeProblems.contains("name should not be empty"))
        let unknown = try api.field(on: uuid(1), "x", "TEXT")
        #expect(unknown["message"] == "Multiple validation errors occurred while creating field")
        #expect(unknown.problems("fieldMetadata") == ["Provided object metadata id does not exist"])
    }

    @Test("Records get defaults, and a default that suits no record is refused")
    func defaults() throws {
        try api.createField(on: rocket, "x", "NUMBER", ["defaultValue": 3, "isNullable": false])
        #expect(try api.create("rockets")["x"] == 3)
        #expect(try refused("y", "NUMBER", ["defaultValue": "three"]) == ["Default value is invalid for type NUMBER"])
        #expect(try refused("y", "DATE", ["defaultValue": "soon"]) == ["Default value is invalid for type DATE"])
        let huge = try api.createField(
            on: rocket, "z", "NUMBER", ["defaultValue": 1e300, "settings": ["dataType": "int"]])
        #expect(huge["settings"] == ["dataType": "int"])
        #expect(try api.create("rockets")["z"] == 0)
    }

    @Test("A column without NULL needs a default where there are records")
    func notNull() throws {
        try api.create("rockets")
        let before = try StoredTables(api)
        let answer = try api.field(on: rocket, "x", "TEXT", ["isNullable": false])
        #expect(answer.status == 400)
        #expect(answer.refusal?.code == "INVALID_FIELD_INPUT")
        #expect(try StoredTables(api).differences(from: before).isEmpty)
    }

    @Test("Making a field unique fails where records have duplicates")
    func duplicates() throws {
        try api.create("rockets", ["name": "a"])
        try api.create("rockets", ["name": "a"])
        let before = try StoredTables(api)
        #expect(try api.patch(path(api.fieldID("rocket", "name")), ["isUnique": true]).status == 400)
        #expect(try StoredTables(api).differences(from: before).isEmpty)
    }

    @Test("A field is renamed with its column, and deactivated without losing values", arguments: ["PATCH", "PUT"])
    func updated(method: String) throws {
        let id = try api.createField(on: rocket, "x", "TEXT", ["isUnique": true]).id
        let record = try api.create("rockets", ["x": "a"]).id
        let renamed = try api.request(method, path(id), [:], ["name": "y", "label": "Why", "type": "NUMBER"])
        #expect(renamed["name"] == "y")
        #expect(renamed["type"] == "TEXT")
        #expect(try api.find("rockets", record)["y"] == "a")
        #expect(try api.post("/rest/rockets", ["y": "a"]).status == 400)
        #expect(try api.request(method, path(id), [:], ["isActive": false])["isActive"] == false)
        #expect(try api.find("rockets", record)["y"] == nil)
        #expect(try api.request(method, path(id), [:], ["isActive": true, "isUnique": false]).status == 200)
        #expect(try api.find("rockets", record)["y"] == "a")
        try api.create("rockets", ["y": "a"])
    }

    @Test("Standard and system fields")
    func standard() throws {
        let name = try api.fieldID("company", "name")
        #expect(
            try api.patch(path(name), ["name": "x", "isLabelSyncedWithName": true]).refusal
                == Refusal(
                    403, "Cannot edit standard field metadata properties: isLabelSyncedWithName, name",
                    code: "FIELD_MUTATION_NOT_ALLOWED"))
        #expect(try api.patch(path(name), ["label": "Title"])["overrides"] == ["label": "Title"])
        #expect(
            try api.delete(path(name)).refusal
                == Refusal(403, "Cannot delete standard field \"name\"", code: "FIELD_MUTATION_NOT_ALLOWED"))
        let id = try api.fieldID("rocket", "id")
        #expect(
            try api.patch(path(id), ["label": "x"]).problems("fieldMetadata") == ["System fields cannot be updated"])
    }

    @Test("Unknown ids (2.3)")
    func unknown() throws {
        #expect(
            try api.get(path(uuid(1))).refusal
                == Refusal(404, "Field metadata not found", code: "FIELD_METADATA_NOT_FOUND"))
        let answer = try api.patch(path(uuid(1)), ["label": "x"])
        #expect(answer.status == 400)
        #expect(answer["message"] == "Validation errors occurred while updating field")
        #expect(answer.problems("fieldMetadata") == ["Field metadata to update not found"])
        #expect(
            try api.delete(path(uuid(1))).refusal
                == Refusal(404, "Field to delete not found", code: "FIELD_METADATA_NOT_FOUND"))
    }
}
