import Foundation
import GRDB
import JSON
import Testing
import TwentyMock

/// An object is made, filled, asked, and dropped again; the database is then as before.
@Suite struct ModelRoundTripTests {
    private func schema(_ api: API) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: api.server.dataDirectory + "/workspace.sqlite", configuration: configuration)
            .read { try Row.fetchAll($0, sql: "SELECT name, sql FROM sqlite_master ORDER BY name").map { "\($0)" } }
    }

    @Test("Ten fields and two relations, in use at once")
    func roundTrip() throws {
        let api = try API()
        let before = try schema(api)
        let rocket = try api.createObject("rocket", "rockets").id
        try api.createField(on: rocket, "thrust", "NUMBER", ["defaultValue": 42])
        try api.createField(on: rocket, "code", "TEXT", ["isUnique": true])
        let options: JSONValue = [
            ["label": "One", "value": "ONE", "position": 0], ["label": "Two", "value": "TWO", "position": 1],
        ]
        try api.createField(on: rocket, "stage", "SELECT", ["options": options, "defaultValue": "'ONE'"])
        try api.createField(on: rocket, "tags", "MULTI_SELECT", ["options": options])
        try api.createField(
            on: rocket, "price", "CURRENCY", ["defaultValue": ["amountMicros": "1000000", "currencyCode": "'USD'"]])
        try api.createField(on: rocket, "launchedAt", "DATE_TIME", ["defaultValue": "now"])
        try api.createField(on: rocket, "built", "DATE", ["defaultValue": "now"])
        try api.createField(on: rocket, "contact", "EMAILS")
        try api.createField(on: rocket, "rate", "RATING", ["defaultValue": "'RATING_3'"])
        try api.createField(on: rocket, "reusable", "BOOLEAN", ["defaultValue": false])
        let company = try api.object("company").id
        let person = try api.object("people").id
        try api.createField(on: rocket, "company", "RELATION", relation("MANY_TO_ONE", company, "Rockets"))
        try api.createField(on: rocket, "crew", "RELATION", relation("ONE_TO_MANY", person, "Rocket"))

        let acme = try api.create("companies", ["name": "Acme"]).id
        let falcon = try api.create(
            "rockets",
            [
                "name": "Falcon", "code": "F9", "stage": "TWO", "tags": ["ONE"], "companyId": .string(acme),
                "contact": ["primaryEmail": "A@b.co"],
            ])
        #expect(falcon["thrust"] == 42)
        #expect(falcon["price"] == ["amountMicros": 1_000_000, "currencyCode": "USD"])
        #expect(falcon["rate"] == "RATING_3")
        #expect(falcon["reusable"] == false)
        #expect(falcon.text("built")?.count == 10)
        #expect(falcon["contact"]?["primaryEmail"] == "a@b.co")
        try api.create("people", ["rocketId": .string(falcon.id)])
        try api.create("rockets", ["name": "Star"])
        #expect(try api.list("rockets", ["filter": "stage[eq]:TWO"]).map(\.id) == [falcon.id])
        #expect(try api.list("rockets", ["filter": "company.name[eq]:Acme"]).map(\.id) == [falcon.id])
        #expect(
            try api.list("rockets", ["order_by": "stage[DescNullsLast]"]).map { $0.text("name") } == ["Falcon", "Star"])
        let deep = try api.find("rockets", falcon.id, ["depth": "1"])
        #expect(deep.text("company", "name") == "Acme")
        #expect(deep["crew"]?.arrayValue?.count == 1)
        #expect(try api.post("/rest/rockets", ["code": "F9"]).status == 400)
        let upserted = try api.create("rockets", ["code": "F9", "name": "Falcon 9"], ["upsert": "true"])
        #expect(upserted.id == falcon.id)
        let groups = try api.get(
            "/rest/rockets/groupBy", ["group_by": #"[{"stage":true}]"#, "aggregate": #"["sumThrust"]"#])
        #expect(
            groups.json == [
                ["sumThrust": 42, "groupByDimensionValues": ["ONE"]],
                ["sumThrust": 42, "groupByDimensionValues": ["TWO"]],
            ])

        let deleted = try api.delete("/rest/metadata/objects/\(rocket)")
        #expect(deleted.status == 200)
        #expect(deleted["fields"] == nil)
        #expect(try api.get("/rest/rockets").status == 400)
        #expect(try api.list("companies", ["depth": "1"]).first?["rockets"] == nil)
        #expect(try schema(api) == before)
        try api.createObject("rocket", "rockets")
    }

    @Test("500 fields on one object")
    func manyFields() throws {
        let api = try API()
        let id = try api.createObject("wide", "wides").id
        let fields = (0..<495).map { number -> JSONValue in
            [
                "objectMetadataId": .string(id), "name": .string("field\(number)"), "label": "Field", "type": "TEXT",
            ]
        }
        #expect(try api.post("/rest/metadata/schema/apply", ["fields": .array(fields)]).status == 200)
        for number in 495..<500 { try api.createField(on: id, "field\(number)", "TEXT") }
        let record = try api.create("wides", ["field0": "a", "field499": "z"], ["fields": "field0,field499"])
        #expect(record.text("field499") == "z")
        #expect(try api.list("wides", ["filter": "field499[eq]:z"]).count == 1)
        #expect(try api.object("wide")["fields"]?.arrayValue?.count == 513)
    }

    @Test("Two clients add the same field at once: one of them is refused")
    func concurrentFields() async throws {
        let api = try API()
        let id = try api.createObject("rocket", "rockets").id
        for round in 0..<5 {
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        let body: JSONValue = [
                            "objectMetadataId": .string(id), "name": .string("same\(round)"), "label": "Same",
                            "type": "TEXT",
                        ]
                        return try api.newConnection().exchange(
                            "POST", "/rest/metadata/fields",
                            [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")],
                            body.serialized
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201, 400])
        }
    }

    @Test("Records are read and written while the model changes")
    func changesUnderLoad() async throws {
        let api = try API()
        let id = try api.createObject("rocket", "rockets").id
        let person = try api.object("person").id
        try api.create("people", ["jobTitle": "x"])
        try await withThrowingTaskGroup(of: Set<Int>.self) { group in
            for reader in 0..<3 {
                group.addTask {
                    let connection = try api.newConnection()
                    let headers = [("Authorization", "Bearer \(api.key)"), ("Content-Type", "application/json")]
                    return try Set(
                        (0..<60).map { _ in
                            reader == 0
                                ? try connection.exchange(
                                    "POST", "/rest/people", headers, Array(#"{"jobTitle":"y"}"#.utf8)
                                ).status
                                : try connection.exchange("GET", "/rest/people?depth=1&limit=3", headers, nil).status
                        })
                }
            }
            for number in 0..<6 {
                let field = try api.createField(on: person, "extra\(number)", "TEXT")
                try api.createField(
                    on: id, "person\(number)", "RELATION", relation("MANY_TO_ONE", person, "Rockets \(number)"))
                #expect(try api.delete("/rest/metadata/fields/\(field.id)").status == 200)
            }
            for try await statuses in group { #expect(statuses.isSubset(of: [200, 201])) }
        }
    }
}
