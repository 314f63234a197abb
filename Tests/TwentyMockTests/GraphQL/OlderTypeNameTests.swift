import JSON
import Testing
import TwentyMock

/// metadata 16: documents of clients that know views as `CoreView`.
@Suite struct OlderTypeNameTests {
    private static let create = """
        mutation($input: CreateCoreViewInput!) { createCoreView(input: $input) { __typename ...Whole } }
        fragment Whole on CoreView { id name viewFields { ... on CoreViewField { id size } } }
        """

    private func input(_ api: API) throws -> JSONValue {
        let company = try #require(try api.objectIDs()["company"])
        return ["input": ["name": "V", "icon": "I", "objectMetadataId": .string(company)]]
    }

    @Test("Fragments and variables of the older types stand for the present ones")
    func replaced() throws {
        let api = try API()
        let made = try #require(try api.metadataData(Self.create, try input(api))["createCoreView"])
        #expect(made["__typename"] == "View")
        #expect(made["viewFields"] == [])
        let name = try api.fieldID("company", "name")
        let fields = try api.metadataData(
            """
            mutation($inputs: [CreateCoreViewFieldInput!]!) {
              createManyCoreViewFields(inputs: $inputs) { __typename ... on CoreViewField { size } }
            }
            """, ["inputs": [["viewId": .string(made.id), "fieldMetadataId": .string(name), "size": 9]]])
        #expect(fields["createManyCoreViewFields"] == [["__typename": "ViewField", "size": 9]])
        let changed = try api.metadataData(
            "mutation($id: String!, $input: UpdateCoreViewInput!){updateCoreView(id:$id,input:$input){name}}",
            ["id": .string(made.id), "input": ["name": "W"]])
        #expect(changed["updateCoreView"] == ["name": "W"])
        let views = try api.metadataData(
            "query($types: [CoreViewType!]){getCoreViews(viewTypes:$types){...on CoreView{type}}}",
            ["types": ["KANBAN"]])
        #expect(views["getCoreViews"] == [])
        let keys = try api.metadataData("{apiKeys{...K}} fragment K on CoreApiKey{__typename}")
        #expect(keys.at("apiKeys", "0") == ["__typename": "ApiKey"])
    }

    @Test("What is wrong is told with the place and the name in the document; variables are checked all the same")
    func wrong() throws {
        let api = try API()
        let unknown = try api.metadata("{getCoreViews{id}}\nfragment F on CoreNothing{id}")
        let messages = unknown["errors"]?.arrayValue?.compactMap { $0.text("message") } ?? []
        #expect(messages.contains { $0.hasPrefix("Unknown type \"CoreNothing\".") })
        let typo = try api.metadata("{\n  getCoreViews { ... on CoreView { nothing } }\n}")
        #expect(typo["errors"]?[0]?.text("message") == "Cannot query field \"nothing\" on type \"View\".")
        #expect(typo["errors"]?[0]?["locations"] == [["line": 2, "column": 36]])
        #expect(try api.metadata(Self.create, ["input": ["name": "V"]]).status == 400)
    }

    @Test("Without compatibility keys there are no such names")
    func strict() throws {
        var options = MetadataOptions()
        options.showsCompatibilityKeys = false
        let api = try API(metadata: options)
        let answer = try api.metadata("{getViews{...on CoreView{id}}}")
        #expect(answer["errors"]?[0]?.text("message")?.hasPrefix("Unknown type \"CoreView\".") == true)
        #expect(try api.metadata("{getCoreViews{id}}")["errors"] != nil)
    }
}
