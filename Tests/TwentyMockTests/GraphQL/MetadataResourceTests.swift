import JSON
import Testing

/// metadata 10, 12, 13, 15.5, 15.6.
@Suite struct MetadataResourceTests {
    private let api: API
    private let company: String
    private let fields: [String: String]

    init() throws {
        api = try API()
        company = try #require(try api.objectIDs()["company"])
        let list = try api.metadataData("{object(id:\"\(company)\"){fieldsList{id name}}}").at("object", "fieldsList")
        fields = Dictionary(
            (list?.arrayValue ?? []).map { ($0.text("name") ?? "", $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private func view() throws -> String {
        let data = try api.metadataData(
            "mutation($input: CreateViewInput!){createView(input:$input){id type isCustom}}",
            ["input": ["name": "Mine", "objectMetadataId": .string(company), "icon": "IconList"]])
        #expect(data.at("createView", "type") == "TABLE")
        return try #require(data["createView"]?.id)
    }

    private func field(_ name: String) throws -> String { try #require(fields[name]) }

    @Test("Views are made, changed and deleted")
    func views() throws {
        let id = try view()
        let changed = try api.metadataData(
            "mutation UpdateView($id: String!, $input: UpdateViewInput!){updateView(id:$id,input:$input){name}}",
            ["id": .string(id), "input": ["name": "Other"]])
        #expect(changed.text("updateView", "name") == "Other")
        #expect(try api.metadataData("{getCoreView(id:\"\(id)\"){name}}").text("getCoreView", "name") == "Other")
        let kanban = try api.metadata(
            "mutation{createView(input:{name:\"K\",objectMetadataId:\"\(company)\",icon:\"x\",type:KANBAN}){id}}")
        #expect(kanban.graphQLRefusal?.code == "METADATA_VALIDATION_FAILED")
        let tables = try api.metadataData("{getViews(viewTypes:[TABLE]){type}}")["getViews"]?.arrayValue ?? []
        #expect(!tables.isEmpty && tables.allSatisfy { $0.text("type") == "TABLE" })
        #expect(try api.metadataData("mutation{deleteView(id:\"\(id)\")}")["deleteView"] == true)
        #expect(try api.metadataData("{getView(id:\"\(id)\"){id}}")["getView"] == .null)
        #expect(try api.metadataData("mutation{destroyView(id:\"\(id)\")}")["destroyView"] == true)
        #expect(
            try api.metadataRefusal("mutation{destroyView(id:\"\(id)\")}")
                == GraphQLRefusal("View to destroy not found", "NOT_FOUND", "VIEW_NOT_FOUND"))
        #expect(
            try api.metadataRefusal(
                "mutation{createView(input:{name:\"x\",objectMetadataId:\"\(uuid(1))\",icon:\"x\"}){id}}")
                == GraphQLRefusal(
                    "Could not find objectMetadata for given objectMetadataId", "NOT_FOUND",
                    "RELATION_UNIVERSAL_IDENTIFIER_NOT_FOUND"))
    }

    @Test("The only view of an object is not destroyed")
    func onlyView() throws {
        let index = try #require(
            try api.metadataData("{getViews(objectMetadataId:\"\(company)\"){id}}").at("getViews", "0")?.id)
        let destroy = "mutation{destroyView(id:\"\(index)\")}"
        let refused = try api.metadata(destroy)
        #expect(
            refused.graphQLRefusal
                == GraphQLRefusal(
                    "Multiple validation errors occurred while destroying view", "METADATA_VALIDATION_FAILED"))
        #expect(
            refused.json.at("errors", "0", "extensions", "userFriendlyMessage")
                == "Cannot delete the only view for this object")
        #expect(try api.metadataData("{getView(id:\"\(index)\"){isActive}}").at("getView", "isActive") == true)
        _ = try view()
        #expect(try api.metadataData(destroy)["destroyView"] == true)
    }

    @Test("Many view fields are made, all or none")
    func viewFields() throws {
        let id = try view()
        let create = "mutation($inputs: [CreateViewFieldInput!]!){createManyViewFields(inputs:$inputs){id position}}"
        func input(_ name: String, _ position: Int64) throws -> JSONValue {
            ["viewId": .string(id), "fieldMetadataId": .string(try field(name)), "position": .int(position)]
        }
        let made = try api.metadataData(create, ["inputs": [input("name", 0), input("domainName", 1)]])
        let last = try #require(made.at("createManyViewFields", "1")?.id)
        let twice = try api.metadata(create, ["inputs": [input("createdAt", 2), input("domainName", 3)]])
        #expect(twice.graphQLRefusal?.code == "METADATA_VALIDATION_FAILED")
        let list = try api.metadataData("{getViewFields(viewId:\"\(id)\"){id}}")["getViewFields"]?.arrayValue
        #expect(list?.count == 2)
        let changed = try api.metadataData(
            "mutation($input: UpdateViewFieldInput!){updateViewField(input:$input){size isVisible}}",
            ["input": ["id": .string(last), "update": ["size": 120, "isVisible": false]]])
        #expect(changed["updateViewField"] == ["size": 120, "isVisible": false])
        let deleted = try api.metadataData("mutation{deleteViewField(input:{id:\"\(last)\"}){id}}")
        #expect(deleted["deleteViewField"]?.id == last)
        #expect(try api.metadataData("{getViewField(id:\"\(last)\"){id}}")["getViewField"] == .null)
    }

