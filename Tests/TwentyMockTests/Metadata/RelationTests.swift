import JSON
import Testing
import TwentyMock

/// metadata 8, 18 item 9.
@Suite struct RelationFieldTests {
    private let api: API
    private let rocket: String
    private let company: String
    private let person: String

    init() throws {
        api = try API()
        rocket = try api.createObject("rocket", "rockets").id
        company = try api.object("company").id
        person = try api.object("person").id
    }

    @Test("Both sides are made, and both go")
    func pair() throws {
        let field = try api.createField(
            on: rocket, "company", "RELATION", relation("MANY_TO_ONE", company, "Big rockets"))
        #expect(
            field["settings"] == ["relationType": "MANY_TO_ONE", "onDelete": "SET_NULL", "joinColumnName": "companyId"])
        #expect(field["description"] == "Rockets tied to the Company")
        #expect(field.text("relation", "targetFieldMetadata", "name") == "bigRockets")
        let acme = try api.create("companies").id
        let record = try api.create("rockets", ["companyId": .string(acme)]).id
        #expect(try api.find("companies", acme, ["depth": "1"])["bigRockets"]?[0]?.id == record)
        #expect(try api.delete("/rest/metadata/fields/\(api.fieldID("company", "bigRockets"))").status == 200)
        #expect(try api.find("rockets", record)["companyId"] == nil)
        #expect(try api.get("/rest/metadata/fields/\(field.id)").status == 404)
    }

    @Test("A record's key is cleared, or the record goes along, as onDelete says")
    func onDelete() throws {
        let field = try api.createField(on: rocket, "company", "RELATION", relation("MANY_TO_ONE", company, "Rockets"))
        let first = try api.create("companies").id
        let record = try api.create("rockets", ["companyId": .string(first)]).id
        #expect(try api.delete("/rest/companies/\(first)").status == 200)
        #expect(try api.find("rockets", record)["companyId"] == .null)
        let settings: JSONValue = ["relationType": "MANY_TO_ONE", "onDelete": "CASCADE", "joinColumnName": "companyId"]
        #expect(try api.patch("/rest/metadata/fields/\(field.id)", ["settings": settings])["settings"] == settings)
        let second = try api.create("companies").id
        try api.update("rockets", record, ["companyId": .string(second)])
        #expect(try api.delete("/rest/companies/\(second)").status == 200)
        #expect(try api.list("rockets").isEmpty)
    }

    @Test("An object may be related to itself")
    func selfRelation() throws {
        try api.createField(on: rocket, "parent", "RELATION", relation("MANY_TO_ONE", rocket, "Children"))
        let parent = try api.create("rockets", ["name": "p"]).id
        let child = try api.create("rockets", ["parentId": .string(parent)]).id
        #expect(try api.find("rockets", parent, ["depth": "1"])["children"]?[0]?.id == child)
        #expect(try api.delete("/rest/metadata/objects/\(rocket)").status == 200)
    }

    private func problems(_ more: JSONObject, type: String = "RELATION") throws -> [String] {
        let before = try StoredTables(api)
        let answer = try api.field(on: rocket, "x", type, more)
        #expect(answer.status == 400, "\(answer.raw)")
        #expect(try StoredTables(api).differences(from: before).isEmpty)
        return answer.problems("fieldMetadata")
    }

    @Test("Payloads that are refused")
    func refused() throws {
        #expect(try problems([:]) == ["Relation creation payload is required"])
        #expect(
            try problems(["relationCreationPayload": ["type": "X", "targetFieldLabel": "a", "targetFieldIcon": "b"]])
                == [
                    "Relation creation payload is invalid: targetObjectMetadataId must be a UUID, "
                        + "type must be one of the following values: MANY_TO_ONE, ONE_TO_MANY"
                ])
        #expect(
            try problems(relation("MANY_TO_ONE", uuid(1), "Rockets")) == [
                "Object metadata relation target not found for relation creation payload"
            ])
        #expect(
            try problems(relation("MANY_TO_ONE", company, "People")) == [
                "Name \"people\" is not available as it is already used by another field"
            ])
        #expect(
            try problems(relation("MANY_TO_ONE", company, "  ")) == [
                "Name is too short",
                "Name is not valid: it must start with lowercase letter and contain only alphanumeric letters",
            ])
        #expect(
            try problems(relation("MANY_TO_ONE", company, String(repeating: "a", count: 64))) == ["Name is too long"])
    }

    private func morph(_ targets: [(String, String)]) -> JSONObject {
        [
            "morphRelationsCreationPayload": .array(
                targets.map { type, target in
                    [
                        "type": .string(type), "targetObjectMetadataId": .string(target), "targetFieldLabel": "Owned",
                        "targetFieldIcon": "I",
                    ]
                })
        ]
    }

    @Test("A morph relation has one leg for each target, and goes as a whole")
    func morphRelation() throws {
        let first = try api.createField(
            on: rocket, "owner", "MORPH_RELATION", morph([("MANY_TO_ONE", person), ("MANY_TO_ONE", company)]))
        #expect(first["name"] == "ownerPerson")
        let fields = try api.object("rocket")["fields"]?.arrayValue ?? []
        let legs = fields.filter { $0["morphId"] == first["morphId"] }
        #expect(legs.compactMap { $0.text("name") } == ["ownerPerson", "ownerCompany"])
        let ada = try api.create("people").id
        let record = try api.create("rockets", ["ownerPersonId": .string(ada)]).id
        #expect(try api.find("people", ada, ["depth": "1"])["owned"]?[0]?.id == record)
        let task = try api.object("task").id
        #expect(
            try api.patch(
                "/rest/metadata/fields/\(first.id)",
                ["morphRelationsUpdatePayload": [["targetObjectMetadataId": .string(task)]]]
            ).status == 200)
        #expect(try api.find("rockets", record).keys.contains("ownerTaskId"))
        #expect(try api.delete("/rest/metadata/fields/\(legs[1].id)").status == 200)
        #expect(try api.find("rockets", record).keys.filter { $0.hasPrefix("owner") }.isEmpty)
        #expect(try api.find("people", ada, ["depth": "1"])["owned"] == nil)
    }

    @Test("Morph payloads that are refused")
    func morphRefused() throws {
        func refusal(_ targets: [(String, String)]) throws -> [String] {
            try problems(morph(targets), type: "MORPH_RELATION")
        }
        #expect(try refusal([]) == ["Morph relation creation payloads are empty"])
        #expect(
            try refusal([("MANY_TO_ONE", person), ("ONE_TO_MANY", company)]) == [
                "Morph relation creation payloads must have the same relation type"
            ])
        #expect(
            try refusal([("MANY_TO_ONE", person), ("MANY_TO_ONE", person)]) == [
                "Morph relation creation payloads must have only relation to the same object metadata"
            ])
        #expect(try refusal([("MANY_TO_ONE", rocket)]) == ["Source object cannot be the target object"])
        #expect(try refusal([("NOPE", person)]) == ["Morph relation input transpilation failed"])
        #expect(try problems([:], type: "MORPH_RELATION") == ["Relation creation payload is required"])
    }

    @Test("Deleting the list of attachments takes only the one leg of the standard group")
    func standardGroup() throws {
        #expect(try api.delete("/rest/metadata/fields/\(api.fieldID("rocket", "attachments"))").status == 200)
        let names = try api.object("attachment")["fields"]?.arrayValue?.compactMap { $0.text("name") } ?? []
        #expect(!names.contains("targetRocket"))
        #expect(names.contains("targetPerson"))
        #expect(try api.fieldID("noteTarget", "targetRocket").count == 36)
    }

    @Test("What a relation does not let be changed")
    func forbidden() throws {
        let id = try api.createField(on: rocket, "company", "RELATION", relation("MANY_TO_ONE", company, "Rockets")).id
        #expect(
            try api.patch("/rest/metadata/fields/\(id)", ["isUnique": true, "isNullable": false, "label": "x"])
                .problems("fieldMetadata") == [
                    "Forbidden updated properties for relation field metadata: isNullable, isUnique"
                ])
        let other = try api.fieldID("company", "rockets")
        #expect(try api.patch("/rest/metadata/fields/\(id)", ["isActive": false]).status == 200)
        #expect(try api.get("/rest/metadata/fields/\(other)")["isActive"] == false)
    }
}
