import JSON
import Testing
import TwentyMock

/// metadata 3, 4, 18 items 1-3.
@Suite struct EnvelopeTests {
    private static func options(_ change: (inout MetadataOptions) -> Void) -> MetadataOptions {
        var options = MetadataOptions()
        change(&options)
        return options
    }

    @Test("The five calls in both formats", arguments: [true, false])
    func formats(isNew: Bool) throws {
        let api = try API(metadata: Self.options { $0.usesNewFormat = isNew })
        func item(_ answer: Answer, _ key: String) -> JSONValue? { isNew ? answer.json : answer.data(key) }
        let list = try api.get("/rest/metadata/objects")
        #expect((isNew ? list["data"] : list.data("objects"))?.arrayValue?.count == 30)
        #expect(list["totalCount"] == 30)
        let body: JSONValue = [
            "nameSingular": "rocket", "namePlural": "rockets", "labelSingular": "Rocket", "labelPlural": "Rockets",
        ]
        let made = try #require(item(try api.post("/rest/metadata/objects", body), "createOneObject"))
        let path = "/rest/metadata/objects/\(made.id)"
        #expect(item(try api.get(path), "object")?["nameSingular"] == "rocket")
        #expect(item(try api.patch(path, ["icon": "IconX"]), "updateOneObject")?["icon"] == "IconX")
        let fields = try api.get("/rest/metadata/fields")
        #expect((isNew ? fields["data"] : fields.data("fields"))?.arrayValue?.count == 60)
        let fieldBody: JSONValue = ["objectMetadataId": .string(made.id), "name": "x", "label": "X", "type": "TEXT"]
        let field = try #require(item(try api.post("/rest/metadata/fields", fieldBody), "createOneField"))
        let fieldPath = "/rest/metadata/fields/\(field.id)"
        #expect(item(try api.get(fieldPath), "field")?["name"] == "x")
        #expect(item(try api.patch(fieldPath, ["label": "Y"]), "updateOneField")?["label"] == "Y")
        #expect(item(try api.delete(fieldPath), "deleteOneField")?.id == field.id)
        #expect(item(try api.delete(path), "deleteOneObject")?.id == made.id)
        // Other resources are not affected.
        #expect(try api.get("/rest/metadata/webhooks")["data"] == [])
    }