    @Test("Filters, sorts and filter groups of a view")
    func viewParts() throws {
        let id = try view()
        let filter = try api.metadataData(
            "mutation{createViewFilter(input:{viewId:\"\(id)\",fieldMetadataId:\"\(field("name"))\",operand:CONTAINS,value:\"a\"}){id operand value}}"
        )
        #expect(filter.text("createViewFilter", "value") == "a")
        let sort = try api.metadataData(
            "mutation{createViewSort(input:{viewId:\"\(id)\",fieldMetadataId:\"\(field("name"))\",direction:DESC}){id direction}}"
        )
        let sortID = try #require(sort["createViewSort"]?.id)
        #expect(sort.text("createViewSort", "direction") == "DESC")
        #expect(try api.metadataData("mutation{destroyViewSort(input:{id:\"\(sortID)\"})}")["destroyViewSort"] == true)
        let group = try api.metadataData(
            "mutation{createViewFilterGroup(input:{viewId:\"\(id)\"}){id logicalOperator}}")
        let groupID = try #require(group["createViewFilterGroup"]?.id)
        let changed = try api.metadataData(
            "mutation{updateViewFilterGroup(id:\"\(groupID)\",input:{logicalOperator:OR}){logicalOperator}}")
        #expect(changed.text("updateViewFilterGroup", "logicalOperator") == "OR")
        let whole = try api.metadataData("{getView(id:\"\(id)\"){viewFilters{id} viewSorts{id} viewFilterGroups{id}}}")
        #expect(whole.at("getView", "viewFilters")?.arrayValue?.count == 1)
        #expect(whole.at("getView", "viewSorts") == [])
    }

    @Test("Page layouts with tabs and widgets; what a widget shows has a type of its own")
    func pageLayouts() throws {
        let layout = try #require(
            try api.metadataData("mutation{createPageLayout(input:{name:\"D\",type:DASHBOARD}){id}}")[
                "createPageLayout"]?.id)
        let tab = try #require(
            try api.metadataData("mutation{createPageLayoutTab(input:{title:\"T\",pageLayoutId:\"\(layout)\"}){id}}")[
                "createPageLayoutTab"]?.id)
        let input: JSONValue = [
            "pageLayoutTabId": .string(tab), "title": "W", "type": "IFRAME",
            "gridPosition": ["row": 0, "column": 0, "rowSpan": 1, "columnSpan": 2],
            "configuration": ["configurationType": "IFRAME", "url": "https://a.test"],
        ]
        let widget = try api.metadataData(
            "mutation($input: CreatePageLayoutWidgetInput!){createPageLayoutWidget(input:$input){id gridPosition{columnSpan} configuration{__typename ... on IframeConfiguration{url}}}}",
            ["input": input])
        #expect(widget.at("createPageLayoutWidget", "gridPosition", "columnSpan") == 2)
        #expect(
            widget.at("createPageLayoutWidget", "configuration")
                == ["__typename": "IframeConfiguration", "url": "https://a.test"])
        let whole = try api.metadataData("{getPageLayout(id:\"\(layout)\"){tabs{title widgets{title}}}}")
        #expect(whole.at("getPageLayout", "tabs", "0", "widgets", "0", "title") == "W")
        let destroyed = try api.metadataData("mutation{destroyPageLayout(id:\"\(layout)\")}")
        #expect(destroyed["destroyPageLayout"] == true)
        #expect(
            try api.metadataRefusal("{getPageLayout(id:\"x\"){id}}")
                == GraphQLRefusal("Page layout with ID \"x\" not found", "NOT_FOUND", "PAGE_LAYOUT_NOT_FOUND"))
    }

    @Test("Webhooks, in the present form and in the older one")
    func webhooks() throws {
        let made = try api.metadataData(
            "mutation($input: CreateWebhookInput!){createWebhook(input:$input){id targetUrl secret operations}}",
            ["input": ["targetUrl": "https://A.test", "operations": ["company.*"]]])
        let id = try #require(made["createWebhook"]?.id)
        #expect(made.text("createWebhook", "targetUrl") == "https://a.test/")
        let present = try api.metadataData(
            "mutation{updateWebhook(input:{id:\"\(id)\",update:{description:\"a\"}}){description}}")
        #expect(present.text("updateWebhook", "description") == "a")
        let older = try api.metadataData("mutation{updateWebhook(input:{id:\"\(id)\",description:\"b\"}){description}}")
        #expect(older.text("updateWebhook", "description") == "b")
        #expect(try api.metadataData("{webhooks{id}}")["webhooks"]?.arrayValue?.map(\.id) == [id])
        #expect(try api.metadataData("{webhook(input:{id:\"\(id)\"}){id}}")["webhook"]?.id == id)
        #expect(try api.metadataData("mutation{deleteWebhook(id:\"\(id)\"){id}}")["deleteWebhook"]?.id == id)
        #expect(try api.metadataData("{webhook(id:\"\(id)\"){id}}")["webhook"] == .null)
        #expect(
            try api.metadataRefusal("mutation{deleteWebhook(id:\"\(id)\"){id}}")
                == GraphQLRefusal("Webhook not found", "NOT_FOUND", "WEBHOOK_NOT_FOUND"))
        let bad = try api.metadata("mutation{createWebhook(input:{targetUrl:\"nope\",operations:[]}){id}}")
        #expect(
            bad.json.at("errors", "0", "extensions", "userFriendlyMessage")
                == "Please provide a valid HTTP or HTTPS URL")
    }
}
