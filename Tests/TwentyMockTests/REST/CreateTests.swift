import JSON
import Testing

/// rest-core 5.3 and 5.4.
@Suite("Creating records") struct CreateTests {
    let api: API

    init() throws { api = try API() }

    @Test("One: 201 with the full record under create and the singular")
    func one() throws {
        let answer = try api.post("/rest/people", ["name": ["firstName": "Ada", "lastName": "L"]])
        #expect(answer.status == 201)
        #expect(answer["data"]?.keys == ["createPerson"])
        let person = try #require(answer.data("createPerson"))
        #expect(person["createdBy"]?["source"] == "API")
        #expect(person["jobTitle"] == "")
        #expect(person["companyId"] == JSONValue.null)
        #expect(person["position"]?.doubleValue != nil)
        #expect(person == (try api.find("people", person.id)))
        #expect(try api.post("/rest/noteTargets", [:])["data"]?.keys == ["createNoteTarget"])
    }

    @Test("An empty object is a record, and so is an empty list")
    func empty() throws {
        #expect(try api.post("/rest/people", [:]).status == 201)
        #expect(try api.post("/rest/people", []).status == 201)
        #expect(try api.get("/rest/people")["totalCount"] == 2)
    }

    @Test(
        "What an object cannot be without is the database's not-null violation (data-model 8)",
        arguments: [
            ("messageListMembers", "messageListMember", ["listId", "personId"]),
            ("messageParticipants", "messageParticipant", ["messageId"]),
            ("calendarEventParticipants", "calendarEventParticipant", ["calendarEventId"]),
            ("workflowAutomatedTriggers", "workflowAutomatedTrigger", ["settings", "workflowId"]),
        ])
    func required(plural: String, singular: String, columns: [String]) throws {
        let answer = try api.post("/rest/\(plural)", [:])
        #expect(answer.status == 400)
        #expect(answer["error"] == "BadRequestException")
        #expect(
            columns.contains {
                answer.message
                    == "null value in column \"\($0)\" of relation \"\(singular)\" violates not-null constraint"
            }, "\(answer.raw)")
    }

    @Test("Many: 201 under create and the plural, in input order")
    func many() throws {
        let answer = try api.post("/rest/batch/people", [["jobTitle": "a"], ["jobTitle": "b"], ["jobTitle": "c"]])
        #expect(answer.status == 201)
        #expect(answer["data"]?.keys == ["createPeople"])
        #expect(answer.data("createPeople")?.arrayValue?.map { $0.text("jobTitle") } == ["a", "b", "c"])
        #expect(try api.post("/rest/batch/noteTargets", [[:]])["data"]?.keys == ["createNoteTargets"])
    }

    @Test("Many: an empty list is 201 with an empty list")
    func emptyBatch() throws {
        #expect(try api.post("/rest/batch/people", []).raw == #"{"data":{"createPeople":[]}}"#)
        #expect(try api.post("/rest/batch/people", []).status == 201)
    }

    @Test("At most 200")
    func limit() throws {
        #expect(try api.post("/rest/batch/people", .array(Array(repeating: [:], count: 200))).status == 201)
        #expect(
            try api.post("/rest/batch/people", .array(Array(repeating: [:], count: 201))).message
                == "Maximum number of records to upsert is 200.")
        #expect(try api.get("/rest/people")["totalCount"] == 200)
    }

    @Test(
        "All or nothing: one bad record, and nothing happens",
        arguments: [
            ["jobTitle": 1], ["companyId": .string(uuid(404))], ["emails": ["primaryEmail": "taken@x.io"]],
            ["id": .string(uuid(1))], ["company": ["connect": ["where": ["id": .string(uuid(404))]]]],
            ["foo": 1], ["emails": ["primaryEmail": "twin@x.io"]],
        ] as [JSONValue])
    func allOrNothing(bad: JSONValue) throws {
        try api.create("people", ["id": .string(uuid(1)), "emails": ["primaryEmail": "taken@x.io"]])
        let before = try StoredTables(api)
        let good: [JSONValue] = [["jobTitle": "good"], ["emails": ["primaryEmail": "twin@x.io"]]]
        #expect(try api.post("/rest/batch/people", .array(good + [bad])).status == 400)
        #expect(try StoredTables(api) == before)
    }

    @Test(
        "A list of things that are no records is refused", arguments: [[1], ["x"], [nil], [true], [[]]] as [JSONValue])
    func noRecords(body: JSONValue) throws {
        let before = try StoredTables(api)
        let status = try api.post("/rest/batch/people", body).status
        // A list within a list is read as an object without keys.
        #expect(status == (body == [[]] ? 201 : 400) || status == 400)
        if status == 400 { #expect(try StoredTables(api) == before) }
    }

    @Test("Twenty clients that create at once lose nothing")
    func concurrent() async throws {
        let api = api
        try await withThrowingTaskGroup(of: Int.self) { group in
            for client in 0..<20 {
                group.addTask {
                    let connection = try api.newConnection()
                    let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
                    var created = 0
                    for number in 0..<15 {
                        let body = Array("{\"jobTitle\":\"\(client)-\(number)\"}".utf8)
                        created += try connection.exchange("POST", "/rest/people", headers, body).status == 201 ? 1 : 0
                    }
                    return created
                }
            }
            for try await created in group { #expect(created == 15) }
        }
        #expect(try api.get("/rest/people")["totalCount"] == 300)
        let first = try api.list("people", ["limit": "200", "order_by": "id"])
        let rest = try api.list("people", ["limit": "200", "order_by": "id[DescNullsLast]"])
        let titles = Set((first + rest).compactMap { $0.text("jobTitle") })
        #expect(titles.count == 300)
        // Each took a place of its own.
        #expect(Set((first + rest).compactMap { $0["position"]?.doubleValue }).count == 300)
    }

    @Test("Two records created at once with one address: one is created, one is refused")
    func race() async throws {
        let api = api
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let connection = try api.newConnection()
                    let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
                    let body = Array(#"{"emails":{"primaryEmail":"a@x.io"}}"#.utf8)
                    return try connection.exchange("POST", "/rest/people", headers, body).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.sorted() == [201] + Array(repeating: 400, count: 7))
    }
}
