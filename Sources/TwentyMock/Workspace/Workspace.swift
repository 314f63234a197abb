import DataModel
import Foundation
import RecordStore

/// One workspace: a data model, its records, and the time it lives in.
package final class Workspace: Sendable {
    /// Lower-case UUID; that of the seeded demo workspace of a real server (platform 1.1).
    package static let defaultID = "20202020-1c25-4d02-bf25-6aeccf7ea419"

    package let id: String
    package let store: RecordStore
    package let clock: Clock
    package let plans: ReadPlans

    package var schema: Schema { store.schema }
    package var release: Release { schema.dataModel.release }

    /// Opens the workspace kept at `path`, making it when there is none.
    ///
    /// An existing workspace keeps the release it was made with.
    ///
    /// - Throws: ``StoreError`` when the file is not ours or of a newer version.
    package init(
        path: String, release: Release, durability: RecordStore.Durability, clock: Clock = .system
    ) throws {
        store = try RecordStore(path: path, durability: durability) { attributes in
            let kept = attributes[Attribute.release].flatMap(Release.init(name:))
            return StandardModel.dataModel(of: kept ?? release)
        }
        let attributes = try store.attributes()
        id = attributes[Attribute.id] ?? Workspace.defaultID
        self.clock = clock
        plans = ReadPlans(schema: store.schema)
        if attributes[Attribute.id] == nil {
            try store.setAttributes([Attribute.id: id, Attribute.release: store.schema.dataModel.release.name])
        }
    }

    /// What the database calls the workspace's schema, `workspace_` and the id in base 36; seen in messages only.
    package var databaseSchema: String {
        // Long division of the id's 128 bits by 36, from the most significant digit.
        var digits = id.utf8.filter { $0 != UInt8(ascii: "-") }.compactMap { Int(String(UnicodeScalar($0)), radix: 16) }
        var text = ""
        while !digits.isEmpty {
            var remainder = 0
            var quotient: [Int] = []
            for digit in digits {
                let value = remainder * 16 + digit
                if !quotient.isEmpty || value >= 36 { quotient.append(value / 36) }
                remainder = value % 36
            }
            text = String(remainder, radix: 36) + text
            digits = quotient
        }
        return "workspace_" + text
    }

    /// Keys under which the store remembers what the workspace is.
    enum Attribute {
        static let id = "workspaceId"
        static let release = "release"
        static let seed = "seed"
    }
}
