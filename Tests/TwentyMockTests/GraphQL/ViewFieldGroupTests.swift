import JSON
import Testing

/// metadata 1, 15.6: groups of the fields of a view.
@Suite struct ViewFieldGroupTests {
    private let api: API
    private let view: String
    private let fields: [String]

    init() throws {
        api = try API()
        let company = try #require(try api.objectIDs()["company"])
        let data = try api.metadataData("{getViews(objectMetadataId:\"\(company)\"){id viewFields{id}}}")
        let index = try #require(data.at("getViews", "0"))
        view = index.id
        fields = (index["viewFields"]?.arrayValue ?? []).map(\.id)
    }

    private func group(_ name: String, _ more: String = "") throws -> JSONValue {
        let data = try api.metadataData(
            "mutation{createViewFieldGroup(input:{name:\"\(name)\",viewId:\"\(view)\"\(more)}){id name position isVisible viewId isActive isOverridden deletedAt viewFields{id}}}"
        )
        return try #require(data["createViewFieldGroup"])
    }

    private static let put =
        "mutation($input: UpdateViewFieldInput!){updateViewField(input:$input){id viewFieldGroupId}}"

    private func put(_ field: String, into group: JSONValue) throws -> Answer {
        try api.metadata(
            Self.put, ["input": ["id": .string(field), "update": ["viewFieldGroupId": group]]])
    }

    private var groups: [JSONValue] {
        get throws {
            try api.metadataData("{getViewFieldGroups(viewId:\"\(view)\"){id name position isVisible viewFields{id}}}")[
                "getViewFieldGroups"]?.arrayValue ?? []
        }
    }

    @Test("Made with defaults, changed, listed by position")
    func made() throws {
        let first = try group("General")
        #expect(first["position"] == 0)
        #expect(first["isVisible"] == true)
        #expect(first["isActive"] == true)
        #expect(first["isOverridden"] == false)
        #expect(first["viewId"] == .string(view))
        #expect(first["viewFields"] == [])
        let many = try api.metadataData(
            "mutation($inputs: [CreateViewFieldGroupInput!]!){createManyViewFieldGroups(inputs:$inputs){name}}",
            ["inputs": [["name": "B", "viewId": .string(view), "position": -1]]])
        #expect(many["createManyViewFieldGroups"] == [["name": "B"]])
        let changed = try api.metadataData(
            "mutation($input: UpdateViewFieldGroupInput!){updateViewFieldGroup(input:$input){name isVisible position}}",
            ["input": ["id": .string(first.id), "update": ["name": "Main", "isVisible": false]]])
        #expect(changed["updateViewFieldGroup"] == ["name": "Main", "isVisible": false, "position": 0])
        #expect(try groups.map { $0.text("name") } == ["B", "Main"])
    }

    @Test("The schema tells the defaults")
    func defaults() throws {
        let type = try api.metadataData("{__type(name:\"CreateViewFieldGroupInput\"){inputFields{name defaultValue}}}")
        let fields = type.at("__type", "inputFields")?.arrayValue ?? []
        let defaults = fields.map { "\($0.text("name") ?? "") \($0.text("defaultValue") ?? "-")" }
        #expect(defaults == ["id -", "name -", "position 0", "isVisible true", "viewId -"])
        let view = try api.metadataData("{__type(name:\"CreateViewInput\"){inputFields{name defaultValue}}}")
        let kind = view.at("__type", "inputFields")?.arrayValue?.first { $0["name"] == "type" }
        #expect(kind?["defaultValue"] == "TABLE")
    }

    @Test("A view shows its groups and they show their fields, in REST too, which has no route for them")
    func shown() throws {
        let group = try group("General")
        #expect(try put(fields[2], into: .string(group.id))["errors"] == nil)
        #expect(try put(fields[1], into: .string(group.id))["errors"] == nil)
        let whole = try api.metadataData("{getView(id:\"\(view)\"){viewFieldGroups{name viewFields{id}}}}")
        let members: JSONValue = [["id": .string(fields[1])], ["id": .string(fields[2])]]
        #expect(whole.at("getView", "viewFieldGroups") == [["name": "General", "viewFields": members]])
        let rest = try api.get("/rest/metadata/views/\(view)")["viewFieldGroups"]?[0]
        #expect(rest?.id == group.id)
        #expect(rest?["viewFields"]?.arrayValue?.map(\.id) == [fields[1], fields[2]])
        #expect(try put(fields[1], into: .null)["errors"] == nil)
        #expect(try groups[0].at("viewFields")?.arrayValue?.map(\.id) == [fields[2]])
        for path in ["/rest/metadata/viewFieldGroups", "/rest/metadata/viewFieldGroups/\(group.id)"] {
            let known = try api.get(path.replacing("viewFieldGroups", with: "nothings"))
            let answer = try api.get(path)
            #expect(answer.status == known.status)
            #expect(answer.message == known.message?.replacing("nothings", with: "viewFieldGroups"))
        }
        #expect(try api.post("/rest/metadata/viewFieldGroups", ["name": "x", "viewId": .string(view)]).status == 400)
    }

