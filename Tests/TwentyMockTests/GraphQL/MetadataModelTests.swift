import JSON
import Testing

/// metadata 5-8, 15.3, 15.4, 18 items 14, 16.
@Suite struct MetadataModelTests {
    private let api: API

    init() throws { api = try API() }

    private static let createObject = """
        mutation CreateOneObjectMetadataItem($input: CreateOneObjectInput!) {
          createOneObject(input: $input) { id nameSingular isCustom isActive fieldsList { name } indexMetadataList { name isCustom } }
        }
        """
    private static let createField = """
        mutation CreateOneFieldMetadataItem($input: CreateOneFieldMetadataInput!) {
          createOneField(input: $input) {
            id name type options defaultValue settings object { id nameSingular }
            relation { type targetObjectMetadata { id nameSingular } sourceFieldMetadata { name } targetFieldMetadata { name } }
            morphRelations { sourceFieldMetadata { name } targetObjectMetadata { nameSingular } }
          }
        }
        """

    private func object(_ name: String, _ plural: String) -> JSONValue {
        [
            "input": [
                "object": [
                    "nameSingular": .string(name), "namePlural": .string(plural),
                    "labelSingular": .string(name.capitalized), "labelPlural": .string(plural.capitalized),
                ]
            ]
        ]
    }

    private func field(_ object: String, _ type: String, _ name: String, _ more: JSONObject = [:]) -> JSONValue {
        var field: JSONObject = [
            "objectMetadataId": .string(object), "type": .string(type), "name": .string(name),
            "label": .string(name.capitalized),
        ]
        for member in more.members { field[member.key] = member.value }
        return ["input": ["field": .object(field)]]
    }

    private func rocket() throws -> String {
        let made = try api.metadataData(Self.createObject, object("rocket", "rockets"))
        return try #require(made["createOneObject"]?.id)
    }

    @Test("A new object has its fields and indexes, and takes records at once")
    func newObject() throws {
        let made = try api.metadataData(Self.createObject, object("rocket", "rockets"))
        #expect(made.at("createOneObject", "isCustom") == true)
        #expect(made.at("createOneObject", "fieldsList")?.arrayValue?.count == 13)
        let id = try #require(made["createOneObject"]?.id)
        #expect(made.at("createOneObject", "indexMetadataList")?.arrayValue?.count == 1)
        let counterparts = try api.metadataData("{indexMetadatas(filter:{isCustom:{is:true}}){edges{node{indexType}}}}")
        #expect(counterparts.nodes("indexMetadatas").count == 4)
        #expect(try api.data("mutation{createRocket(data:{name:\"A\"}){name}}").text("createRocket", "name") == "A")
        let views = try api.metadataData(
            "query($id: String){getViews(objectMetadataId:$id){key viewFields{position}}}", ["id": .string(id)])
        #expect(views["getViews"]?.arrayValue?.map { $0["viewFields"]?.arrayValue?.count } == [5, 4])
        #expect(try api.object("rocket").id == id)
        let version = try api.metadataData("{currentWorkspace{metadataVersion}}")
        #expect(version.at("currentWorkspace", "metadataVersion")?.doubleValue ?? 0 > 1)
    }

