import JSON
import Testing

/// metadata 15.4, `createOneIndex` and `deleteOneIndex`.
@Suite struct MetadataIndexTests {
    private let api: API
    private let person: String
    private let fields: [String: String]

    init() throws {
        api = try API()
        let object = try api.object("person")
        person = object.id
        fields = Dictionary(
            (object["fields"]?.arrayValue ?? []).map { ($0.text("name") ?? "", $0.id) },
            uniquingKeysWith: { first, _ in first })
    }

    private static let create = """
        mutation($input: CreateOneIndexInput!) {
          createOneIndex(input: $input) {
            id name isCustom isUnique indexType indexWhereClause
            indexFieldMetadataList { fieldMetadataId order subFieldName }
          }
        }
        """

    /// `name.firstName` stands for a part of a composite, `?` for a field of no object.
    private func input(_ names: [String], object: String? = nil, type: String? = nil) -> JSONValue {
        var index: JSONObject = [
            "objectMetadataId": .string(object ?? person),
            "fields": .array(
                names.map { name in
                    let parts = name.split(separator: ".").map(String.init)
                    var field: JSONObject = ["fieldMetadataId": .string(fields[parts[0]] ?? uuid(404))]
                    if parts.count == 2 { field["subFieldName"] = .string(parts[1]) }
                    return .object(field)
                }),
        ]
        if let type { index["indexType"] = .string(type) }
        return ["input": ["index": .object(index)]]
    }

    @Test("An index is made, listed, used by the database, and deleted")
    func life() throws {
        let made = try api.metadataData(Self.create, input(["jobTitle", "name.lastName"]))
        let index = try #require(made["createOneIndex"])
        #expect(index["isCustom"] == true)
        #expect(index["isUnique"] == false)
        #expect(index["indexType"] == "BTREE")
        #expect(
            index["indexFieldMetadataList"] == [
                ["fieldMetadataId": .string(fields["jobTitle"] ?? ""), "order": 0, "subFieldName": .null],
                ["fieldMetadataId": .string(fields["name"] ?? ""), "order": 1, "subFieldName": "lastName"],
            ])
        #expect(index.text("name")?.hasPrefix("IDX_") == true)
        let inStore = try StoredTables(api).indexes
        #expect(inStore.contains("IDX_person_jobTitle_nameLastName"))

        let found = try api.metadataData(
            "{index(id:\"\(index.id)\"){name} object(id:\"\(person)\"){indexMetadataList{id}}}")
        #expect(found.at("index", "name") == index["name"])
        #expect(found.at("object", "indexMetadataList")?.arrayValue?.map(\.id).contains(index.id) == true)