    @Test("A deleted group leaves its fields behind", arguments: ["delete", "destroy"])
    func deleted(verb: String) throws {
        let group = try group("General")
        #expect(try put(fields[1], into: .string(group.id))["errors"] == nil)
        let name = "\(verb)ViewFieldGroup"
        let mutation = "mutation{\(name)(input:{id:\"\(group.id)\"}){id name}}"
        #expect(try api.metadataData(mutation)[name] == ["id": .string(group.id), "name": "General"])
        #expect(
            try api.metadataRefusal(mutation)
                == GraphQLRefusal(
                    "View field group to \(verb) not found", "NOT_FOUND", "VIEW_FIELD_GROUP_NOT_FOUND"))
        #expect(
            try api.metadataData("{getViewField(id:\"\(fields[1])\"){viewFieldGroupId}}")["getViewField"]
                == ["viewFieldGroupId": .null])
        #expect(
            try api.metadataData("{getViewFieldGroup(id:\"\(group.id)\"){id}}")["getViewFieldGroup"] == .null)
        #expect(
            try api.metadataRefusal(
                "mutation{updateViewFieldGroup(input:{id:\"\(group.id)\",update:{name:\"x\"}}){id}}"
            ).message
                == "View field group to update not found")
        #expect(try groups.isEmpty)
    }

    @Test("Groups go with their view")
    func viewDeleted() throws {
        let company = try #require(try api.objectIDs()["company"])
        let own = try api.post(
            "/rest/metadata/views", ["name": "V", "icon": "I", "objectMetadataId": .string(company)]
        ).json.id
        let made = try api.metadataData(
            "mutation{createViewFieldGroup(input:{name:\"G\",viewId:\"\(own)\"}){id}}")
        let group = try #require(made["createViewFieldGroup"]?.id)
        #expect(try api.delete("/rest/metadata/views/\(own)").status == 200)
        #expect(try api.metadataData("{getViewFieldGroup(id:\"\(group)\"){id}}")["getViewFieldGroup"] == .null)
    }

    @Test("A group that is not there, or is another view's, takes no field; a group belongs to a view")
    func references() throws {
        let person = try #require(try api.objectIDs()["person"])
        let other = try api.metadataData("{getViews(objectMetadataId:\"\(person)\"){id}}").at("getViews", "0")?.id ?? ""
        let foreign = try api.metadataData(
            "mutation{createViewFieldGroup(input:{name:\"G\",viewId:\"\(other)\"}){id}}")
        for group in [uuid(1), foreign["createViewFieldGroup"]?.id ?? ""] {
            #expect(
                try put(fields[1], into: .string(group)).graphQLRefusal
                    == GraphQLRefusal(
                        "Could not find viewFieldGroup for given viewFieldGroupId", "NOT_FOUND",
                        "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
        }
        #expect(
            try api.metadataData("{getViewField(id:\"\(fields[1])\"){viewFieldGroupId}}")["getViewField"]
                == ["viewFieldGroupId": .null])
        #expect(
            try api.metadataRefusal(
                "mutation{createManyViewFieldGroups(inputs:[{name:\"A\",viewId:\"\(view)\"},{name:\"B\",viewId:\"\(uuid(1))\"}]){id}}"
            )
                == GraphQLRefusal(
                    "Could not find view for given viewId", "NOT_FOUND", "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
        #expect(
            try api.metadataRefusal(
                "mutation{createViewFieldGroup(input:{name:\"\",viewId:\"\(view)\"}){id}}"
            ).message == "name should not be empty")
        #expect(try groups.isEmpty)
    }
}
