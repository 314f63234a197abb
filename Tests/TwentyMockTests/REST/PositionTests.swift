import JSON
import Testing

/// rest-core 10 and 5.4, data-model 7.
@Suite("Positions") struct PositionTests {
    let api: API

    init() throws { api = try API() }

    private func create(_ body: JSONValue = [:]) throws -> Double? {
        try api.create("people", body)["position"]?.doubleValue
    }

    private func batch(_ bodies: [JSONValue]) throws -> [Double?] {
        try api.createMany("people", bodies).map { $0["position"]?.doubleValue }
    }

    @Test("New records come first: 0, -1, -2")
    func first() throws {
        #expect(try create() == 0)
        #expect(try create() == -1)
        #expect(try create(["position": "first"]) == -2)
    }

    @Test("last in an empty table is 2, then one more than the largest")
    func last() throws {
        #expect(try create(["position": "last"]) == 2)
        #expect(try create(["position": "last"]) == 3)
        #expect(try create() == 1)
    }

    @Test("Numbers are kept", arguments: [5, 2.5, -3, 0] as [JSONValue])
    func number(position: JSONValue) throws {
        #expect(try create(["position": position]) == position.doubleValue)
    }

    @Test(
        "A batch regroups: without position or first, then last, then numbers; each in input order (5.4, acceptance 20)"
    )
    func regrouped() throws {
        #expect(try batch([["position": 5], [:], ["position": "last"]]) == [0, 6, 5])
        let answer = try api.createMany(
            "companies",
            [
                ["name": "n1", "position": 3], ["name": "l1", "position": "last"], ["name": "a1"],
                ["name": "n2", "position": 1], ["name": "f1", "position": "first"], ["name": "l2", "position": "last"],
            ])
        #expect(answer.map { $0.text("name") } == ["a1", "f1", "l1", "l2", "n1", "n2"])
        #expect(answer.map { $0["position"]?.doubleValue } == [0, -1, 4, 5, 3, 1])
    }

    @Test("A batch of one kind keeps the input order")
    func oneKind() throws {
        let answer = try api.createMany("companies", (0..<5).map { ["name": .string("c\($0)")] })
        #expect(answer.map { $0.text("name") } == ["c0", "c1", "c2", "c3", "c4"])
        #expect(answer.map { $0["position"]?.doubleValue } == [0, -1, -2, -3, -4])
        let numbers = try api.createMany("companies", [["position": 9], ["position": 7], ["position": 8]])
        #expect(numbers.map { $0["position"]?.doubleValue } == [9, 7, 8])
    }

    @Test("Numbers of the same batch count for first and last")
    func sameBatch() throws {
        #expect(try batch([["position": -10], [:], [:]]) == [-11, -12, -10])
    }

    @Test("Soft-deleted rows do not count")
    func softDeleted() throws {
        let far = try api.create("people", ["position": -100])
        _ = try api.delete("/rest/people/\(far.id)", ["soft_delete": "true"])
        #expect(try create() == 0)
    }

    @Test("An update keeps the position unless one is sent")
    func update() throws {
        let person = try api.create("people", ["position": 4])
        try api.create("people", ["position": 8])
        #expect(try api.update("people", person.id, ["jobTitle": "x"])["position"] == 4)
        #expect(try api.update("people", person.id, ["position": 6])["position"] == 6)
        #expect(try api.update("people", person.id, ["position": "last"])["position"] == 9)
        #expect(try api.update("people", person.id, ["position": "first"])["position"]?.doubleValue ?? 9 < 8)
    }

    @Test("Positions are per object")
    func perObject() throws {
        try api.create("people", ["position": -50])
        #expect(try api.create("companies")["position"] == 0)
    }
}
