import JSON
import Testing

/// rest-core 2.2, 2.4 and data-model 2: numbers that the database cannot hold.
@Suite("Number ranges") struct NumberRangeTests {
    let api: API

    init() throws {
        api = try API()
        let rocket = try api.createObject("rocket", "rockets").id
        try api.createField(on: rocket, "engines", "NUMBER", ["settings": ["dataType": "int"]])
        try api.createField(on: rocket, "thrust", "NUMBER", ["settings": ["dataType": "bigint"]])
        try api.createField(on: rocket, "mass", "NUMBER")
    }

    private static let failure = Refusal(500, "Data validation error.")

    @Test(
        "Out of range, or with a fraction in a column of whole numbers, is a failure of the database",
        arguments: [
            ["engines": 2_147_483_648], ["engines": -2_147_483_649], ["engines": 1.5], ["engines": 1e19],
            ["thrust": 1e19], ["thrust": 0.5],
        ] as [JSONValue])
    func refused(body: JSONValue) throws {
        let rocket = try api.create("rockets")
        let before = try StoredTables(api)
        #expect(try api.post("/rest/rockets", body).refusal == Self.failure)
        #expect(try api.post("/rest/batch/rockets", [[:], body]).refusal == Self.failure)
        #expect(try api.patch("/rest/rockets/\(rocket.id)", body).refusal == Self.failure)
        #expect(try api.patch("/rest/rockets", body, ["filter": "id[eq]:\(rocket.id)"]).refusal == Self.failure)
        #expect(try StoredTables(api).differences(from: before).isEmpty)
    }

    @Test(
        "What fits is kept",
        arguments: [
            ["engines": 2_147_483_647], ["engines": -2_147_483_648], ["engines": 3.0],
            ["thrust": 9_223_372_036_854_775_807], ["mass": 1e19], ["mass": 1.5],
        ] as [JSONValue])
    func kept(body: JSONValue) throws {
        let rocket = try api.create("rockets", body)
        for member in body.objectValue?.members ?? [] {
            #expect(rocket[member.key]?.doubleValue == member.value.doubleValue)
        }
    }

    @Test("It is told after everything that is wrong with other keys")
    func order() throws {
        #expect(
            try api.post("/rest/rockets", ["engines": 1.5, "zzz": 1]).refusal
                == .data(#"Object rocket doesn't have any "zzz" field."#))
        #expect(
            try api.post("/rest/batch/rockets", [["engines": 3_000_000_000], ["mass": "x"]]).refusal
                == .data(#"Invalid number value 'x' for field "mass""#))
        #expect(
            try api.patch("/rest/rockets/\(uuid(404))", ["engines": 1.5]).refusal == .recordNotFound)
    }
}