    @Test("What a change may not do is told in a report")
    func report() throws {
        _ = try rocket()
        let answer = try api.metadata(Self.createObject, object("rocket", "rockets"))
        #expect(answer.status == 200)
        #expect(answer["data"] == .null)
        let error = try #require(answer.json.at("errors", "0"))
        #expect(error["message"] == "Multiple validation errors occurred while creating object")
        #expect(error["path"] == ["createOneObject"])
        #expect(error["locations"] == nil)
        let extensions = try #require(error["extensions"])
        #expect(extensions["code"] == "METADATA_VALIDATION_FAILED")
        #expect(extensions["summary"] == ["totalErrors": 1, "objectMetadata": 1])
        #expect(extensions["message"] == "Validation failed for 1 objectMetadata")
        #expect(extensions["userFriendlyMessage"] == "Object already exists")
        #expect(
            extensions.at("errors", "objectMetadata", "0", "errors", "0", "message") == "Object already exists")
        let nameless = "{nameSingular:\"\",namePlural:\"as\",labelSingular:\"A\",labelPlural:\"As\"}"
        #expect(
            try api.metadataRefusal("mutation{createOneObject(input:{object:\(nameless)}){id}}")
                == .bad("nameSingular has failed the name validation check, nameSingular should not be empty"))
    }

    @Test("Standard objects and unknown ones")
    func refusals() throws {
        let update = """
            mutation UpdateOneObjectMetadataItem($idToUpdate: UUID!, $updatePayload: UpdateObjectPayload!) {
              updateOneObject(input: {id: $idToUpdate, update: $updatePayload}) { id labelSingular isActive }
            }
            """
        let company = try #require(try api.objectIDs()["company"])
        let answer = try api.metadata(
            update, ["idToUpdate": .string(company), "updatePayload": ["namePlural": "firms"]])
        #expect(
            answer.graphQLRefusal
                == .bad("Cannot edit standard object metadata properties: namePlural", "INVALID_OBJECT_INPUT"))
        #expect(answer.json.at("errors", "0", "extensions", "userFriendlyMessage") == "Invalid object input.")
        let changed = try api.metadataData(
            update, ["idToUpdate": .string(company), "updatePayload": ["labelSingular": "Firm"]])
        #expect(changed.text("updateOneObject", "labelSingular") == "Firm")
        #expect(
            try api.metadataRefusal("{object(id:\"\(uuid(1))\"){id}}")
                == GraphQLRefusal("Object metadata not found", "NOT_FOUND", "OBJECT_METADATA_NOT_FOUND"))
        #expect(
            try api.metadataRefusal("mutation{deleteOneObject(input:{id:\"\(uuid(1))\"}){id}}")
                == GraphQLRefusal(
                    "Could not find flat entity in maps", "INTERNAL_SERVER_ERROR", "ENTITY_NOT_FOUND"))
        #expect(
            try api.metadataRefusal("mutation{deleteOneField(input:{id:\"\(uuid(1))\"}){id}}")
                == GraphQLRefusal("Field to delete not found", "NOT_FOUND", "FIELD_METADATA_NOT_FOUND"))
    }

    @Test("Fields are made, changed and deleted")
    func fields() throws {
        let rocket = try rocket()
        let options: JSONValue = [["label": "A", "value": "A", "color": "red", "position": 0]]
        let made = try api.metadataData(
            Self.createField, field(rocket, "SELECT", "stage", ["options": options, "defaultValue": "'A'"]))
        #expect(made.text("createOneField", "defaultValue") == "'A'")
        #expect(made.at("createOneField", "options", "0", "value") == "A")
        #expect(made.text("createOneField", "object", "id") == rocket)
        let id = try #require(made["createOneField"]?.id)
        let changed = try api.metadataData(
            "mutation($id: UUID!, $u: UpdateFieldInput!){updateOneField(input:{id:$id,update:$u}){label isActive}}",
            ["id": .string(id), "u": ["label": "Step", "isActive": false]])
        #expect(changed["updateOneField"] == ["label": "Step", "isActive": false])
        #expect(try api.metadataData("{field(id:\"\(id.uppercased())\"){id}}")["field"]?.id == id)
        let deleted = try api.metadataData("mutation{deleteOneField(input:{id:\"\(id)\"}){id name}}")
        #expect(deleted.text("deleteOneField", "name") == "stage")
        #expect(try api.metadata("{field(id:\"\(id)\"){id}}").graphQLRefusal?.code == "NOT_FOUND")
    }

    @Test("A relation shows both of its sides at once")
    func relations() throws {
        let rocket = try rocket()
        let company = try #require(try api.objectIDs()["company"])
        let made = try api.metadataData(
            Self.createField, field(rocket, "RELATION", "company", relation("MANY_TO_ONE", company, "Rockets")))
        #expect(
            made.at("createOneField", "relation") == [
                "type": "MANY_TO_ONE",
                "targetObjectMetadata": ["id": .string(company), "nameSingular": "company"],
                "sourceFieldMetadata": ["name": "company"], "targetFieldMetadata": ["name": "rockets"],
            ])
        #expect(made.at("createOneField", "morphRelations") == .null)
    }

    @Test("A morph relation is one field in the list, and one for each target elsewhere")
    func morphRelations() throws {
        let rocket = try rocket()
        let ids = try api.objectIDs()
        let targets = try ["company", "person"].map { name -> JSONValue in
            let id = try #require(ids[name])
            return try #require(relation("MANY_TO_ONE", id, "Owned")["relationCreationPayload"])
        }
        let made = try api.metadataData(
            Self.createField,
            field(rocket, "MORPH_RELATION", "owner", ["morphRelationsCreationPayload": .array(targets)]))
        #expect(made.text("createOneField", "name") == "ownerCompany")
        #expect(made.at("createOneField", "relation") == .null)
        let legs = made.at("createOneField", "morphRelations")?.arrayValue ?? []
        #expect(legs.map { $0.text("sourceFieldMetadata", "name") } == ["owner", "owner"])
        #expect(legs.map { $0.text("targetObjectMetadata", "nameSingular") } == ["company", "person"])
        let data = try api.metadataData(
            "{object(id:\"\(rocket)\"){fieldsList{name} fields(paging:{first:100}){edges{node{name}}}}}")
        let list = data.at("object", "fieldsList")?.arrayValue?.compactMap { $0.text("name") } ?? []
        #expect(list.filter { $0.hasPrefix("owner") } == ["owner"])
        let all = data["object"]?.nodes("fields").compactMap { $0.text("name") } ?? []
        #expect(Set(all.filter { $0.hasPrefix("owner") }) == ["ownerCompany", "ownerPerson"])
    }

    @Test("Several objects are changed at once, all or none (15.4)")
    func manyObjects() throws {
        let ids = try api.objectIDs()
        let update = """
            mutation($inputs: [UpdateOneObjectInput!]!) { updateManyObjects(inputs: $inputs) { labelSingular } }
            """
        func input(_ id: String, _ label: String) -> JSONValue {
            ["id": .string(id), "update": ["labelSingular": .string(label)]]
        }
        let (person, company) = (ids["person"] ?? "", ids["company"] ?? "")
        let changed = try api.metadataData(update, ["inputs": [input(person, "Human"), input(company, "Firm")]])
        #expect(changed["updateManyObjects"] == [["labelSingular": "Human"], ["labelSingular": "Firm"]])
        #expect(
            try api.metadataRefusal(update, ["inputs": [input(person, "Lost"), input(uuid(404), "Lost")]]).message
                == "Object to update not found")
        #expect(try api.object("person")["labelSingular"] == "Human")
    }

    @Test("What older clients ask of relations (16), and what a front end starts with (15.8)")
    func others() throws {
        let ids = try api.objectIDs()
        let data = try api.metadataData(
            "{object(id:\"\(ids["person"] ?? "")\"){dataSourceId fieldsList{name relationDefinition{direction sourceFieldMetadata{name} targetObjectMetadata{nameSingular}}}}}"
        )
        let company = data.at("object", "fieldsList")?.arrayValue?.first { $0["name"] == "company" }
        #expect(
            company?["relationDefinition"] == [
                "direction": "MANY_TO_ONE", "sourceFieldMetadata": ["name": "company"],
                "targetObjectMetadata": ["nameSingular": "company"],
            ])
        let minimal = """
            {minimalMetadata{objectMetadataItems{id nameSingular isCustom isRemote} views{id type key objectMetadataId}
            collectionHashes{collectionName hash}}}
            """
        let before = try #require(try api.metadataData(minimal)["minimalMetadata"])
        #expect(before["objectMetadataItems"]?.arrayValue?.count == ids.count)
        #expect(before["views"]?.arrayValue?.isEmpty == false)
        _ = try rocket()
        let after = try #require(try api.metadataData(minimal)["minimalMetadata"])
        func hash(_ data: JSONValue, _ name: String) -> JSONValue? {
            data["collectionHashes"]?.arrayValue?.first { $0.text("collectionName") == name }?["hash"]
        }
        for name in ["objectMetadata", "view", "pageLayout"] {
            #expect(hash(before, name) != nil)
            #expect(hash(before, name) != hash(after, name), "\(name)")
        }
        #expect(hash(before, "webhook") == hash(after, "webhook"))
    }
}
