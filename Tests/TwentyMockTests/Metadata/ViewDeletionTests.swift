import JSON
import Testing

/// metadata 12, 15.6: what is deleted, deleted again, and destroyed.
@Suite struct ViewDeletionTests {
    private let api: API
    private let opportunity: String
    private let view: String

    init() throws {
        api = try API()
        opportunity = try api.object("opportunity").id
        let body: JSONValue = [
            "name": "Mine", "icon": "I", "objectMetadataId": .string(opportunity),
            "mainGroupByFieldMetadataId": .string(try api.fieldID("opportunity", "stage")),
        ]
        view = try api.post("/rest/metadata/views", body).json.id
    }

    private func make(_ resource: String, _ body: JSONObject, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> String
    {
        var body = body
        body["viewId"] = .string(view)
        let answer = try api.post("/rest/metadata/\(resource)", .object(body))
        try #require(answer.status == 201, "\(answer.raw)", sourceLocation: sourceLocation)
        return answer.json.id
    }

    @Test("Deleting a group twice succeeds twice")
    func groups() throws {
        let group = try #require(
            api.get("/rest/metadata/viewGroups?viewId=\(view)")["data"]?[0]?.id)
        for _ in 0..<2 {
            let answer = try api.delete("/rest/metadata/viewGroups/\(group)")
            #expect(answer.status == 200)
            #expect(answer.json == ["success": true])
        }
        let again = try api.metadataData("mutation{deleteViewGroup(input:{id:\"\(group)\"}){id deletedAt}}")
        #expect(again.text("deleteViewGroup", "id") == group)
        #expect(again.text("deleteViewGroup", "deletedAt") != nil)
        #expect(try api.get("/rest/metadata/viewGroups/\(group)").status == 404)
        #expect(
            try api.delete("/rest/metadata/viewGroups/\(uuid(1))").message == "View group to delete not found")
    }

    @Test("What was deleted shows when, and can still be destroyed, once")
    func parts() throws {
        let stage: JSONObject = ["fieldMetadataId": .string(try api.fieldID("opportunity", "stage"))]
        let field = try make("viewFields", stage)
        let filter = try make("viewFilters", stage.adding("value", ["NEW"]))
        let group = try #require(
            api.get("/rest/metadata/viewGroups?viewId=\(view)")["data"]?[0]?.id)
        let standard = try #require(
            api.get("/rest/metadata/views?objectMetadataId=\(opportunity)")["data"]?[0]?["viewFields"]?[2]?.id)
        for (name, id) in [
            ("ViewField", field), ("ViewFilter", filter), ("ViewGroup", group), ("ViewField", standard),
        ] {
            let deleted = try api.metadataData("mutation{delete\(name)(input:{id:\"\(id)\"}){id deletedAt}}")
            #expect(deleted.text("delete\(name)", "deletedAt") != nil, "\(name)")
            let destroy = "mutation{destroy\(name)(input:{id:\"\(id)\"}){id}}"
            #expect(try api.metadataData(destroy).text("destroy\(name)", "id") == id)
            let again = try api.metadataRefusal(destroy)
            #expect(again.message.hasSuffix("to destroy not found"), "\(name) \(again.message)")
        }
        #expect(try api.get("/rest/metadata/viewFields/\(standard)").status == 404)
    }

    @Test("Sorts, groups of filters and views likewise")
    func others() throws {
        let sort = try make("viewSorts", ["fieldMetadataId": .string(try api.fieldID("opportunity", "stage"))])
        let group = try make("viewFilterGroups", [:])
        for (name, argument) in [
            ("ViewSort", "input:{id:\"\(sort)\"}"), ("ViewFilterGroup", "id:\"\(group)\""), ("View", "id:\"\(view)\""),
        ] {
            for verb in ["delete", "destroy"] {
                #expect(try api.metadataData("mutation{\(verb)\(name)(\(argument))}")["\(verb)\(name)"] == true)
            }
            #expect(try api.metadata("mutation{destroy\(name)(\(argument))}").graphQLRefusal?.code == "NOT_FOUND")
        }
    }
}

extension JSONObject {
    fileprivate func adding(_ key: String, _ value: JSONValue) -> JSONObject {
        var sum = self
        sum[key] = value
        return sum
    }
}
