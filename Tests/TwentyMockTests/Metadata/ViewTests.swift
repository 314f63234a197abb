import JSON
import Testing
import TwentyMock

/// metadata 12, 18 item 17.
@Suite struct ViewTests {
    private let api: API
    private let opportunity: String
    private let stage: String
    private let name: String

    init() throws {
        api = try API()
        opportunity = try api.object("opportunity").id
        stage = try api.fieldID("opportunity", "stage")
        name = try api.fieldID("opportunity", "name")
    }

    private func path(_ resource: String, _ id: String = "") -> String { "/rest/metadata/\(resource)/\(id)" }

    private func make(_ resource: String, _ body: JSONObject, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> JSONValue
    {
        let answer = try api.post(path(resource), .object(body))
        try #require(answer.status == 201, "\(answer.raw)", sourceLocation: sourceLocation)
        return answer.json
    }

    private func view(_ more: JSONObject = [:]) throws -> JSONValue {
        var body: JSONObject = ["name": "Mine", "icon": "IconX", "objectMetadataId": .string(opportunity)]
        for member in more.members { body[member.key] = member.value }
        return try make("views", body)
    }

    @Test("A fresh workspace has the list of every object")
    func standard() throws {
        let views = try api.get("/rest/metadata/views", ["limit": "200"])["data"]?.arrayValue ?? []
        #expect(views.count == 30)
        #expect(views.allSatisfy { $0["key"] == "INDEX" && $0["viewFields"]?.arrayValue?.isEmpty == false })
        #expect(views.contains { $0["name"] == "All People" })
    }

    @Test("Edits of a standard view are kept, deleting it only puts it out of use")
    func standardEdited() throws {
        let index = try #require(api.get("/rest/metadata/views?objectMetadataId=\(opportunity)")["data"]?[0])
        #expect(index["name"] == "All Opportunities")
        #expect(try api.patch(path("views", index.id), ["name": "Deals", "key": .null])["name"] == "Deals")
        let field = try #require(index["viewFields"]?[1])
        #expect(try api.patch(path("viewFields", field.id), ["isVisible": false])["isVisible"] == false)
        #expect(try api.get(path("views", index.id))["viewFields"]?[1]?["isVisible"] == false)
        #expect(try api.delete(path("viewFields", field.id)).json == ["success": true])
        #expect(try api.get(path("viewFields", field.id)).message == "View field (id: \(field.id)) not found")
        #expect(try api.delete(path("views", index.id)).json == ["success": true])
        let after = try api.get(path("views", index.id))
        #expect(after["isActive"] == false)
        #expect(after["name"] == "Deals")
    }

    @Test("A view of one's own: defaults, change, soft deletion")
    func own() throws {
        let made = try view()
        #expect(made["type"] == "TABLE")
        #expect(made["visibility"] == "WORKSPACE")
        #expect(made["isCustom"] == true)
        #expect(made["key"] == .null)
        #expect(try api.patch(path("views", made.id), ["position": 3, "objectMetadataId": "x"]).status == 200)
        #expect(try api.delete(path("views", made.id)).json == ["success": true])
        #expect(
            try api.get(path("views", made.id)).refusal
                == Refusal(404, "View (id: \(made.id)) not found", code: "VIEW_NOT_FOUND"))
        #expect(try api.patch(path("views", made.id), [:]).message == "View to update not found")
        #expect(try api.delete(path("views", made.id)).message == "View to delete not found")
    }

    @Test("A number that is beyond all numbers is none")
    func infinite() throws {
        let id = try view().id
        let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
        let answer = try api.send("PATCH", path("views", id), headers: headers, body: "{\"position\":1e400}")
        #expect(answer.shapeProblems == ["position must be a number conforming to the specified constraints"])
        #expect(try api.metadataData("{getView(id:\"\(id)\"){position}}").at("getView", "position") == 0)
    }

