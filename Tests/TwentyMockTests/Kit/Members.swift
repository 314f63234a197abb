import Foundation
import GRDB

extension API {
    /// Puts a workspace member into the store, which no client may create (rest-core 1).
    func seedMember(_ id: String, firstName: String = "Tim", lastName: String = "Apple") throws {
        let queue = try DatabaseQueue(path: server.dataDirectory + "/workspace.sqlite")
        try queue.write { database in
            let columns = try database.columns(in: "workspaceMember")
            var values: [String: (any DatabaseValueConvertible)?] = [
                "id": id, "nameFirstName": firstName, "nameLastName": lastName, "userId": id,
                "createdAt": "2026-01-01T00:00:00.000Z", "updatedAt": "2026-01-01T00:00:00.000Z",
            ]
            for column in columns where column.isNotNull && values[column.name] == nil {
                values[column.name] = column.type == "TEXT" ? column.name.hasSuffix("Source") ? "SYSTEM" : "" : 0
            }
            let names = values.keys.sorted()
            try database.execute(
                sql: "INSERT INTO workspaceMember (\(names.map { "\"\($0)\"" }.joined(separator: ", "))) "
                    + "VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))",
                arguments: StatementArguments(names.map { values[$0] ?? nil }))
        }
    }
}
