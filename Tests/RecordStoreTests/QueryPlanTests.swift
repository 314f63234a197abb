import DataModel
import JSON
import Testing

@testable import RecordStore

/// No query that an index of the model serves reads a whole table (design, "Storage").
@Suite struct QueryPlanTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test(
        "The main queries go through an index",
        arguments: [
            "one record", "first page", "next page", "page before", "by createdAt", "by updatedAt descending",
            "by position",
            "by company", "by e-mail", "the trash", "through a relation", "depth 1", "count", "duplicates",
        ])
    func mainQueries(_ name: String) throws {
        let table = try temporary.table("person")
        let statements = try temporary.statements { reader in try run(name, table, reader) }
        #expect(!statements.isEmpty)
        for statement in statements where statement.hasPrefix("SELECT") {
            for step in try plan(of: statement) where step.hasPrefix("SCAN") {
                // Lists of ids arrive as JSON, and a walk along an index stops at the limit.
                let isHarmless =
                    step.contains("json_each") || step.contains("owner") || step.contains("VIRTUAL TABLE")
                    || step.contains("USING INDEX") || step.contains("USING COVERING INDEX")
                #expect(isHarmless, "\(name): \(step) in \(statement)")
            }
        }
    }

    @Test("Participants are found by their handle through an index, whatever its case", arguments: Release.all)
    func participants(release: Release) throws {
        let temporary = try TemporaryStore(release: release)
        for owner in ["message", "calendarEvent"] {
            let name = owner + "Participant"
            let table = try temporary.table(name)
            let ownerID = try temporary.insert(owner, [:])
            _ = try temporary.insert(name, ["\(owner)Id": .text(ownerID), "handle": .text("c@d.e")])
            let handle = try #require(table.participantHandle)
            let person = try #require(table.column(named: "personId"))
            let found = AddressOwner(address: "a@b.c", recordID: "1", takesOver: true)
            let statements = try temporary.store.write { store in
                try store.reader.database.statements {
                    try store.link(person, in: table, whose: handle, isOneOf: [found], now: "")
                }
            }
            let updates = statements.filter { $0.hasPrefix("UPDATE") }
            #expect(updates.count == 1)
            let steps = try updates.flatMap { try plan(of: $0) }
            #expect(steps.contains { $0.hasPrefix("SEARCH \(name) USING INDEX IDX_\(name)_handle") }, "\(steps)")
        }
    }

    private func run(_ name: String, _ table: Table, _ reader: RecordReader) throws {
        let depth0 = try ReadPlan(.depth0(of: table.object), schema: reader.schema)
        var writer = JSONWriter()
        let id = "20202020-0000-4000-8000-000000000000"
        func column(_ name: String) throws -> Column { try #require(table.column(named: name)) }
        func order(_ name: String, _ direction: OrderTerm.Direction) throws -> OrderTerm {
            OrderTerm(
                field: try #require(table.object.field(named: name)), column: try column(name), direction: direction)
        }
        func page(_ query: RecordQuery) throws { _ = try reader.writePage(query, depth0, to: &writer) }
        let idTerm = try order("id", .ascNullsFirst)
        let place = Keyset(values: [(idTerm, .text(id))])
        switch name {
        case "one record": _ = try reader.writeRecord(id, depth0, to: &writer)
        case "first page": try page(RecordQuery())
        case "next page": try page(RecordQuery(keyset: place))
        case "page before": try page(RecordQuery(keyset: place, isBackward: true))
        case "by createdAt":
            let term = try order("createdAt", .ascNullsFirst)
            try page(
                RecordQuery(
                    order: [term],
                    keyset: Keyset(values: [(term, .text("2026-01-01T00:00:00.000Z")), (idTerm, .text(id))])))
        case "by updatedAt descending": try page(RecordQuery(order: [try order("updatedAt", .descNullsLast)]))
        case "by position": try page(RecordQuery(order: [try order("position", .ascNullsFirst)]))
        case "by company": try page(RecordQuery(filter: .column(try column("companyId"), .equal(.text(id)))))
        case "by e-mail":
            try page(RecordQuery(filter: .column(try column("emailsPrimaryEmail"), .equal(.text("a@b.c")))))
        case "the trash": try page(RecordQuery(filter: .column(try column("deletedAt"), .isNotNull)))
        case "through a relation":
            let company = try #require(table.object.field(named: "company"))
            let target = try #require(reader.schema.table(of: "company")?.column(named: "name"))
            try page(RecordQuery(filter: .relation(company, .column(target, .equal(.text("Acme"))))))
        case "depth 1":
            var selection = Selection.depth0(of: table.object)
            selection.entries += table.object.fields.compactMap {
                Selection.Entry.related($0, in: reader.schema.dataModel, limit: 60)
            }
            _ = try reader.writePage(RecordQuery(), ReadPlan(selection, schema: reader.schema), to: &writer)
        case "count": _ = try reader.count(table, where: nil)
        default:
            let first = Filter.column(try column("nameFirstName"), .equal(.text("Ada")))
            let last = Filter.column(try column("nameLastName"), .equal(.text("Lovelace")))
            let link = Filter.column(try column("linkedinLinkPrimaryLinkUrl"), .equal(.text("https://a.b")))
            let mail = Filter.column(try column("emailsPrimaryEmail"), .equal(.text("a@b.c")))
            try page(RecordQuery(filter: .or([.and([first, last]), link, mail]), limit: 200))
        }
    }

    private func plan(of sql: String) throws -> [String] {
        try temporary.store.read { reader in
            var steps: [String] = []
            // Parameters may stay empty: the plan does not depend on them.
            try PreparedStatement("EXPLAIN QUERY PLAN " + sql, on: reader.database).forEachRow([], table: "") { row in
                steps.append(SQLValue(column: 3, of: row).text ?? "")
            }
            return steps
        }
    }
}
