import JSON
import Testing
import TwentyMock

/// metadata 5, 18 items 4-7, 10, 16.
@Suite struct ObjectTests {
    private let api: API
    private let rocket: JSONValue

    init() throws {
        api = try API()
        rocket = try api.createObject("rocket", "rockets")
    }

    private func post(_ body: JSONValue) throws -> Answer { try api.post("/rest/metadata/objects", body) }

    private func names(_ singular: String, _ plural: String) -> JSONValue {
        [
            "nameSingular": .string(singular), "namePlural": .string(plural), "labelSingular": "Some label",
            "labelPlural": "Some labels",
        ]
    }

    @Test("A new object has its fields, counterparts, views and label identifier (5.4)")
    func created() throws {
        let fields = rocket["fields"]?.arrayValue ?? []
        let expected = [
            "attachments", "createdAt", "createdBy", "deletedAt", "id", "name", "noteTargets", "position",
            "searchVector", "taskTargets", "timelineActivities", "updatedAt", "updatedBy",
        ]
        #expect(fields.compactMap { $0.text("name") }.sorted() == expected)
        let name = try #require(fields.first { $0["name"] == "name" })
        #expect(rocket["labelIdentifierFieldMetadataId"]?.stringValue == name.id)
        #expect(rocket["labelSingular"] == "Rocket")
        #expect(name["isSystem"] == false)
        for target in ["timelineActivity", "attachment", "noteTarget", "taskTarget"] {
            let leg = try #require(api.object(target)["fields"]?.arrayValue?.first { $0["name"] == "targetRocket" })
            #expect(leg["type"] == "MORPH_RELATION")
            #expect(
                leg["settings"]
                    == ["relationType": "MANY_TO_ONE", "onDelete": "SET_NULL", "joinColumnName": "targetRocketId"])
            let sibling = try #require(api.object(target)["fields"]?.arrayValue?.first { $0["name"] == "targetPerson" })
            #expect(leg["morphId"] == sibling["morphId"])
        }
        let views = try api.get("/rest/metadata/views?objectMetadataId=\(rocket.id)")["data"]?.arrayValue ?? []
        #expect(views.map { $0.text("name") } == ["All Rockets", "Rocket Record Page Fields"])
        #expect(views.map { $0["viewFields"]?.arrayValue?.count } == [5, 4])
        #expect(views.first?["key"] == "INDEX")
        let layouts = try api.get("/rest/metadata/pageLayouts?objectMetadataId=\(rocket.id)")["data"]?.arrayValue
        #expect(
            layouts?.first?["tabs"]?.arrayValue?.compactMap { $0.text("title") } == [
                "Home", "Timeline", "Tasks", "Notes", "Files",
            ])
    }

    @Test("A note is linked to a record of the new object")
    func noteTarget() throws {
        let record = try api.create("rockets", ["name": "a"])
        let note = try api.create("notes", ["title": "b"])
        let link = try api.create("noteTargets", ["noteId": .string(note.id), "targetRocketId": .string(record.id)])
        #expect(link["targetRocketId"]?.stringValue == record.id)
        #expect(try api.find("rockets", record.id, ["depth": "1"])["noteTargets"]?.arrayValue?.count == 1)
    }

    @Test("Missing and empty properties are told one by one")
    func shape() throws {
        let answer = try post(["nameSingular": ""])
        #expect(answer.status == 400)
        #expect(answer["error"] == "Bad Request")
        #expect(
            answer.shapeProblems == [
                "nameSingular has failed the name validation check", "nameSingular should not be empty",
                "namePlural should not be empty", "namePlural must be a string", "labelSingular should not be empty",
                "labelSingular must be a string", "labelPlural should not be empty", "labelPlural must be a string",
            ])
    }

    private static let reserved =
        "This name is reserved. Use a different name or the system will add \"Custom\" suffix."
    private static let pattern =
        "Name is not valid: it must start with lowercase letter and contain only alphanumeric letters"
    private static let refusals: [(String, String, [String])] = [
        ("rocket", "others", ["Object already exists"]), ("other", "rocket", ["Object already exists"]),
        ("ROCKETS", "others", [pattern, "Object already exists"]), ("rOCKET", "others", ["Object already exists"]),
        ("person", "persons", ["Object already exists"]), ("user", "fields", [reserved, reserved]),
        ("same", "same", ["The singular and plural names cannot be the same for an object"]),
        ("same", "SAME", [pattern, "The singular and plural names cannot be the same for an object"]),
        (String(repeating: "a", count: 64), "others", ["Name is too long"]),
    ]

    @Test("Names that are taken, reserved, alike or malformed", arguments: refusals)
    func naming(singular: String, plural: String, expected: [String]) throws {
        let before = try StoredTables(api)
        let answer = try post(names(singular, plural))
        #expect(answer.status == 400)
        #expect(answer["error"] == "METADATA_VALIDATION_ERROR")
        #expect(answer["message"] == "Multiple validation errors occurred while creating object")
        #expect(answer.problems("objectMetadata") == expected)
        #expect(answer["summary"]?["objectMetadata"] == 1)
        #expect(try StoredTables(api).differences(from: before).isEmpty)
    }

    @Test(
        "SQL keywords are ordinary names",
        arguments: [("select", "selects"), ("table", "tables"), ("order", "orders"), ("group", "groups")])
    func keywords(singular: String, plural: String) throws {
        try api.createObject(singular, plural)
        let id = try api.object(singular).id
        try api.createField(on: id, "from", "TEXT", ["isUnique": true])
        try api.createField(on: id, "where", "NUMBER")
        #expect(try api.create(plural, ["from": "a", "where": 1])["where"] == 1)
        #expect(try api.list(plural, ["filter": "from[eq]:a", "order_by": "where"]).count == 1)
    }

    @Test("Labels may be written in any script; equal ones and long ones are refused")
    func labels() throws {
        let body: JSONValue = [
            "nameSingular": "star", "namePlural": "stars", "labelSingular": "звезда ⭐️", "labelPlural": "Звёзды",
        ]
        #expect(try post(body)["labelSingular"] == "Звезда ⭐️")
        let equal: JSONValue = [
            "nameSingular": "moon", "namePlural": "moons", "labelSingular": "Moon", "labelPlural": "moon",
        ]
        #expect(
            try post(equal).problems("objectMetadata") == [
                "The singular and plural labels cannot be the same for an object"
            ])
        let long: JSONValue = [
            "nameSingular": "moon", "namePlural": "moons", "labelSingular": .string(String(repeating: "a", count: 64)),
            "labelPlural": " ",
        ]
        #expect(try post(long).problems("objectMetadata") == ["Object label is too long", "Object label is too short"])
    }

    @Test("Names that follow labels", arguments: [("ship", "ships", 201), ("boat", "ships", 400)])
    func synced(singular: String, plural: String, status: Int) throws {
        let body: JSONValue = [
            "nameSingular": .string(singular), "namePlural": .string(plural), "labelSingular": "Ship",
            "labelPlural": "Ships", "isLabelSyncedWithName": true,
        ]
        let answer = try post(body)
        #expect(answer.status == status)
        if status == 400 { #expect(answer.problems("objectMetadata") == ["Names are not synced with labels"]) }
    }

    @Test("PATCH and PUT rename, records and links follow", arguments: ["PATCH", "PUT"])
    func renamed(method: String) throws {
        let record = try api.create("rockets", ["name": "a"])
        let task = try api.create("tasks", ["title": "b"])
        try api.create("taskTargets", ["taskId": .string(task.id), "targetRocketId": .string(record.id)])
        let answer = try api.request(
            method, "/rest/metadata/objects/\(rocket.id)", [:],
            ["nameSingular": "ship", "namePlural": "ships", "labelSingular": "Ship", "labelPlural": "Ships"])
        #expect(answer.status == 200)
        #expect(answer["nameSingular"] == "ship")
        #expect(try api.get("/rest/rockets").status == 400)
        #expect(try api.find("ships", record.id, ["depth": "1"])["taskTargets"]?.arrayValue?.count == 1)
        #expect(try api.list("taskTargets").first?["targetShipId"]?.stringValue == record.id)
        try api.createObject("rocket", "rockets")
        try api.create("rockets", ["name": "another"])
    }

    @Test("A deactivated object is hidden from the core API and comes back with its records")
    func deactivated() throws {
        try api.create("rockets", ["name": "a"])
        let path = "/rest/metadata/objects/\(rocket.id)"
        #expect(try api.patch(path, ["isActive": false])["isActive"] == false)
        #expect(try api.get("/rest/rockets").status == 400)
        #expect(try api.get(path).status == 200)
        #expect(try post(names("rocket", "others")).status == 400)
        #expect(try api.patch(path, ["isActive": true]).status == 200)
        #expect(try api.list("rockets").count == 1)
    }

    @Test("Standard objects take cosmetic edits only")
    func standard() throws {
        let company = try api.object("company")
        let path = "/rest/metadata/objects/\(company.id)"
        let refused = try api.patch(path, ["namePlural": "x", "isLabelSyncedWithName": true])
        #expect(
            refused.refusal
                == Refusal(
                    400, "Cannot edit standard object metadata properties: isLabelSyncedWithName, namePlural",
                    code: "INVALID_OBJECT_INPUT"))
        let edited = try api.patch(path, ["labelSingular": "Firm", "color": "red"])
        #expect(edited["labelSingular"] == "Firm")
        #expect(edited["overrides"] == ["labelSingular": "Firm", "color": "red"])
        let back = try api.patch(path, ["labelSingular": "Company", "color": .null])
        #expect(back["overrides"] == nil)
        let deleted = try api.delete(path)
        #expect(deleted.problems("objectMetadata") == ["Standard objects cannot be deleted"])
    }

    @Test("System objects take cosmetic edits only, and are not deleted")
    func system() throws {
        let id = try api.object("noteTarget").id
        let refused = try api.patch("/rest/metadata/objects/\(id)", ["isSearchable": true])
        #expect(
            refused.problems("objectMetadata") == [
                "System objects cannot be updated directly. Use overrides for cosmetic changes."
            ])
        #expect(try api.patch("/rest/metadata/objects/\(id)", ["labelPlural": "Links"]).status == 200)
        #expect(
            try api.delete("/rest/metadata/objects/\(id)").problems("objectMetadata") == [
                "Standard objects cannot be deleted", "System objects cannot be deleted",
            ])
    }

    @Test("Another field may name the records, if it is of a fitting type")
    func labelIdentifier() throws {
        let path = "/rest/metadata/objects/\(rocket.id)"
        let code = try api.createField(on: rocket.id, "code", "TEXT").id
        let flag = try api.createField(on: rocket.id, "flag", "BOOLEAN").id
        #expect(
            try api.patch(path, ["labelIdentifierFieldMetadataId": .string(code)])["labelIdentifierFieldMetadataId"]?
                .stringValue == code)
        #expect(
            try api.patch(path, ["labelIdentifierFieldMetadataId": .string(flag)]).problems("objectMetadata") == [
                "labelIdentifierFieldMetadataUniversalIdentifier validation failed: field type not compatible"
            ])
        #expect(
            try api.patch(path, ["labelIdentifierFieldMetadataId": .string(uuid(7))]).refusal
                == Refusal(404, "Could not find flat entity in maps", code: "ENTITY_NOT_FOUND"))
        #expect(
            try api.patch(path, ["labelIdentifierFieldMetadataId": "x"]).shapeProblems == [
                "labelIdentifierFieldMetadataId must be a UUID"
            ])
        #expect(
            try api.delete("/rest/metadata/fields/\(code)").problems("fieldMetadata") == [
                "Cannot delete, please update the label identifier field first"
            ])
        #expect(
            try api.patch("/rest/metadata/fields/\(code)", ["isActive": false]).problems("fieldMetadata") == [
                "Label identifier field metadata cannot be deactivated"
            ])
        let views = try api.get("/rest/metadata/views?objectMetadataId=\(rocket.id)")["data"]?.arrayValue
        #expect(views?.first?["viewFields"]?[0]?["fieldMetadataId"]?.stringValue == code)
    }

    @Test("Unknown ids (2.3)")
    func unknown() throws {
        let id = uuid(1)
        #expect(
            try api.get("/rest/metadata/objects/\(id)").refusal
                == Refusal(404, "Object metadata not found", code: "OBJECT_METADATA_NOT_FOUND"))
        for method in ["PATCH", "PUT"] {
            #expect(
                try api.request(method, "/rest/metadata/objects/\(id)", [:], [:]).refusal
                    == Refusal(404, "Object to update not found", code: "OBJECT_METADATA_NOT_FOUND"))
        }
        #expect(
            try api.delete("/rest/metadata/objects/\(id)").refusal
                == Refusal(404, "Could not find flat entity in maps", code: "ENTITY_NOT_FOUND"))
        let malformed = try api.delete("/rest/metadata/objects/nope")
        #expect(
            malformed.json == [
                "statusCode": 400, "message": "Validation failed (uuid is expected)", "error": "Bad Request",
            ])
        #expect(try api.get("/rest/metadata/objects/\(rocket.id.uppercased())").json.id == rocket.id)
    }

    @Test("Objects are found by their names, an extension", arguments: ["rocket", "rockets"])
    func byName(name: String) throws { #expect(try api.object(name).id == rocket.id) }

    private static let badLabels: [(JSONValue, [String])] = [
        (["labelSingular": ""], ["Object label is too short"]),
        (["labelPlural": .string(String(repeating: "a", count: 64))], ["Object label is too long"]),
        (["labelSingular": "companies"], ["The singular and plural labels cannot be the same for an object"]),
        (
            ["labelSingular": "Firm", "labelPlural": " firm "],
            ["The singular and plural labels cannot be the same for an object"]
        ),
    ]

    @Test("The labels of a standard object are held to the rules of creation", arguments: badLabels)
    func standardLabels(update: JSONValue, expected: [String]) throws {
        let company = try api.object("company")
        let answer = try api.patch("/rest/metadata/objects/\(company.id)", update)
        #expect(answer.status == 400)
        #expect(answer["message"] == "Multiple validation errors occurred while updating object")
        #expect(answer.problems("objectMetadata") == expected)
        #expect(try api.object("company") == company)
    }

    @Test("In 1.x favourites lead to the new object, too")
    func firstGeneration() throws {
        let api = try API(release: "1")
        let body: JSONValue = [
            "nameSingular": "rocket", "namePlural": "rockets", "labelSingular": "Rocket", "labelPlural": "Rockets",
        ]
        let made = try #require(api.post("/rest/metadata/objects", body).data("createOneObject"))
        #expect(made["isCustom"] == true)
        let record = try api.create("rockets", ["name": "a"]).id
        let favorite = try api.create("favorites", ["rocketId": .string(record)])
        #expect(favorite["rocketId"]?.stringValue == record)
        #expect(try api.find("rockets", record, ["depth": "1"])["favorites"]?[0]?.id == favorite.id)
    }
}