    @Test("Older servers: envelopes of their own, no count, null for what is empty")
    func firstGeneration() throws {
        let api = try API(release: "1")
        let list = try api.get("/rest/metadata/objects", ["limit": "200"])
        #expect(list["totalCount"] == nil)
        let objects = list.data("objects")?.arrayValue ?? []
        #expect(objects.count == 29)
        let note = try #require(objects.first { $0["nameSingular"] == "note" })
        #expect(
            note.keys == [
                "id", "nameSingular", "namePlural", "labelSingular", "labelPlural", "description", "icon", "isCustom",
                "isActive", "isSystem", "createdAt", "updatedAt", "labelIdentifierFieldMetadataId",
                "imageIdentifierFieldMetadataId", "fields",
            ])
        #expect(note["description"] == .null)
        let body = note["fields"]?.arrayValue?.first { $0["name"] == "bodyV2" }
        #expect(body?["type"] == "RICH_TEXT_V2")
        #expect(body?["relation"] == .null)
    }

    @Test("Older servers: bare lists, no codes, no word of successors")
    func firstGenerationResources() throws {
        let api = try API(release: "1")
        let layout = try api.post("/rest/metadata/pageLayouts", ["name": "L"]).json.id
        for path in [
            "webhooks", "apiKeys", "views", "viewFields", "viewFilters", "viewGroups", "viewSorts", "viewFilterGroups",
            "pageLayouts", "pageLayoutTabs?pageLayoutId=\(layout)", "pageLayoutWidgets?pageLayoutTabId=\(layout)",
        ] {
            #expect(try api.get("/rest/metadata/\(path)").json.arrayValue != nil, "\(path)")
        }
        #expect(try api.get("/rest/metadata/views?limit=1").json.arrayValue?.count == 29)
        let alias = try api.get("/rest/webhooks")
        #expect(alias.json == [])
        #expect(alias.headers["deprecation"] == nil)
        #expect(alias.headers["link"] == nil)
        for path in ["objects/\(uuid(1))", "views/\(uuid(1))", "pageLayoutTabs", "objects?limit=x"] {
            let refused = try api.get("/rest/metadata/\(path)")
            #expect(refused.status >= 400)
            #expect(refused["messages"] != nil)
            #expect(refused["code"] == nil, "\(path)")
        }
    }

    @Test("Pages do not overlap, and lead back")
    func pages() throws {
        let api = try API()
        var seen: [String] = []
        var query: KeyValuePairs<String, String> = ["limit": "7"]
        var first: [String] = []
        while true {
            let page = try api.get("/rest/metadata/objects", query)
            let ids = page["data"]?.arrayValue?.map(\.id) ?? []
            #expect(page["totalCount"] == 30)
            #expect(page["pageInfo"]?["startCursor"]?.stringValue == ids.first)
            #expect(page["pageInfo"]?["endCursor"]?.stringValue == ids.last)
            #expect(page["pageInfo"]?["hasPreviousPage"] == .bool(!seen.isEmpty))
            if first.isEmpty { first = ids }
            seen += ids
            guard page["pageInfo"]?["hasNextPage"] == true, let end = ids.last else { break }
            query = ["limit": "7", "starting_after": end.uppercased()]
        }
        #expect(seen.count == 30)
        #expect(seen == seen.sorted(by: >))
        let back = try api.get("/rest/metadata/objects", ["limit": "7", "ending_before": seen[7]])
        #expect(back["data"]?.arrayValue?.map(\.id) == first)
        #expect(back["pageInfo"]?["hasNextPage"] == true)
        #expect(back["pageInfo"]?["hasPreviousPage"] == false)
        #expect(try api.get("/rest/metadata/objects", ["limit": "0"])["data"] == [])
        let unknown = try api.get("/rest/metadata/objects", ["starting_after": "00000000-0000-4000-8000-000000000000"])
        #expect(unknown["data"] == [])
    }

    @Test("Bad cursors and limits")
    func refused() throws {
        let api = try API()
        let id = uuid(1)
        #expect(
            try api.get("/rest/metadata/fields", ["starting_after": id, "ending_before": id])["message"]
                == "'starting_after' and 'ending_before' cannot be used together.")
        #expect(try api.get("/rest/metadata/fields", ["ending_before": "x"])["message"] == "Invalid cursor: x")
        for limit in ["x", "-1", "1.5"] {
            #expect(
                try api.get("/rest/metadata/fields", ["limit": limit]).refusal
                    == Refusal(
                        400, "limit '\(limit)' is invalid. Should be an integer", code: "INVALID_LIMIT_QUERY_PARAM"))
        }
    }

    @Test("isCustom and relation are there, and can be left out")
    func compatibility() throws {
        let with = try API().object("company")
        #expect(with["isCustom"] == false)
        #expect(with["fields"]?[0]?["isCustom"] == false)
        let without = try API(metadata: Self.options { $0.showsCompatibilityKeys = false }).object("company")
        #expect(without["isCustom"] == nil)
        #expect(without["fields"]?[0]?.keys.contains("relation") == false)
    }

    @Test("Extensions can be switched off")
    func extensions() throws {
        let api = try API(metadata: Self.options { $0.hasExtensions = false })
        #expect(try api.get("/rest/metadata/objects/company")["message"] == "Validation failed (uuid is expected)")
        #expect(try api.get("/rest/metadata/picklists").refusal == Refusal(400, "'picklists' is not a valid UUID"))
    }

    @Test("The key is asked for")
    func authentication() throws {
        let api = try API()
        #expect(try api.send("GET", "/rest/metadata/objects").status == 401)
        #expect(try api.send("GET", "/rest/metadata/objects", headers: [("Authorization", "Bearer x")]).status == 401)
        #expect(try API(missingKeyStatus: 403).send("GET", "/rest/metadata/objects").status == 403)
    }
}