        let gone = try api.metadataData("mutation{deleteOneIndex(input:{id:\"\(index.id.uppercased())\"}){id}}")
        #expect(gone.at("deleteOneIndex", "id") == .string(index.id))
        #expect(
            try api.metadataRefusal("{index(id:\"\(index.id)\"){id}}")
                == GraphQLRefusal("Index \(index.id) not found", "NOT_FOUND", "INDEX_NOT_FOUND"))
        #expect(try !StoredTables(api).indexes.contains("IDX_person_jobTitle_nameLastName"))
    }

    @Test("It follows a renamed field, and goes with a deleted one")
    func upkeep() throws {
        try api.createField(on: person, "grade", "TEXT")
        let grade = try api.fieldID("person", "grade")
        let index: JSONValue = [
            "input": ["index": ["objectMetadataId": .string(person), "fields": [["fieldMetadataId": .string(grade)]]]]
        ]
        _ = try api.metadataData(Self.create, index)
        #expect(try api.patch("/rest/metadata/fields/\(grade)", ["name": "rank"]).status == 200)
        let stored = try StoredTables(api).indexes
        #expect(stored.contains("IDX_person_rank"))
        #expect(!stored.contains("IDX_person_grade"))
        #expect(try api.delete("/rest/metadata/fields/\(grade)").status == 200)
        #expect(try !StoredTables(api).indexes.contains("IDX_person_rank"))
    }

    @Test("What cannot be indexed is refused and changes nothing")
    func refusals() throws {
        let unknown = uuid(404)
        let cases: [(JSONValue, GraphQLRefusal)] = [
            (input([]), .bad("fields should not be empty")),
            (
                input(["jobTitle", "jobTitle"]),
                .bad("Duplicate field+sub-field in index field list", "DUPLICATE_INDEX_FIELDS")
            ),
            (
                input(["jobTitle"], object: unknown),
                GraphQLRefusal("Object metadata \(unknown) not found", "NOT_FOUND", "INDEX_OBJECT_NOT_FOUND")
            ),
            (
                input(["?"]),
                .bad("Field \(unknown) not found on object \(person)", "INDEX_FIELD_NOT_FOUND_ON_OBJECT")
            ),
            (
                input(["noteTargets"]),
                .bad(
                    "Field noteTargets is a non-MANY_TO_ONE relation and has no join column to index",
                    "INDEX_NOT_SUPPORTED_FOR_MORH_RELATION_FIELD_AND_RELATION_FIELD")
            ),
            (
                input(["name"]),
                .bad(
                    "Composite field name requires a sub-field selection", "INDEX_NOT_SUPPORTED_FOR_COMPOSITE_FIELD")
            ),
            (
                input(["name.middle"]),
                .bad(
                    "Unknown sub-field middle on composite field name", "INDEX_NOT_SUPPORTED_FOR_COMPOSITE_FIELD")
            ),
            (
                input(["jobTitle.x"]),
                .bad(
                    "Field jobTitle is not composite — subFieldName must not be set",
                    "INDEX_NOT_SUPPORTED_FOR_COMPOSITE_FIELD")
            ),
            (
                input(["jobTitle"], type: "GIN"),
                .bad(
                    "GIN index does not support field jobTitle of type TEXT", "INDEX_TYPE_NOT_SUPPORTED_FOR_FIELD_TYPE")
            ),
        ]
        let before = try StoredTables(api)
        for (variables, refusal) in cases {
            #expect(try api.metadataRefusal(Self.create, variables) == refusal)
        }
        #expect(try StoredTables(api) == before)
    }

    @Test("The same columns twice, more than ten, and what is the system's")
    func limits() throws {
        _ = try api.metadataData(Self.create, input(["jobTitle"]))
        let twice = try api.metadata(Self.create, input(["jobTitle"]))
        #expect(twice.json.at("errors", "0", "extensions", "code") == "METADATA_VALIDATION_FAILED")
        #expect(
            twice.json.at("errors", "0", "extensions", "errors", "index", "0", "errors", "0", "message")
                == "Index with same name already exists")
        let others = [
            "linkedinLink.primaryLinkLabel", "avatarUrl", "createdAt", "updatedAt", "position", "name.firstName",
            "name.lastName",
            "phones.primaryPhoneNumber", "linkedinLink.primaryLinkUrl",
        ]
        for name in others { _ = try api.metadataData(Self.create, input([name])) }
        #expect(
            try api.metadataRefusal(Self.create, input(["deletedAt"]))
                == GraphQLRefusal(
                    "Custom index limit of 10 reached for object \(person)", "CONFLICT", "CUSTOM_INDEX_LIMIT_REACHED"))
        let data = try api.metadataData("{object(id:\"\(person)\"){indexMetadataList{id isCustom}}}")
        let system = try #require(
            data.at("object", "indexMetadataList")?.arrayValue?.first { $0["isCustom"] == false }?.id)
        #expect(
            try api.metadataRefusal("mutation{deleteOneIndex(input:{id:\"\(system)\"}){id}}")
                == GraphQLRefusal(
                    "Index \(system) is a system index and cannot be deleted", "FORBIDDEN",
                    "CANNOT_DELETE_SYSTEM_INDEX"))
        #expect(
            try api.metadataRefusal("mutation{deleteOneIndex(input:{id:\"\(uuid(404))\"}){id}}")
                == GraphQLRefusal("Index \(uuid(404)) not found", "NOT_FOUND", "INDEX_NOT_FOUND"))
    }
}