    @Test("A board needs a field to group by, and has a group for each option")
    func board() throws {
        let body: JSONObject = ["name": "B", "icon": "I", "objectMetadataId": .string(opportunity), "type": "KANBAN"]
        #expect(
            try api.post(path("views"), .object(body)).problems("view") == [
                "Kanban view must have a main group by field"
            ])
        var wrong = body
        wrong["mainGroupByFieldMetadataId"] = .string(name)
        #expect(
            try api.post(path("views"), .object(wrong)).problems("view") == [
                "Kanban main group by field must be a SELECT or a many-to-one relation field"
            ])
        let board = try view(["type": "KANBAN", "mainGroupByFieldMetadataId": .string(stage)])
        let groups = try api.get("/rest/metadata/viewGroups?viewId=\(board.id)")["data"]?.arrayValue ?? []
        #expect(groups.map { $0.text("fieldValue") } == ["NEW", "SCREENING", "MEETING", "PROPOSAL", "CUSTOMER"])
        #expect(try api.patch(path("viewGroups", groups[0].id), ["update": ["isVisible": false]])["isVisible"] == false)
    }

    @Test(
        "A foreign key that leads nowhere",
        arguments: [
            ("views", "objectMetadataId", "objectMetadata"), ("viewFields", "viewId", "view"),
            ("viewFields", "fieldMetadataId", "fieldMetadata"), ("viewSorts", "viewId", "view"),
            ("viewFilterGroups", "parentViewFilterGroupId", "viewFilterGroup"),
        ])
    func foreignKeys(resource: String, key: String, kind: String) throws {
        let view = try view()
        var body: JSONObject = [
            "name": "V", "icon": "I", "objectMetadataId": .string(opportunity), "viewId": .string(view.id),
            "fieldMetadataId": .string(stage),
        ]
        body[key] = .string(uuid(1))
        #expect(
            try api.post(path(resource), .object(body)).refusal
                == Refusal(
                    404, "Could not find \(kind) for given \(key)", code: "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
    }

    @Test("The label identifier stays first and visible")
    func viewFields() throws {
        let view = try view()
        let keys: JSONObject = ["viewId": .string(view.id)]
        func body(_ field: String, _ more: JSONObject = [:]) -> JSONValue {
            var body = keys
            body["fieldMetadataId"] = .string(field)
            for member in more.members { body[member.key] = member.value }
            return .object(body)
        }
        let first = try api.post(path("viewFields"), body(name, ["position": 1]))
        #expect(first["size"] == 0)
        #expect(
            try api.post(path("viewFields"), body(stage)).problems("viewField") == [
                "View field position cannot be lower than label identifier view field position"
            ])
        #expect(try api.post(path("viewFields"), body(stage, ["position": 2])).status == 201)
        #expect(
            try api.post(path("viewFields"), body(stage, ["position": 3])).problems("viewField") == [
                "View field with same fieldMetadataUniversalIdentifier and viewUniversalIdentifier already exists"
            ])
        #expect(
            try api.patch(path("viewFields", first.json.id), ["isVisible": false]).problems("viewField") == [
                "Label identifier view field has to be visible"
            ])
        #expect(
            try api.patch(path("viewFields", first.json.id), ["position": 9]).problems("viewField") == [
                "Label identifier view field has to be in the lowest position"
            ])
        let deletion = try api.delete(path("viewFields", first.json.id))
        #expect(deletion.problems("viewField") == ["Label identifier view field cannot be deleted"])
        #expect(deletion["message"] == "Multiple validation errors occurred while deleting view field")
    }

    @Test("Filters: the default operand, and what a type does not know")
    func filters() throws {
        let view = try view()
        let body: JSONObject = ["viewId": .string(view.id), "fieldMetadataId": .string(stage), "value": ["NEW"]]
        #expect(try make("viewFilters", body)["operand"] == "IS")
        var wrong = body
        wrong["operand"] = "CONTAINS"
        #expect(
            try api.post(path("viewFilters"), .object(wrong)).problems("viewFilter") == [
                "Operand \"CONTAINS\" is not supported on field type \"SELECT\". Supported operands: IS, IS_NOT, IS_EMPTY, IS_NOT_EMPTY."
            ])
        let empty: JSONObject = [
            "viewId": .string(view.id), "fieldMetadataId": .string(stage), "value": "", "operand": "IS_EMPTY",
        ]
        #expect(try make("viewFilters", empty)["value"] == "")
        for missing: JSONValue? in [nil, .null] {
            var without = empty
            without["value"] = missing
            #expect(try api.post(path("viewFilters"), .object(without)).shapeProblems == ["value should not be empty"])
        }
        var unknown = body
        unknown["value"] = ["NOPE"]
        #expect(
            try api.post(path("viewFilters"), .object(unknown)).problems("viewFilter") == [
                "Filter on \"Stage\" uses option(s) NOPE that do not exist. Allowed values: NEW, SCREENING, MEETING, PROPOSAL, CUSTOMER."
            ])
    }

    @Test("Groups of filters form no circles and at most two levels, and go with what is in them")
    func filterGroups() throws {
        let view = try view()
        func group(_ parent: String? = nil) throws -> Answer {
            var body: JSONObject = ["viewId": .string(view.id)]
            body["parentViewFilterGroupId"] = parent.map(JSONValue.string)
            return try api.post(path("viewFilterGroups"), .object(body))
        }
        let top = try group().json.id
        let inner = try group(top).json.id
        #expect(
            try group(inner).problems("viewFilterGroup") == ["View filter group hierarchy exceeds maximum depth of 2"])
        func patch(_ parent: String) throws -> [String] {
            try api.patch(path("viewFilterGroups", top), ["parentViewFilterGroupId": .string(parent)]).problems(
                "viewFilterGroup")
        }
        #expect(try patch(top) == ["View filter group cannot be its own parent"])
        #expect(try patch(inner) == ["Circular dependency detected in view filter group hierarchy"])
        let filter = try make(
            "viewFilters",
            [
                "viewId": .string(view.id), "fieldMetadataId": .string(stage), "value": ["NEW"],
                "viewFilterGroupId": .string(inner),
            ])
        #expect(try api.delete(path("viewFilterGroups", top)).status == 200)
        for (resource, id) in [("viewFilterGroups", inner), ("viewFilters", filter.id)] {
            #expect(try api.get(path(resource, id)).status == 404)
        }
    }

    @Test("Sorts")
    func sorts() throws {
        let view = try view()
        let body: JSONObject = ["viewId": .string(view.id), "fieldMetadataId": .string(stage)]
        #expect(try make("viewSorts", body)["direction"] == "ASC")
        #expect(
            try api.post(path("viewSorts"), .object(body)).problems("viewSort") == [
                "View sort with same fieldMetadataId and viewId already exists"
            ])
        #expect(try api.get(path("viewSorts", uuid(1))).message == "View sort (id: \(uuid(1))) not found")
        #expect(try api.patch(path("viewSorts", uuid(1)), [:]).message == "View sort not found")
    }

    @Test("Views follow the model: options, deactivated and deleted fields")
    func upkeep() throws {
        let rocket = try api.createObject("rocket", "rockets").id
        let options: JSONValue = [
            ["label": "A", "value": "A", "position": 0], ["label": "B", "value": "B", "position": 1],
        ]
        let field = try api.createField(on: rocket, "kind", "SELECT", ["options": options])
        let index = try #require(api.get("/rest/metadata/views?objectMetadataId=\(rocket)")["data"]?[0])
        let joined = try #require(index["viewFields"]?.arrayValue?.last)
        #expect(joined["fieldMetadataId"]?.stringValue == field.id)
        #expect(joined["isVisible"] == false)
        let board = try view([
            "objectMetadataId": .string(rocket), "type": "KANBAN", "mainGroupByFieldMetadataId": .string(field.id),
        ])
        let filter = try make(
            "viewFilters", ["viewId": .string(index.id), "fieldMetadataId": .string(field.id), "value": ["B"]])
        var changed = field["options"]?.arrayValue ?? []
        changed.removeLast()
        changed[0] = ["id": .string(changed[0].id), "label": "A", "value": "A2", "position": 0]
        #expect(try api.patch("/rest/metadata/fields/\(field.id)", ["options": .array(changed)]).status == 200)
        #expect(try api.get(path("viewFilters", filter.id)).status == 404)
        let groups = try api.get("/rest/metadata/viewGroups?viewId=\(board.id)")["data"]?.arrayValue ?? []
        #expect(groups.map { $0.text("fieldValue") } == ["A2", ""])
        #expect(try api.patch("/rest/metadata/fields/\(field.id)", ["isActive": false]).status == 200)
        #expect(try api.get(path("views", board.id)).status == 404)
        #expect(try api.patch("/rest/metadata/fields/\(field.id)", ["isActive": true]).status == 200)
        let after = try api.get(path("views", index.id))["viewFields"]?.arrayValue ?? []
        #expect(!after.contains { $0["fieldMetadataId"]?.stringValue == field.id })
    }

    @Test("groupBy counts what the view shows (rest-core 14)")
    func groupBy() throws {
        for stage in ["NEW", "NEW", "MEETING"] {
            try api.create("opportunities", ["stage": .string(stage), "name": "a"])
        }
        let view = try view()
        func groups() throws -> [JSONValue] {
            try api.get(
                "/rest/opportunities/groupBy",
                ["group_by": #"[{"stage":true}]"#, "aggregate": #"["countNotEmptyId"]"#, "view_id": view.id]
            ).json.arrayValue ?? []
        }
        #expect(try groups().count == 2)
        _ = try make("viewFilters", ["viewId": .string(view.id), "fieldMetadataId": .string(stage), "value": ["NEW"]])
        _ = try make(
            "viewFilters",
            ["viewId": .string(view.id), "fieldMetadataId": .string(name), "value": "A", "operand": "CONTAINS"])
        #expect(try groups() == [["countNotEmptyId": "2", "groupByDimensionValues": ["NEW"]]])
    }
}
