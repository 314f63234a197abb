import JSON
import Testing

/// rest-core 3.
@Suite("Routing") struct RoutingTests {
    let api: API
    let id: String

    init() throws {
        api = try API()
        id = try api.create("people", ["id": .string(uuid(1))]).id
    }

    private func queryPathInvalid(_ path: String) -> Refusal {
        Refusal(
            400,
            "Query path '\(path)' invalid. Valid examples: /rest/companies/id or /rest/companies or /rest/batch/companies"
        )
    }

    @Test("Empty segments are dropped: trailing and double slashes are harmless")
    func emptySegments() throws {
        #expect(try api.get("/rest/people/")["totalCount"] == 1)
        #expect(try api.get("/rest//people//")["totalCount"] == 1)
        #expect(try api.get("/rest/people//\(id)/").data("person")?.id == id)
    }

    @Test("Each route answers under its own key", arguments: ["PATCH", "PUT"])
    func updates(method: String) throws {
        let one = try api.request(method, "/rest/people/\(id)", [:], ["jobTitle": "x"])
        #expect(one.status == 200)
        #expect(one.data("updatePerson")?["jobTitle"] == "x")
        let many = try api.request(method, "/rest/people", ["filter": "jobTitle[eq]:x"], ["jobTitle": "y"])
        #expect(many.status == 200)
        #expect(many.data("updatePeople")?.arrayValue?.count == 1)
    }

    @Test("PUT is a partial update, not a replacement")
    func put() throws {
        try api.update("people", id, ["jobTitle": "kept"])
        let answer = try api.request("PUT", "/rest/people/\(id)", [:], ["name": ["firstName": "Ada"]])
        #expect(answer.data("updatePerson")?["jobTitle"] == "kept")
    }

    @Test("Ids are UUIDs in any case, and answers write them in lower case")
    func idsInAnyCase() throws {
        let id = try api.create("people", ["id": "ABCDEF00-0000-4000-8000-00000000000A"]).id
        #expect(id == "abcdef00-0000-4000-8000-00000000000a")
        #expect(try api.get("/rest/people/ABCDEF00-0000-4000-8000-00000000000a").data("person")?.id == id)
        #expect(try api.delete("/rest/people/\(id.uppercased())").data("deletePerson") == ["id": .string(id)])
    }

    @Test(
        "A second segment that is no known word must be a UUID",
        arguments: [
            ("GET", "/rest/people/x", "x"), ("GET", "/rest/people/1", "1"), ("DELETE", "/rest/people/x", "x"),
            ("PATCH", "/rest/people/x", "x"), ("PUT", "/rest/people/x", "x"), ("POST", "/rest/people/x", "x"),
            ("GET", "/rest/people/00000000000040008000000000000000", "00000000000040008000000000000000"),
            ("GET", "/rest/people/restore", "restore"), ("DELETE", "/rest/people/restore", "restore"),
            ("PUT", "/rest/people/restore", "restore"), ("PATCH", "/rest/people/not-a-uuid/restore", "not-a-uuid"),
            ("GET", "/rest/core/people", "people"), ("GET", "/rest/people/batch", "batch"),
        ])
    func notAUUID(method: String, path: String, segment: String) throws {
        let body: JSONValue? = method == "GET" || method == "DELETE" ? nil : [:]
        #expect(
            try api.request(method, path, [:], body).refusal == Refusal(400, "'\(segment)' is not a valid UUID"))
    }

    @Test("More than two segments are no path, but for restore")
    func tooManySegments() throws {
        #expect(try api.get("/rest/people/\(id)/x").refusal == queryPathInvalid("/rest/people/\(id)/x"))
        #expect(try api.get("/rest/people/\(id)/x?a=b").refusal == queryPathInvalid("/rest/people/\(id)/x"))
        #expect(try api.get("/rest/people/\(id)/restore").refusal == queryPathInvalid("/rest/people/\(id)/restore"))
        #expect(try api.delete("/rest/a/b/c/d").refusal == queryPathInvalid("/rest/a/b/c/d"))
        let four = "/rest/people/\(id)/x/restore"
        #expect(try api.patch(four, [:]).refusal == queryPathInvalid(four))
        #expect(try api.patch("/rest/people/\(id)/x", [:]).refusal == queryPathInvalid("/rest/people/\(id)/x"))
        #expect(try api.get("/rest/core/people/\(id)").refusal == queryPathInvalid("/rest/core/people/\(id)"))
    }

    @Test("batch names the object in any method; known words after the plural name the object only")
    func knownWords() throws {
        #expect(try api.get("/rest/batch/people")["totalCount"] == 1)
        #expect(try api.get("/rest/people/duplicates")["totalCount"] == 1)
        #expect(try api.get("/rest/people/merge")["totalCount"] == 1)
        #expect(
            try api.post("/rest/people/merge", ["ids": []]).refusal
                == .data(#"Object person doesn't have any "ids" field."#))
        #expect(try api.post("/rest/people/groupBy", [:]).status == 201)
    }

    @Test("POST to an id ignores it and creates a record")
    func postToID() throws {
        let answer = try api.post("/rest/people/\(id)", ["jobTitle": "new"])
        #expect(answer.status == 201)
        #expect(answer.data("createPerson")?.id != id)
        #expect(try api.get("/rest/people")["totalCount"] == 2)
    }

    @Test("An object is its camel-case plural; anything else is 400 (rest-core 3, Unknown object)")
    func objects() throws {
        #expect(try api.get("/rest/foo").refusal == Refusal(400, "object 'foo' not found. eg: companies"))
        #expect(
            try api.get("/rest/person").refusal
                == Refusal(400, "object 'person' not found. Did you mean 'people'?"))
        #expect(
            try api.get("/rest/company/\(id)").refusal
                == Refusal(400, "object 'company' not found. Did you mean 'companies'?"))
        #expect(try api.get("/rest/People").refusal == Refusal(400, "object 'People' not found. eg: companies"))
        #expect(
            try api.get("/rest/notetargets").refusal == Refusal(400, "object 'notetargets' not found. eg: companies"))
        #expect(try api.get("/rest/noteTargets").status == 200)
        #expect(
            try api.post("/rest/batch/task", []).refusal
                == Refusal(400, "object 'task' not found. Did you mean 'tasks'?"))
    }

    @Test("Both spellings of restore are understood: a mock should accept both")
    func restoreSpellings() throws {
        for path in ["/rest/people/\(id)/restore", "/rest/restore/people/\(id)"] {
            _ = try api.delete("/rest/people/\(id)", ["soft_delete": "true"])
            #expect(try api.get("/rest/people/\(id)").status == 404)
            let answer = try api.patch(path, nil)
            #expect(answer.status == 200)
            #expect(answer.data("restorePerson")?["deletedAt"] == JSONValue.null, "\(path)")
        }
        for path in ["/rest/people/restore", "/rest/restore/people"] {
            _ = try api.delete("/rest/people/\(id)", ["soft_delete": "true"])
            let answer = try api.patch(path, nil, ["filter": "id[eq]:\(id)"])
            #expect(answer.status == 200)
            #expect(answer.data("restorePeople")?.arrayValue?.map(\.id) == [id], "\(path)")
        }
    }
}
