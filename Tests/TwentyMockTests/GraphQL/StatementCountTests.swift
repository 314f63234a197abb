import DataModel
import Foundation
import GraphQL
import JSON
import Testing

@testable import RecordStore
@testable import TwentyMock

/// Relations are loaded with one query for each at each level, however many records there are (graphql-core 6.7).
struct StatementCountTests {
    private let path = FileManager.default.temporaryDirectory.path + "/statement-count-\(UUID().uuidString).sqlite"

    @Test(
        "statements of a read",
        arguments: [
            ("{people{edges{node{id name{firstName}}}}}", 1), ("{people{totalCount}}", 1),
            ("{people{edges{node{id}} totalCount}}", 1), ("{people{edges{node{company{id name}}}}}", 2),
            ("{people{edges{node{company{people{edges{node{id}}}}}}}}", 3),
            ("{companies{edges{node{people{edges{node{id}}}}}}}", 2),
            ("{companies{edges{node{people{edges{node{id}} totalCount countEmptyName}}}}}", 3),
            ("{companies{edges{node{people{totalCount}}}}}", 2),
            ("{companies{edges{node{people{edges{node{company{id}}}} noteTargets{edges{node{note{id}}}}}}}}", 4),
        ])
    func counts(document: String, expected: Int) throws {
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        let workspace = try Workspace(path: path, release: .v2, durability: .none)
        let operations = RecordOperations(workspace: workspace, caller: .system)
        let model = operations.snapshot.graphQL
        for index in 0..<20 {
            let person: JSONObject = [
                "name": ["firstName": .string("P\(index)")],
                "company": ["connect": ["where": ["id": .string(uuid(index / 2 + 1))]]],
            ]
            if index % 2 == 0 {
                try create(["id": .string(uuid(index / 2 + 1)), "name": "C"], "company", operations)
            }
            try create(person, "person", operations)
        }
        let parsed = try DocumentNode.parse(document)
        let operation = try parsed.operation(named: nil)
        let compiled = try CompiledOperation(operation, in: parsed, variables: [:], model: model, isKnown: true)
        guard case .connection(let plan)? = compiled.roots[0].shape else {
            Issue.record("no connection")
            return
        }
        let statements = try workspace.store.read { reader in
            var writer = JSONWriter()
            return try reader.database.statements {
                try reader.writeConnection(
                    RecordQuery(limit: 60), plan, flags: { PageFlags(hasNextPage: $0, hasPreviousPage: false) },
                    to: &writer)
            }
        }
        #expect(statements.count == expected)
        try workspace.store.close()
    }

    private func create(_ body: JSONObject, _ object: String, _ operations: RecordOperations) throws {
        let schema = operations.schema
        let metadata = try #require(schema.dataModel.object(singular: object))
        var writer = JSONWriter()
        try operations.createOne(body, ReadPlan(Selection(object: metadata), schema: schema), to: &writer)
    }
}
